import type { IConstruct } from 'constructs';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Stops on what is no header name of RFC 9110, or longer than AWS WAF can protect. */
export function validateHeaderName(scope: IConstruct, prop: string, name: string): void {
  requireLiteral(scope, prop, name);
  if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/.test(name)) {
    fail(scope, { prop, value: name, problem: 'it is no name of a header', instead: 'Write for example "x-api-version".' });
  }
}
