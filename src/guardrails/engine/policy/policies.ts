import { documentFromText } from './json-text';
import { Statement } from './statement';
import { POLICY_CARRIERS } from '../policy-carriers';
import type { PolicyCarrier } from '../policy-carriers';
import { valuesAt } from '../related';
import type { Resource } from '../resource';
import { unknown } from '../unknown';
import type { Value } from '../value';

/** A policy document of a resource. */
export interface Policy {
  readonly carrier: PolicyCarrier;
  /** The document. */
  readonly value: Value;
}

export type PolicyKind = PolicyCarrier['kind'];

/** The policy documents that a resource carries, of these kinds or of all. */
export function policiesOf(resource: Resource, ...kinds: readonly PolicyKind[]): readonly Policy[] {
  const carriers = POLICY_CARRIERS[resource.type] ?? [];
  if (carriers.length === 0) return [];
  return resource.template.app.once(`policies ${kinds.join()}`, resource, () => carriers
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .filter(({ onlyIf }) => onlyIf === undefined || resource.get(onlyIf.path).is(...onlyIf.oneOf))
    .flatMap((carrier) => valuesAt(resource.properties, carrier.path)
      .filter((value) => !value.isAbsent && !isNameOfPolicy(resource, value))
      .map((value) => ({ carrier, value }))));
}

/** SAM takes names and ARNs of managed policies in the place of documents. */
export function isNameOfPolicy(carrier: Resource, value: Value): boolean {
  return carrier.type.startsWith('AWS::Serverless::') && /^[^{\s]/.test(value.textWith('…') ?? '');
}

/** The statements of these policies. Gives up where a document is not known. */
export function statementsOf(resource: Resource, ...kinds: readonly PolicyKind[]): readonly Statement[] {
  return resource.template.app.once(`statements ${kinds.join()}`, resource, () =>
    policiesOf(resource, ...kinds).flatMap((policy) => statementsIn(policy)));
}

/** The statements that allow something. */
export function allowsOf(resource: Resource, ...kinds: readonly PolicyKind[]): readonly Statement[] {
  return statementsOf(resource, ...kinds).filter((statement) => statement.allows);
}

/** The statements of one document, the same objects each time where they are the same in all worlds. Gives up where it is not known. */
export function statementsInDocument(value: Value): readonly Statement[] {
  return value.app.once('statements of a document', value, () => {
    const document = value.isObject ? value : documentFromText(value);
    if (!document.isObject || document.at('Statement').isAbsent) return unknown(whyNoDocument(document), value.location);
    return document.at('Statement').list().map((statement) => new Statement(statement));
  });
}

/** SAM also takes the name of a template of its own and what to fill in: `S3ReadPolicy: { BucketName: b }`. */
function whyNoDocument(document: Value): string {
  const [name, ...others] = document.isObject ? document.entries().map(([key]) => key) : [];
  if (others.length > 0 || !/Policy$/.test(name ?? '')) return 'a policy document with statements is expected here';
  return `what SAM's policy template ${name} allows`;
}

function statementsIn({ carrier, value }: Policy): readonly Statement[] {
  return carrier.format === 'statement' ? value.list().map((statement) => new Statement(statement)) : statementsInDocument(value);
}
