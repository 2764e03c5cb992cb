import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Retention } from './retention';

/** Parts of uploads that nobody completed are paid for and shown nowhere (https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html). */
const ABORT_UPLOADS_AFTER_DAYS = 7;

/** The rules of a bucket; each kind of action stands in one rule only, because S3 refuses rules that overlap. */
export function lifecycleRules(retention: Retention, noncurrentVersionDays: number): s3.LifecycleRule[] {
  const { expireAfterDays, infrequentAccessAfterDays, archiveAfterDays } = retention;
  const transitions: s3.Transition[] = [
    ...move(s3.StorageClass.INFREQUENT_ACCESS, infrequentAccessAfterDays),
    ...move(s3.StorageClass.GLACIER, archiveAfterDays),
  ];
  const rules: s3.LifecycleRule[] = [
    { id: 'abort-incomplete-uploads', abortIncompleteMultipartUploadAfter: Duration.days(ABORT_UPLOADS_AFTER_DAYS) },
    {
      id: 'expire-noncurrent-versions',
      noncurrentVersionExpiration: Duration.days(noncurrentVersionDays),
      // S3 removes the delete markers itself where objects expire, and refuses both actions together
      expiredObjectDeleteMarker: expireAfterDays === undefined ? true : undefined,
    },
  ];
  if (expireAfterDays === undefined && transitions.length === 0) return rules;
  return [...rules, {
    id: 'retention',
    transitions: transitions.length > 0 ? transitions : undefined,
    expiration: expireAfterDays === undefined ? undefined : Duration.days(expireAfterDays),
  }];
}

function move(storageClass: s3.StorageClass, days: number | undefined): s3.Transition[] {
  return days === undefined ? [] : [{ storageClass, transitionAfter: Duration.days(days) }];
}
