import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { defineClient } from './app-client';
import type { AppClientOptions } from './app-client-options';
import { defineSignInDomain, hostOf, validateDomain } from './define-domain';
import { DEFAULT_MIN_LENGTH, defineUserPool } from './define-user-pool';
import { watchOtherClients } from './other-clients';
import type { SecureUserPoolProps } from './secure-user-pool-props';
import { defineRiskResponse, defineSignInLog } from './threat-protection';
import { encryptUsers } from './user-encryption';
import { UserGroups } from './user-groups';
import { UserPoolPlan } from './user-pool-plan';
import { alarmOnBlockedRequests } from '../api/firewall/blocked-requests-alarm';
import { WebFirewall } from '../api/firewall/web-firewall';
import { validateKey } from '../data/keys/validate-key';
import { SecureTopic } from '../data/messaging/secure-topic';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** What Cognito takes, and what keeps a guessed password from mattering. */
const PASSWORD_LENGTH = { min: DEFAULT_MIN_LENGTH, max: 99 };

/**
 * A Cognito user pool whose users all have a second factor, behind a firewall, and whose apps have no OAuth flow but that of authorization codes.
 *
 * Passwords with an authenticator app; risky sign-ins and leaked passwords are blocked and every sign-in is logged; answers to passwords do
 * not tell who has an account; tokens are short-lived and change no account, and refresh tokens are rotated and revocable.
 *
 * Passkeys whose device verifies the user take the place of password and code, beside the app: for users for whom a backend has activated
 * them by `AdminSetUserMFAPreference`
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnMfaSettingsType.html).
 *
 * Cognito takes PKCE and cannot require it: the library of the app sends it, as every current one does.
 *
 * Costs 0.02 USD for each user who signs in during a month (https://aws.amazon.com/cognito/pricing/), and 11 USD a month for the
 * firewall unless it is shared. Its alarm goes to `SecureTopic.alarmsOf(this)`: subscribe somebody.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-security-best-practices.html
 *
 * @example
 * const users = new SecureUserPool(this, 'Users', { signInDomain: SignInDomain.prefix('shop-accounts') });
 * users.addScopes('orders', { read: 'See orders', write: 'Place orders' });
 * users.addGroup('staff', ['orders/write']);
 * users.addClient('Web', { callbackUrls: ['https://shop.example.com/callback'], scopes: ['openid', 'orders/read', 'orders/write'] });
 */
export class SecureUserPool extends Construct {
  /** The L2 pool, to pass wherever an `IUserPool` is taken: `RouteAuth.cognito([users.userPool], ...)`. */
  public readonly userPool: cognito.UserPool;

  /** The domain of the sign-in pages. */
  public readonly signInDomain: cognito.UserPoolDomain;

  /** The web firewall in front of sign-in pages and API. */
  public readonly firewall: WebFirewall;

  /** Rings when the firewall blocks more than 200 requests in 5 minutes. */
  public readonly blockedRequestsAlarm: cloudwatch.Alarm;

  /** The log of sign-ins; absent with `UserPoolPlan.ESSENTIALS`. */
  public readonly signInLogGroup?: logs.LogGroup;

  private readonly groups: UserGroups;
  private readonly servers = new Map<string, cognito.UserPoolResourceServer>();
  private readonly clients: cognito.UserPoolClient[] = [];

  /**
   * @throws when the prefix or domain name is malformed, the certificate is known to be outside us-east-1, passwords are to be shorter
   * than 12 characters, or a key is known to be in another region; at synth, when protections were undone, or when a client was made
   * on the pool with flows or callbacks that `addClient` refuses.
   */
  constructor(scope: Construct, id: string, props: SecureUserPoolProps) {
    super(scope, id);
    this.validate(props);
    const domain = props.signInDomain._choice;
    this.userPool = defineUserPool(this, props, hostOf(this, domain));
    this.signInDomain = defineSignInDomain(this, this.userPool, domain);
    const plus = (props.plan ?? UserPoolPlan.PLUS) === UserPoolPlan.PLUS;
    if (props.userEncryptionKey) encryptUsers(this, this.userPool, props.userEncryptionKey, plus);
    if (plus) {
      defineRiskResponse(this, this.userPool);
      this.signInLogGroup = defineSignInLog(this, this.userPool, props.logRetention);
    }
    this.firewall = props.firewall ?? new WebFirewall(this, 'Firewall', { encryptionKey: props.encryptionKey, logRetention: props.logRetention });
    this.firewall.associateUserPool(this.userPool);
    this.blockedRequestsAlarm = alarmOnBlockedRequests(this, {
      firewall: this.firewall, topic: props.alarmTopic ?? SecureTopic.alarmsOf(this).topic, name: this.node.path,
    });
    this.groups = new UserGroups(this, this.userPool, props);
    watchOtherClients(this, this.userPool, this.firewall, () => this.clients);
  }

