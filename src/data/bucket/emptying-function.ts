import { type CfnResource, CustomResourceProviderBase, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { SecureLogGroup } from '../secure-log-group';

/** What CDK makes for `autoDeleteObjects`, once in a stack. */
const PROVIDER = 'Custom::S3AutoDeleteObjectsCustomResourceProvider';
const LOGS = 'Logs';

/**
 * Gives CDK's function that empties a bucket before its deletion traces, and encrypted logs that go with the stack: those that Lambda makes
 * at the first call would stay behind for ever.
 */
export function hardenEmptyingFunction(bucket: s3.Bucket): void {
  const provider = Stack.of(bucket).node.tryFindChild(PROVIDER);
  if (!(provider instanceof CustomResourceProviderBase) || provider.node.tryFindChild(LOGS) !== undefined) return;
  const handler = provider.node.findChild('Handler') as CfnResource;
  // the policy of an imported key may not let in logs
  const encryptionKey = bucket.encryptionKey instanceof kms.Key ? bucket.encryptionKey : undefined;
  handler.addPropertyOverride('LoggingConfig.LogGroup', new SecureLogGroup(provider, LOGS, { encryptionKey }).logGroup.logGroupName);
  // X-Ray knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
  provider.addToRolePolicy({ Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: '*' });
  handler.addPropertyOverride('TracingConfig.Mode', 'Active');
}
