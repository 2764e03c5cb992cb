import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { ApiCors } from '../api-cors';
import type { ApiDomain } from '../reach/api-domain';
import type { ApiThrottle } from '../throttle';

/** Properties of a hardened HTTP API. */
export interface SecureHttpApiProps {
  /**
   * What the API is for; shown in the API Gateway console.
   *
   * @default - the construct's path
   */
  readonly description?: string;

  /**
   * Limits of each route that has none of its own.
   *
   * @default { rateLimit: 100, burstLimit: 200 }
   */
  readonly throttle?: ApiThrottle;

  /**
   * Web pages that may call the API from a browser. API Gateway answers preflight requests, and writes the `Access-Control` headers of all
   * answers, those of functions included.
   *
   * @default - none
   */
  readonly cors?: ApiCors;

  /**
   * Custom domain name; the default `execute-api` endpoint is then switched off. It takes TLS 1.2 and 1.3.
   *
   * @default - the default endpoint only
   */
  readonly domain?: ApiDomain;

  /**
   * Headers that API Gateway writes into the answers of functions, over what they wrote: instead of one of the default, or beside them.
   * Its own answers (401, 403, 404, 429) carry none.
   *
   * @default - Cache-Control: no-store, Content-Security-Policy: default-src 'none'; frame-ancestors 'none', Referrer-Policy: no-referrer,
   * Strict-Transport-Security: max-age=63072000; includeSubDomains, X-Content-Type-Options: nosniff, X-Frame-Options: DENY
   */
  readonly responseHeaders?: { [name: string]: string };

  /**
   * Where the API's alarms go.
   *
   * @default - the stack's shared topic, `SecureTopic.alarmsOf(this).topic`
   */
  readonly alarmTopic?: sns.ITopic;

  /**
   * Customer-managed key of the access log.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * How long the access log is kept.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly logRetention?: logs.RetentionDays;
}
