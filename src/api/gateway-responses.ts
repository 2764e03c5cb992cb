import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { ApiCors } from './api-cors';
import { corsHeaders } from './cors-answer';
import { QUOTED_SECURITY_HEADERS } from './security-headers';

/**
 * What API Gateway says when it answers by itself. The types that are not here fall back to the two defaults. Without these,
 * `$context.error.messageString` goes out, which names ARNs, schemas and what a signature should have been.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const MESSAGES: Record<string, string> = {
  DEFAULT_4XX: 'Request refused',
  DEFAULT_5XX: 'Internal error',
  ACCESS_DENIED: 'Forbidden',
  BAD_REQUEST_BODY: 'Bad request',
  BAD_REQUEST_PARAMETERS: 'Bad request',
  QUOTA_EXCEEDED: 'Too many requests',
  THROTTLED: 'Too many requests',
  UNAUTHORIZED: 'Unauthorized',
  WAF_FILTERED: 'Forbidden',
};

/**
 * Gives the API generic answers with security headers.
 *
 * With one allowed origin, pages of it can read them. With several they cannot: a gateway response has no way to choose, and one
 * that reflects the request's origin lets every page read it.
 */
export function defineGatewayResponses(restApi: apigateway.RestApi, cors: ApiCors | undefined): void {
  const responseHeaders = { ...QUOTED_SECURITY_HEADERS, ...(cors?.allowOrigins.length === 1 ? corsHeaders(cors) : {}) };
  for (const [type, message] of Object.entries(MESSAGES)) {
    restApi.addGatewayResponse(type, {
      type: apigateway.ResponseType.of(type),
      responseHeaders,
      templates: { 'application/json': `{"message":"${message}","requestId":"$context.extendedRequestId"}` },
    });
  }
}
