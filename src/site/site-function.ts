import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { nameInAccount } from './name-in-account';
import { SiteRouting } from './site-routing';
import { SECURITY_HEADERS } from '../api/security-headers';
import { fail } from '../private/misuse';
import { seal, stays } from '../private/seal';

/** Header by which an API behind the site learns the address of the viewer. */
export const VIEWER_ADDRESS_HEADER = 'x-viewer-address';

/** Code by routing; run by CloudFront for each request, without any network, so that it is kept to what it must do. */
const PATHS: Record<SiteRouting, string> = {
  [SiteRouting.FOLDERS]: "if (request.uri.endsWith('/')) request.uri += 'index.html';",
  [SiteRouting.SINGLE_PAGE]: "if (!request.uri.slice(request.uri.lastIndexOf('/')).includes('.')) request.uri = '/index.html';",
};

/** CloudFront's limit, in bytes: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions */
const MAX_CODE = 10_240;

/** What those get who ask for a name that is not the site's; no error page of CloudFront comes in its place. */
const MISDIRECTED = {
  statusCode: 421,
  statusDescription: 'Misdirected Request',
  headers: Object.fromEntries(Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), { value }])),
};

/**
 * Finds the object that answers a path.
 *
 * Not by error responses, the common way for single-page apps: they would answer the errors of an API behind the site too, as success.
 */
export function definePathFunction(scope: Construct, names: string[], routing: SiteRouting): cloudfront.Function {
  return defineFunction(scope, 'Paths', names, PATHS[routing]);
}

/** Tells an API the address of the viewer, whatever the viewer says of it; the API sees servers of CloudFront only. */
export function defineAddressFunction(scope: Construct, names: string[]): cloudfront.Function {
  return defineFunction(scope, 'ViewerAddress', names, `request.headers['${VIEWER_ADDRESS_HEADER}'] = { value: event.viewer.ip };`);
}

/**
 * Refuses requests for other names first: every distribution answers under `cloudfront.net` too, with the certificate of that name and past
 * whatever knows a site by its own (cookies, CORS, a proxy in front).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
function defineFunction(scope: Construct, id: string, names: string[], statement: string): cloudfront.Function {
  const code = `var names = ${JSON.stringify(names)};
function handler(event) {
  var request = event.request;
  var host = request.headers.host ? request.headers.host.value.toLowerCase().replace(/:443$/, '') : '';
  if (!names.includes(host)) return ${JSON.stringify(MISDIRECTED)};
  ${statement}
  return request;
}
`;
  if (code.length > MAX_CODE) {
    fail(scope, {
      prop: 'domain.alternateNames',
      value: `${names.length} names`,
      problem: `an edge function, which knows the site by its names, has ${MAX_CODE} bytes at most`,
      instead: 'Spread the names over several sites, or lead the long ones to another one by a redirect.',
    });
  }
  const made = new cloudfront.Function(scope, id, {
    functionName: nameInAccount(scope, 64 - id.length - 1) + `-${id}`,
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(code),
    comment: `${scope.node.path} ${id}`.slice(0, 128),
  });
  const [promise, instead] = ['its edge functions do what they were made for', 'Set domain and routing; add a behavior with a function of your own beside those.'];
  seal(scope, made.node.defaultChild as cloudfront.CfnFunction, [
    stays('FunctionCode', code, promise, instead),
    stays('AutoPublish', true, promise, instead),
  ]);
  return made;
}
