import { Lazy } from 'aws-cdk-lib';
import type * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { seal, stays } from '../../private/seal';
import { accessLogStays } from '../access-log-format';
import { EmittedLimits, keepsLimits, routesKeepLimits } from '../limits-stay';
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

/** What the stage was made with. */
interface HttpStagePromises {
  readonly accessLogGroup: logs.ILogGroup;
  readonly accessLogFormat: string;
  readonly throttle: ApiThrottle;
  /** Routes with limits of their own, read when the template is written. */
  readonly routes: () => ThrottledHttpRoute[];
}

/** Keeps the promises about the stage. */
export function sealHttpStage(
  owner: IConstruct, stage: apigatewayv2.CfnStage, { accessLogGroup, accessLogFormat, throttle, routes }: HttpStagePromises,
): void {
  seal(owner, stage, [
    ...accessLogStays(owner, 'AccessLogSettings', accessLogGroup, accessLogFormat),
    stays('AutoDeploy', true, 'what is deployed is what the template says', 'Leave deployments to the construct.'),
    {
      path: 'DefaultRouteSettings',
      promise: 'every route is throttled by default',
      instead: 'Set throttle on the API or on the route.',
      holds: (value) => keepsLimits(owner, value as EmittedLimits | undefined, throttle),
    },
    {
      path: 'RouteSettings',
      promise: 'routes with limits of their own are throttled by these',
      instead: 'Set throttle on the route.',
      holds: (value) => routesKeepLimits(owner, new Map(Object.entries((value ?? {}) as Record<string, EmittedLimits>)), {
        all: throttle, routes: new Map(routes().map(({ key, throttle: own }) => [key, own])),
      }),
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
