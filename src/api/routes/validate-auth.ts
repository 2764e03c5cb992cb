import type { IConstruct } from 'constructs';
import type { AuthChoice, CognitoChoice } from './auth-choice';
import { RouteAuth } from './route-auth';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Longest time that API Gateway keeps an authorizer's answer. */
const MAX_CACHE_SECONDS = 3600;

/** The choice of a route, or a teaching error: languages without strict null checks can leave it out. */
export function authChoiceOf(scope: IConstruct, route: string, auth: RouteAuth | undefined): AuthChoice {
  const prop = `${route} auth`;
  if (!(auth instanceof RouteAuth)) {
    return fail(scope, {
      prop,
      value: auth ?? 'absent',
      problem: 'every route says who may call it, and this one does not',
      instead: 'Write auth: RouteAuth.iam(), .cognito(...), .lambdaToken(...) or .lambdaRequest(...), or RouteAuth.public("<reason>").',
    });
  }
  const choice = auth._choice;
  switch (choice.kind) {
    case 'cognito': validateCognito(scope, prop, choice); break;
    case 'token':
    case 'request': validateCache(scope, prop, choice.cacheTtl.isUnresolved() ? undefined : choice.cacheTtl.toSeconds()); break;
    case 'public': validateReason(scope, prop, choice.reason); break;
    case 'iam': break;
  }
  if (choice.kind === 'request') requireLiteral(scope, `${prop}.identitySources`, choice.identitySources);
  if (choice.kind === 'request' && choice.identitySources.length === 0 && (choice.cacheTtl.isUnresolved() || choice.cacheTtl.toSeconds() !== 0)) {
    fail(scope, {
      prop: `${prop}.identitySources`,
      value: choice.identitySources,
      problem: 'a cached answer needs something to be found by, or one caller gets the answer for another',
      instead: 'Name identitySources such as apigateway.IdentitySource.header("X-Signature"), or set cacheTtl: Duration.seconds(0).',
    });
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

function validateCache(scope: IConstruct, prop: string, seconds: number | undefined): void {
  if (seconds !== undefined && seconds > MAX_CACHE_SECONDS) {
    fail(scope, {
      prop: `${prop}.cacheTtl`,
      value: `${seconds} seconds`,
      problem: 'API Gateway keeps answers of an authorizer for one hour at most',
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
