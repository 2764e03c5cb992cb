import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { ApiAlarmThresholds } from './api-alarm-thresholds';
import type { ApiCors } from './api-cors';
import type { ApiCloudWatchRole } from './api-gateway-account';
import type { ApiTlsPolicy } from './api-tls-policy';
import type { WebFirewall } from './firewall/web-firewall';
import type { ApiAccess } from './reach/api-access';
import type { ApiDomain } from './reach/api-domain';
import type { ApiThrottle } from './throttle';

/** Properties of a hardened REST API. */
export interface SecureApiProps {
  /**
   * What the API is for; shown in the API Gateway console.
   *
   * @default - the construct's path
   */
  readonly description?: string;

  /**
   * Name of the stage: letters, digits, `_` and `-`. It is part of URLs, and changing it replaces the stage.
   *
   * @default 'live'
   */
  readonly stageName?: string;

  /**
   * Limits of the stage; each route counts for itself.
   *
   * @default { rateLimit: 100, burstLimit: 200 }
   */
  readonly throttle?: ApiThrottle;

  /**
   * Web pages that may call the API from a browser.
   *
   * @default - none
   */
  readonly cors?: ApiCors;

  /**
   * Custom domain name; the default `execute-api` endpoint is then switched off.
   *
   * @default - the default endpoint only
   */
  readonly domain?: ApiDomain;

  /**
   * Who can reach the API at all, whatever its routes ask for.
   *
   * @default - everybody on the internet reaches the routes' authorization
   */
  readonly access?: ApiAccess;

  /**
   * Web firewall of the stage; share one between APIs to share its cost.
   *
   * @default - a `WebFirewall` of its own, with its defaults
   */
  readonly firewall?: WebFirewall;

  /**
   * TLS versions and ciphers, on the default endpoint and on custom domain names without mutual TLS.
   *
   * @default ApiTlsPolicy.TLS_1_2_OR_NEWER
   */
  readonly tlsPolicy?: ApiTlsPolicy;

  /**
   * Content types whose bodies functions get in Base64: `image/png`. Not `application/json`, nor `*` followed by `/*`.
   *
   * @default - none, bodies are text
   */
  readonly binaryMediaTypes?: string[];

  /**
   * Where the API's alarms go.
   *
   * @default - the stack's shared topic, `SecureTopic.alarmsOf(this).topic`
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * From where on the alarms ring: what is a burst depends on the traffic of the API.
   *
   * @default - 1 % server errors, 200 client errors, any throttled and 200 blocked requests in 5 minutes
   */
  readonly alarmThresholds?: ApiAlarmThresholds;

  /**
   * Customer-managed key of access and execution logs.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * How long access and execution logs are kept.
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
