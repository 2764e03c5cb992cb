import { Lazy } from 'aws-cdk-lib';
import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import { seal, stays, staysSet, valueAt } from '../../private/seal';
import { refuseSecretVariables } from '../stage-variables';
import type { ApiThrottle } from '../throttle';

/** A route with limits of its own. */
export interface ThrottledHttpRoute {
  /** `GET /orders/{id}`. */
  readonly key: string;
  readonly throttle: ApiThrottle;
}

/** What the execution log of a WebSocket API holds, in the template's own names; HTTP APIs have none. */
export interface ExecutionLogSettings {
  readonly LoggingLevel: string;
  readonly DataTraceEnabled: boolean;
}

/** Limits the stage, and routes with limits of their own; `routes` is read when the template is written. */
export function bindRouteSettings(
  stage: apigatewayv2.CfnStage, throttle: ApiThrottle, routes: () => ThrottledHttpRoute[], executionLog?: ExecutionLogSettings,
): void {
  stage.defaultRouteSettings = {
    ...settings(throttle),
    loggingLevel: executionLog?.LoggingLevel,
    dataTraceEnabled: executionLog?.DataTraceEnabled,
  };
  // as JSON in the template's own names: the L1 leaves the names in a map of routes as they are
  stage.routeSettings = Lazy.any({
    produce: () => {
      const all = routes().map(({ key, throttle: { rateLimit, burstLimit } }) => [key, {
        // written out in full: an entry for one route does not take over what the default says
        ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit, DetailedMetricsEnabled: false, ...executionLog,
      }]);
      return all.length > 0 ? Object.fromEntries(all) : undefined;
    },
  });
}

/** Keeps the promises about the stage. */
export function sealHttpStage(owner: IConstruct, stage: apigatewayv2.CfnStage): void {
  seal(owner, stage, [
    staysSet('AccessLogSettings.DestinationArn', 'every request is logged', 'Leave the access log to the construct.'),
    staysSet('AccessLogSettings.Format', 'every request is logged as JSON', 'Leave the access log to the construct.'),
    stays('AutoDeploy', true, 'what is deployed is what the template says', 'Leave deployments to the construct.'),
    {
      path: 'DefaultRouteSettings',
      promise: 'every route is throttled by default',
      instead: 'Set throttle on the API or on the route.',
      holds: isThrottled,
    },
    {
      path: 'RouteSettings',
      promise: 'routes with limits of their own are throttled, too',
      instead: 'Set throttle on the route.',
      holds: (value) => Object.values(value ?? {}).every(isThrottled),
    },
  ]);
  refuseSecretVariables(owner, stage, 'StageVariables');
}

function settings({ rateLimit, burstLimit }: ApiThrottle): apigatewayv2.CfnStage.RouteSettingsProperty {
  return {
    throttlingRateLimit: rateLimit,
    throttlingBurstLimit: burstLimit,
    detailedMetricsEnabled: false, // metrics for each route are billed as custom metrics; those of the stage are free
  };
}

function isThrottled(route: unknown): boolean {
  return ['ThrottlingRateLimit', 'ThrottlingBurstLimit'].every((name) => {
    const limit = valueAt(route, name);
    return limit !== undefined && limit !== null && !(typeof limit === 'number' && limit <= 0);
  });
}
