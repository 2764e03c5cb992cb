import { Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { nameInAccount } from './name-in-account';
import type { SecureBucket } from '../data/bucket/secure-bucket';
import { allowServiceUse } from '../data/keys/key-policy';
import { keepsExactly } from '../data/resource-policy';
import { seal, stays } from '../private/seal';

const CLOUDFRONT = 'cloudfront.amazonaws.com';

/** By which CloudFront signs its requests to the bucket. */
export function defineAccessControl(scope: Construct): cloudfront.CfnOriginAccessControl {
  const control = new cloudfront.CfnOriginAccessControl(scope, 'AccessControl', {
    originAccessControlConfig: {
      name: nameInAccount(scope, 64), originAccessControlOriginType: 's3', signingBehavior: 'always', signingProtocol: 'sigv4',
    },
  });
  const instead = 'Leave the origin access control to the construct.';
  seal(scope, control, ['always', 'sigv4', 's3'].map((value, index) =>
    stays(`OriginAccessControlConfig.${['SigningBehavior', 'SigningProtocol', 'OriginAccessControlOriginType'][index]}`, value,
      'CloudFront signs its requests to the bucket', instead)));
  return control;
}

/** The bucket as an origin to which CloudFront signs its requests. */
export function bucketOrigin({ bucket }: SecureBucket, { attrId }: cloudfront.CfnOriginAccessControl): cloudfront.IOrigin {
  return origins.S3BucketOrigin.withBucketDefaults(bucket, { originAccessControlId: attrId });
}

/**
 * Lets this distribution read the objects, and no other one.
 *
 * It may not list them: a missing object answers 403, and nobody sees what else is there.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function letDistributionRead(scope: Construct, { bucket, encryptionKey }: SecureBucket, distribution: cloudfront.Distribution): void {
  const statement = new iam.PolicyStatement({
    sid: 'AllowDistribution',
    principals: [new iam.ServicePrincipal(CLOUDFRONT)],
    actions: ['s3:GetObject'],
    resources: [bucket.arnForObjects('*')],
    conditions: { StringEquals: { 'aws:SourceArn': distribution.distributionArn } },
  });
  bucket.addToResourcePolicy(statement);
  seal(scope, bucket.policy!.node.defaultChild as s3.CfnBucketPolicy, [keepsExactly(scope, [statement])]);
  const { partition, account } = Stack.of(scope);
  allowServiceUse(scope, encryptionKey, {
    sid: 'DistributionsRead',
    principal: CLOUDFRONT,
    actions: ['kms:Decrypt'],
    // the distribution itself would be a cycle: it refers to the bucket, the bucket to the key; the bucket policy names it
    conditions: { StringLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` } },
  });
}
