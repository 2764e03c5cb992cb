import { STATEMENT_LIKE } from '../policy-carriers';
import type { Resource } from '../resource';
import type { Outcome } from '../rule';
import type { Violation } from '../violation';

/**
 * What is said about a resource whose properties are one statement is about that statement, as what is said inside a policy is: the same
 * principal let into another function, or to another action, is another finding. Properties are taken as written, for all worlds at once.
 */
export function aboutWholeStatement(resource: Resource, outcome: Outcome): Outcome {
  if (typeof outcome !== 'object' || !isOneStatement(resource)) return outcome;
  const withStatement = (violation: Violation): Violation => {
    const statement = resource.properties.content;
    return { ...violation, about: violation.about === undefined ? statement : [violation.about, statement] };
  };
  return 'message' in outcome ? withStatement(outcome) : outcome.map(withStatement);
}

function isOneStatement({ type, properties }: Resource): boolean {
  const form = STATEMENT_LIKE[type];
  return form !== undefined && (form.unless === undefined || properties.raw(form.unless) === undefined);
}
