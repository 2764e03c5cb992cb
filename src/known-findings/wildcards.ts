import type { KnownWildcard, Subject } from './catalogue';
import { templateText } from './template-text';

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | string[];
  readonly Resource?: unknown;
}

/**
 * The wildcards in the resources of a policy or role that are known, as cdk-nag calls them: `Resource::<Bucket.Arn>/in/*`.
 *
 * cdk-nag reports a wildcard once, whatever is allowed on it: it is known only if all of that is.
 */
export function wildcardsOf(subject: Subject, known: KnownWildcard[]): { detail: string; reason: string }[] {
  return [...allowedOnWildcards(subject)].flatMap(([text, actions]) => {
    const match = known.find((each) => each.resource(text, subject) && [...actions].every((action) => each.actions.includes(action)));
    return match ? [{ detail: `Resource::${text}`, reason: match.reason }] : [];
  });
}

function allowedOnWildcards({ properties }: Subject): Map<string, Set<string>> {
  const allowed = new Map<string, Set<string>>();
  for (const statement of documentsOf(properties).flatMap(statementsOf)) {
    if (statement.Effect !== 'Allow') continue;
    for (const text of listOf(statement.Resource).map(templateText).filter((each) => each.includes('*'))) {
      const actions = allowed.get(text) ?? new Set();
      // NotAction allows what no list names
      for (const action of statement.Action === undefined ? ['*'] : listOf(statement.Action)) actions.add(action as string);
      allowed.set(text, actions);
    }
  }
  return allowed;
}

/** Of a policy, or of the inline policies of a role. */
function documentsOf({ PolicyDocument, Policies }: Subject['properties']): unknown[] {
  if (PolicyDocument !== undefined) return [PolicyDocument];
  return (listOf(Policies) as { PolicyDocument?: unknown }[]).map((policy) => policy.PolicyDocument);
}

function statementsOf(document: unknown): Statement[] {
  return listOf((document as { Statement?: unknown } | undefined)?.Statement) as Statement[];
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
