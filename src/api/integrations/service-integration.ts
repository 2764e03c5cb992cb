import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IntegrationChoice } from './integration-choice';
import type { MessageGroup } from './message-group';

/** How requests become messages of a queue. */
export interface SendMessageOptions {
  /**
   * Which messages belong together.
   *
   * @default - none: required for a FIFO queue
   */
  readonly group?: MessageGroup;

  /**
   * Property at the top of the body by which a FIFO queue knows a message that was sent before, in the five minutes before: its schema is that
   * of `MessageGroup.perValueOf`.
   *
   * @default - each request is a message of its own, unless the queue is known to deduplicate by content
   */
  readonly deduplicateBy?: string;
}

/** How requests become events on a bus: decided here, never by callers. */
export interface PutEventOptions {
  /** Who the events come from: 1 to 256 letters, digits, `.`, `_`, `-` and `/`, not beginning with `aws.`: `shop.orders`. */
  readonly source: string;

  /** What happened: 1 to 128 letters, digits, spaces, `.`, `_`, `-`, `:` and `/`: `Order placed`. */
  readonly detailType: string;
}

/**
 * A service that takes the requests of a route itself, without a function between: it has no code that could fail, and nothing to patch.
 *
 * API Gateway calls the service with a role that may do this and nothing else. What callers send is data to it: the body, checked
 * against the schema of the route and written anew by API Gateway, and no parameter of the call. Callers get 202, or an error that says nothing
 * of the service.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html
 *
 * @example
 * declare const api: SecureApi;
 * declare const jobs: SecureQueue;
 * api.addServiceRoute('POST', '/jobs', ServiceIntegration.sendMessage(jobs.queue), {
 *   auth: RouteAuth.iam(),
 *   body: { type: apigateway.JsonSchemaType.OBJECT, required: ['report'], properties: { report: { type: apigateway.JsonSchemaType.STRING } } },
 * });
 */
export class ServiceIntegration {
  /**
   * The body becomes a message of a queue of the API's account and region. The message attributes `requestId` and, where the route knows its
   * caller, `caller` say where it comes from.
   */
  public static sendMessage(queue: sqs.IQueue, options: SendMessageOptions = {}): ServiceIntegration {
    return new ServiceIntegration({ kind: 'sendMessage', queue, group: options.group, deduplicateBy: options.deduplicateBy });
  }

  /**
   * The body becomes the detail of an event on a bus of the API's account and region. Source and detail type are the route's, and the role
   * may send no others, so that rules can trust them. An event does not say who called.
   */
  public static putEvent(bus: events.IEventBus, options: PutEventOptions): ServiceIntegration {
    return new ServiceIntegration({ kind: 'putEvent', bus, source: options.source, detailType: options.detailType });
  }

  /** @internal */
  public readonly _choice: IntegrationChoice;

  private constructor(choice: IntegrationChoice) {
    this._choice = choice;
  }
}
