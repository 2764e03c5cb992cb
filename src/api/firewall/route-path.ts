import type { IConstruct } from 'constructs';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Quota of AWS WAF for one pattern: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MAX_CHARACTERS = 512;

/** A newline is no `.`, but may be part of a path: `%0A`. */
const ANYTHING = '[\\s\\S]*';
const SOMETHING = '[\\s\\S]+';

/**
 * Paths, as they were sent, that servers may read in more than one way: encoded slashes, dots, semicolons and percent signs (encoded twice), dot
 * segments, empty segments, and semicolons, from which on some ignore a segment. Browsers and SDKs send them for unusual values only.
 */
export const AMBIGUOUS_PATH = '%(2[eEfF]|25|3[bB])|//|/\\.\\.?(/|$)|;';

/** Stops on what is no path of a route; a site may have put a `~` into it. */
export function validateRoutePath(scope: IConstruct, prop: string, path: string): void {
  requireLiteral(scope, prop, path);
  if (!/^(\/([\w.:$~-]+|\{[\w.-]+\}|\{[\w.-]+\+\}(?=$)))+$/.test(path)) {
    fail(scope, { prop, value: path, problem: 'it is no path of a route', instead: 'Write it as in addRoute, for example "/documents/{id}".' });
  }
}

/** Decoded paths of a route below whatever comes first, with or without a slash at the end; for paths that all servers read alike. */
export function patternOfRoute(scope: IConstruct, prop: string, path: string): string {
  // the root has one segment before it at most, or it would be every path
  const pattern = path === '/' ? '^(/[^/]+)?/?$' : `${segmentsOf(path).map(plain).join('')}/?$`;
  return withinLimit(scope, prop, path, pattern);
}

/**
 * Decoded paths that some server might read as one of the route: its segments in their order, anything between, around and in place of
 * parameters.
 */
export function patternOfReadings(scope: IConstruct, prop: string, path: string): string {
  const pattern = segmentsOf(path).map((segment) => (isParameter(segment) ? `/${SOMETHING}` : `/${escaped(segment)}([/;]${ANYTHING})?`)).join('');
  return withinLimit(scope, prop, path, `${pattern}$`);
}

/** The route's path as clients are told to send it: below a stage or base path, which is one segment, or nothing. */
export function patternOfExactPath(scope: IConstruct, prop: string, path: string): string {
  const pattern = path === '/' ? '^/?$' : `^(/[^/]+)?${segmentsOf(path).map(plain).join('')}$`;
  return withinLimit(scope, prop, path, pattern);
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function plain(segment: string): string {
  if (!isParameter(segment)) return `/${escaped(segment)}`;
  return segment.endsWith('+}') ? `/${SOMETHING}` : '/[^/]+';
}

function escaped(segment: string): string {
  return segment.replace(/[.$]/g, '\\$&');
}

function withinLimit(scope: IConstruct, prop: string, path: string, pattern: string): string {
  if (pattern.length > MAX_CHARACTERS) {
    fail(scope, {
      prop, value: path, problem: `AWS WAF compares with patterns of ${MAX_CHARACTERS} characters at most`, instead: 'Match a part of it by RequestMatch.path.',
    });
  }
  return pattern;
}
