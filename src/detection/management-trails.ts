import { Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { IAuditTrail } from './audit-trail-interface';
import { ExistingTrail } from './existing-trail';
import { isLiteral } from '../private/literal';
import { fail, warn } from '../private/misuse';

/** The trails of each app that log management events: one in an account is free, each further one is billed in full. */
const managementTrails = new WeakMap<IConstruct, IAuditTrail[]>();

/** Registers a trail that logs management events; refuses a second one in its account, unless neither is created here. */
export function claimManagementEvents(trail: IAuditTrail): void {
  const trails = managementTrails.get(trail.node.root) ?? [];
  managementTrails.set(trail.node.root, trails);
  for (const other of trails) {
    if (trail instanceof ExistingTrail && other instanceof ExistingTrail) continue;
    const same = inSameAccount(trail, other);
    if (same === true) refuseSecond(trail, other);
    if (same === undefined) warnOfSecond(trail, other);
  }
  trails.push(trail);
}

/**
 * Whether two constructs are deployed to one account; undefined where that is not known. Environment-agnostic stacks of one
 * stage are deployed together, those of different stages usually are not.
 */
export function inSameAccount(a: IConstruct, b: IConstruct): boolean | undefined {
  const [one, other] = [Stack.of(a).account, Stack.of(b).account];
  if (isLiteral(one) && isLiteral(other)) return one === other;
  return !isLiteral(one) && !isLiteral(other) && Stage.of(a) === Stage.of(b) ? true : undefined;
}

function refuseSecond(trail: IAuditTrail, other: IAuditTrail): void {
  fail(trail, {
    prop: 'managementEventsLoggedBy',
    problem: `"${other.node.path}" logs the management events of this account already: a second copy costs 2 USD per 100,000 events, `
      + 'and a region takes five trails',
    instead: 'Watch the data from that trail, or pass it as managementEventsLoggedBy to log data events only. For stacks of different '
      + 'accounts, set env.',
  });
}

function warnOfSecond(trail: IAuditTrail, other: IAuditTrail): void {
  warn(trail, 'second-trail', `[${trail.node.path}] "${other.node.path}" also logs management events. If both are deployed to one account, `
    + 'the second copy costs 2 USD per 100,000 events: set env.account of both stacks, or pass managementEventsLoggedBy.');
}
