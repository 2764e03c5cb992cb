import type { IConstruct } from 'constructs';
import { requireLiteral } from './literal';
import { fail } from './misuse';

/** A value that may stay, and why. */
interface ReasonedException {
  readonly name: string;
  readonly reason: string;
}

/** The names of what may stay; stops on an exception that gives no reason. */
export function namesExcepted(scope: IConstruct, prop: string, called: string, exceptions: ReasonedException[]): Set<string> {
  for (const { name, reason } of exceptions) {
    requireLiteral(scope, `${prop} ${called}`, name);
    requireLiteral(scope, `${prop} reason`, reason);
    if (reason.trim() === '') {
      fail(scope, {
        prop,
        value: name,
        problem: 'the reason is empty, so nobody can review the exception',
        instead: `Write why ${name} may be public, for example "publishable key, meant for browsers".`,
      });
    }
  }
  return new Set(exceptions.map(({ name }) => name));
}
