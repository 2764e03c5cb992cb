import type { AppModel } from '../../engine/app-model';
import { MANAGED_POLICY } from '../../engine/policy/effective-statements';
import { allowsOf } from '../../engine/policy/policies';
import type { Resource } from '../../engine/resource';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { anyOf, some } from '../../engine/violation';
import { roleNamed } from '../lambda/execution-roles';

const ROLE = 'AWS::IAM::Role';

/** Types that grant something to a role, with the property that names it; roles carry policies of their own. */
const ROLES_AT: Readonly<Record<string, string>> = {
  'AWS::IAM::ManagedPolicy': 'Roles',
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
};

export const GRANTING_TYPES: readonly string[] = [ROLE, ...Object.keys(ROLES_AT)];

/** Whether a role, or a policy, grants something to a role that Step Functions may assume. */
export function grantsToStateMachine(carrier: Resource, app: AppModel): boolean {
  if (carrier.type === ROLE) return isAssumedByStates(carrier);
  const roles = carrier.get(ROLES_AT[carrier.type]).list();
  return anyOf(
    ...roles.map((name) => () => isAssumedByStates(roleNamed(name, app) ?? unknown('a role outside the app', name.location))),
    () => carrier.type === MANAGED_POLICY && some(app.naming(carrier, ROLE, 'ManagedPolicyArns').resources, isAssumedByStates),
  );
}

function isAssumedByStates(role: Resource): boolean {
  return role.template.app.once('is assumed by Step Functions', role, () => some(allowsOf(role, 'trust'), ({ principals }) =>
    some(principals, ({ kind, value }) => kind === 'Service' && isStates(value))));
}

/** `states.amazonaws.com`, `states.eu-west-1.amazonaws.com`, also with the region left to the stack. */
function isStates(principal: Value): boolean {
  const text = principal.textWith('…') ?? '';
  if (/^states\./.test(text)) return true;
  return text.startsWith('…') ? unknown(principal.whyUnknown ?? 'a service principal is expected here', principal.location) : false;
}
