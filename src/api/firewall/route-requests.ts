import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Requests to a route, however they spell its path: decoded, without `/./` and `/../`, with or without a slash at the end, below the stage or any
 * base path. Who counts or refuses requests must not be got around by `/%6cogin`; what lets through more, such as an upload route, looks closer.
 */
export function requestsToRoute(scope: IConstruct, prop: string, method: string, path: string): CfnWebACL.StatementProperty {
  requireLiteral(scope, `${prop} method`, method);
  requireLiteral(scope, `${prop} path`, path);
  if (!METHODS.includes(method)) {
    fail(scope, { prop: `${prop} method`, value: method, problem: 'no route has this method', instead: `Write one of ${METHODS.join(', ')}.` });
  }
  if (path !== '/' && !/^(\/([\w.:$-]+|\{[\w.-]+\}|\{[\w.-]+\+\}(?=$)))+$/.test(path)) {
    fail(scope, { prop: `${prop} path`, value: path, problem: 'it is no path of a route', instead: 'Write it as in addRoute, for example "/documents/{id}".' });
  }
  const segments = path.split('/').filter(Boolean).map((segment) => {
    if (!segment.startsWith('{')) return segment.replace(/[.$]/g, '\\$&');
    return segment.endsWith('+}') ? '.+' : '[^/]+';
  });
  // the root has one segment before it at most, or it would be every path
  const regexString = segments.length === 0 ? '^(/[^/]+)?/?$' : `^(/.*)?/${segments.join('/')}/?$`;
  if (regexString.length > 512) {
    fail(scope, { prop: `${prop} path`, value: path, problem: 'AWS WAF compares with patterns of 512 characters at most', instead: 'Match a part of it by RequestMatch.path.' });
  }
  return {
    andStatement: {
      statements: [
        { byteMatchStatement: { positionalConstraint: 'EXACTLY', searchString: method, fieldToMatch: { method: {} }, textTransformations: [{ priority: 0, type: 'NONE' }] } },
        {
          regexMatchStatement: {
            regexString,
            fieldToMatch: { uriPath: {} },
            textTransformations: [{ priority: 0, type: 'URL_DECODE' }, { priority: 1, type: 'NORMALIZE_PATH' }],
          },
        },
      ],
    },
  };
}
