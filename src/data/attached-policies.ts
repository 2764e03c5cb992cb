import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { resourceOfPrincipal } from './principal-resource';
import { referenceIn } from '../private/as-written-in';
import { canonicalJson } from '../private/canonical-json';
import { resolveResource } from '../private/resolved-resource';
import { onceInValidation, resourcesOfStage } from '../private/validation-memory';

const POLICY_TYPES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy', 'AWS::IAM::UserPolicy', 'AWS::IAM::GroupPolicy'];

/** How policies name whom they are attached to: several, or one. */
const NAMED_BY = { roleName: ['Roles', 'RoleName'], userName: ['Users', 'UserName'], groupName: ['Groups', 'GroupName'] } as const;

/** Policies by whom they name, `roleName {"Ref":"Role"}`, in each stack. */
type PoliciesByName = Map<Stack, Map<string, Set<CfnResource>>>;

/**
 * Policies attached to a role, user or group, in its stack or another of the stage: by grants, by itself, by an L2 function, by hand. For
 * validations.
 */
export function attachedPolicies(asking: IConstruct, principal: iam.IPrincipal): CfnResource[] {
  const entry = Object.entries(NAMED_BY).find(([attribute]) => attribute in principal);
  if (entry === undefined || !Construct.isConstruct(principal)) return [];
  const [attribute, [, property]] = entry;
  const reference: unknown = Reflect.get(principal, attribute);
  const home = Stack.of(principal);
  const resource = resourceOfPrincipal(principal);
  const literal = resource && resolveResource(resource).Properties?.[property];
  const byName: PoliciesByName = onceInValidation(asking, NAMED_BY, () => policiesByName(asking));
  const literalName = literal === undefined ? undefined : canonicalJson(literal);
  return [...byName].flatMap(([stack, policies]) => [referenceIn(stack, reference, home), literalName]
    .flatMap((name) => [...(name === undefined ? undefined : policies.get(`${attribute} ${name}`)) ?? []]));
}

/** Read once for all principals: there may be hundreds of both. */
function policiesByName(asking: IConstruct): PoliciesByName {
  const found: PoliciesByName = new Map();
  for (const policy of resourcesOfStage(asking, POLICY_TYPES)) {
    const written = resolveResource(policy).Properties ?? {};
    const policies = found.get(policy.stack) ?? new Map<string, Set<CfnResource>>();
    found.set(policy.stack, policies);
    for (const [attribute, properties] of Object.entries(NAMED_BY)) {
      for (const name of properties.flatMap((property) => written[property] ?? [])) {
        const key = `${attribute} ${canonicalJson(name)}`;
        policies.set(key, (policies.get(key) ?? new Set()).add(policy));
      }
    }
  }
  return found;
}
