import type { IConstruct } from 'constructs';
import type { AuthChoice } from './auth-choice';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Stops a grant on a route that is not there, or does not ask who calls. */
export function validateGrantInvoke(
  owner: IConstruct, added: ReadonlyMap<string, { readonly choice: AuthChoice }>, method: string, path: string,
): void {
  requireLiteral(owner, 'grantInvoke method', method);
  requireLiteral(owner, 'grantInvoke path', path);
  const found = added.get(`${method} ${path}`);
  if (found?.choice.kind === 'iam') return;
  fail(owner, {
    prop: 'grantInvoke',
    value: `${method} ${path}`,
    problem: found ? 'the route does not ask for an AWS identity, so a grant changes nothing' : 'there is no such route',
    instead: found ? 'Add it with auth: RouteAuth.iam().' : 'Add it first, and write method and path as in addRoute.',
  });
}
