import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { ApiThrottle } from '../throttle';

/** What a route of a WebSocket API asks of a message before the function sees it. */
export interface WebSocketRouteOptions {
  /**
   * JSON Schema (draft 4) of the message, of type object. Objects are closed to properties that the schema does not name; the property that
   * chose the route is added by itself. Other messages are answered with an error by API Gateway, and reach no code.
   *
   * @default - none: `unvalidatedBody` must then say why
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html
   */
  readonly body?: apigateway.JsonSchema;

  /**
   * Why API Gateway does not check the message, which the function then does.
   *
   * @default - the message must match `body`
   */
  readonly unvalidatedBody?: string;

  /**
   * Whether what the function returns is sent back to the client as a message. Without it, the function sends by the callback URL what it has to
   * say; API Gateway sends its own errors in both cases.
   *
   * @default false
   */
  readonly returnResponse?: boolean;

  /**
   * Messages to this route, of all clients together.
   *
   * @default - the API's `throttle`
   */
  readonly throttle?: ApiThrottle;
}
