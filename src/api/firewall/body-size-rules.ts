import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { FirewallScope } from './firewall-scope';
import type { UploadRoute } from './upload-route';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** What the rule SizeRestrictions_BODY of the core rule set lets through. */
const COMMON_LIMIT = 8_192;

/** Sizes of bodies that API Gateway and CloudFront can hand to AWS WAF, in KB; the first is the default and free. */
const INSPECTION_LIMITS = [16, 32, 48, 64];

/**
 * Label that the core rule set gives to bodies over 8 KB.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
const OVERSIZE_LABEL = 'awswaf:managed:aws:core-rule-set:SizeRestrictions_Body';

/** Matches bodies over 8 KB anywhere but on upload routes; the core rule set, set to count them, has labelled them before. */
export function oversizeBodies(routes: UploadRoute[]): CfnWebACL.StatementProperty {
  const labelled = { labelMatchStatement: { scope: 'LABEL', key: OVERSIZE_LABEL } };
  return routes.length === 0 ? labelled : { andStatement: { statements: [labelled, ...routes.map((route) => not(requestsTo(route)))] } };
}

/** Matches bodies of an upload route that are over its size, or that AWS WAF has not seen the end of. */
export function oversizeUploads(route: UploadRoute): CfnWebACL.StatementProperty {
  const tooLarge = {
    sizeConstraintStatement: {
      comparisonOperator: 'GT', size: route.maxBytes, fieldToMatch: { body: { oversizeHandling: 'MATCH' } }, textTransformations: UNTOUCHED,
    },
  };
  return { andStatement: { statements: [requestsTo(route), tooLarge] } };
}

/** Lets AWS WAF see the whole of the largest body; nothing to set for 16 KB. */
export function inspectionLimit(routes: UploadRoute[], firewallScope: FirewallScope): CfnWebACL.AssociationConfigProperty | undefined {
  const kilobytes = INSPECTION_LIMITS.find((limit) => routes.every((route) => route.maxBytes <= limit * 1_024))!;
  const resource = firewallScope === FirewallScope.CLOUDFRONT ? 'CLOUDFRONT' : 'API_GATEWAY';
  return kilobytes === INSPECTION_LIMITS[0] ? undefined : { requestBody: { [resource]: { defaultSizeInspectionLimit: `KB_${kilobytes}` } } };
}

/** Stops on a route that could not be exempted as meant. */
export function validateUploadRoute(scope: IConstruct, prop: string, route: UploadRoute, others: UploadRoute[]): void {
  for (const field of ['method', 'path', 'maxBytes'] as const) requireLiteral(scope, `${prop}.${field}`, route[field]);
  if (!['POST', 'PUT', 'PATCH'].includes(route.method)) {
    fail(scope, { prop: `${prop}.method`, value: route.method, problem: 'uploads are POST, PUT or PATCH', instead: 'Write one of these.' });
  }
  if (!/^(\/([\w.:$-]+|\{[\w.-]+\}|\{[\w.-]+\+\}(?=$)))+$/.test(route.path)) {
    fail(scope, {
      prop: `${prop}.path`,
      value: route.path,
      problem: 'it is no path of a route',
      instead: 'Write it as in addRoute, for example "/documents/{id}".',
    });
  }
  const max = INSPECTION_LIMITS[INSPECTION_LIMITS.length - 1] * 1_024;
  if (!Number.isInteger(route.maxBytes) || route.maxBytes <= COMMON_LIMIT || route.maxBytes > max) {
    fail(scope, {
      prop: `${prop}.maxBytes`,
      value: route.maxBytes,
      problem: route.maxBytes <= COMMON_LIMIT
        ? `bodies up to ${COMMON_LIMIT} bytes pass on every route`
        : `AWS WAF inspects whole bodies up to ${max} bytes, and what it does not see it cannot block`,
      instead: route.maxBytes <= COMMON_LIMIT
        ? 'Drop this upload route.'
        : 'Let clients send larger files to a bucket by a presigned URL.',
    });
  }
  if (others.some((other) => other.method === route.method && other.path === route.path)) {
    fail(scope, { prop, value: `${route.method} ${route.path}`, problem: 'this upload route is there already', instead: 'Name it once.' });
  }
}

const UNTOUCHED = [{ priority: 0, type: 'NONE' }];

/** The path without any decoding, so that an encoded path is no way around the size limit of other routes. */
function requestsTo(route: UploadRoute): CfnWebACL.StatementProperty {
  const path = route.path.split('/').filter(Boolean).map((segment) => {
    if (!segment.startsWith('{')) return segment.replace(/[.$]/g, '\\$&');
    return segment.endsWith('+}') ? '.+' : '[^/]+';
  }).join('/');
  return {
    andStatement: {
      statements: [
        { byteMatchStatement: { positionalConstraint: 'EXACTLY', searchString: route.method, fieldToMatch: { method: {} }, textTransformations: UNTOUCHED } },
        // the stage (execute-api) or the base path (custom domain name) may come first
        { regexMatchStatement: { regexString: `^(/[^/]+)?/${path}$`, fieldToMatch: { uriPath: {} }, textTransformations: UNTOUCHED } },
      ],
    },
  };
}

function not(statement: CfnWebACL.StatementProperty): CfnWebACL.StatementProperty {
  return { notStatement: { statement } };
}
