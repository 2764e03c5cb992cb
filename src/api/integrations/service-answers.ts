import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { ApiCors } from '../api-cors';
import { chosenOrigin, corsHeaders } from '../cors-answer';
import type { IntegrationChoice } from './integration-choice';
import { QUOTED_SECURITY_HEADERS } from '../security-headers';

/** What callers read; nothing of what the service answered. */
const ACCEPTED = '{"message":"Accepted","requestId":"$context.extendedRequestId"}';
const FAILED = '{"message":"Internal error","requestId":"$context.extendedRequestId"}';
const BUSY = '{"message":"Try again later","requestId":"$context.extendedRequestId"}';

/**
 * The fixed answers of a route without a function, by the status of the service's: 202 where it took the request, 503 where it is busy, and
 * 500 for all else. A 4xx of the service is no mistake of the caller, whose body has passed its schema: it means a role, key or queue that
 * is wrong, and rings the alarm on server errors.
 *
 * PutEvents answers 200 also where it has refused the event, and says so in its body.
 */
export function serviceAnswers(kind: IntegrationChoice['kind'], cors: ApiCors | undefined): {
  readonly integrationResponses: apigateway.IntegrationResponse[];
  readonly methodResponses: apigateway.MethodResponse[];
} {
  const headers: Record<string, string> = Object.fromEntries(Object.entries({ ...QUOTED_SECURITY_HEADERS, ...corsHeaders(cors) })
    .map(([name, value]) => [`method.response.header.${name}`, value]));
  const origin = chosenOrigin(cors);
  const accepted = kind === 'sendMessage'
    ? ACCEPTED
    : `#if($input.path('$.FailedEntryCount') == 0)${ACCEPTED}#else#set($context.responseOverride.status = 500)${FAILED}#end`;
  const answers: [statusCode: string, selectionPattern: string | undefined, template: string][] = [
    ['202', '2\\d{2}', accepted],
    ['503', '429|503', BUSY],
    ['500', undefined, FAILED], // without a pattern: whatever no other takes, also where the service was not reached
  ];
  return {
    integrationResponses: answers.map(([statusCode, selectionPattern, template]) => ({
      statusCode,
      selectionPattern,
      responseParameters: headers,
      responseTemplates: { 'application/json': origin === undefined ? template : `${origin}\n${template}` },
    })),
    methodResponses: answers.map(([statusCode]) => ({
      statusCode,
      responseParameters: Object.fromEntries(Object.keys(headers).map((name) => [name, true])),
    })),
  };
}
