import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ApiThrottle } from './throttle';
import { isLiteral } from '../private/literal';
import { fail, warn } from '../private/misuse';

/**
 * What an account has unless AWS raised or lowered it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const PUBLISHED_DEFAULT: ApiThrottle = { rateLimit: 10_000, burstLimit: 5_000 };

/** The same in these regions. */
const LOWER_DEFAULT: ApiThrottle = { rateLimit: 2_500, burstLimit: 1_250 };
const LOWER_REGIONS = [
  'af-south-1', 'ap-south-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-7', 'ca-west-1',
  'eu-central-2', 'eu-south-1', 'eu-south-2', 'il-central-1', 'me-central-1', 'mx-central-1',
];

/** Refuses limits that let nothing through; warns of limits that the account's own comes before. */
export function validateThrottle(scope: IConstruct, prop: string, throttle: ApiThrottle | undefined): void {
  if (!throttle) return;
  const published = LOWER_REGIONS.includes(Stack.of(scope).region) ? LOWER_DEFAULT : PUBLISHED_DEFAULT;
  for (const name of ['rateLimit', 'burstLimit'] as const) {
    const value = throttle[name];
    if (!isLiteral(value)) continue;
    if (!(value > 0) || (name === 'burstLimit' && !Number.isInteger(value))) {
      fail(scope, {
        prop: `${prop}.${name}`,
        value,
        problem: name === 'burstLimit'
          ? 'a burst is a whole number of requests above zero; zero lets nothing through'
          : 'a rate is a number of requests a second above zero; zero lets nothing through',
        instead: 'Write what the code behind it can serve, for example { rateLimit: 100, burstLimit: 200 }; to close a route, remove it.',
      });
    }
    if (value > published[name]) {
      warn(scope, `throttle-above-account-${name}`, `[${scope.node.path}] ${prop}.${name} = ${value} is above what accounts have by default `
        + `(${published[name]}): unless AWS raised this account's quota, the account's limit comes first and all its APIs share it.`);
    }
  }
}
