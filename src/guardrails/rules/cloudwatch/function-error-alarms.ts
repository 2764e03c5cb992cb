import { isAlarmed } from './alarmed-metrics';
import { defineRule } from '../../engine/rule';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'cloudwatch/function-error-alarms',
  title: 'Alarms tell of errors and throttles of Lambda functions',
  severity: 'medium',
  resourceTypes: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  controls: {
    wellArchitected: ['REL06-BP01', 'SEC04-BP04'],
    owaspServerless: ['S10'],
  },
  peers: {},
  rationale: 'Failing code, a flood of requests or somebody who tries inputs shows first as errors and throttles; without alarms the users tell you.',
  whenNotToUse: 'Functions whose callers notice, such as custom resources, and apps with alarms on their API and queues.',
  fix: 'Make alarms on `fn.metricErrors()` and `fn.metricThrottles()` that notify a topic, or one of each for all functions of the account in the '
    + 'region, on `lambda.Function.metricAllErrors()` and `metricAllThrottles()`.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-view.html',
  ],
  absent: {
    means: 'Lambda counts errors and throttles, and tells nobody.',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html',
  },
  partly: 'Alarms that are made outside the app.',
  outsideDefault: 'two alarms for each function cost money, and many apps have them on the API and the queues instead',
  check: (fn, app) => every(['Errors', 'Throttles'], (name) => {
    const metric = { namespace: 'AWS/Lambda', name, dimension: 'FunctionName', alsoForAll: true } as const;
    return isAlarmed(fn, metric, app) ? 'COMPLIANT' : violation('Properties', `no alarm watches its ${name}`, name);
  }),
  remediation: { kind: 'companion', adds: 'two alarms, and a topic that they notify' },
  unreachable: { NOT_APPLICABLE: 'every function has these metrics' },
});
