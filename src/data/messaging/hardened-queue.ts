import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { grantToPrincipal } from '../grant-to-principal';
import { grantKeyUse } from '../keys/key-grants';
import { allowServiceUse } from '../keys/key-policy';

const EVENT_BRIDGE = 'events.amazonaws.com';
const RULES = 'EventBridgeRules';

/** Services that CDK's integrations (`SqsSubscription`, `SqsDestination`) would let into the key policy in a bad way. */
const INSTEAD_OF: Record<string, string> = {
  'sns.amazonaws.com': 'Write secureQueue.subscribeTo(topic).',
  's3.amazonaws.com': 'Switch on EventBridge notifications of the bucket, and make the queue the target of a rule: '
    + 'new targets.SqsQueue(secureQueue.queue).',
};

/** What Lambda needs of an execution role to poll (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html). */
export const POLL = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/**
 * The L2 queue with grants that stay exact, so that CDK's own integrations keep them too.
 *
 * The L2's grants leave KMS unbound, and give services unconditioned statements, in the key policy as well:
 * `targets.SqsQueue` would let the EventBridge rules of any account send.
 */
export class HardenedQueue extends sqs.Queue {
  /** Statement that the queue's policy always holds. */
  public readonly tlsOnly: iam.PolicyStatement;

  private readonly key: kms.IKey;
  private readonly sids = new Set<string>();

  constructor(scope: Construct, id: string, props: sqs.QueueProps & { readonly encryptionMasterKey: kms.IKey }) {
    super(scope, id, { ...props, encryption: sqs.QueueEncryption.KMS });
    this.key = props.encryptionMasterKey;
    this.tlsOnly = new iam.PolicyStatement({
      sid: 'TlsOnly',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['sqs:*'],
      resources: [this.queueArn],
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    super.addToResourcePolicy(this.tlsOnly);
  }

  /** Adds a statement; whoever lets EventBridge in (a rule's dead-letter queue, for example) needs the key for it too. */
  public addToResourcePolicy(statement: iam.PolicyStatement): iam.AddToResourcePolicyResult {
    for (const principal of statement.principals) {
      if (!(principal instanceof iam.ServicePrincipal)) continue;
      if (principal.service === EVENT_BRIDGE) this.letEventBridgeUseKey();
      const instead = INSTEAD_OF[principal.service];
      if (instead) {
        fail(this.node.scope!, {
          prop: 'queue',
          value: principal.service,
          problem: 'with this integration CDK lets the service use the key unbound, or by a reference that makes a dependency cycle',
          instead,
        });
      }
    }
    return super.addToResourcePolicy(statement);
  }

  public grantSendMessages(grantee: iam.IGrantable): iam.Grant {
    const principal = grantee.grantPrincipal;
    if (!(principal instanceof iam.ServicePrincipal)) {
      return this.grantExactly(grantee, ['sqs:SendMessage'], ['kms:GenerateDataKey', 'kms:Decrypt']);
    }
    if (principal.service !== EVENT_BRIDGE) return super.grantSendMessages(grantee);
    this.allowRules();
    return iam.Grant.drop(grantee, 'allowed in the queue policy, bound to rules of this account');
  }

  public grantConsumeMessages(grantee: iam.IGrantable): iam.Grant {
    return this.grantExactly(grantee, [...POLL, 'sqs:ChangeMessageVisibility'], ['kms:Decrypt']);
  }

  /** Actions on this queue, and its key through SQS only. */
  public grantExactly(grantee: iam.IGrantable, actions: string[], keyActions: string[]): iam.Grant {
    return grantToPrincipal(this, { grantee, actions, resourceArns: [this.queueArn] })
      .combine(grantKeyUse(this, grantee, this.key, { via: 'sqs', actions: keyActions }));
  }

  /** Lets SNS deliver from a topic. */
  public allowTopic(topic: sns.ITopic): iam.AddToResourcePolicyResult {
    const { account } = topic.env;
    allowServiceUse(this.node.scope!, this.key, {
      sid: `QueuesTopics${isLiteral(account) ? account : ''}`,
      principal: 'sns.amazonaws.com',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      // a pattern: the ARN of a topic under the same key would be a cycle
      conditions: { ArnLike: { 'aws:SourceArn': `arn:${Stack.of(this).partition}:sns:*:${account}:*` } },
    });
    return super.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('sns.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [this.queueArn],
      conditions: { ArnEquals: { 'aws:SourceArn': topic.topicArn } },
    }));
  }

  /** By account and name pattern: the ARN of a rule in a stack that refers to this queue would be a cycle of stacks. */
  private allowRules(): void {
    if (this.sids.has(RULES)) return;
    this.sids.add(RULES);
    const { account, region, partition } = Stack.of(this);
    this.addToResourcePolicy(new iam.PolicyStatement({
      sid: RULES,
      principals: [new iam.ServicePrincipal(EVENT_BRIDGE)],
      actions: ['sqs:SendMessage'],
      resources: [this.queueArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:events:${region}:${account}:rule/*` },
      },
    }));
  }

  /** EventBridge's calls to KMS carry no source keys; with those in the key policy its events would vanish silently. */
  private letEventBridgeUseKey(): void {
    const { account, region, partition } = Stack.of(this);
    allowServiceUse(this.node.scope!, this.key, {
      sid: 'QueuesEventBridge',
      principal: EVENT_BRIDGE,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:sqs:arn': `arn:${partition}:sqs:${region}:${account}:*` } },
    });
  }
}
