import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { resourceOfPrincipal } from './principal-resource';
import { referenceIn } from '../private/as-written-in';
import { canonicalJson } from '../private/canonical-json';
import { resolveResource } from '../private/resolved-resource';
import { resourcesOfStage } from '../private/validation-memory';

const POLICY_TYPES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'];

/** How policies name whom they are attached to: several, or one. */
const NAMED_BY = { roleName: ['Roles', 'RoleName'], userName: ['Users', 'UserName'], groupName: ['Groups', 'GroupName'] } as const;

/**
 * Policies attached to a role, user or group, in its stack or another of the stage: by grants, by itself, by an L2 function, by hand. For
 * validations.
 */
export function attachedPolicies(asking: IConstruct, principal: iam.IPrincipal): CfnResource[] {
  const entry = Object.entries(NAMED_BY).find(([attribute]) => attribute in principal);
  if (entry === undefined || !Construct.isConstruct(principal)) return [];
  const [attribute, properties] = entry;
  const reference: unknown = Reflect.get(principal, attribute);
  const home = Stack.of(principal);
  const resource = resourceOfPrincipal(principal);
  const literal = resource && resolveResource(resource).Properties?.[properties[1]];
  return resourcesOfStage(asking, POLICY_TYPES).filter((policy) => {
    const names = [referenceIn(policy.stack, reference, home), literal && canonicalJson(literal)];
    const written = resolveResource(policy).Properties ?? {};
    return properties.flatMap((property) => written[property] ?? []).some((name) => names.includes(canonicalJson(name)));
  });
}
