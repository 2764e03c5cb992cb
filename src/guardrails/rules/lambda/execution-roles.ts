import type { AppModel } from '../../engine/app-model';
import { MANAGED_POLICY } from '../../engine/policy/effective-statements';
import { allowsOf, statementsOf } from '../../engine/policy/policies';
import type { Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { anyOf, some } from '../../engine/violation';

const ROLE = 'AWS::IAM::Role';

/** Whether Lambda may assume the role. */
export function isAssumedByLambda(role: Resource): boolean {
  return role.template.app.once('is assumed by Lambda', role, () => some(allowsOf(role, 'trust'), ({ principals }) =>
    some(principals, ({ kind, value }) => kind === 'Service' && isLambda(value))));
}

function isLambda(principal: Value): boolean {
  const text = principal.textWith('…') ?? '';
  if (/^(?:edge)?lambda\.(?:amazonaws\.com(?:\.cn)?|…)$/.test(text)) return true;
  return text.startsWith('…') ? unknown(principal.whyUnknown ?? 'a service principal is expected here', principal.location) : false;
}

/** Whether a policy of its own, or the policies inside a role, grant to a role that Lambda may assume. */
export function grantsToLambda(carrier: Resource, app: AppModel): boolean {
  if (carrier.type === ROLE) return isAssumedByLambda(carrier);
  const roles = carrier.get(carrier.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles').list();
  return anyOf(
    ...roles.map((name) => () => isAssumedByLambda(roleNamed(name, app) ?? unknown('a role outside the app', name.location))),
    () => carrier.type === MANAGED_POLICY && some(app.naming(carrier, ROLE, 'ManagedPolicyArns').resources, isAssumedByLambda),
  );
}

/** The role of the app that a value names. */
export function roleNamed(value: Value, app: AppModel): Resource | undefined {
  return app.meantBy(value, ROLE);
}

/** What the policies of the app say about what a role may do, and why there may be more of them. */
export function identityStatementsOf(role: Resource, app: AppModel): { readonly statements: readonly Statement[]; readonly maybeMore?: string } {
  const attached = [
    app.naming(role, 'AWS::IAM::Policy', 'Roles'),
    app.naming(role, 'AWS::IAM::ManagedPolicy', 'Roles'),
    app.naming(role, 'AWS::IAM::RolePolicy', 'RoleName'),
  ];
  const named = role.get('ManagedPolicyArns').list().flatMap((arn) => arn.targets());
  const carriers = new Set([role, ...attached.flatMap(({ resources }) => resources), ...named]);
  return {
    statements: [...carriers].flatMap((carrier) => statementsOf(carrier, 'identity')),
    maybeMore: attached.find(({ maybeMore }) => maybeMore !== undefined)?.maybeMore,
  };
}
