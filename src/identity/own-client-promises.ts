import type * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { type Lifetimes, RETRY_SECONDS } from './token-lifetimes';
import { type Protection, stays, staysEqual } from '../private/seal';

/** Minutes. As short as Cognito takes. */
export const SIGN_IN_MINUTES = 3;

const ABSENT = undefined;

/** What a client that the library made keeps beyond what every client keeps: who gets its tokens, what they open, and what they let users change. */
export function ownClientPromises(
  owner: Construct, userPool: cognito.IUserPool, client: cognito.CfnUserPoolClient, confidential: boolean, lifetimes: Lifetimes,
): Protection[] {
  const kept = (path: string, value: unknown, promise: string, instead: string) => staysEqual(owner, path, value, promise, instead);
  const leave = 'Leave it to the construct.';
  return [
    staysEqual(owner, 'UserPoolId', userPool.userPoolId, 'it gives tokens to users of this pool', 'Call addClient of the other pool.'),
    stays('GenerateSecret', confidential, 'a server proves itself, and a page carries no secret', 'Pass confidential instead.'),
    // what is there is what the L2 made of the options: it sorts, and asks for openid where another scope needs it
    kept('AllowedOAuthScopes', client.allowedOAuthScopes, 'it asks for the scopes that it was given', 'Pass other scopes to addClient.'),
    kept('CallbackURLs', client.callbackUrLs, 'codes go to the pages that it was given', 'Pass callbackUrls.'),
    kept('LogoutURLs', client.logoutUrLs, 'users who sign out are sent to the pages that it was given', 'Pass logoutUrls.'),
    kept('DefaultRedirectURI', ABSENT, 'whoever asks for a code says to which of its pages', 'Pass callbackUrls, and name one in each request.'),
    kept('WriteAttributes', client.writeAttributes, 'users change the attributes that it was given', 'Pass writeAttributes.'),
    kept('ReadAttributes', client.readAttributes, 'its tokens tell the attributes that it was given', 'Pass readAttributes.'),
    kept('AnalyticsConfiguration', ABSENT, 'no other service is told of its users', leave),
    kept('EnablePropagateAdditionalUserContextData', ABSENT, 'threat protection judges the addresses that Cognito sees itself', leave),
    stays('AuthSessionValidity', SIGN_IN_MINUTES, 'a sign-in that was begun and not ended is soon void', leave),
    stays('RefreshTokenRotation.RetryGracePeriodSeconds', RETRY_SECONDS,
      'a refresh token that was used is good again only as long as an answer may be lost on its way', leave),
    ...shortLived(lifetimes),
  ];
}

function shortLived({ accessTokenValidity, idTokenValidity, refreshTokenValidity }: Lifetimes): Protection[] {
  const instead = 'Pass accessTokenValidity, idTokenValidity or refreshTokenValidity.';
  const promise = 'tokens are short-lived';
  const lifetimes = { AccessToken: accessTokenValidity, IdToken: idTokenValidity, RefreshToken: refreshTokenValidity };
  return Object.entries(lifetimes).flatMap(([token, validity]) => [
    stays(`${token}Validity`, validity.toMinutes(), promise, instead),
    stays(`TokenValidityUnits.${token}`, 'minutes', promise, instead),
  ]);
}
