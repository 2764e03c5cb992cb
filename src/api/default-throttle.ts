import type { ApiThrottle } from './throttle';

/** Requests a second and at once that a small serverless app serves with ease; a flood beyond costs nothing. */
export const DEFAULT_THROTTLE: ApiThrottle = { rateLimit: 100, burstLimit: 200 };
