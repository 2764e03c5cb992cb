import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { nameInAccount } from './name-in-account';
import { SiteRouting } from './site-routing';

/** Header by which an API behind the site learns the address of the viewer. */
export const VIEWER_ADDRESS_HEADER = 'x-viewer-address';

/** Code by routing; run by CloudFront for each request, without any network, so that it is kept to what it must do. */
const PATHS: Record<SiteRouting, string> = {
  [SiteRouting.FOLDERS]: "if (request.uri.endsWith('/')) request.uri += 'index.html';",
  [SiteRouting.SINGLE_PAGE]: "if (!request.uri.slice(request.uri.lastIndexOf('/')).includes('.')) request.uri = '/index.html';",
};

/**
 * Finds the object that answers a path.
 *
 * Not by error responses, the common way for single-page apps: they would answer the errors of an API behind the site too, as success.
 */
export function definePathFunction(scope: Construct, routing: SiteRouting): cloudfront.Function {
  return defineFunction(scope, 'Paths', PATHS[routing]);
}

/** Tells an API the address of the viewer, whatever the viewer says of it; the API sees servers of CloudFront only. */
export function defineAddressFunction(scope: Construct): cloudfront.Function {
  return defineFunction(scope, 'ViewerAddress', `request.headers['${VIEWER_ADDRESS_HEADER}'] = { value: event.viewer.ip };`);
}

function defineFunction(scope: Construct, id: string, statement: string): cloudfront.Function {
  const code = `function handler(event) {\n  var request = event.request;\n  ${statement}\n  return request;\n}\n`;
  return new cloudfront.Function(scope, id, {
    functionName: nameInAccount(scope, 64 - id.length - 1) + `-${id}`,
    runtime: cloudfront.FunctionRuntime.JS_2_0,
    code: cloudfront.FunctionCode.fromInline(code),
    comment: `${scope.node.path} ${id}`.slice(0, 128),
  });
}
