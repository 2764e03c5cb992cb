import { ALARM, metricsOf } from './alarmed-metrics';
import { MONITORED_BY_CIS, ORDINARY_EVENT } from './cis-monitored-events';
import { filterPattern } from './filter-pattern';
import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { allOf, some, violation, which } from '../../engine/violation';

export const rule = defineRule({
  id: 'cloudwatch/cis-metric-filters-and-alarms',
  title: 'The log group of a CloudTrail trail raises the alarms of the CIS benchmark',
  severity: 'low',
  resourceTypes: ['AWS::CloudTrail::Trail'],
  controls: {
    cis: [
      'CIS AWS v3.0 4.1', 'CIS AWS v3.0 4.2', 'CIS AWS v3.0 4.3', 'CIS AWS v3.0 4.4', 'CIS AWS v3.0 4.5', 'CIS AWS v3.0 4.6',
      'CIS AWS v3.0 4.7', 'CIS AWS v3.0 4.8', 'CIS AWS v3.0 4.9', 'CIS AWS v3.0 4.10', 'CIS AWS v3.0 4.11', 'CIS AWS v3.0 4.12',
      'CIS AWS v3.0 4.13', 'CIS AWS v3.0 4.14', 'CIS AWS v3.0 4.15', 'CIS AWS v5.0 4.1', 'CIS AWS v5.0 4.2', 'CIS AWS v5.0 4.3',
      'CIS AWS v5.0 4.4', 'CIS AWS v5.0 4.5', 'CIS AWS v5.0 4.6', 'CIS AWS v5.0 4.7', 'CIS AWS v5.0 4.8', 'CIS AWS v5.0 4.9',
      'CIS AWS v5.0 4.10', 'CIS AWS v5.0 4.11', 'CIS AWS v5.0 4.12', 'CIS AWS v5.0 4.13', 'CIS AWS v5.0 4.14', 'CIS AWS v5.0 4.15',
      'CIS AWS v7.0 5.1', 'CIS AWS v7.0 5.2', 'CIS AWS v7.0 5.3', 'CIS AWS v7.0 5.4', 'CIS AWS v7.0 5.5', 'CIS AWS v7.0 5.6',
      'CIS AWS v7.0 5.7', 'CIS AWS v7.0 5.8', 'CIS AWS v7.0 5.9', 'CIS AWS v7.0 5.10', 'CIS AWS v7.0 5.11', 'CIS AWS v7.0 5.12',
      'CIS AWS v7.0 5.13', 'CIS AWS v7.0 5.14', 'CIS AWS v7.0 5.15',
    ],
    hipaa: ['164.308(a)(5)(ii)(C)', '164.308(a)(6)(i)', '164.308(a)(6)(ii)'],
    nist80053r5: [
      'AU-6(1)', 'AU-6(5)', 'AU-12(3)', 'AU-14(a)', 'AU-14(b)', 'CA-2(2)', 'CA-7', 'CA-7(b)', 'PM-14(a)(1)', 'PM-14(b)', 'PM-31',
      'SC-36(1)(a)', 'SI-2(a)', 'SI-4(12)', 'SI-5(1)', 'SI-5(b)',
    ],
    soc2: ['CC5.2', 'CC7.2', 'CC7.3', 'CC7.4', 'PI1.3'],
    gdpr: ['Article 25'],
    wellArchitected: ['SEC04-BP04'],
    owaspServerless: ['S10'],
  },
  peers: {
    prowler: [
      'cloudwatch_changes_to_network_acls_alarm_configured', 'cloudwatch_changes_to_network_gateways_alarm_configured',
      'cloudwatch_changes_to_network_route_tables_alarm_configured', 'cloudwatch_changes_to_vpcs_alarm_configured',
      'cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled',
      'cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled',
      'cloudwatch_log_metric_filter_authentication_failures', 'cloudwatch_log_metric_filter_aws_organizations_changes',
      'cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk',
      'cloudwatch_log_metric_filter_for_s3_bucket_policy_changes', 'cloudwatch_log_metric_filter_policy_changes',
      'cloudwatch_log_metric_filter_root_usage', 'cloudwatch_log_metric_filter_security_group_changes',
      'cloudwatch_log_metric_filter_sign_in_without_mfa', 'cloudwatch_log_metric_filter_unauthorized_api_calls',
    ],
    other: [
      'trivy:AWS-0147', 'trivy:AWS-0148', 'trivy:AWS-0149', 'trivy:AWS-0150', 'trivy:AWS-0151', 'trivy:AWS-0152', 'trivy:AWS-0153',
      'trivy:AWS-0154', 'trivy:AWS-0155', 'trivy:AWS-0156', 'trivy:AWS-0157', 'trivy:AWS-0158', 'trivy:AWS-0159', 'trivy:AWS-0160',
      'trivy:AWS-0174',
    ],
  },
  rationale: 'A login without MFA, a new policy or a stopped trail is in the log within minutes; without an alarm somebody reads it after the incident.',
  whenNotToUse: 'Accounts that GuardDuty, Security Hub or EventBridge rules watch for the same.',
  fix: 'Add a `logs.MetricFilter` with the pattern of the benchmark for each activity, and an alarm on its `metric()` that notifies a topic: the page of '
    + 'this rule shows all of them.',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-1',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html',
  ],
  absent: {
    means: 'CloudTrail raises no alarms by itself.',
    source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  },
  partly: 'Trails whose log group is outside the app, and filters and alarms that are made outside it.',
  outsideDefault: 'fifteen alarms cost money every month, belong into one account of an organisation, and GuardDuty finds more',
  divergences: [
    {
      peer: 'trivy:AWS-0147',
      how: 'Trivy compares the text of a pattern with that of the benchmark; here a pattern must match the events, however it is written.',
      source: 'https://github.com/aquasecurity/trivy-checks/tree/main/checks/cloud/aws/cloudwatch',
    },
  ],
  check: (trail, app) => {
    const arn = trail.get('CloudWatchLogsLogGroupArn');
    const group = arn.isSet ? app.meantBy(arn, 'AWS::Logs::LogGroup') : undefined;
    if (group === undefined) return 'NOT_APPLICABLE';
    const { resources: filters, maybeMore } = app.naming(group, 'AWS::Logs::MetricFilter', 'LogGroupName');
    const isMonitored = (event: object): boolean => some(filters, (filter) => raisesAlarm(filter, event, app));
    const missing = which(MONITORED_BY_CIS, ({ events }) => !allOf(...events.map((event) => () => isMonitored(event))));
    if (missing.length === 0) return 'COMPLIANT';
    return maybeMore === undefined ? violation(arn, `no alarm for ${missing.map(({ name }) => name).join(', ')}`, missing.map(({ name }) => name)) : unknown(maybeMore);
  },
  remediation: { kind: 'companion', adds: 'metric filters, alarms and a topic' },
});

/** The filter matches the event, but not whatever comes along, and an alarm watches its metric. */
function raisesAlarm(filter: Resource, event: object, app: AppModel): boolean {
  return allOf(
    () => some(filter.get('MetricTransformations').list(), (metric) => isWatched(metric, app)),
    () => {
      const text = filter.get('FilterPattern');
      const pattern = filterPattern(text.text() ?? '') ?? unknown('a filter pattern of this form is not evaluated here', text.location);
      return pattern(event) && !pattern(ORDINARY_EVENT);
    },
  );
}

function isWatched(metric: Value, app: AppModel): boolean {
  return app.once('is watched', metric, () => {
    const name = metric.get('MetricName');
    const namespace = metric.get('MetricNamespace');
    return some(alarmsOn(name, app), (alarm) => some(metricsOf(alarm), (watched) => allOf(
      () => watched.get('MetricName').isSameAs(name),
      () => watched.get('Namespace').isSameAs(namespace),
    )));
  });
}

/** The alarms that may watch metrics of a name. */
function alarmsOn(name: Value, app: AppModel): readonly Resource[] {
  return ['MetricName', 'Metrics.*.MetricStat.Metric.MetricName'].flatMap((path) => app.mayHold(name, ALARM, path));
}
