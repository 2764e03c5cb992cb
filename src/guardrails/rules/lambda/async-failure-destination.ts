import { namingFunction } from './functions';
import { serviceOf } from './invoke-permissions';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { anyOf, some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'lambda/async-failure-destination',
  title: 'Lambda functions that are invoked asynchronously keep the events they fail to handle',
  severity: 'medium',
  resourceTypes: ['AWS::Lambda::Function'],
  controls: {},
  peers: {
    cdkNag: ['LambdaAsyncFailureDestination'],
  },
  rationale: 'After two retries Lambda drops an event: an order, an upload or an audit record is gone, and nothing tells that it ever was.',
  whenNotToUse: 'Functions whose events may be lost, such as cache warmers.',
  fix: 'Set `onFailure: new destinations.SqsDestination(queue)` on the function, or `deadLetterQueue`; and an alarm on the depth of that queue.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventinvokeconfig.html',
  ],
  absent: {
    means: 'Lambda discards events that still fail after two more tries.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
  },
  partly: 'Callers by the Lambda API, and destinations of other functions, which need no permission on the function.',
  divergences: [
    {
      peer: 'cdkNag:LambdaAsyncFailureDestination',
      how: 'It looks at event invoke configurations only, so that a function without one is not judged, and does not take a dead-'
        + 'letter queue for an answer.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/lambda/LambdaAsyncFailureDestination.ts',
    },
  ],
  check: (fn, app) => {
    const configs = namingFunction(fn, app, 'AWS::Lambda::EventInvokeConfig', 'FunctionName');
    const keepsEvents = anyOf(
      () => fn.get('DeadLetterConfig').get('TargetArn').isSet,
      () => some(configs.resources, (config) => config.get('DestinationConfig').get('OnFailure').get('Destination').isSet),
    );
    if (keepsEvents) return 'COMPLIANT';
    const permissions = namingFunction(fn, app, 'AWS::Lambda::Permission', 'FunctionName');
    const schedules = namingFunction(fn, app, 'AWS::Scheduler::Schedule', 'Target.Arn'); // they need a role instead of a permission
    const isAsynchronous = configs.resources.length > 0 || schedules.resources.length > 0 || some(permissions.resources, letsAsynchronousServiceIn);
    const maybeMore = configs.maybeMore ?? (isAsynchronous ? undefined : permissions.maybeMore ?? schedules.maybeMore);
    if (maybeMore !== undefined) return unknown(maybeMore);
    return isAsynchronous ? violation('Properties', 'it is invoked asynchronously, and events that fail go nowhere') : 'NOT_APPLICABLE';
  },
});

/** Services that invoke functions asynchronously: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html */
const ASYNCHRONOUS: ReadonlySet<string> = new Set([
  'codecommit', 'codepipeline', 'config', 'events', 'iot', 'iotevents', 'logs', 's3', 'ses', 'sns',
]);

function letsAsynchronousServiceIn(permission: Resource): boolean {
  const service = serviceOf(permission.get('Principal'));
  return service !== undefined && ASYNCHRONOUS.has(service);
}
