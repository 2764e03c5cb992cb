import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { MessageGroup } from './message-group';

/** Requests become messages of a queue. */
export interface SendMessageChoice {
  readonly kind: 'sendMessage';
  readonly queue: sqs.IQueue;
  readonly group?: MessageGroup;
  readonly deduplicateBy?: string;
}

/** Requests become events on a bus. */
export interface PutEventChoice {
  readonly kind: 'putEvent';
  readonly bus: events.IEventBus;
  readonly source: string;
  readonly detailType: string;
}

/** What a `ServiceIntegration` stands for. */
export type IntegrationChoice = SendMessageChoice | PutEventChoice;
