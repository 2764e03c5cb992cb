import type { IConstruct } from 'constructs';
import { fail } from './misuse';
import { isToken } from './token';

/** Whether the value is known now; a token anywhere inside a string makes it unknown, and so does a list that is one. */
export function isLiteral<T>(value: T | undefined): value is T {
  return value !== undefined && !isToken(value);
}

/** For props whose value decides what is built: a token there is an error that says so by name. */
export function requireLiteral(scope: IConstruct, prop: string, value: unknown): void {
  if (isToken(value)) {
    fail(scope, {
      prop,
      value,
      problem: `${prop} decides what is built, so it must be known at synth, and this is a token`,
      instead: 'Write the value itself; for a value per environment, read it from context or from your own configuration.',
    });
  }
}