  /** Where users sign in: `https://auth.example.com`. */
  public get signInUrl(): string {
    return this.signInDomain.baseUrl();
  }

  /**
   * Adds an app: authorization code flow, no implicit flow, no password in its requests.
   *
   * @throws when a callback has a wildcard, is not HTTPS (but `http://localhost` in an ephemeral environment) or a placeholder, or a firewall that
   * was passed refuses `localhost`; when a scope is malformed or lets the app change accounts, or a lifetime is outside its range.
   */
  public addClient(id: string, options: AppClientOptions): cognito.UserPoolClient {
    const client = defineClient(id, {
      owner: this, userPool: this.userPool, firewall: this.firewall, server: (scope) => this.serverOf(scope),
    }, options);
    this.clients.push(client);
    return client;
  }

  /**
   * Declares what an API lets its callers do, so that clients and groups can be given it; call it before `addClient`.
   *
   * @param api name of the API, which comes before the slash: the `orders` of `orders/write`
   * @param scopes names of scopes with what they mean
   * @throws when a name is malformed or declared already.
   */
  public addScopes(api: string, scopes: { [name: string]: string }): cognito.UserPoolResourceServer {
    requireLiteral(this, 'addScopes api', api);
    if (!/^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$/.test(api) || this.servers.has(api)) {
      fail(this, {
        prop: 'addScopes api',
        value: api,
        problem: this.servers.has(api) ? 'the scopes of this API are declared already' : 'it is a name without spaces and slashes, of 256 characters at most',
        instead: 'Write for example addScopes("orders", { read: "See orders" }), once.',
      });
    }
    const malformed = Object.keys(scopes).find((name) => !/^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$/.test(name));
    if (malformed !== undefined || Object.keys(scopes).length === 0) {
      fail(this, {
        prop: 'addScopes scopes', value: malformed ?? [], problem: 'a scope has a name without spaces and slashes', instead: 'Write for example { read: "See orders" }.',
      });
    }
    const server = new cognito.UserPoolResourceServer(this, `Scopes-${api}`, {
      userPool: this.userPool,
      identifier: api,
      userPoolResourceServerName: api,
      scopes: Object.entries(scopes).map(([scopeName, scopeDescription]) => new cognito.ResourceServerScope({ scopeName, scopeDescription })),
    });
    this.servers.set(api, server);
    return server;
  }

  /**
   * Adds a group of users. From now on, its scopes are only in tokens of users who are in it, or in another group that holds them:
   * what a token says is what the client may ask for and the groups of the user hold.
   *
   * @param name name of the group
   * @param scopes scopes of your APIs, such as `orders/write`
   * @throws when the name or a scope is malformed, or the group is there already.
   */
  public addGroup(name: string, scopes: string[]): cognito.UserPoolGroup {
    return this.groups.add(name, scopes);
  }

  private serverOf(scope: string): cognito.UserPoolResourceServer | undefined {
    return this.servers.get(scope.slice(0, scope.lastIndexOf('/')));
  }

  private validate({ encryptionKey, passwordMinLength, signInDomain, userEncryptionKey }: SecureUserPoolProps): void {
    validateKey(this, encryptionKey);
    validateKey(this, userEncryptionKey, 'userEncryptionKey', 'a key that AWS owns');
    validateDomain(this, signInDomain._choice);
    requireLiteral(this, 'passwordMinLength', passwordMinLength);
    if (passwordMinLength !== undefined
      && !(Number.isInteger(passwordMinLength) && passwordMinLength >= PASSWORD_LENGTH.min && passwordMinLength <= PASSWORD_LENGTH.max)) {
      fail(this, {
        prop: 'passwordMinLength',
        value: passwordMinLength,
        problem: `passwords here have ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters at least`,
        instead: `Write a whole number in that range, or leave it out for ${PASSWORD_LENGTH.min}.`,
      });
    }
  }
}
