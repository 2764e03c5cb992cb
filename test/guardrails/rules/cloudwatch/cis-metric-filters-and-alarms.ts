import { GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/cloudwatch/cis-metric-filters-and-alarms';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

function anyName(...names: readonly string[]): string {
  return names.map((name) => `($.eventName=${name})`).join(' || ');
}

/** The patterns of the benchmark, one for each activity. */
export const PATTERNS = {
  Refused: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
  NoMfa: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  Root: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  Iam: `{($.eventSource=iam.amazonaws.com) && (${anyName(
    'DeleteGroupPolicy', 'DeleteRolePolicy', 'DeleteUserPolicy', 'PutGroupPolicy', 'PutRolePolicy', 'PutUserPolicy', 'CreatePolicy', 'DeletePolicy',
    'CreatePolicyVersion', 'DeletePolicyVersion', 'AttachRolePolicy', 'DetachRolePolicy', 'AttachUserPolicy', 'DetachUserPolicy', 'AttachGroupPolicy',
    'DetachGroupPolicy',
  )})}`,
  Trail: `{${anyName('CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging')}}`,
  Failed: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
  Keys: `{($.eventSource=kms.amazonaws.com) && (${anyName('DisableKey', 'ScheduleKeyDeletion')})}`,
  Buckets: `{($.eventSource=s3.amazonaws.com) && (${anyName(
    'PutBucketAcl', 'PutBucketPolicy', 'PutBucketCors', 'PutBucketLifecycle', 'PutBucketReplication', 'DeleteBucketPolicy', 'DeleteBucketCors',
    'DeleteBucketLifecycle', 'DeleteBucketReplication',
  )})}`,
  Config: `{($.eventSource=config.amazonaws.com) && (${anyName(
    'StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder',
  )})}`,
  Groups: `{${anyName(
    'AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress', 'RevokeSecurityGroupEgress', 'CreateSecurityGroup',
    'DeleteSecurityGroup',
  )}}`,
  Acls: `{${anyName(
    'CreateNetworkAcl', 'CreateNetworkAclEntry', 'DeleteNetworkAcl', 'DeleteNetworkAclEntry', 'ReplaceNetworkAclEntry', 'ReplaceNetworkAclAssociation',
  )}}`,
  Gateways: `{${anyName(
    'CreateCustomerGateway', 'DeleteCustomerGateway', 'AttachInternetGateway', 'CreateInternetGateway', 'DeleteInternetGateway', 'DetachInternetGateway',
  )}}`,
  Routes: `{($.eventSource=ec2.amazonaws.com) && (${anyName(
    'CreateRoute', 'CreateRouteTable', 'ReplaceRoute', 'ReplaceRouteTableAssociation', 'DeleteRouteTable', 'DeleteRoute', 'DisassociateRouteTable',
  )})}`,
  Vpcs: `{${anyName(
    'CreateVpc', 'DeleteVpc', 'ModifyVpcAttribute', 'AcceptVpcPeeringConnection', 'CreateVpcPeeringConnection', 'DeleteVpcPeeringConnection',
    'RejectVpcPeeringConnection', 'AttachClassicLinkVpc', 'DetachClassicLinkVpc', 'DisableVpcClassicLink', 'EnableVpcClassicLink',
  )}}`,
  Organisation: '{ $.eventSource = "organizations.amazonaws.com" }',
} as const;

const TRAIL = { Type: 'AWS::CloudTrail::Trail', Properties: { CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] } } };
const WHERE = 'Properties.CloudWatchLogsLogGroupArn';

function filter(name: string, pattern: unknown, group: unknown = { Ref: 'Group' }): object {
  return {
    Type: 'AWS::Logs::MetricFilter',
    Properties: { LogGroupName: group, FilterPattern: pattern, MetricTransformations: [{ MetricNamespace: 'Cis', MetricName: name, MetricValue: '1' }] },
  };
}

function alarm(name: string): object {
  return { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'Cis', MetricName: name } };
}

