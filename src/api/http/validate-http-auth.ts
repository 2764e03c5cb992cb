import type { IConstruct } from 'constructs';
import { whyNotNativeHttp } from './http-native-jwt';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import type { CognitoChoice, HttpAuthChoice, RequestChoice, TokenChoice } from '../routes/auth-choice';
import type { RouteAuth } from '../routes/route-auth';
import { authChoiceOf } from '../routes/validate-auth';

/** The choice of a route of an HTTP API, or a teaching error where only REST APIs have it. */
export function httpAuthChoiceOf(scope: IConstruct, route: string, auth: RouteAuth | undefined): HttpAuthChoice {
  const prop = `${route} auth`;
  const choice = authChoiceOf(scope, route, auth, whyNotNativeHttp);
  switch (choice.kind) {
    case 'cognito': return refuseCognito(scope, prop, choice);
    case 'token': return refuseToken(scope, prop, choice);
    case 'request':
      validateIdentitySources(scope, prop, choice);
      return choice;
    default: return choice;
  }
}

function refuseCognito(scope: IConstruct, prop: string, { scopes = [] }: CognitoChoice): never {
  return fail(scope, {
    prop,
    value: 'RouteAuth.cognito',
    problem: 'HTTP APIs have no authorizer for user pools, and their JWT authorizer must know for which app clients tokens are',
    instead: `Write RouteAuth.jwt(JwtIssuer.userPool(pool, { clients: [client] }), { scopes: ${JSON.stringify(scopes)} }).`,
  });
}

function refuseToken(scope: IConstruct, prop: string, { header }: TokenChoice): never {
  return fail(scope, {
    prop,
    value: 'RouteAuth.lambdaToken',
    problem: 'authorizers of type TOKEN are for REST APIs; an HTTP API hands its function the request, in payload format 2.0',
    instead: `Write RouteAuth.lambdaRequest(fn, { identitySources: [apigateway.IdentitySource.header("${header}")] }); the function answers { isAuthorized: true }.`,
  });
}

function validateIdentitySources(scope: IConstruct, prop: string, { identitySources }: RequestChoice): void {
  // how it is written differs between REST and HTTP APIs, so each must be known
  identitySources.forEach((source) => requireLiteral(scope, `${prop}.identitySources`, source));
  const multiple = identitySources.filter(isLiteral).find((source) => source.startsWith('method.request.multivalue'));
  if (multiple !== undefined) {
    fail(scope, {
      prop: `${prop}.identitySources`,
      value: multiple,
      problem: 'HTTP APIs have no identity sources of several values; they join the values with commas',
      instead: 'Write apigateway.IdentitySource.header(name) or .queryString(name).',
    });
  }
}
