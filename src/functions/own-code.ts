import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type Protection, stays, staysEqual } from '../private/seal';

/** What a function of this library keeps, whose code is what another construct promises. */
export function staysOwnCode(owner: Construct, { node }: lambda.Function, promise: string, instead: string): Protection[] {
  const { code, handler } = node.defaultChild as lambda.CfnFunction;
  const { s3Bucket, s3Key } = code as lambda.CfnFunction.CodeProperty;
  return [
    staysEqual(owner, 'Code', { S3Bucket: s3Bucket, S3Key: s3Key }, promise, instead),
    stays('Handler', handler!, promise, instead),
  ];
}
