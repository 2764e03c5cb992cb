import { Names, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { descriptionOf } from '../private/description';

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
  const role = new iam.Role(owner, 'SmsRole', {
    description: descriptionOf(`Text messages of ${owner.node.path}`),
    assumedBy: new iam.ServicePrincipal('cognito-idp.amazonaws.com', {
      conditions: {
        StringEquals: { 'sts:ExternalId': externalId, 'aws:SourceAccount': account },
        // the pool's own ARN would be a cycle
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cognito-idp:${region}:${account}:userpool/*` },
      },
    }),
    inlinePolicies: {
      SendTextMessages: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }),
          new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['sns:Publish'], resources: [`arn:${partition}:sns:*:*:*`] }),
        ],
      }),
    },
  });
  return { role, externalId };
}
