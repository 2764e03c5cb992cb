import { Names, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { canonicalJson } from '../private/canonical-json';
import { descriptionOf } from '../private/description';
import { seal, staysEqual } from '../private/seal';
import { everyStatement } from '../private/sealed-policy';

const COGNITO = 'cognito-idp.amazonaws.com';

const POLICY_NAME = 'SendTextMessages';

const SENDS = ['the role sends text messages to numbers, and to no topic', 'Give what else needs permissions a role of its own.'] as const;

/** The role with which Cognito sends text messages. */
export interface SmsSender {
  readonly role: iam.Role;
  readonly externalId: string;
}

/**
 * Text messages go to numbers, which have no ARN: SNS is allowed as a whole, and its topics are denied.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-sms-settings.html
 */
export function defineSmsSender(owner: Construct): SmsSender {
  const { account, partition, region } = Stack.of(owner);
  const externalId = Names.uniqueId(owner).slice(-100);
  const conditions = {
    StringEquals: { 'sts:ExternalId': externalId, 'aws:SourceAccount': account },
    // the pool's own ARN would be a cycle
    ArnLike: { 'aws:SourceArn': `arn:${partition}:cognito-idp:${region}:${account}:userpool/*` },
  };
  const toNumbers = new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }),
      new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['sns:Publish'], resources: [`arn:${partition}:sns:*:*:*`] }),
    ],
  });
  const role = new iam.Role(owner, 'SmsRole', {
    description: descriptionOf(`Text messages of ${owner.node.path}`),
    assumedBy: new iam.ServicePrincipal(COGNITO, { conditions }),
    inlinePolicies: { [POLICY_NAME]: toNumbers },
  });
  seal(owner, role.node.defaultChild as iam.CfnRole, [
    everyStatement({
      path: 'AssumeRolePolicyDocument',
      promise: 'Cognito alone assumes the role, for user pools of this account and with the external id of this one',
      instead: 'Give other principals roles of their own.',
      holds: ({ Principal, Condition }) =>
        canonicalJson([Principal, Condition]) === canonicalJson(Stack.of(owner).resolve([{ Service: COGNITO }, conditions])),
    }),
    staysEqual(owner, 'Policies', [{ PolicyName: POLICY_NAME, PolicyDocument: toNumbers }], ...SENDS),
    staysEqual(owner, 'ManagedPolicyArns', undefined, ...SENDS),
  ]);
  return { role, externalId };
}
