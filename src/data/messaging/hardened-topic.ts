import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { grantToPrincipal } from '../grant-to-principal';
import { grantKeyUse } from '../keys/key-grants';
import { allowServiceUse } from '../keys/key-policy';

/** Services that every topic lets in, and how its key knows them. */
const PUBLISHERS: Record<string, string> = {
  'cloudwatch.amazonaws.com': 'TopicsCloudWatchAlarms',
  'events.amazonaws.com': 'TopicsEventBridge',
};

/**
 * The L2 topic with a publishing grant that stays exact, so that CDK's own integrations keep it too.
 *
 * The L2's grant leaves KMS unbound, and writes unconditioned statements for services: `targets.SnsTopic` would let the
 * EventBridge rules of any account publish.
 */
export class HardenedTopic extends sns.Topic {
  /** Statement that the topic's policy always holds; the one that `enforceSSL` of the L2 writes. */
  public readonly tlsOnly: iam.PolicyStatement;

  constructor(scope: Construct, id: string, props: sns.TopicProps & { readonly masterKey: kms.IKey }) {
    super(scope, id, props);
    this.tlsOnly = new iam.PolicyStatement({
      sid: 'AllowPublishThroughSSLOnly',
      effect: iam.Effect.DENY,
      principals: [new iam.StarPrincipal()],
      actions: ['sns:Publish'],
      resources: [this.topicArn],
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    this.addToResourcePolicy(this.tlsOnly);
  }

  /** Lets alarms and EventBridge rules of this account publish. */
  public allowPublishers(): void {
    const { account, region, partition } = Stack.of(this);
    this.allowService('cloudwatch.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
    });
    this.allowService('events.amazonaws.com', { StringEquals: { 'aws:SourceAccount': account } });
  }

  public grantPublish(grantee: iam.IGrantable): iam.Grant {
    const principal = grantee.grantPrincipal;
    if (principal instanceof iam.ServicePrincipal) {
      return principal.service in PUBLISHERS
        ? iam.Grant.drop(grantee, 'allowed from the start, bound to this account')
        : super.grantPublish(grantee);
    }
    const publish = grantToPrincipal(this, { grantee, actions: ['sns:Publish'], resourceArns: [this.topicArn] });
    return publish.combine(grantKeyUse(this, grantee, this.masterKey!, { via: 'sns', actions: ['kms:GenerateDataKey', 'kms:Decrypt'] }));
  }

  private allowService(service: string, conditions: Record<string, Record<string, string>>): void {
    const { account, region, partition } = Stack.of(this);
    this.addToResourcePolicy(new iam.PolicyStatement({
      sid: PUBLISHERS[service],
      principals: [new iam.ServicePrincipal(service)],
      actions: ['sns:Publish'],
      resources: [this.topicArn],
      conditions,
    }));
    // EventBridge's calls to KMS carry no source keys; with those in the key policy its events would vanish silently
    allowServiceUse(this.node.scope!, this.masterKey!, {
      sid: PUBLISHERS[service],
      principal: service,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:${partition}:sns:${region}:${account}:*` } },
    });
  }
}
