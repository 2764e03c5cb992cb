import type { IConstruct } from 'constructs';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** S3 takes whole days only, and each step of a lifecycle has a least number of them. */
export function validateDays(scope: IConstruct, prop: string, days: number | undefined, min: number): void {
  if (days === undefined) return;
  requireLiteral(scope, prop, days);
  if (!Number.isInteger(days) || days < min) {
    fail(scope, {
      prop,
      value: days,
      problem: `S3 takes a whole number of days here, at least ${min}`,
      instead: `Write ${min} or more.`,
    });
  }
}
