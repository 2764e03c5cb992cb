import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isLiteral } from '../private/literal';
import { fail, warn } from '../private/misuse';

const SOURCE = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html';

/** Lambda tells accounts about a deprecation at least this many days ahead (same page, "Runtime deprecation policy"). */
const NOTICE_DAYS = 180;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deprecation dates as the AWS page lists them: from that day on, the runtime gets no security patches. */
const DEPRECATION_DATES: Record<string, string> = {
  'nodejs24.x': '2028-04-30',
  'nodejs22.x': '2027-04-30',
  'nodejs20.x': '2026-04-30',
  'nodejs18.x': '2025-09-01',
  'nodejs16.x': '2024-06-12',
  'nodejs14.x': '2023-12-04',
  'nodejs12.x': '2023-03-31',
  'nodejs10.x': '2021-07-30',
  'nodejs8.10': '2020-03-06',
  'nodejs6.10': '2019-08-12',
  'nodejs4.3': '2020-03-05',
  'nodejs': '2016-08-30',
  'python3.14': '2029-06-30',
  'python3.13': '2029-06-30',
  'python3.12': '2028-10-31',
  'python3.11': '2027-06-30',
  'python3.10': '2026-10-31',
  'python3.9': '2025-12-15',
  'python3.8': '2024-10-14',
  'python3.7': '2023-12-04',
  'python3.6': '2022-07-18',
  'python2.7': '2021-07-15',
  'java25': '2029-06-30',
  'java21': '2029-06-30',
  'java17.al2023': '2029-06-30',
  'java11.al2023': '2029-06-30',
  'java8.al2023': '2029-06-30',
  'java17': '2027-06-30',
  'java11': '2027-06-30',
  'java8.al2': '2027-06-30',
  'java8': '2024-01-08',
  'dotnet10': '2028-11-14',
  'dotnet9': '2026-11-10',
  'dotnet8': '2026-11-10',
  'dotnet6': '2024-12-20',
  'dotnetcore3.1': '2023-04-03',
  'dotnetcore2.1': '2022-01-05',
  'dotnetcore2.0': '2019-05-30',
  'dotnetcore1.0': '2019-06-27',
  'ruby4.0': '2029-03-31',
  'ruby3.4': '2028-03-31',
  'ruby3.3': '2027-03-31',
  'ruby3.2': '2026-03-31',
  'ruby2.7': '2023-12-07',
  'ruby2.5': '2021-07-30',
  'provided.al2023': '2029-06-30',
  'provided.al2': '2026-07-31',
  'provided': '2024-01-08',
  'go1.x': '2024-01-08',
};

/** Refuses a runtime past its end of life today, and warns of one that nears it. Unknown (newer) runtimes pass. */
export function validateRuntime(scope: IConstruct, runtime: lambda.Runtime): void {
  if (!isLiteral(runtime.name)) return;
  if (runtime.name === 'FROM_IMAGE') {
    fail(scope, {
      prop: 'runtime',
      value: runtime.name,
      problem: 'a container image brings its own runtime, which nobody here can patch or judge',
      instead: 'Use a runtime that Lambda maintains, with code or entry.',
    });
  }
  const date = DEPRECATION_DATES[runtime.name];
  if (date === undefined) return;
  const daysLeft = (Date.parse(date) - Date.now()) / DAY_MS;
  if (daysLeft <= 0) {
    fail(scope, {
      prop: 'runtime',
      value: runtime.name,
      problem: `it reached its end of life on ${date}: AWS no longer patches it (${SOURCE})`,
      instead: `Use ${newestOfFamily(runtime.name)}, or leave runtime out for nodejs24.x.`,
    });
  }
  if (daysLeft <= NOTICE_DAYS) {
    warn(scope, 'runtime-deprecation', `[${scope.node.path}] Runtime ${runtime.name} gets no security patches from ${date} on. `
      + `Move to ${newestOfFamily(runtime.name)} before that day; synth fails from then on (${SOURCE}).`);
  }
}

/** Whether a runtime is known to get no security patches any more. */
export function isPastEndOfLife(name: string): boolean {
  return Date.parse(DEPRECATION_DATES[name] ?? '9999-12-31') <= Date.now();
}

/** The runtime of the same language that lives longest; Go runs on the OS-only one. */
function newestOfFamily(name: string): string {
  const family = name === 'go1.x' ? 'provided' : name.replace(/core/, '').match(/^[a-z]+/)![0];
  return Object.keys(DEPRECATION_DATES)
    .filter((candidate) => candidate.startsWith(family))
    .reduce((best, candidate) => (DEPRECATION_DATES[candidate] > DEPRECATION_DATES[best] ? candidate : best));
}