/** A trail with all filters and alarms, some of them changed or left out. */
function monitored(changes: Readonly<Record<string, object | undefined>> = {}, trail: object = TRAIL): Situation {
  const both = Object.entries(PATTERNS).flatMap(([name, pattern]) => [[`${name}Filter`, filter(name, pattern)], [`${name}Alarm`, alarm(name)]]);
  const all: Record<string, object | undefined> = { Subject: trail, Group: { Type: 'AWS::Logs::LogGroup' }, ...Object.fromEntries(both) as object, ...changes };
  return resources(Object.fromEntries(Object.entries(all).filter(([, resource]) => resource !== undefined)) as Record<string, object>, GIVEN);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'the patterns of the benchmark': monitored(),
    'one filter more, which matches everything': monitored({ All: filter('All', '') }),
    'two filters for one activity': monitored({
      KeysFilter: filter('Keys', '{ $.eventName = "DisableKey" }'), MoreFilter: filter('Keys', '{ $.eventName = "ScheduleKey*" }'),
    }),
    'an alarm that computes with the metric': monitored({
      RootAlarm: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { Metrics: [{ Id: 'm', MetricStat: { Metric: { Namespace: 'Cis', MetricName: 'Root' }, Period: 60, Stat: 'Sum' } }] },
      },
    }),
    'a filter of another form beside them': monitored({ Words: filter('Words', '?ERROR ?Exception'), WordsAlarm: alarm('Words') }),
  },
  nonCompliant: {
    'nothing': [resources({ Subject: TRAIL, Group: { Type: 'AWS::Logs::LogGroup' } }), WHERE],
    'a filter without an alarm': [monitored({ RootAlarm: undefined }), WHERE],
    'an alarm without a filter': [monitored({ RootFilter: undefined }), WHERE],
    'a filter on another log group': [monitored({ RootFilter: filter('Root', PATTERNS.Root, 'other') }), WHERE],
    'an event less than there should be': [monitored({ KeysFilter: filter('Keys', '{ $.eventName = DisableKey }') }), WHERE],
    'the events joined by AND': [monitored({ TrailFilter: filter('Trail', PATTERNS.Trail.replace(/\|\|/g, '&&')) }), WHERE],
    'the opposite': [monitored({ RootFilter: filter('Root', '{ $.userIdentity.type != "Root" }') }), WHERE],
    'a filter that matches everything': [monitored({ RootFilter: filter('Root', '') }), WHERE],
    'a filter that matches every call': [monitored({ RootFilter: filter('Root', '{ $.eventType = "AwsApiCall" }') }), WHERE],
    'an alarm on another metric': [monitored({ RootAlarm: alarm('Other') }), WHERE],
    'an alarm on a metric of another namespace': [
      monitored({ RootAlarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'Other', MetricName: 'Root' } } }), WHERE,
    ],
  },
  insufficientData: {
    'a log group by a parameter': monitored({}, { ...TRAIL, Properties: { CloudWatchLogsLogGroupArn: { Ref: 'Given' } } }),
    'a pattern by a parameter': monitored({ RootFilter: filter('Root', { Ref: 'Given' }) }),
    'a pattern of another form': monitored({ RootFilter: filter('Root', '{ $.userIdentity.type = %Root% }') }),
    'a filter on a group that may be this one': monitored({ RootFilter: filter('Root', PATTERNS.Root, { Ref: 'Given' }) }),
    'a metric by a parameter': monitored({ RootAlarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'Cis', MetricName: { Ref: 'Given' } } } }),
  },
  notApplicable: {
    'a trail without a log group': resources({ Subject: { Type: 'AWS::CloudTrail::Trail', Properties: {} } }),
    'a log group outside the app': resources({
      Subject: { Type: 'AWS::CloudTrail::Trail', Properties: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:g:*' } },
      Group: { Type: 'AWS::Logs::LogGroup' },
    }),
  },
};
