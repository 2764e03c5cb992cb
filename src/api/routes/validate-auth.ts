import type { Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AuthChoice, CognitoChoice, RequestChoice } from './auth-choice';
import { RouteAuth } from './route-auth';
import { validateTokenHeader } from './validate-header';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import type { WhyNotNative } from '../jwt/native-jwt';
import { validateIssuer } from '../jwt/validate-issuer';
import { validateJwtRoute } from '../jwt/validate-jwt-route';

/** Longest time that API Gateway keeps an authorizer's answer. */
const MAX_CACHE_SECONDS = 3600;

/** The choice of a route, or a teaching error: languages without strict null checks can leave it out. */
export function authChoiceOf(scope: IConstruct, route: string, auth: RouteAuth | undefined, whyNotNative: WhyNotNative): AuthChoice {
  const prop = `${route} auth`;
  if (!(auth instanceof RouteAuth)) {
    return fail(scope, {
      prop,
      value: auth ?? 'absent',
      problem: 'every route says who may call it, and this one does not',
      instead: 'Write auth: RouteAuth.iam(), .cognito(...), .jwt(...), .lambdaToken(...) or .lambdaRequest(...), or RouteAuth.public("<reason>").',
    });
  }
  const choice = auth._choice;
  switch (choice.kind) {
    case 'cognito':
      validateTokenHeader(scope, prop, choice.header);
      validateCognito(scope, prop, choice);
      break;
    case 'token':
      validateTokenHeader(scope, prop, choice.header);
      validateCache(scope, prop, choice.cacheTtl);
      break;
    case 'request':
      validateIdentitySources(scope, prop, choice);
      validateCache(scope, prop, choice.cacheTtl);
      break;
    case 'jwt':
      validateIssuer(scope, `${prop} issuer`, choice.issuer);
      validateJwtRoute(scope, prop, choice, whyNotNative);
      validateCache(scope, prop, choice.cacheTtl);
      break;
    case 'public': validateReason(scope, prop, choice.reason); break;
    case 'iam': break;
  }
  return choice;
}

function validateCognito(scope: IConstruct, prop: string, choice: CognitoChoice): void {
  if (choice.userPools.length === 0) {
    fail(scope, { prop: `${prop}.userPools`, value: [], problem: 'no user pool is named', instead: 'Write RouteAuth.cognito([pool], { ... }).' });
  }
  const hasScopes = (choice.scopes ?? []).length > 0;
  if (hasScopes === (choice.acceptIdToken ?? false)) {
    fail(scope, {
      prop: `${prop}.scopes`,
      value: choice.scopes ?? 'absent',
      problem: hasScopes
        ? 'with scopes API Gateway takes access tokens only, so acceptIdToken contradicts them'
        : 'without scopes API Gateway takes ID tokens of every signed-in user, which is seldom meant',
      instead: hasScopes
        ? 'Keep one of the two.'
        : 'Write scopes: ["<resource server>/<scope>"], or acceptIdToken: true if every signed-in user may call the route.',
    });
  }
}

/** What API Gateway refuses during the deployment, and what would mix up callers. */
function validateIdentitySources(scope: IConstruct, prop: string, { identitySources, cacheTtl }: RequestChoice): void {
  requireLiteral(scope, `${prop}.identitySources`, identitySources);
  const malformed = identitySources.filter(isLiteral)
    .find((source) => !/^(method\.request\.(multivalue)?(header|querystring)|stageVariables|context)\.[^\s,]+$/.test(source));
  if (malformed !== undefined) {
    fail(scope, {
      prop: `${prop}.identitySources`,
      value: malformed,
      problem: 'it does not say where in the request it is',
      instead: 'Write apigateway.IdentitySource.header("X-Signature"), .queryString(...), .stageVariable(...) or .context(...).',
    });
  }
  // what stands for a route or a stage is the same for all callers
  const tellsCallersApart = identitySources.some((source) => !isLiteral(source) || /^(method\.request|context\.identity)\./.test(source));
  if (!tellsCallersApart && (cacheTtl.isUnresolved() || cacheTtl.toMilliseconds() !== 0)) {
    fail(scope, {
      prop: `${prop}.identitySources`,
      value: identitySources,
      problem: 'a cached answer needs something of the caller to be found by, or one caller gets the answer for another',
      instead: 'Name identitySources such as apigateway.IdentitySource.header("X-Signature"), or set cacheTtl: Duration.seconds(0).',
    });
  }
}

function validateCache(scope: IConstruct, prop: string, cacheTtl: Duration): void {
  if (cacheTtl.isUnresolved()) return;
  const seconds = cacheTtl.toMilliseconds() / 1000;
  if (seconds > MAX_CACHE_SECONDS || !Number.isInteger(seconds)) {
    fail(scope, {
      prop: `${prop}.cacheTtl`,
      value: `${seconds} seconds`,
      problem: 'API Gateway keeps answers of an authorizer for whole seconds, one hour at most',
      instead: 'Write Duration.minutes(5), or Duration.seconds(0) to ask for every request.',
    });
  }
}

function validateReason(scope: IConstruct, prop: string, reason: string): void {
  requireLiteral(scope, `${prop} reason`, reason);
  if (!isLiteral(reason) || reason.trim() === '') {
    fail(scope, {
      prop: `${prop} reason`,
      value: reason,
      problem: 'a route that everybody may call needs a reason that a reviewer can judge',
      instead: 'Write RouteAuth.public("health check, returns no data"), or choose who may call it.',
    });
  }
}
