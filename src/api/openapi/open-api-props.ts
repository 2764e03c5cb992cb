import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { OpenApiDefinition } from './open-api-definition';
import type { ServiceIntegration } from '../integrations/service-integration';
import type { RouteAuth } from '../routes/route-auth';
import type { SecureApiProps } from '../secure-api-props';
import type { ApiThrottle } from '../throttle';

/** What an OpenAPI document cannot decide about an operation. */
export interface OpenApiRoute {
  /** Who may call the operation. The document says what clients send; who gets in is decided here. */
  readonly auth: RouteAuth;

  /**
   * Function that answers.
   *
   * @default - none: `integration` must then be given
   */
  readonly handler?: lambda.IFunction;

  /**
   * Service that takes the requests, instead of a function.
   *
   * @default - none: `handler` must then be given
   */
  readonly integration?: ServiceIntegration;

  /**
   * Why API Gateway does not check the body of a POST, PUT or PATCH operation whose document has no JSON schema for it.
   *
   * @default - the body must match the schema of the document
   */
  readonly unvalidatedBody?: string;

  /**
   * Limits of this operation.
   *
   * @default - the API's `throttle`
   */
  readonly throttle?: ApiThrottle;

  /**
   * Requests to this operation that one address may send in 5 minutes, 10 to 2,000,000,000.
   *
   * @default - the firewall's `rateLimit`, for all operations together
   */
  readonly rateLimitPerAddress?: number;

  /**
   * Whether callers must send an API key of one of the API's usage plans.
   *
   * @default false
   */
  readonly apiKeyRequired?: boolean;
}

/** Properties of an API that is built from an OpenAPI document. */
export interface OpenApiProps extends SecureApiProps {
  /** The document. */
  readonly definition: OpenApiDefinition;

  /** What the document cannot decide, by `operationId`: an entry for each operation of the document, and no others. */
  readonly routes: { [operationId: string]: OpenApiRoute };
}
