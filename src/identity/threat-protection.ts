import { ArnFormat, Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { keepOnlyOne } from './only-one';
import { stackGuid } from '../api/stack-guid';
import { outlivesStack } from '../data/outlives-stack';
import { seal, stays, staysEqual, staysSet } from '../private/seal';
import { Profile } from '../profile';

/** What Cognito does at each level of risk. Who has stolen a password only is stopped by the second factor. */
const ACTIONS = { LowAction: 'MFA_REQUIRED', MediumAction: 'MFA_REQUIRED', HighAction: 'BLOCK' };

const ALL_CLIENTS = 'ALL';

const EVERYWHERE = 'risky sign-ins are acted on in every client';

const COMPROMISED = 'CompromisedCredentialsRiskConfiguration.Actions.EventAction';

/**
 * Blocks what Cognito takes for a stolen account or a leaked password, in every client of the pool.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
 */
export function defineRiskResponse(owner: Construct, userPool: cognito.UserPool): void {
  const response = new cognito.CfnUserPoolRiskConfigurationAttachment(owner, 'RiskResponse', {
    userPoolId: userPool.userPoolId,
    clientId: ALL_CLIENTS,
    accountTakeoverRiskConfiguration: {
      actions: {
        lowAction: { eventAction: ACTIONS.LowAction, notify: false },
        mediumAction: { eventAction: ACTIONS.MediumAction, notify: false },
        highAction: { eventAction: ACTIONS.HighAction, notify: false },
      },
    },
    compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } }, // of every event: sign-in, sign-up, change of password
  });
  const instead = 'Leave the risk configuration to the construct.';
  seal(owner, response, [
    staysEqual(owner, 'UserPoolId', userPool.userPoolId, EVERYWHERE, instead),
    stays('ClientId', ALL_CLIENTS, EVERYWHERE, instead),
    ...Object.entries(ACTIONS).map(([level, action]) => stays(
      `AccountTakeoverRiskConfiguration.Actions.${level}.EventAction`, action, 'risky sign-ins are acted on', instead)),
    stays(COMPROMISED, 'BLOCK', 'passwords that have leaked are refused', instead),
    staysEqual(owner, 'CompromisedCredentialsRiskConfiguration.EventFilter', undefined, 'passwords that have leaked are refused, wherever they are given', instead),
    {
      path: 'RiskExceptionConfiguration.SkippedIPRangeList',
      promise: 'no address is exempt from threat protection',
      instead,
      holds: (ranges) => ranges === undefined,
    },
  ]);
  keepOnlyOne(owner, {
    said: response,
    by: 'userPoolId',
    pool: userPool.node.defaultChild as cognito.CfnUserPool,
    problem: `the construct promises that ${EVERYWHERE}, and for its client Cognito takes this one instead`,
    instead: 'Leave it out, or pass plan: UserPoolPlan.ESSENTIALS if you can do without threat protection.',
  });
}

/**
 * The log of sign-ins: who, from where, with what risk. Not under a customer-managed key, which Cognito refuses.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CloudWatchLogsConfigurationType.html
 */
export function defineSignInLog(owner: Construct, userPool: cognito.IUserPool, retention?: logs.RetentionDays): logs.LogGroup {
  const profile = Profile.of(owner);
  const logGroup = new logs.LogGroup(owner, 'SignIns', {
    // the prefix that AWS asks for where a service delivers; the stack's GUID keeps the name apart from what an earlier deployment left behind
    logGroupName: `/aws/vendedlogs/cognito/${Names.uniqueResourceName(owner, { maxLength: 128, separator: '-' })}-${stackGuid(owner)}`,
    retention: retention ?? (profile.logRetentionDays as logs.RetentionDays),
    // but not when the deployment that makes it fails: kept, its name would be in the way of the next try
    removalPolicy: profile.removalPolicy === RemovalPolicy.RETAIN ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : profile.removalPolicy,
  });
  const logGroupArn = Stack.of(owner).formatArn({
    service: 'logs', // without the ":*" that the log group's own ARN ends with
    resource: 'log-group',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    resourceName: logGroup.logGroupName,
  });
  const delivery = new cognito.CfnLogDeliveryConfiguration(owner, 'SignInLog', {
    userPoolId: userPool.userPoolId,
    logConfigurations: [{ eventSource: 'userAuthEvents', logLevel: 'INFO', cloudWatchLogsConfiguration: { logGroupArn } }],
  });
  const written = [{ EventSource: 'userAuthEvents', LogLevel: 'INFO', CloudWatchLogsConfiguration: { LogGroupArn: logGroupArn } }];
  const logged = ['sign-ins are logged, here', 'Leave the log to the construct.'] as const;
  seal(owner, delivery, [
    staysEqual(owner, 'UserPoolId', userPool.userPoolId, ...logged),
    staysEqual(owner, 'LogConfigurations', written, ...logged),
  ]);
  keepOnlyOne(owner, {
    said: delivery,
    by: 'userPoolId',
    pool: userPool.node.defaultChild as cognito.CfnUserPool,
    problem: 'the construct promises that sign-ins are logged, and a pool has one configuration of logs',
    instead: 'Read the log group of the construct, signInLogGroup, or have a subscription filter send it on.',
  });
  seal(owner, logGroup.node.defaultChild as logs.CfnLogGroup, [
    staysSet('RetentionInDays', 'log events expire', 'Set logRetention to the number of days you must keep.'),
    ...outlivesStack(owner),
  ]);
  return logGroup;
}
