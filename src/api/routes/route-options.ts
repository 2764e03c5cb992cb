import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { BodyModel } from './body-model';
import type { RouteAuth } from './route-auth';
import type { ApiThrottle } from '../throttle';

/** What a route asks of a request before the function sees it. */
export interface RouteOptions {
  /** Who may call the route. There is no default: a public route says so, with its reason. */
  readonly auth: RouteAuth;

  /**
   * JSON Schema (draft 4) of the body, whatever its content type says. Objects are closed to properties that the schema does not
   * name; for a map, give `additionalProperties` a schema of its own.
   *
   * @default - none: POST, PUT and PATCH need it, or `bodyModel`, unless `unvalidatedBody` says why not
   */
  readonly body?: apigateway.JsonSchema;

  /**
   * Schema of the body that other routes have too, instead of `body`.
   *
   * @default - none
   */
  readonly bodyModel?: BodyModel;

  /**
   * Why API Gateway does not check the body of a POST, PUT or PATCH route: a file is uploaded, or the function reads no body. The
   * function then checks what it reads.
   *
   * @default - the body must match `body`
   */
  readonly unvalidatedBody?: string;

  /**
   * Query string parameters that must be present. API Gateway does not look at their values: the function does.
   *
   * @default - none
   */
  readonly requiredQuery?: string[];

  /**
   * Headers that must be present. API Gateway does not look at their values: the function does.
   *
   * @default - none
   */
  readonly requiredHeaders?: string[];

  /**
   * Limits of this route.
   *
   * @default - the API's `throttle`
   */
  readonly throttle?: ApiThrottle;

  /**
   * Requests to this route that one address may send in 5 minutes, 10 to 2,000,000,000; above, the firewall answers 429. For a login or a
   * search. APIs that share a firewall and have the same route share the limit; a firewall holds nine such limits.
   *
   * @default - the firewall's `rateLimit`, for all routes together
   */
  readonly rateLimitPerAddress?: number;

  /**
   * Whether callers must send an API key of one of the API's usage plans. A key meters callers, it does not authenticate them: it
   * comes on top of `auth`.
   *
   * @default false
   */
  readonly apiKeyRequired?: boolean;
}
