import type { IConstruct } from 'constructs';
import { callbackProblem, isThisMachine } from './callback-urls';
import { lifetimePromises } from './token-lifetimes';
import type { WebFirewall } from '../api/firewall/web-firewall';
import { literalText } from '../private/literal-text';
import type { Protection } from '../private/seal';

const INSTEAD = 'Use addClient of SecureUserPool, and change its options.';

const FIXED: Record<string, [expected: unknown, promise: string]> = {
  'AllowedOAuthFlowsUserPoolClient': [true, 'users sign in on the pages of Cognito'],
  'PreventUserExistenceErrors': ['ENABLED', 'answers do not tell whether a user exists'],
  'EnableTokenRevocation': [true, 'refresh tokens can be revoked'],
  'RefreshTokenRotation.Feature': ['ENABLED', 'a stolen refresh token is good for one use'],
};

/** With it, an access token changes the user's own attributes and second factor; what CDK asks for by default has it. */
const ADMIN_SCOPE = 'aws.cognito.signin.user.admin';

/** What every app client of a hardened pool keeps, whoever made it; `owner` decides by its profile on callbacks to this machine. */
export function clientPromises(owner: IConstruct, firewall: WebFirewall): Protection[] {
  return [
    ...Object.entries(FIXED).map(([path, [expected, promise]]) => ({
      path, promise, instead: INSTEAD, holds: (value: unknown) => value === expected,
    })),
    only('AllowedOAuthFlows', ['code'], 'tokens are never in URLs: it has the authorization code flow alone'),
    only('ExplicitAuthFlows', ['ALLOW_USER_AUTH'], 'users choose password or passkey, and no flow goes around that'),
    only('SupportedIdentityProviders', ['COGNITO'], 'users sign in here, where the second factor is asked for'),
    {
      path: 'AllowedOAuthScopes',
      promise: 'tokens open APIs, and not what the user is known by',
      instead: INSTEAD,
      holds: (scopes) => list(scopes).length > 0 && !list(scopes).includes(ADMIN_SCOPE),
    },
    {
      path: 'WriteAttributes',
      promise: 'users change the attributes that it names, not those that decide on access',
      instead: INSTEAD,
      holds: (attributes) => list(attributes).length > 0,
    },
    ...['CallbackURLs', 'LogoutURLs'].flatMap((path) => [{
      path,
      promise: 'users are sent to known pages over HTTPS only',
      instead: INSTEAD,
      holds: (urls: unknown) => urls === undefined
        || (Array.isArray(urls) && urls.every((url) => callbackProblem(owner, literalText(url)) === undefined)),
    }, {
      path,
      promise: 'the firewall lets its sign-ins through',
      instead: 'Pass URLs on localhost to addClient of SecureUserPool as they are: it has the firewall count them, or says what to write.',
      holds: (urls: unknown) => firewall._letsLocalhostPass || !list(urls).some((url) => isThisMachine(literalText(url))),
    }]),
    ...lifetimePromises(INSTEAD),
  ];
}

function only(path: string, allowed: string[], promise: string): Protection {
  return {
    path, promise, instead: INSTEAD, holds: (values) => list(values).length > 0 && list(values).every((value) => allowed.includes(value as string)),
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
