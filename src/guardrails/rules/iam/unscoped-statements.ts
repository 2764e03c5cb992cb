import { named } from './allowed-actions';
import type { IsMeant } from './allowed-actions';
import { shown } from '../../engine/checks';
import { mayActOn } from '../../engine/iam/arn-services';
import { isNarrowedToResources } from '../../engine/policy/resource-conditions';
import type { Statement } from '../../engine/policy/statement';
import { isUnscoped } from '../../engine/policy/unscoped-resources';
import type { Outcome } from '../../engine/rule';
import { Unknown, known, unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { allOf, some, violation, which } from '../../engine/violation';

/** The actions that a statement allows among those that may concern some resource. */
type Find = (mayConcern: IsMeant) => readonly string[];

/** Judges a statement that allows: no resource that names nothing, if it allows one of the actions that are meant there. */
export function neverUnscoped(
  statement: Statement,
  actions: Find,
  { conditionsCount = true, isTooWide = isUnscoped }: { readonly conditionsCount?: boolean; readonly isTooWide?: (resource: Value) => boolean } = {},
): Outcome {
  const unscoped = isTooWide === isUnscoped ? unscopedResources(statement) : undefined;
  if (unscoped?.length === 0) return 'COMPLIANT'; // as most are, whatever the actions
  const resources = unscoped ?? resourcesOf(statement);
  const allowedOn = (resource: Value): readonly string[] => actions(concerning(resource, statement));
  const isOpen = (resource: Value): boolean => allOf(
    () => unscoped !== undefined || statement.hasNotResource || isTooWide(resource),
    () => allowedOn(resource).length > 0,
  );
  const violates = allOf(
    () => some(resources, isOpen),
    () => !conditionsCount || !isNarrowedToResources(statement),
  );
  if (!violates) return 'COMPLIANT';
  return which(resources, isOpen).map((resource) =>
    violation(resource, `it allows ${named(allowedOn(resource))} on ${statement.hasNotResource ? 'everything but what NotResource names' : shown(resource)}`));
}

/** Those of its resources that name nothing; undefined where that is not known of one. */
function unscopedResources(statement: Statement): readonly Value[] | undefined {
  return statement.once('unscoped resources', () => {
    if (statement.hasNotResource) return undefined;
    const unscoped = known(() => resourcesOf(statement).filter(isUnscoped));
    return unscoped instanceof Unknown ? undefined : unscoped;
  });
}

/** By the service that the ARN of a resource gives. */
function concerning(resource: Value, { hasNotResource }: Statement): IsMeant {
  const [prefix, , service, ...rest] = hasNotResource ? [] : (resource.textWith('*') ?? '').split(':');
  if (prefix !== 'arn' || rest.length === 0 || !/^[\w-]+$/.test(service)) return () => true;
  return (action) => mayActOn(action, service.toLowerCase());
}

/** Its resources as values, or NotResource as one. Gives up on a statement that has neither, which IAM refuses. */
export function resourcesOf(statement: Statement): readonly Value[] {
  if (statement.hasNotResource) return [statement.value.at('NotResource')];
  const resources = statement.value.at('Resource');
  return resources.isAbsent ? unknown('a statement has resources', statement.location) : resources.list();
}
