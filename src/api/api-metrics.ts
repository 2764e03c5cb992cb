import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What the alarms of an API's stage watch, and whom they tell. */
export interface StageToWatch<Stage> {
  /** The stage that clients call or connect to. */
  readonly stage: Stage;
  /** The stage's access log, with the status in the JSON field `status`: throttled requests are counted in it. */
  readonly accessLogGroup: logs.ILogGroup;
  /** Where alarms go, and their end too. */
  readonly topic: sns.ITopic;
}

/** What alarms of APIs count over. */
export const ALARM_PERIOD = Duration.minutes(5);

/** Client errors of one period; below, an alarm would be noise of the internet. */
export const CLIENT_ERRORS = 200;

/** Makes an alarm that rings above a threshold. */
type MakeAlarm = (id: string, metric: cloudwatch.IMetric, threshold: number, evaluationPeriods: number, description: string) => cloudwatch.Alarm;

/** Makes alarms under `scope` that go to the topic, their end too. */
export function alarmsTo(scope: Construct, topic: sns.ITopic): MakeAlarm {
  return (id, metric, threshold, evaluationPeriods, alarmDescription) => {
    const action = new actions.SnsAction(topic);
    const made = new cloudwatch.Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods,
      alarmDescription,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING, // no traffic, no data
    });
    made.addAlarmAction(action);
    made.addOkAction(action);
    return made;
  };
}

/**
 * API Gateway has no metric of throttled requests (they drown among client errors), so 429 is counted in the access log, which has the
 * status in its JSON field `status`. What a rate rule of a web firewall refuses has an alarm of its own: `error` tells it apart. So does
 * `integrationStatus` the 429 that a function has answered itself: where API Gateway refuses, no function was asked.
 *
 * The API's id in the namespace keeps the counts of several APIs, and of several deployments of one app, apart.
 */
export function throttleMetric(scope: Construct, apiId: string, accessLogGroup: logs.ILogGroup): cloudwatch.Metric {
  const filter = new logs.MetricFilter(scope, 'ThrottledRequests', {
    logGroup: accessLogGroup,
    // "$context.status" is a string or a number, as the access log's format quotes it
    filterPattern: logs.FilterPattern.literal('{ (($.status = 429) || ($.status = "429")) && ($.error != "WAF_FILTERED") && ($.integrationStatus != "429") }'),
    metricNamespace: `CdkHardened/Api/${apiId}`,
    metricName: 'ThrottledRequests',
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period: ALARM_PERIOD });
}
