import type { Duration } from 'aws-cdk-lib';

/**
 * Which web pages may call the API from a browser.
 *
 * API Gateway answers the preflight requests (OPTIONS) by this list, without authorization, because browsers never send any with
 * them. Behind a REST API the answers of your functions are theirs to write: a function sets `Access-Control-Allow-Origin` itself. An HTTP
 * API writes it into all answers, over what functions wrote.
 */
export interface ApiCors {
  /**
   * Origins as browsers send them: `https://shop.example.com`, without a path or a slash at the end. `*` only where every route is
   * public and neither credentials nor the Authorization header are allowed.
   */
  readonly allowOrigins: string[];

  /**
   * Request headers that pages may send.
   *
   * @default - Content-Type; unless the origin is `*` also Authorization, X-Api-Key, X-Amz-Date and X-Amz-Security-Token
   */
  readonly allowHeaders?: string[];

  /**
   * Whether browsers send cookies along.
   *
   * @default false
   */
  readonly allowCredentials?: boolean;

  /**
   * How long browsers keep the answer to a preflight request.
   *
   * @default Duration.minutes(10)
   */
  readonly maxAge?: Duration;
}
