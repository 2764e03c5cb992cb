import { Lazy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { keepsLimits, routesKeepLimits } from './limits-stay';
import type { RoutePath } from './routes/route-path';
import type { ApiThrottle } from './throttle';
import type { Protection } from '../private/seal';

/** A route with limits of its own. */
export interface ThrottledRoute {
  readonly route: RoutePath;
  readonly throttle: ApiThrottle;
}

/** One entry of `MethodSettings` in the template. */
interface EmittedSetting {
  readonly HttpMethod?: string;
  readonly ResourcePath?: string;
  readonly LoggingLevel?: string;
  readonly DataTraceEnabled?: unknown;
  readonly CachingEnabled?: unknown;
  readonly CacheDataEncrypted?: unknown;
  readonly ThrottlingRateLimit?: unknown;
  readonly ThrottlingBurstLimit?: unknown;
}

const EVERYWHERE = placeOf('*', '/*');

/** Sets throttle and logs for the stage and for routes with limits of their own; `routes` is read when the template is written. */
export function bindMethodSettings(stage: apigateway.Stage, throttle: ApiThrottle, routes: () => ThrottledRoute[]): void {
  (stage.node.defaultChild as apigateway.CfnStage).methodSettings = Lazy.any({
    produce: () => [
      setting('*', '/*', throttle),
      ...routes().map((throttled) => setting(throttled.route.method, throttled.route.settingsPath, throttled.throttle)),
    ],
  });
}

/** What settings promise whatever is added to them; `routes` is read when the template is written. */
export function methodSettingsStay(owner: IConstruct, throttle: ApiThrottle, routes: () => ThrottledRoute[]): Protection[] {
  const path = 'MethodSettings';
  return [{
    path,
    promise: 'every method is throttled by default, and routes by limits of their own',
    instead: 'Set throttle on the API or on the route.',
    holds: (value) => {
      const emitted = settingsOf(value);
      const places = new Map(emitted.map((entry) => [placeOf(entry.HttpMethod, entry.ResourcePath), entry]));
      const set = new Map(routes().map(({ route, throttle: own }) => [placeOf(route.method, route.settingsPath), own]));
      return places.size === emitted.length && keepsLimits(owner, places.get(EVERYWHERE), throttle)
        && routesKeepLimits(owner, places, { all: throttle, routes: set });
    },
  }, {
    path,
    promise: 'execution errors of every method are logged, without payloads',
    instead: 'Leave logging to the construct; log what you need of a payload in the function.',
    holds: (value) => settingsOf(value).length > 0 && settingsOf(value).every((entry) =>
      ['ERROR', 'INFO'].includes(entry.LoggingLevel ?? '') && entry.DataTraceEnabled !== true && entry.DataTraceEnabled !== 'true'),
  }, {
    path,
    promise: 'no response is kept unencrypted in a cache',
    instead: 'Set CacheDataEncrypted, and think of responses that one caller must not get from another.',
    holds: (value) => settingsOf(value).every((entry) => !entry.CachingEnabled || entry.CacheDataEncrypted === true),
  }];
}

/** Written out in full: an entry for one method does not take over what the entry for all says. */
function setting(httpMethod: string, resourcePath: string, throttle: ApiThrottle): apigateway.CfnStage.MethodSettingProperty {
  return {
    httpMethod,
    resourcePath,
    loggingLevel: apigateway.MethodLoggingLevel.ERROR,
    dataTraceEnabled: false,
    metricsEnabled: false, // metrics for each method are billed as custom metrics; those of the stage are free
    throttlingRateLimit: throttle.rateLimit,
    throttlingBurstLimit: throttle.burstLimit,
  };
}

function settingsOf(value: unknown): EmittedSetting[] {
  return Array.isArray(value) ? value as EmittedSetting[] : [];
}

function placeOf(method: string | undefined, path: string | undefined): string {
  return `${method} ${path}`;
}
