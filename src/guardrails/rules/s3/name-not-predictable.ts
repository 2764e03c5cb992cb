import { matchesWildcard } from '../../../private/wildcard';
import { Opaque } from '../../engine/resolved';
import type { TextPart } from '../../engine/resolved';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

/**
 * Glue, SageMaker, EMR Studio, CodeStar and the uploads of CloudFormation, in one account and region: as found by Aqua Security in 2024 and
 * looked for by prowler.
 */
const NAMES_OF_SERVICES = [
  'aws-glue-assets-111111111111-us-east-1', 'sagemaker-us-east-1-111111111111', 'aws-emr-studio-111111111111-us-east-1',
  'aws-codestar-us-east-1-111111111111', 'cf-templates-x-us-east-1',
] as const;

export const rule = defineRule({
  id: 's3/name-not-predictable',
  title: 'S3 buckets are not named as AWS services name theirs',
  severity: 'high',
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {},
  peers: {
    prowler: ['s3_bucket_shadow_resource_vulnerability'],
  },
  rationale: 'Services make buckets with names that follow from account and region: who knows both takes the name first and has the service '
    + 'write into a bucket of theirs.',
  whenNotToUse: 'Where the bucket is made exactly to take the name before others do.',
  fix: 'Leave `bucketName` out, so that CloudFormation makes a name that nobody can foresee. A new name replaces the bucket.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html',
  ],
  absent: {
    means: 'CloudFormation makes a name with a random part.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-s3-bucket.html',
  },
  partly: 'Who owns the name already, and names of services that become known later.',
  outsideDefault: 'a bucket that the app makes is its own; what is dangerous is a service that uses one of somebody else',
  check: (bucket) => {
    const name = bucket.get('BucketName');
    if (name.isAbsent) return 'COMPLIANT';
    const parts = (name.parts() ?? unknown('a name is expected here', name.location)).map(asSample);
    const pattern = parts.map((part) => part ?? '*').join('');
    if (!NAMES_OF_SERVICES.some((sample) => matchesWildcard(pattern, sample))) return 'COMPLIANT';
    return parts.includes(undefined)
      ? unknown('the name may be one that a service of AWS takes', name.location)
      : violation(name, 'the name is one that a service of AWS takes');
  },
  unreachable: { NOT_APPLICABLE: 'every bucket has a name' },
});

/** Every account and region stands for one. Undefined for what is not known. */
function asSample(part: TextPart): string | undefined {
  if (part instanceof Opaque) return { 'AWS::AccountId': '111111111111', 'AWS::Region': 'us-east-1' }[part.why];
  if (typeof part !== 'string') return undefined;
  return part.replace(/\d{12}/g, '111111111111').replace(/\b[a-z]{2}(-[a-z]+)+-\d\b/g, 'us-east-1').replace(/^cf-templates-\w+-/, 'cf-templates-x-');
}
