import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { ALARM_PERIOD as period, alarmsTo, CLIENT_ERRORS, StageToWatch, throttleMetric } from '../api-metrics';

/**
 * Makes the three alarms of an HTTP API under `scope`: server errors, bursts of client errors, throttled requests. They cost 0.10 USD a month
 * for each of their four metrics, the throttle metric 0.30 USD.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
 */
export function defineHttpAlarms(scope: Construct, { stage, accessLogGroup, topic }: StageToWatch<apigatewayv2.HttpStage>): cloudwatch.Alarm[] {
  const alarm = alarmsTo(scope, topic);
  const name = stage.node.path;
  const failed = new cloudwatch.MathExpression({
    expression: 'errors / requests',
    label: 'Share of failed requests',
    usingMetrics: { errors: stage.metricServerError({ statistic: 'Sum' }), requests: stage.metricCount({ statistic: 'SampleCount' }) },
    period,
  });
  return [
    // three periods, so that one failed request at night wakes nobody
    alarm('ServerErrors', failed, 0.01, 3, `More than 1 % of the requests to ${name} fail with 5xx for 15 minutes`),
    alarm('ClientErrorBurst', stage.metricClientError({ statistic: 'Sum', period }), CLIENT_ERRORS, 1,
      `More than ${CLIENT_ERRORS} requests to ${name} fail with 4xx in 5 minutes: a scan, stolen tokens or a broken client`),
    alarm('Throttles', throttleMetric(scope, stage.api.apiId, accessLogGroup), 0, 3,
      `Requests to ${name} are refused with 429 for 15 minutes: raise its throttle, or find who floods it`),
  ];
}
