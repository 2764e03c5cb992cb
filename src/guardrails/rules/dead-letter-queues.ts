import type { AppModel } from '../engine/app-model';
import { documentFromText } from '../engine/policy/json-text';
import type { Resource } from '../engine/resource';
import type { Outcome } from '../engine/rule';
import { unknown } from '../engine/unknown';
import type { Value } from '../engine/value';
import { violation } from '../engine/violation';

/** Where a type names the queue for what it could not deliver or process. */
type Naming = readonly [type: string, path: string];

/** Queues name theirs in their redrive policy. */
const OF_QUEUES: Naming = ['AWS::SQS::Queue', 'RedrivePolicy.deadLetterTargetArn'];

const OF_OTHERS: readonly Naming[] = [
  ['AWS::Events::EventBus', 'DeadLetterConfig.Arn'],
  ['AWS::Events::Rule', 'Targets.*.DeadLetterConfig.Arn'],
  ['AWS::Lambda::EventInvokeConfig', 'DestinationConfig.OnFailure.Destination'],
  ['AWS::Lambda::EventSourceMapping', 'DestinationConfig.OnFailure.Destination'],
  ['AWS::Lambda::Function', 'DeadLetterConfig.TargetArn'],
  ['AWS::Pipes::Pipe', 'SourceParameters.{}.DeadLetterConfig.Arn'],
  ['AWS::SNS::Subscription', 'RedrivePolicy.deadLetterTargetArn'],
  ['AWS::Scheduler::Schedule', 'Target.DeadLetterConfig.Arn'],
  ['AWS::Serverless::Function', 'DeadLetterQueue.TargetArn'],
  ['AWS::Serverless::Function', 'EventInvokeConfig.DestinationConfig.OnFailure.Destination'],
  ['AWS::Serverless::Function', 'Events.{}.Properties.DeadLetterConfig.Arn'],
  ['AWS::Serverless::Function', 'Events.{}.Properties.DestinationConfig.OnFailure.Destination'],
  ['AWS::Serverless::StateMachine', 'Events.{}.Properties.DeadLetterConfig.Arn'],
];

/** Whether something in the app sends to this queue what it could not deliver or process. */
export function isDeadLetterQueue(queue: Resource, app: AppModel): boolean {
  return isNamed(queue, app, [OF_QUEUES, ...OF_OTHERS]);
}

/** Whether another queue of the app does. */
export function isDeadLetterQueueOfQueue(queue: Resource, app: AppModel): boolean {
  return isNamed(queue, app, [OF_QUEUES]);
}

function isNamed(queue: Resource, app: AppModel, namings: readonly Naming[]): boolean {
  const named = namings.map(([type, path]) => app.naming(queue, type, path));
  if (named.some(({ resources }) => resources.length > 0)) return true;
  const maybe = named.find(({ maybeMore }) => maybeMore !== undefined)?.maybeMore;
  return maybe === undefined ? false : unknown(maybe);
}

/** A property that CloudFormation takes as an object or as its text. */
export function objectOrText(value: Value): Value {
  return value.isAbsent || value.isObject ? value : documentFromText(value);
}

/** The ARN of a dead-letter queue is there. */
export function judgeDeadLetterArn(arn: Value): Outcome {
  if (arn.isAbsent) return violation(arn, 'it has no dead-letter queue');
  if (arn.isKnown && !arn.isSet) return violation(arn, 'the ARN of the dead-letter queue is empty');
  return arn.isSet && arn.parts() !== undefined ? 'COMPLIANT' : unknown('the ARN of a queue is expected here', arn.location);
}
