import { Duration, Token } from 'aws-cdk-lib';

/** Whether a value is known at deployment only: a token, a list that is one, an element of such a list, or a duration made of one. */
export function isToken(value: unknown): boolean {
  if (value instanceof Duration) return value.isUnresolved();
  // the one element of a list token is a string that CDK does not take for a token by itself
  return Token.isUnresolved(value) || (typeof value === 'string' && Token.isUnresolved([value]));
}
