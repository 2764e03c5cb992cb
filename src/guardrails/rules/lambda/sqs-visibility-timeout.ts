import { eventSourceOf } from './event-sources';
import { functionNamed } from './functions';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

const FACTOR = 6;
const DEFAULT_TIMEOUT_SECONDS = 3;
const DEFAULT_VISIBILITY_SECONDS = 30;

export const rule = defineRule({
  id: 'lambda/sqs-visibility-timeout',
  title: 'SQS queues hide messages from other consumers for six times the timeout of the Lambda function that reads them',
  severity: 'medium',
  resourceTypes: ['AWS::Lambda::EventSourceMapping'],
  controls: {},
  peers: {
    cdkNag: ['LambdaEventSourceSQSVisibilityTimeout'],
  },
  rationale: 'A message that becomes visible while its function still runs, or waits for a retry after throttling, is handled twice, '
    + 'and counts as failed towards the dead-letter queue.',
  whenNotToUse: 'Functions that always end long before their timeout, with handlers that may run twice.',
  fix: 'Set `visibilityTimeout` of the queue to six times the `timeout` of the function.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-queueconfig',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  ],
  absent: {
    means: 'Functions end after 3 seconds; queues hide messages for 30 seconds.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  },
  check: (mapping, app) => {
    if (eventSourceOf(mapping) !== 'queue') return 'NOT_APPLICABLE';
    const source = mapping.get('EventSourceArn');
    const queue = app.meantBy(source, 'AWS::SQS::Queue');
    const fn = functionNamed(mapping.get('FunctionName'), app);
    if (queue === undefined) return unknown('the queue is not in the app', source.location);
    if (fn === undefined) return unknown('the function is not in the app', mapping.get('FunctionName').location);
    const visibility = queue.get('VisibilityTimeout').number() ?? DEFAULT_VISIBILITY_SECONDS;
    const timeout = fn.get('Timeout').number() ?? DEFAULT_TIMEOUT_SECONDS;
    if (visibility >= FACTOR * timeout) return 'COMPLIANT';
    return violation(source, `the queue hides messages for ${visibility} seconds, less than six times the ${timeout} seconds of the function`);
  },
});
