import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { AppClientOptions } from './app-client-options';
import { validateUrls } from './callback-urls';
import { clientPromises } from './client-promises';
import { ownClientPromises, SIGN_IN_MINUTES } from './own-client-promises';
import { letSignInsPass } from './this-machine';
import { type Lifetimes, lifetimesOf, RETRY_SECONDS, SESSION_MINUTES, TOKEN_MINUTES } from './token-lifetimes';
import type { WebFirewall } from '../api/firewall/web-firewall';
import { isLiteral, requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';
import { seal } from '../private/seal';

/** Scopes of OpenID Connect that Cognito knows. */
const STANDARD_SCOPES = ['openid', 'email', 'profile', 'phone'];

/** What users may change of themselves: nothing that decides on access. */
const OWN_PROFILE = {
  email: true,
  fullname: true,
  givenName: true,
  familyName: true,
  nickname: true,
  profilePicture: true,
  locale: true,
  timezone: true,
};

/** The pool of a client, and who knows the scopes of its resource servers. */
export interface PoolOfClient {
  readonly owner: Construct;
  readonly userPool: cognito.UserPool;
  readonly firewall: WebFirewall;
  readonly server: (scope: string) => cognito.IUserPoolResourceServer | undefined;
}

/** An app client, with the look of its sign-in pages: without one, they answer that they are unavailable. */
export function defineClient(id: string, { owner, userPool, firewall, server }: PoolOfClient, options: AppClientOptions): cognito.UserPoolClient {
  const lifetimes = lifetimesOf(options);
  const confidential = options.confidential ?? false;
  validate(owner, id, options, lifetimes);
  letSignInsPass(owner, id, options, firewall);
  const client = new cognito.UserPoolClient(owner, id, {
    userPool,
    generateSecret: confidential,
    authFlows: { user: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      callbackUrls: options.callbackUrls,
      logoutUrls: options.logoutUrls,
      scopes: options.scopes.map((scope) => cognito.OAuthScope.custom(scope)),
    },
    supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    refreshTokenRotationGracePeriod: Duration.seconds(RETRY_SECONDS),
    authSessionValidity: Duration.minutes(SIGN_IN_MINUTES),
    readAttributes: options.readAttributes,
    writeAttributes: options.writeAttributes ?? new cognito.ClientAttributes().withStandardAttributes(OWN_PROFILE),
    ...lifetimes,
  });
  for (const scope of options.scopes) {
    const of = isLiteral(scope) ? server(scope) : undefined;
    if (of) client.node.addDependency(of); // Cognito refuses scopes that are not there yet
  }
  const resource = client.node.defaultChild as cognito.CfnUserPoolClient;
  new cognito.CfnManagedLoginBranding(client, 'Branding', {
    userPoolId: userPool.userPoolId, clientId: client.userPoolClientId, useCognitoProvidedValues: true,
  });
  seal(owner, resource, [...clientPromises(owner, firewall), ...ownClientPromises(owner, userPool, resource, confidential, lifetimes)]);
  return client;
}

function validate(owner: Construct, id: string, options: AppClientOptions, lifetimes: Lifetimes): void {
  validateUrls(owner, `${id} callbackUrls`, options.callbackUrls);
  validateUrls(owner, `${id} logoutUrls`, options.logoutUrls ?? []);
  if (options.callbackUrls.length === 0) {
    fail(owner, {
      prop: `${id} callbackUrls`, value: [], problem: 'Cognito would not know where to send the code', instead: 'Write the address of your app.',
    });
  }
  validateScopes(owner, `${id} scopes`, options.scopes);
  validateLifetime(owner, `${id} accessTokenValidity`, lifetimes.accessTokenValidity, TOKEN_MINUTES, '5 minutes to 1 hour');
  validateLifetime(owner, `${id} idTokenValidity`, lifetimes.idTokenValidity, TOKEN_MINUTES, '5 minutes to 1 hour');
  validateLifetime(owner, `${id} refreshTokenValidity`, lifetimes.refreshTokenValidity, SESSION_MINUTES, '1 hour to 90 days');
}

function validateScopes(owner: Construct, prop: string, scopes: string[]): void {
  requireLiteral(owner, prop, scopes);
  if (scopes.length === 0) {
    fail(owner, {
      prop, value: [], problem: 'without scopes, Cognito gives the client all that there are', instead: 'Write for example ["openid", "orders/read"].',
    });
  }
  const unknown = scopes.filter(isLiteral).find((scope) => !STANDARD_SCOPES.includes(scope) && !/^[^\s/][^\s]*\/[^\s/]+$/.test(scope));
  if (unknown !== undefined) {
    fail(owner, {
      prop,
      value: unknown,
      problem: unknown === 'aws.cognito.signin.user.admin'
        ? 'with it, whoever has an access token changes the account: its attributes, password and second factor'
        : `a scope is one of ${STANDARD_SCOPES.join(', ')}, or "<api>/<scope>"`,
      instead: 'Write for example ["openid", "orders/read"], and declare scopes of your own by addScopes("orders", { ... }).',
    });
  }
}

function validateLifetime(owner: Construct, prop: string, value: Duration, { min, max }: typeof TOKEN_MINUTES, range: string): void {
  requireLiteral(owner, prop, value);
  const minutes = value.toMinutes({ integral: false });
  if (!Number.isInteger(minutes) || minutes < min || minutes > max) {
    fail(owner, {
      prop, value, problem: `tokens are good for ${range}, in whole minutes`, instead: 'Write Duration.minutes(n) or Duration.days(n) in that range.',
    });
  }
}
