import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { allOf, every, some, violation } from '../../engine/violation';

/** Protocols of subscriptions whose delivery can be logged, with the name that the setting gives them. */
const LOGGED: Readonly<Record<string, string>> = {
  application: 'application', firehose: 'firehose', http: 'http/s', https: 'http/s', lambda: 'lambda', sqs: 'sqs',
};

export const rule = defineRule({
  id: 'sns/delivery-status-logging',
  title: 'SNS topics log whether their messages were delivered',
  severity: 'low',
  resourceTypes: ['AWS::SNS::Topic'],
  controls: {
    owaspServerless: ['S10'],
  },
  peers: {
    other: ['config:sns-topic-message-delivery-notification-enabled', 'sechub-retired:SNS.2'],
  },
  rationale: 'Without it nobody sees that a subscriber has not answered for days, or which messages it missed.',
  whenNotToUse: 'Topics whose subscriptions have dead-letter queues and alarms.',
  fix: 'Set `loggingConfigs` on the topic: an entry with `protocol`, `failureFeedbackRole` and `successFeedbackRole` for each protocol in use. The '
    + 'roles are assumed by `sns.amazonaws.com` and write logs; `successFeedbackSampleRate` limits their number.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-sns-topic-loggingconfig.html',
  ],
  absent: {
    means: 'The delivery of messages is not logged.',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html',
  },
  outsideDefault: 'a log line for every message costs money; Security Hub has retired the control',
  check: (topic, app) => {
    const entries = topic.get('DeliveryStatusLogging').list();
    const isLogged = (protocol: string): boolean => some(entries, (entry) => entry.get('Protocol').is(protocol) && isComplete(entry));
    const { protocols, maybeMore } = protocolsOf(topic, app);
    const missing = every([...new Set(protocols)], (protocol): Outcome => {
      const name = LOGGED[protocol];
      if (name === undefined) return 'NOT_APPLICABLE';
      return isLogged(name) ? 'COMPLIANT' : violation('Properties.DeliveryStatusLogging', `deliveries by ${name} are not logged in full`, name);
    });
    if (missing !== 'COMPLIANT' && missing !== 'NOT_APPLICABLE') return missing;
    if (allOf(...Object.values(LOGGED).map((name) => () => isLogged(name)))) return 'COMPLIANT';
    if (maybeMore !== undefined) return unknown(maybeMore);
    if (protocols.length > 0) return missing;
    // who subscribes is not in the app: one protocol shows the intention
    if (some(entries, isComplete)) return 'COMPLIANT';
    return violation('Properties.DeliveryStatusLogging', 'deliveries are not logged in full by any protocol');
  },
  remediation: { kind: 'companion', adds: 'a role that lets SNS write logs' },
});

function isComplete(entry: Value): boolean {
  return allOf(() => entry.get('FailureFeedbackRoleArn').isSet, () => entry.get('SuccessFeedbackRoleArn').isSet);
}

/** By which protocols the subscriptions of the app are delivered. */
function protocolsOf(topic: Resource, app: AppModel): { readonly protocols: readonly string[]; readonly maybeMore?: string } {
  const { resources, maybeMore } = app.naming(topic, 'AWS::SNS::Subscription', 'TopicArn');
  const inline = topic.get('Subscription').list().map((subscription) => subscription.get('Protocol'));
  const all = [...inline, ...resources.map((subscription) => subscription.get('Protocol'))];
  return { protocols: all.map((protocol) => protocol.text() ?? ''), maybeMore };
}
