import type { IConstruct } from 'constructs';
import { AuditedResource } from '../auditable';
import { isAuditable } from './audit-coverage';
import type { IAuditTrail } from './audit-trail-interface';
import { AccessLogBucket } from '../data/bucket/access-log-bucket';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** What `watch(construct)` logs. */
export function auditedResourcesToWatch(trail: IAuditTrail, construct: IConstruct): AuditedResource[] {
  refuseOwnBuckets(trail, construct);
  const resources = isAuditable(construct) ? construct.auditedResources : plainResource(construct);
  if (resources.length === 0) {
    fail(trail, {
      prop: 'watch',
      value: construct.node.path,
      problem: 'this is neither a bucket, nor a table, nor a function',
      instead: 'Pass a SecureBucket, SecureTable, SecureFunction or VpcLambda, or a plain s3.IBucket, dynamodb.ITable or lambda.IFunction.',
    });
  }
  for (const { arn } of resources.filter((resource) => isLiteral(resource.arn) && !/^arn:[^:]+:[^:]+:/.test(resource.arn))) {
    fail(trail, {
      prop: 'watch',
      value: arn,
      problem: `"${construct.node.path}" says that this is an ARN, and CloudTrail takes nothing else`,
      instead: 'Pass the ARN to AuditedResource, not the name.',
    });
  }
  return resources;
}

/** Each delivered file would be an event that is delivered in a file, and so on. */
function refuseOwnBuckets(trail: IAuditTrail, construct: IConstruct): void {
  if (construct.node.scopes.some((scope) => scope === trail || scope instanceof AccessLogBucket)) {
    fail(trail, {
      prop: 'watch',
      value: construct.node.path,
      problem: 'the trail and its access logs are written there, so that each event would cause the next one',
      instead: 'Watch the buckets of the app; access to log files is in the access logs of their bucket.',
    });
  }
}

/** By the ARN that an L2 has, so that an import, a TableV2 and an alias are all welcome. */
function plainResource(construct: IConstruct): AuditedResource[] {
  const { bucketArn, tableArn, functionArn } = construct as { bucketArn?: string; tableArn?: string; functionArn?: string };
  if (bucketArn) return [AuditedResource.bucketObjects(bucketArn)];
  if (tableArn) return [AuditedResource.tableItems(tableArn)];
  return functionArn ? [AuditedResource.functionInvocations(functionArn)] : [];
}
