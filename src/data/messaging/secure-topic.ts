import { Reference, Tokenization } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct, type IConstruct } from 'constructs';
import { HardenedTopic } from './hardened-topic';
import { isLiteral } from '../../private/literal';
import { describeMisuse, fail, warn } from '../../private/misuse';
import { openNetworkPath } from '../../private/network-path';
import { refuseRivals } from '../../private/rivals';
import { seal } from '../../private/seal';
import { neverPublic, servicesStayBound } from '../../private/sealed-policy';
import { encryptedWith } from '../keys/encrypted-with';
import { outermostStack } from '../keys/key-policy';
import { SecureKey } from '../keys/secure-key';
import { validateKey } from '../keys/validate-key';
import { keepsExactly, noBroadActions, noOtherAccounts } from '../resource-policy';

/** The id of the alarm topic that a stack shares; a contract, because the topic's logical id follows from it. */
const SHARED_ALARM_TOPIC_ID = 'CdkHardenedAlarms';

/** Properties of an encrypted topic. */
export interface SecureTopicProps {
  /**
   * Name that subscribers see, at most 100 characters.
   *
   * @default - none
   */
  readonly displayName?: string;

  /**
   * Customer-managed key.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * An SNS topic that is encrypted with a customer-managed key, takes messages over TLS only, and lets the alarms and
 * EventBridge rules of its own account publish.
 *
 * CloudWatch alarms cannot publish to a topic under the AWS managed key
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html); here the key policy admits them and EventBridge by the
 * topic's encryption context, and the topic policy by their source account. `new targets.SnsTopic(topic.topic)` and
 * `new actions.SnsAction(topic.topic)` need nothing more.
 *
 * Costs nothing by itself beyond the key; each publisher causes about 18,000 KMS requests a month at most (0.05 USD).
 *
 * @example
 * const topic = new SecureTopic(this, 'Incidents');
 * topic.subscribeEmail('security@example.com');
 */
export class SecureTopic extends Construct {
  /**
   * The topic that all alarms in this stack (and its nested stacks) publish to, unless they are given their own.
   *
   * Subscribe to it, or nobody hears them:
   * `SecureTopic.alarmsOf(this).subscribeEmail('oncall@example.com')`. A synth without any subscriber warns
   * (`cdk-hardened:alarms-without-subscriber`).
   */
  public static alarmsOf(scope: IConstruct): SecureTopic {
    const stack = outermostStack(scope);
    const existing = stack.node.tryFindChild(SHARED_ALARM_TOPIC_ID);
    if (existing) return existing as SecureTopic;
    const alarms = new SecureTopic(stack, SHARED_ALARM_TOPIC_ID);
    alarms.warnWithoutSubscriber();
    return alarms;
  }

  /** The L2 topic; its `grantPublish` is as exact as ours, but opens no network path. */
  public readonly topic: sns.Topic;

  /** @throws when the key is known to be in another region. */
  constructor(scope: Construct, id: string, props: SecureTopicProps = {}) {
    super(scope, id);
    validateKey(this, props.encryptionKey);
    const topic = new HardenedTopic(this, 'Resource', {
      displayName: props.displayName,
      masterKey: props.encryptionKey ?? SecureKey.of(this).key,
      signatureVersion: '2', // SHA-256
    });
    topic.allowPublishers();
    this.topic = topic;
    this.sealTopic(topic);
  }

  /** ARN of the topic. */
  public get topicArn(): string {
    return this.topic.topicArn;
  }

  /** Sends every message to an e-mail address, once its owner has confirmed. */
  public subscribeEmail(address: string): void {
    if (isLiteral(address) && !/^[^\s@]+@[^\s@]+$/.test(address)) {
      fail(this, { prop: 'address', value: address, problem: 'this is no e-mail address', instead: 'Write for example "oncall@example.com".' });
    }
    this.topic.addSubscription(new subscriptions.EmailSubscription(address));
  }

  /** Lets a principal publish to this topic, and use its key through SNS for that. */
  public grantPublish(grantee: iam.IGrantable): iam.Grant {
    openNetworkPath(grantee, 'sns');
    return this.topic.grantPublish(grantee);
  }

  private sealTopic(topic: HardenedTopic): void {
    seal(this, topic.node.defaultChild as sns.CfnTopic, [
      encryptedWith(this, topic.masterKey!, 'KmsMasterKeyId', 'messages are encrypted with its customer-managed key'),
      {
        path: 'Subscription',
        promise: 'no subscriber gets messages in clear text',
        instead: 'Subscribe an https:// endpoint.',
        holds: (value) => ![value ?? []].flat().some((subscription) => (subscription as { Protocol?: unknown }).Protocol === 'http'),
      },
    ]);
    const policy = topic.node.findChild('Policy').node.defaultChild as sns.CfnTopicPolicy;
    const problem = 'a topic has one policy, and this one would overwrite the policy that protects it';
    const instead = 'Add your statements by topic.addToResourcePolicy(...).';
    refuseRivals(this, topic.node.defaultChild as sns.CfnTopic, 'TopicName', () => policy, [
      { type: 'AWS::SNS::TopicPolicy', names: ({ Topics }) => Topics, problem, instead },
      { type: 'AWS::SNS::TopicInlinePolicy', names: ({ TopicArn }) => TopicArn, problem, instead },
    ]);
    seal(this, policy, [
      keepsExactly(this, [topic.tlsOnly]),
      neverPublic(),
      servicesStayBound(),
      noBroadActions('sns:Publish'),
      noOtherAccounts(this),
    ]);
    this.node.addValidation({
      validate: () => this.subscriptions().filter(({ protocol }) => protocol === 'http').map((subscription) => describeMisuse(this, {
        prop: `subscription ${subscription.node.path} protocol`,
        value: subscription.protocol,
        problem: 'messages would be delivered in clear text',
        instead: 'Subscribe an https:// endpoint.',
      })),
    });
  }

  private warnWithoutSubscriber(): void {
    this.node.addValidation({
      validate: () => {
        if (this.subscriptions().length === 0) {
          warn(this, 'alarms-without-subscriber', `[${this.node.path}] has no subscriber, so alarms reach nobody. Write `
            + 'SecureTopic.alarmsOf(this).subscribeEmail(...), or pass alarmTopic to the constructs.');
        }
        return [];
      },
    });
  }

  /** Subscriptions of this topic in its app. Compared by what the ARN refers to: two stacks' topics can share a logical id. */
  private subscriptions(): sns.CfnSubscription[] {
    return this.node.root.node.findAll()
      .filter((node): node is sns.CfnSubscription => sns.CfnSubscription.isCfnSubscription(node))
      .filter(({ topicArn }) => Tokenization.reverseString(topicArn).tokens
        .some((token) => Reference.isReference(token) && token.target === this.topic.node.defaultChild));
  }
}
