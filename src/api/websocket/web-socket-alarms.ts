import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { ALARM_PERIOD as period, alarmsTo, CLIENT_ERRORS, StageToWatch, throttleMetric } from '../api-metrics';

/**
 * Makes the three alarms of a WebSocket API under `scope`: failures of functions, bursts of client errors (refused connections and messages
 * among them), what is throttled. They cost 0.10 USD a month for each of their six metrics, the throttle metric 0.30 USD.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html
 */
export function defineWebSocketAlarms(
  scope: Construct, { stage, accessLogGroup, topic }: StageToWatch<apigatewayv2.WebSocketStage>,
): cloudwatch.Alarm[] {
  const alarm = alarmsTo(scope, topic);
  const name = stage.node.path;
  const sum = (metric: string): cloudwatch.Metric => stage.metric(metric, { statistic: 'Sum', period });
  const failed = new cloudwatch.MathExpression({
    // most of them have no value while nobody connects, sends or fails
    expression: '(FILL(failed, 0) + FILL(broken, 0)) / (FILL(connects, 0) + FILL(messages, 0))',
    label: 'Share of failed connections and messages',
    usingMetrics: {
      failed: sum('IntegrationError'), broken: sum('ExecutionError'), connects: sum('ConnectCount'), messages: sum('MessageCount'),
    },
    period,
  });
  return [
    // three periods, so that one failed message at night wakes nobody
    alarm('IntegrationErrors', failed, 0.01, 3, `More than 1 % of the connections and messages to ${name} fail behind API Gateway for 15 minutes`),
    alarm('ClientErrorBurst', sum('ClientError'), CLIENT_ERRORS, 1,
      `More than ${CLIENT_ERRORS} connections or messages to ${name} are refused in 5 minutes: a scan, stolen tokens or a broken client`),
    alarm('Throttles', throttleMetric(scope, stage.api.apiId, accessLogGroup), 0, 3,
      `Connections or messages to ${name} are refused with 429 for 15 minutes: raise its throttle, or find who floods it`),
  ];
}
