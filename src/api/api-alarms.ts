import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { ApiAlarmThresholds } from './api-alarm-thresholds';
import { ALARM_PERIOD as PERIOD, alarmsTo, CLIENT_ERRORS, throttleMetric } from './api-metrics';
import { alarmOnBlockedRequests } from './firewall/blocked-requests-alarm';
import type { WebFirewall } from './firewall/web-firewall';

/** What the alarms of an API watch. */
export interface ApiAlarmsProps {
  /** The API; its stage's metrics are counted. */
  readonly api: apigateway.RestApi;
  /** The stage that clients call. */
  readonly stage: apigateway.Stage;
  /** The stage's access log, with the status in the JSON field `status`: throttled requests are counted in it. */
  readonly accessLogGroup: logs.ILogGroup;
  /** The firewall in front of the stage. */
  readonly firewall: WebFirewall;
  /** Where alarms go, and their end too. */
  readonly topic: sns.ITopic;
  /** From where on they ring. */
  readonly thresholds?: ApiAlarmThresholds;
}

/** The alarms of an API. */
export interface ApiAlarms {
  /** More than 1 % of requests end in a server error. */
  readonly serverErrors: cloudwatch.Alarm;
  /** A burst of client errors: somebody probes, or a client broke. */
  readonly clientErrorBurst: cloudwatch.Alarm;
  /** Requests run into the throttle. */
  readonly throttles: cloudwatch.Alarm;
  /** The firewall blocks many requests. */
  readonly blockedRequests: cloudwatch.Alarm;
}

/** Thresholds in requests of one period; below, an alarm would be noise of the internet. */
const SERVER_ERROR_PERCENT = 1;
const THROTTLED_REQUESTS = 0;

/** Makes the four alarms under `scope`; each costs 0.10 USD a month, the throttle metric 0.30 USD. */
export function defineApiAlarms(scope: Construct, props: ApiAlarmsProps): ApiAlarms {
  const alarm = alarmsTo(scope, props.topic);
  const name = props.stage.node.path;
  const thresholds = props.thresholds ?? {};
  const serverErrorPercent = thresholds.serverErrorPercent ?? SERVER_ERROR_PERCENT;
  const clientErrors = thresholds.clientErrors ?? CLIENT_ERRORS;
  const throttledRequests = thresholds.throttledRequests ?? THROTTLED_REQUESTS;
  return {
    // the average of 5XXError is the share of failed requests; three periods, so that one failed request at night wakes nobody
    serverErrors: alarm('ServerErrors', props.stage.metricServerError({ statistic: 'Average', period: PERIOD }), serverErrorPercent / 100, 3,
      `More than ${serverErrorPercent} % of the requests to ${name} fail with 5xx for 15 minutes`),
    clientErrorBurst: alarm('ClientErrorBurst', props.stage.metricClientError({ statistic: 'Sum', period: PERIOD }), clientErrors, 1,
      `More than ${clientErrors} requests to ${name} fail with 4xx in 5 minutes: a scan, stolen tokens or a broken client`),
    throttles: alarm('Throttles', throttleMetric(scope, props.api.restApiId, props.accessLogGroup), throttledRequests, 3,
      `Requests to ${name} are refused with 429 for 15 minutes, by a throttle or quota: raise its throttle, or find who floods it`),
    blockedRequests: alarmOnBlockedRequests(scope, { firewall: props.firewall, topic: props.topic, name, threshold: thresholds.blockedRequests }),
  };
}
