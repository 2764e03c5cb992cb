import { Stack, Token } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { WebFirewall } from './web-firewall';
import { fail } from '../../private/misuse';
import { ALARM_PERIOD, alarmsTo } from '../api-metrics';

/** Refused requests of one period; below, an alarm would be noise of the internet. */
const BLOCKED_REQUESTS = 200;

/** What an alarm on refused requests says and where it goes. */
interface BlockedRequestsProps {
  /** The firewall in front. */
  readonly firewall: WebFirewall;
  /** Where the alarm goes, and its end too. */
  readonly topic: sns.ITopic;
  /** Path of what the firewall is in front of. */
  readonly name: string;
  /** Above so many requests in 5 minutes it rings. */
  readonly threshold?: number;
}

/** Makes the alarm on requests that a firewall refuses, under `scope`; 0.10 USD a month. */
export function alarmOnBlockedRequests(scope: Construct, props: BlockedRequestsProps): cloudwatch.Alarm {
  const { firewall, topic, name, threshold = BLOCKED_REQUESTS } = props;
  validateTopic(scope, topic);
  return alarmsTo(scope, topic)('BlockedRequests', firewall.metricBlockedRequests({ period: ALARM_PERIOD }), threshold, 1,
    `The web firewall of ${name} blocks more than ${threshold} requests in 5 minutes`);
}

/** CloudWatch takes topics of its own region only, and a site's is us-east-1, wherever the rest of the app is. */
function validateTopic(scope: Construct, { env, node }: sns.ITopic): void {
  const { region } = Stack.of(scope);
  if (Token.isUnresolved(region) || Token.isUnresolved(env.region) || env.region === region) return;
  fail(scope, {
    prop: 'alarmTopic',
    value: node.path,
    problem: `the topic is in ${env.region}, and an alarm in ${region} can tell topics of ${region} only`,
    instead: `Make a SecureTopic in a stack of ${region}, or leave alarmTopic out and subscribe to SecureTopic.alarmsOf(stack).`,
  });
}
