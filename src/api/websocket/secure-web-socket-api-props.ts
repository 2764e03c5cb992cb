import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { ConnectToken } from './connect-token';
import type { ApiCloudWatchRole } from '../api-gateway-account';
import type { ApiDomain } from '../reach/api-domain';
import type { RouteAuth } from '../routes/route-auth';
import type { ApiThrottle } from '../throttle';

/** Properties of a hardened WebSocket API. */
export interface SecureWebSocketApiProps {
  /**
   * Who may connect: `RouteAuth.jwt`, `.jwtAuthorizer`, `.iam`, `.lambdaRequest` or `.public`. API Gateway asks once, when a client connects;
   * all messages of the connection come under that answer. Nothing is kept from one connection to the next, so that `cacheTtl` means nothing
   * here.
   */
  readonly auth: RouteAuth;

  /**
   * Where clients put their token: required with `RouteAuth.jwt` and `.jwtAuthorizer`, because browsers cannot set headers on a WebSocket.
   *
   * @default - none
   */
  readonly token?: ConnectToken;

  /**
   * Function that hears of each connection before it is made, with what the authorizer handed on, and can refuse it by a status of 400 or more. Its
   * event holds headers and query string, and so the token: do not log it.
   *
   * @default - API Gateway accepts the connection itself
   */
  readonly onConnect?: lambda.IFunction;

  /**
   * Function that hears of connections that have ended. API Gateway does not promise to tell of each: let what you remember of connections
   * expire.
   *
   * @default - none
   */
  readonly onDisconnect?: lambda.IFunction;

  /**
   * Property of a message whose value is the route that it takes: with `action`, `{"action":"send"}` takes the route `send`. A letter, then letters,
   * digits and underscores.
   *
   * @default 'action'
   */
  readonly actionKey?: string;

  /**
   * What the API is for; shown in the API Gateway console.
   *
   * @default - the construct's path
   */
  readonly description?: string;

  /**
   * Limits of each route that has none of its own, for all clients together.
   *
   * @default { rateLimit: 100, burstLimit: 200 }
   */
  readonly throttle?: ApiThrottle;

  /**
   * Limits of new connections, authorized or not.
   *
   * @default - `throttle`
   */
  readonly connectThrottle?: ApiThrottle;

  /**
   * Custom domain name; the default `execute-api` endpoint is then switched off. It takes TLS 1.2 and later, and no client certificates.
   *
   * @default - the default endpoint only
   */
  readonly domain?: ApiDomain;

  /**
   * Where the API's alarms go.
   *
   * @default - the stack's shared topic, `SecureTopic.alarmsOf(this).topic`
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Customer-managed key of the logs.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * How long the logs are kept.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Who sets the role with which API Gateway writes logs, one for all APIs of the account in a region.
   *
   * @default ApiCloudWatchRole.SET_BY_STACK - the stack sets it, and leaves it behind when it is deleted
   */
  readonly cloudWatchRole?: ApiCloudWatchRole;
}
