import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { AMBIGUOUS_PATH, patternOfExactPath, patternOfReadings, patternOfRoute, validateRoutePath } from './route-path';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { ROUTE_METHODS } from '../routes/route-path';

/**
 * Requests to a route, however they spell its path, for who counts or refuses them: none may get around that by `/%6cogin`. A path that
 * servers read in more than one way (`AMBIGUOUS_PATH`) counts for every route that it could lead to; any other one for its route alone.
 *
 * AWS does not document how API Gateway reads such paths, so that nothing here relies on it.
 */
export function requestsToRoute(scope: IConstruct, prop: string, method: string, path: string): CfnWebACL.StatementProperty {
  validateRoute(scope, prop, method, path);
  const decodedOnce = pathMatches(patternOfRoute(scope, `${prop} path`, path), 'URL_DECODE');
  const decodedTwice = pathMatches(patternOfReadings(scope, `${prop} path`, path), 'URL_DECODE', 'URL_DECODE');
  return all(hasMethod(method), any(decodedOnce, all(pathMatches(AMBIGUOUS_PATH), decodedTwice)));
}

/** Requests to a route whose path is spelled in the one way that nobody can mistake, for who lets through more than elsewhere. */
export function exactRequestsToRoute(scope: IConstruct, prop: string, method: string, path: string): CfnWebACL.StatementProperty {
  validateRoute(scope, prop, method, path);
  return all(hasMethod(method), pathMatches(patternOfExactPath(scope, `${prop} path`, path)), { notStatement: { statement: pathMatches(AMBIGUOUS_PATH) } });
}

function validateRoute(scope: IConstruct, prop: string, method: string, path: string): void {
  requireLiteral(scope, `${prop} method`, method);
  if (!ROUTE_METHODS.includes(method)) {
    fail(scope, { prop: `${prop} method`, value: method, problem: 'no route has this method', instead: `Write one of ${ROUTE_METHODS.join(', ')}.` });
  }
  if (path !== '/') validateRoutePath(scope, `${prop} path`, path);
}

function hasMethod(method: string): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: { positionalConstraint: 'EXACTLY', searchString: method, fieldToMatch: { method: {} }, textTransformations: transformations() },
  };
}

function pathMatches(regexString: string, ...types: string[]): CfnWebACL.StatementProperty {
  return { regexMatchStatement: { regexString, fieldToMatch: { uriPath: {} }, textTransformations: transformations(...types) } };
}

function transformations(...types: string[]): CfnWebACL.TextTransformationProperty[] {
  return (types.length > 0 ? types : ['NONE']).map((type, priority) => ({ priority, type }));
}

function all(...statements: CfnWebACL.StatementProperty[]): CfnWebACL.StatementProperty {
  return { andStatement: { statements } };
}

function any(...statements: CfnWebACL.StatementProperty[]): CfnWebACL.StatementProperty {
  return { orStatement: { statements } };
}
