import type { IConstruct } from 'constructs';
import type { ApiThrottle } from './throttle';
import { isEqual } from '../private/seal';

/** Limits as a construct has set them: of the whole stage, and of routes by the name that the template has for them. */
export interface SetLimits {
  readonly all: ApiThrottle;
  readonly routes: ReadonlyMap<string, ApiThrottle>;
}

/** Limits as they are emitted, numbers or references. */
export interface EmittedLimits {
  readonly ThrottlingRateLimit?: unknown;
  readonly ThrottlingBurstLimit?: unknown;
}

/** Whether an entry for the whole stage has the limits that were set. */
export function keepsLimits(owner: IConstruct, emitted: EmittedLimits | undefined, set: ApiThrottle): boolean {
  return isEqual(owner, emitted?.ThrottlingRateLimit, set.rateLimit) && isEqual(owner, emitted?.ThrottlingBurstLimit, set.burstLimit);
}

/** Whether routes have the limits that were set for them, and those that others have added none above those of the stage. */
export function routesKeepLimits(owner: IConstruct, emitted: ReadonlyMap<string, EmittedLimits>, set: SetLimits): boolean {
  return [...set.routes].every(([name, throttle]) => keepsLimits(owner, emitted.get(name), throttle))
    && [...emitted].every(([name, limits]) => set.routes.has(name) || keepsLimits(owner, limits, set.all) || isBelow(limits, set.all));
}

function isBelow({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }: EmittedLimits, all: ApiThrottle): boolean {
  return typeof rate === 'number' && typeof burst === 'number' && rate > 0 && burst > 0 && rate <= all.rateLimit && burst <= all.burstLimit;
}
