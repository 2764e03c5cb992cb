import { at, Check, list, must, mustHave, unless } from './check';
import { isDeadLetterQueue } from './messaging';
import { statementsOf } from './policies';
import type { Resource, Template } from './template';

const TRAIL = 'AWS::CloudTrail::Trail';
const LOG_GROUP = 'AWS::Logs::LogGroup';
const ALARMS = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

/** The conditions of a trail's advanced selectors, field by field. */
function selectorsOf({ properties }: Resource): Map<string, string[]>[] {
  return list(properties.AdvancedEventSelectors).map(({ FieldSelectors }) =>
    new Map(list(FieldSelectors).map((field) => [field.Field, list(field.Equals)])));
}

/** Logs reads and writes of this category and type. */
function logs(trail: Resource, category: string, type?: string): boolean {
  return selectorsOf(trail).some((selector) => selector.get('eventCategory')?.includes(category)
    && !selector.has('readOnly') && !selector.has('eventName') && (type === undefined || selector.get('resources.type')?.includes(type)));
}

function isUsableByLogs(key: Resource | undefined): boolean {
  return key !== undefined && statementsOf(key).some(({ allows, principals }) => allows && principals.some((name) => /^Service:logs\./.test(name)));
}

export const DETECTION_CHECKS: Check[] = [
  {
    key: 'cloudtrail/multi-region',
    types: [TRAIL],
    problem: (trail) => unless(
      trail.properties.IsMultiRegionTrail === true && trail.properties.IncludeGlobalServiceEvents === true && logs(trail, 'Management'),
      'misses regions, global services or management events',
    ),
  },
  must('cloudtrail/logging-on', TRAIL, 'IsLogging', true),
  mustHave('cloudtrail/kms-encrypted', TRAIL, 'KMSKeyId'),
  mustHave('cloudtrail/cloudwatch-logs', TRAIL, 'CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn'),
  {
    key: 'cloudtrail/s3-data-events',
    types: [TRAIL],
    problem: (trail) => unless(logs(trail, 'Data', 'AWS::S3::Object'), 'reads and writes of objects are not logged'),
  },
  {
    key: 'logs/retention',
    types: [LOG_GROUP],
    problem: ({ properties }) => unless(properties.RetentionInDays >= 365, `kept for ${properties.RetentionInDays} days`),
  },
  {
    key: 'logs/kms-encryption',
    types: [LOG_GROUP],
    problem: ({ properties }, template) => unless(isUsableByLogs(template.target(properties.KmsKeyId)), 'no key that CloudWatch Logs may use'),
  },
  {
    key: 'cloudwatch/alarm-has-actions',
    types: ALARMS,
    problem: ({ properties }) => unless(list(properties.AlarmActions).length > 0, 'nobody hears of it'),
  },
  {
    key: 'cloudwatch/alarm-actions-enabled',
    types: ALARMS,
    problem: ({ properties }) => unless(properties.ActionsEnabled !== false, 'its actions are off'),
    refuses: { Alarm: { Type: ALARMS[0], Properties: { ActionsEnabled: false } } },
  },
  {
    key: 'cloudwatch/dead-letter-queue-alarm',
    types: ['AWS::SQS::Queue'],
    when: isDeadLetterQueue,
    problem: (queue, template) => unless(template.of(ALARMS[0]).some((alarm) => watches(alarm, queue, template)), 'no alarm on its messages'),
    refuses: {
      Dead: { Type: 'AWS::SQS::Queue' },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] } } } },
    },
  },
];

function watches({ properties }: Resource, queue: Resource, template: Template): boolean {
  return properties.MetricName === 'ApproximateNumberOfMessagesVisible'
    && list(properties.Dimensions).some((dimension) => template.target(at(dimension, 'Value')) === queue);
}
