import { CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { statementsOf, tooBroad } from './role-statements';
import { attachedPolicies } from '../data/attached-policies';
import { descriptionOf } from '../private/description';
import { describeMisuse } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';
import { Protection, seal } from '../private/seal';

const TRUST_SOURCE = 'aws:SourceAccount';

/**
 * A role for one function: no managed policy, only statements written out for it.
 *
 * The trust is bound to this account; binding it to the function's own ARN would be a cycle.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention
 */
export function defineRole(scope: Construct, logGroup: ILogGroup, environmentKey: kms.IKey): iam.Role {
  const { account, partition, region } = Stack.of(scope);
  const role = new iam.Role(scope, 'Role', {
    description: descriptionOf(`Execution role of ${scope.node.path}`),
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com', {
      conditions: { StringEquals: { [TRUST_SOURCE]: account } },
    }),
  });
  role.addToPolicy(new iam.PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  }));
  // Lambda's own grant on the key dies with the role that it was made for; the function's exact ARN would be a cycle
  role.addToPolicy(new iam.PolicyStatement({
    actions: ['kms:Decrypt'],
    resources: [environmentKey.keyArn],
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:lambda:FunctionArn': `arn:${partition}:lambda:${region}:${account}:function:*` },
    },
  }));
  return role;
}

/** Fails the synth when the role is trusted by others, or its policies outgrow what a function needs. */
export function sealRole(owner: Construct, role: iam.Role): void {
  seal(owner, role.node.defaultChild as CfnResource, [trustStays()]);
  sealPermissions(owner, role);
}

/** Fails the synth when the policies of a role outgrow exact actions and ARNs. */
export function sealPermissions(owner: Construct, role: iam.Role): void {
  seal(owner, role.node.defaultChild as CfnResource, [noManagedPolicies(), inlinePoliciesStayExact()]);
  owner.node.addValidation({
    validate: () => attachedPolicies(role, role).flatMap((policy) =>
      statementsOf(resolveResource(policy).Properties?.PolicyDocument).flatMap((statement) => {
        const problem = tooBroad(statement);
        return problem === undefined ? [] : [describeMisuse(owner, {
          prop: `${policy.cfnResourceType} ${policy.node.path}`,
          value: statement,
          problem: `the construct promises a role of exact permissions, and ${problem}`,
          instead: 'Name the actions and the ARNs that the code needs; the grants of the data constructs write them for you.',
        })];
      })),
  });
}

function trustStays(): Protection {
  return {
    path: 'AssumeRolePolicyDocument',
    promise: 'Lambda alone assumes the role, for functions of this account only',
    instead: 'Give other principals roles of their own.',
    holds: (document) => {
      const statements = statementsOf(document) as { Principal?: unknown; Condition?: Record<string, Record<string, unknown>> }[];
      return statements.length > 0 && statements.every((statement) =>
        JSON.stringify(statement.Principal) === '{"Service":"lambda.amazonaws.com"}'
        && statement.Condition?.StringEquals?.[TRUST_SOURCE] !== undefined);
    },
  };
}

function noManagedPolicies(): Protection {
  return {
    path: 'ManagedPolicyArns',
    promise: 'the role has no managed policies, which AWS or others may widen',
    instead: 'Write the statements that the code needs with addToRolePolicy.',
    holds: (arns) => arns === undefined || (Array.isArray(arns) && arns.length === 0),
  };
}

function inlinePoliciesStayExact(): Protection {
  return {
    path: 'Policies',
    promise: 'its inline policies name actions and ARNs',
    instead: 'Write the statements that the code needs with addToRolePolicy.',
    holds: (policies) => ((policies ?? []) as { PolicyDocument?: unknown }[])
      .every((policy) => statementsOf(policy.PolicyDocument).every((statement) => tooBroad(statement) === undefined)),
  };
}
