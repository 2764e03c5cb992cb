import type { IConstruct } from 'constructs';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { SECURITY_HEADERS } from '../security-headers';

/** API Gateway maps headers by status, one by one: those that functions answer with, and those of their failures. */
const STATUSES = [
  200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308,
  400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 428, 429, 500, 501, 502, 503, 504,
];

/**
 * Headers that no mapping may touch.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html#http-api-mapping-reserved-headers
 */
const RESERVED = new RegExp(`^(${[
  'access-control-.*', 'apigw-.*', 'authorization', 'connection', 'content-encoding', 'content-length', 'content-location', 'forwarded', 'keep-alive',
  'origin', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailers', 'transfer-encoding', 'upgrade', 'x-amz-.*', 'x-amzn-.*',
  'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'via',
].join('|')})$`, 'i');

/** The headers of every answer: ours, and the user's instead of or beside them. */
export function responseHeadersOf(scope: IConstruct, own: Readonly<Record<string, string>> = {}): Record<string, string> {
  requireLiteral(scope, 'responseHeaders', Object.keys(own));
  for (const [name, value] of Object.entries(own)) validate(scope, name, value);
  const replaced = Object.keys(own).map((name) => name.toLowerCase());
  return { ...Object.fromEntries(Object.entries(SECURITY_HEADERS).filter(([name]) => !replaced.includes(name.toLowerCase()))), ...own };
}

/** The mapping as the template has it: the L1 leaves names in a map of statuses as they are. */
export function responseParameters(headers: Readonly<Record<string, string>>): Record<string, object> {
  const mapping = {
    ResponseParameters: Object.entries(headers).map(([name, value]) => ({ Destination: `overwrite:header.${name}`, Source: value })),
  };
  return Object.fromEntries(STATUSES.map((status) => [String(status), mapping]));
}

function validate(scope: IConstruct, name: string, value: string): void {
  const prop = `responseHeaders.${name}`;
  const refuse = (problem: string, instead: string): never => fail(scope, { prop, value, problem, instead });
  if (!/^[A-Za-z0-9!#%&*^_`|~-]+$/.test(name)) refuse('this is no header name', 'Write names such as "Cache-Control".');
  if (RESERVED.test(name)) {
    refuse('API Gateway reserves this header', name.toLowerCase().startsWith('access-control-') ? 'Use the cors prop.' : 'Let the function write it.');
  }
  if (!isLiteral(value)) return;
  if (value === '' || /[\r\n]/.test(value)) refuse('a header has one line of text', 'Write its value, or leave it out.');
  if (value.includes('$')) refuse('API Gateway would take what follows the $ for a variable of the request', 'Write a fixed value, or let the function write the header.');
}
