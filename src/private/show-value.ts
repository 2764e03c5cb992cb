import { Duration, Stack, Token } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { isToken } from './token';

/**
 * A value as an error message shows it: JSON, but tokens as what they will become in the template, constructs by their path,
 * durations in words, and numbers that JSON does not have as they are.
 */
export function showValue(scope: IConstruct, value: unknown): string {
  if (value instanceof Duration) return value.toHumanString(); // says "<token>" of an unknown amount
  if (isToken(value)) return showToken(scope, value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Construct.isConstruct(value)) return value.node.path;
  if (Array.isArray(value)) return `[${value.map((element) => showValue(scope, element)).join(',')}]`;
  if (isPlain(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${showValue(scope, member)}`).join(',')}}`;
  }
  return typeof value === 'object' && value !== null ? `a ${value.constructor.name}` : String(value);
}

/** Text that may hold tokens, each of them shown by name. */
export function showText(scope: IConstruct, text: string): string {
  return Token.isUnresolved(text) ? text.replace(/\$\{Token\[[^\]]*\]\}/g, (token) => showToken(scope, token)) : text;
}

function showToken(scope: IConstruct, value: unknown): string {
  try {
    return `<token ${JSON.stringify(Stack.of(scope).resolve(typeof value === 'string' && !Token.isUnresolved(value) ? [value] : value))}>`;
  } catch {
    return '<token>'; // outside a stack, or a token that cannot be resolved yet
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  const prototype: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null;
}
