import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AuditedResource, IAuditable } from '../auditable';
import { inSameAccount } from './management-trails';
import { warn } from '../private/misuse';

/** Types that are data at rest. Function invocations are code at work: they can be watched, and need not be. */
const DATA_TYPES = ['AWS::S3::Object', 'AWS::DynamoDB::Table'];

/** A trail that knows what it logs. */
export interface DataEventTrail extends IConstruct {
  /** @internal */
  _logs(resource: AuditedResource): boolean;
}

const trailsOfApp = new WeakMap<IConstruct, DataEventTrail[]>();

/** Warns, at synth, of data constructs of this app that none of its trails watches. */
export function warnOfUnwatchedData(trail: DataEventTrail): void {
  const root = trail.node.root;
  trailsOfApp.set(root, [...trailsOfApp.get(root) ?? [], trail]);
  trail.node.addValidation({
    validate: () => {
      const trails = trailsOfApp.get(root)!;
      unwatchedBy(trails, root).filter((data) => responsible(trails, data) === trail).forEach((data) => warnAbout(data, trail));
      return [];
    },
  });
}

function warnAbout(data: IAuditable, trail: DataEventTrail): void {
  // a nested stage is synthesized before its app, so that a warning left on the data now could be too late
  const reader = Stage.of(data) === Stage.of(trail) ? data : trail;
  warn(reader, 'unwatched-data', `[${data.node.path}] No audit trail watches this data: who reads and changes it is logged nowhere. `
    + `Pass it to watch(...) of "${trail.node.path}"; data events cost 0.10 USD per 100,000.`);
}

function unwatchedBy(trails: DataEventTrail[], root: IConstruct): IAuditable[] {
  return root.node.findAll()
    .filter(isAuditable)
    .filter((data) => !data.node.scopes.some((scope) => trails.includes(scope as DataEventTrail))) // a trail's own bucket
    .filter((data) => data.auditedResources.some((resource) =>
      DATA_TYPES.includes(resource.resourceType) && !trails.some((trail) => trail._logs(resource))));
}

/** The first trail of the data's account; where that is unknown, nobody is asked to watch. */
function responsible(trails: DataEventTrail[], data: IConstruct): DataEventTrail | undefined {
  return trails.find((trail) => inSameAccount(trail, data) === true);
}

/** Whether a construct says what there is to log about it. */
export function isAuditable(construct: unknown): construct is IAuditable {
  return Array.isArray((construct as Partial<IAuditable>).auditedResources);
}
