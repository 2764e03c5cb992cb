import type { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { accessLogFormat } from '../access-log-format';

/**
 * What only WebSocket APIs tell, for each connection, message and end of a connection. No query string, where tokens of browsers are, nothing of a
 * message, and no messages of authorizers: those are text of functions, or quote tokens.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
 */
const FIELDS = {
  event: '$context.eventType',
  route: '$context.routeKey',
  connectionId: '$context.connectionId',
  connectedAt: '$context.connectedAt',
  messageId: '$context.messageId',
  authorizerStatus: '$context.authorizer.status',
};

/** The format of the access log of a WebSocket API; it has no claims, because API Gateway itself verifies no tokens there. */
export function webSocketAccessLogFormat(): AccessLogFormat {
  return accessLogFormat(FIELDS, () => false);
}
