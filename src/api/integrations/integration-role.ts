import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { grantToPrincipal } from '../../data/grant-to-principal';
import { grantKeyUse } from '../../data/keys/key-grants';
import { seal, staysAbsent } from '../../private/seal';
import { everyStatement, type Statement, statementsOf } from '../../private/sealed-policy';

/** What SQS needs of the key of an encrypted queue, from whoever sends (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html). */
const SEND_WITH_KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];

const TRUST = JSON.stringify([{ Service: 'apigateway.amazonaws.com' }]);

const LEAVE = 'Leave the role to the construct; what else a request should do, do in a function behind a route by addRoute.';

/**
 * The role with which API Gateway calls one queue or bus for the routes of one API.
 *
 * Its trust has no source condition, because API Gateway documents none for integrations: whoever may pass this role to an API of this
 * account could use it, to send there.
 */
export class IntegrationRole extends Construct {
  /** The L2 role. */
  public readonly role: iam.Role;

  private readonly resources: string[] = [];

  constructor(scope: Construct, id: string, private readonly target: string) {
    super(scope, id);
    this.role = new iam.Role(this, 'Resource', {
      description: `Lets API Gateway reach ${target}`.slice(0, 1000),
      assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
    });
  }

  /** Lets it send to the queue, and use its key for that. */
  public allowSending(queueArn: string, key: kms.IKey | undefined): iam.Grant {
    const grant = this.allow(['sqs:SendMessage'], queueArn);
    if (!key) return grant;
    if (!this.resources.includes(key.keyArn)) this.resources.push(key.keyArn);
    return grant.combine(grantKeyUse(this, this.role, key, { via: 'sqs', actions: SEND_WITH_KEY }));
  }

  /**
   * Lets it put events of this source and type on the bus. `Null` besides, because `ForAllValues` also holds where there is nothing.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
   */
  public allowEvents(busArn: string, source: string, detailType: string): iam.Grant {
    return this.allow(['events:PutEvents'], busArn, {
      'ForAllValues:StringEquals': { 'events:source': source, 'events:detail-type': detailType },
      'Null': { 'events:source': 'false', 'events:detail-type': 'false' },
    });
  }

  private allow(actions: string[], resource: string, conditions?: Record<string, Record<string, string>>): iam.Grant {
    const isFirst = this.resources.length === 0;
    if (!this.resources.includes(resource)) this.resources.push(resource);
    const grant = grantToPrincipal(this, { grantee: this.role, actions, resourceArns: [resource], conditions });
    if (isFirst) this.sealRole([...actions, ...SEND_WITH_KEY]);
    return grant;
  }

  private sealRole(actions: string[]): void {
    const promise = `API Gateway may send to ${this.target} and do nothing else`;
    seal(this, this.role.node.defaultChild as iam.CfnRole, [
      staysAbsent('ManagedPolicyArns', promise, LEAVE),
      staysAbsent('Policies', promise, LEAVE),
      {
        path: 'AssumeRolePolicyDocument',
        promise: 'API Gateway alone can assume the role',
        instead: LEAVE,
        holds: (document) => JSON.stringify(statementsOf(document).map(({ Principal }) => Principal)) === TRUST,
      },
    ]);
    seal(this, this.role.node.findChild('DefaultPolicy').node.defaultChild as iam.CfnPolicy, [everyStatement({
      promise,
      instead: LEAVE,
      holds: (statement) => [statement.Action].flat().every((action) => action !== undefined && actions.includes(action)) && this.isOurs(statement),
    })]);
  }

  private isOurs(statement: Statement): boolean {
    const emitted = [(statement as { Resource?: unknown }).Resource].flat().map((resource) => JSON.stringify(resource));
    const ours = this.resources.map((resource) => JSON.stringify(Stack.of(this).resolve(resource)));
    return emitted.length > 0 && emitted.every((resource) => ours.includes(resource));
  }
}
