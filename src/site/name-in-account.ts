import { Names } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { stackGuid } from '../api/stack-guid';

/** A name for what CloudFront and CloudWatch Logs keep once in an account, with the stack's GUID: another one for each deployment. */
export function nameInAccount(scope: Construct, maxLength: number): string {
  const guid = 36;
  return `${Names.uniqueResourceName(scope, { maxLength: maxLength - guid - 1, separator: '-' })}-${stackGuid(scope)}`;
}
