import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { IConstruct } from 'constructs';
import { FirewallScope } from './firewall-scope';
import { patternOfExactPath, validateRoutePath } from './route-path';
import { exactRequestsToRoute } from './route-requests';
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
export function oversizeBodies(scope: IConstruct, routes: UploadRoute[]): CfnWebACL.StatementProperty {
  const labelled = { labelMatchStatement: { scope: 'LABEL', key: OVERSIZE_LABEL } };
  return routes.length === 0 ? labelled : { andStatement: { statements: [labelled, ...routes.map((route) => not(requestsTo(scope, route)))] } };
}

/** Matches bodies of an upload route that are over its size, or that AWS WAF has not seen the end of. */
export function oversizeUploads(scope: IConstruct, route: UploadRoute): CfnWebACL.StatementProperty {
  const tooLarge = {
    sizeConstraintStatement: {
      comparisonOperator: 'GT', size: route.maxBytes, fieldToMatch: { body: { oversizeHandling: 'MATCH' } }, textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  };
  return { andStatement: { statements: [requestsTo(scope, route), tooLarge] } };
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
  validateRoutePath(scope, `${prop}.path`, route.path);
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

/** Whether an upload route lets larger bodies of a request through, which may be sent below a stage or base path. */
export function letsLargerBodiesThrough(scope: IConstruct, route: UploadRoute, method: string, path: string): boolean {
  const pattern = new RegExp(patternOfExactPath(scope, 'uploadRoutes path', route.path));
  return route.method === method && [path, `/live${path}`].some((sent) => pattern.test(sent));
}

/** Only the plainly spelled path, so that no other one is a way around the size limit of other routes. */
function requestsTo(scope: IConstruct, { method, path }: UploadRoute): CfnWebACL.StatementProperty {
  return exactRequestsToRoute(scope, 'uploadRoutes', method, path);
}

function not(statement: CfnWebACL.StatementProperty): CfnWebACL.StatementProperty {
  return { notStatement: { statement } };
}
