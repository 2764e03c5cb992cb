import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { anyOf, some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 's3/event-notifications',
  title: 'S3 buckets tell somebody when objects change',
  severity: 'medium',
  resourceTypes: ['AWS::S3::Bucket'],
  controls: {
    pciDss4: ['11.5.2', '11.6.1', '12.10.5', 'A3.3.1', 'A3.5.1'],
    nist80053r5: ['CA-7', 'SI-3(8)', 'SI-4', 'SI-4(4)'],
    soc2: ['CC7.3'],
  },
  peers: {
    prowler: ['s3_bucket_event_notifications_enabled'],
    other: ['checkov-tf:CKV2_AWS_62', 'config:s3-event-notifications-enabled'],
  },
  rationale: 'A change that nobody expected, such as objects that vanish or appear, is noticed days later or never.',
  whenNotToUse: 'Buckets whose changes nobody would act on: most of them.',
  fix: 'Set `eventBridgeEnabled: true` on the bucket, or call `bucket.addEventNotification()`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-11',
  ],
  absent: {
    means: 'A bucket sends no notifications until they are configured.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
  },
  outsideDefault: 'most buckets have no receiver for events, and events that nobody reads are no control',
  check: judge,
  unreachable: { NOT_APPLICABLE: 'every bucket can send notifications' },
});

const TARGETS = ['TopicConfigurations', 'QueueConfigurations', 'LambdaConfigurations', 'LambdaFunctionConfigurations'];

function judge(bucket: Resource, app: AppModel): Outcome {
  // the L2 leaves the property alone and has a function of CDK configure the bucket
  const { resources, maybeMore } = app.naming(bucket, 'Custom::S3BucketNotifications', 'BucketName');
  const ofServerless = app.naming(bucket, 'AWS::Serverless::Function', 'Events.{}.Properties.Bucket'); // SAM writes them into the bucket
  const configuration = bucket.get('NotificationConfiguration');
  const notifies = anyOf(
    () => hasTarget(configuration) || configuration.get('EventBridgeConfiguration.EventBridgeEnabled').boolean(false),
    () => some(resources, (handler) => isConfigured(handler.get('NotificationConfiguration'))),
    () => ofServerless.resources.length > 0,
  );
  if (notifies) return 'COMPLIANT';
  const maybe = maybeMore ?? ofServerless.maybeMore;
  return maybe === undefined ? violation(configuration, 'it notifies nobody') : unknown(maybe);
}

function hasTarget(configuration: Value): boolean {
  return some(TARGETS, (target) => configuration.get(target).isSet);
}

/** The handler passes its configuration to the API, where the mere presence of the block turns EventBridge on. */
function isConfigured(configuration: Value): boolean {
  return hasTarget(configuration) || !configuration.get('EventBridgeConfiguration').isAbsent;
}
