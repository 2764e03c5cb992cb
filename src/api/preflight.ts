import { Duration, Lazy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import type { ApiCors } from './api-cors';
import { allowsAnyOrigin, chosenOrigin, corsHeaders } from './cors-answer';
import { QUOTED_SECURITY_HEADERS } from './security-headers';
import { isLiteral, requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** Headers of signed, token-bearing and metered requests. */
const DEFAULT_HEADERS = ['Content-Type', 'Authorization', 'X-Api-Key', 'X-Amz-Date', 'X-Amz-Security-Token'];

/** Request headers that pages may send. */
export function allowedHeaders(cors: ApiCors): string[] {
  return cors.allowHeaders ?? (allowsAnyOrigin(cors) ? ['Content-Type'] : DEFAULT_HEADERS);
}

/** How long browsers keep the answer to a preflight request. */
export function preflightAge({ maxAge }: ApiCors): Duration {
  return maxAge ?? Duration.minutes(10);
}

/** Refuses what browsers would not match, and `*` where callers are known. */
export function validateCors(scope: IConstruct, cors: ApiCors | undefined): void {
  if (!cors) return;
  requireLiteral(scope, 'cors.allowOrigins', cors.allowOrigins); // the list; an origin in it may be a token
  if (cors.allowOrigins.length === 0) {
    fail(scope, { prop: 'cors.allowOrigins', value: [], problem: 'no origin is allowed', instead: 'Name the origins of your pages, or leave cors out.' });
  }
  for (const origin of cors.allowOrigins) {
    if (isLiteral(origin) && origin !== '*') validateOrigin(scope, origin);
  }
  requireLiteral(scope, 'cors.allowHeaders', cors.allowHeaders);
  for (const header of cors.allowHeaders ?? []) validateHeader(scope, header);
  if (!allowsAnyOrigin(cors)) return;
  const instead = 'List the origins of your pages, such as ["https://shop.example.com"].';
  if (cors.allowOrigins.length > 1) {
    fail(scope, { prop: 'cors.allowOrigins', value: cors.allowOrigins, problem: '"*" makes the other origins meaningless', instead });
  }
  if (cors.allowCredentials) {
    fail(scope, { prop: 'cors.allowOrigins', value: '*', problem: 'with allowCredentials every web page could act as the signed-in user', instead });
  }
  if (cors.allowHeaders?.some((header) => ['*', 'authorization'].includes(header.toLowerCase()))) {
    fail(scope, { prop: 'cors.allowOrigins', value: '*', problem: 'every web page could send the Authorization header', instead });
  }
}

/** Refuses routes with authorization on an API that pages of every origin may call. */
export function validateCorsOfRoute(scope: IConstruct, cors: ApiCors | undefined, route: string, isPublic: boolean): void {
  if (isPublic || !allowsAnyOrigin(cors)) return;
  fail(scope, {
    prop: 'cors.allowOrigins',
    value: '*',
    problem: `the route ${route} needs authorization, and every web page could call it in its visitor's name`,
    instead: 'List the origins of your pages, such as ["https://shop.example.com"], or move public routes to an API of their own.',
  });
}

/** Answers preflight requests for one path; `methods` is read when the template is written. */
export function addPreflight(resource: apigateway.IResource, cors: ApiCors, methods: () => string[]): apigateway.Method {
  const headers: Record<string, string> = {
    ...QUOTED_SECURITY_HEADERS,
    ...corsHeaders(cors),
    'Access-Control-Allow-Headers': `'${allowedHeaders(cors).join(',')}'`,
    'Access-Control-Allow-Methods': Lazy.string({ produce: () => `'${['OPTIONS', ...methods()].join(',')}'` }),
    'Access-Control-Max-Age': `'${preflightAge(cors).toSeconds()}'`,
  };
  const origin = chosenOrigin(cors);
  const names = Object.keys(headers).map((name) => `method.response.header.${name}`);
  return resource.addMethod('OPTIONS', new apigateway.MockIntegration({
    passthroughBehavior: apigateway.PassthroughBehavior.NEVER,
    requestTemplates: { 'application/json': '{ "statusCode": 204 }' },
    integrationResponses: [{
      statusCode: '204',
      responseParameters: Object.fromEntries(Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, value])),
      responseTemplates: origin === undefined ? undefined : { 'application/json': origin },
    }],
  }), {
    // browsers never authorize preflight requests, and this answer tells nothing but the allow-list
    authorizationType: apigateway.AuthorizationType.NONE,
    methodResponses: [{ statusCode: '204', responseParameters: Object.fromEntries(names.map((name) => [name, true])) }],
  });
}

function validateOrigin(scope: IConstruct, origin: string): void {
  const refuse = (problem: string, instead: string): never => fail(scope, { prop: 'cors.allowOrigins', value: origin, problem, instead });
  const url = /^(https?):\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/.exec(origin);
  if (!url) {
    refuse('an origin is a scheme, a host in lower case and perhaps a port, nothing else, as browsers send it',
      'Write for example "https://shop.example.com" or "https://shop.example.com:8443".');
  } else if (url[1] === 'http' && !['localhost', '127.0.0.1', '[::1]'].includes(url[2])) {
    refuse('pages that arrive without TLS can be rewritten on the way, and their scripts would call the API', `Write "https://${url[2]}".`);
  }
}

function validateHeader(scope: IConstruct, header: string): void {
  if (isLiteral(header) && header !== '*' && !/^[A-Za-z0-9!#$%&*+.^_`|~-]+$/.test(header)) {
    fail(scope, { prop: 'cors.allowHeaders', value: header, problem: 'this is no header name', instead: 'Write names such as "Content-Type".' });
  }
}
