import { defineRule } from '../../engine/rule';
import { violation } from '../../engine/violation';

interface Options {
  readonly minimumDays: number;
}

/** What CloudWatch Logs takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const TAKEN: readonly number[] = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** What a log group of CDK has by default: long enough that a remediation hardly deletes what somebody still needs. */
const TWO_YEARS = 731;

export const rule = defineRule<Options>({
  id: 'logs/retention',
  title: 'CloudWatch log groups say how long they keep their events',
  severity: 'medium',
  aboutDataLife: true,
  resourceTypes: ['AWS::Logs::LogGroup'],
  controls: {
    pciDss4: ['3.2.1', '3.3.1.1', '3.3.1.3', '3.3.2', '3.3.3', '5.3.4', '10.5.1'],
    hipaa: ['164.312(b)'],
    nist80053r5: [
      'AC-16(b)', 'AT-4(b)', 'AU-6(3)', 'AU-6(4)', 'AU-6(6)', 'AU-6(9)', 'AU-10', 'AU-11', 'AU-11(1)', 'AU-12(1)', 'AU-12(2)',
      'AU-12(3)', 'AU-14(a)', 'AU-14(b)', 'CA-7', 'CA-7(b)', 'PM-14(a)(1)', 'PM-14(b)', 'PM-21(b)', 'PM-31', 'SC-28(2)', 'SI-4(17)',
      'SI-12',
    ],
    soc2: ['C1.2', 'CC7.2', 'CC7.3'],
    wellArchitected: ['SEC03-BP06'],
    owaspServerless: ['S10'],
  },
  peers: {
    cdkNag: ['CloudWatchLogGroupRetentionPeriod'],
    guard: ['CW_LOGGROUP_RETENTION_PERIOD_CHECK'],
    checkov: ['CKV_AWS_66'],
    prowler: ['cloudwatch_log_group_retention_policy_specific_days_enabled'],
    other: ['cfn_nag:W86', 'checkov-tf:CKV_AWS_338', 'config:cw-loggroup-retention-period-check'],
  },
  rationale: 'Events that nobody ever deletes cost more every month, and personal data in them is kept for ever; too short a time leaves nothing to '
    + 'investigate.',
  whenNotToUse: 'Log groups that are to keep everything for ever, which is rare: an archive in S3 is cheaper.',
  fix: 'Set `retention: logs.RetentionDays.ONE_YEAR` or the like on the log group.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html',
  ],
  absent: {
    means: 'Events never expire.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
  },
  options: {
    minimumDays: { type: 'number', description: 'The shortest time that is accepted, in days: 365 for Security Hub and PCI DSS', default: 1 },
  },
  divergences: [
    {
      peer: 'config:cw-loggroup-retention-period-check',
      how: 'It asks for 365 days by default, and takes groups that keep everything for ever.',
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html',
    },
    {
      peer: 'prowler:cloudwatch_log_group_retention_policy_specific_days_enabled',
      how: 'It asks for 365 days by default; here the option says how many.',
      source: 'https://github.com/prowler-cloud/prowler/tree/master/prowler/providers/aws/services/cloudwatch/cloudwatch_log_group_retention_policy_specific_days_enabled',
    },
  ],
  check: (group, _app, { minimumDays }) => {
    const logClass = group.get('LogGroupClass');
    // groups that only pass events on to S3 or Firehose have a fixed time of their own
    if (!logClass.isAbsent && logClass.is('DELIVERY')) return 'NOT_APPLICABLE';
    const retention = group.get('RetentionInDays');
    const days = retention.number();
    if (days === undefined) return violation(retention, 'RetentionInDays is not set');
    if (!TAKEN.includes(days)) return violation(retention, `RetentionInDays is ${days}, which CloudWatch Logs does not take`);
    return days >= minimumDays ? 'COMPLIANT' : violation(retention, `RetentionInDays is ${days}, less than ${minimumDays}`);
  },
  remediation: {
    kind: 'property',
    changes: (_group, { minimumDays }: Options) => {
      const days = TAKEN.find((taken) => taken >= Math.max(minimumDays, TWO_YEARS));
      return days === undefined ? [] : [{ path: 'RetentionInDays', value: days }];
    },
  },
});
