import { fingerprintsOf } from './fingerprints-of-tables';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import { ROWS } from '../invariants/situations';

/** What changes around a finding and is none of its business. */
const CHANGES: Readonly<Record<string, (input: TemplateInput) => TemplateInput>> = {
  'a harmless statement is the first of every policy': withBody((body) => ({ ...body, Resources: withStatement(body.Resources) })),
  'there is another resource': withBody((body) => ({ ...body, Resources: { Unrelated: UNRELATED, ...section(body.Resources) } })),
  'the other resource has another name, and all are in another order': withBody((body) => ({
    ...body, Resources: Object.fromEntries([...Object.entries(section(body.Resources)).reverse(), ['Renamed', UNRELATED]]),
  })),
  'keys are in another order': withBody((body) => ({ ...body, Resources: reversed(body.Resources) })),
};

const UNRELATED = { Type: 'AWS::CloudFormation::WaitConditionHandle' };

function withBody(change: (body: Record<string, unknown>) => object): (input: TemplateInput) => TemplateInput {
  return (input) => ({ ...input, body: change(section(input.body)) });
}

function withStatement(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withStatement);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, item]) => {
    const isPolicy = key === 'Statement' && Array.isArray(item) && item.every((statement) => 'Effect' in section(statement));
    return [key, isPolicy ? [harmlessAmong(item), ...item.map(withStatement)] : withStatement(item)];
  }));
}

/** Denies what nobody was allowed. */
function harmlessAmong(statements: readonly unknown[]): object {
  const isOfResource = statements.some((statement) => 'Principal' in section(statement) || 'NotPrincipal' in section(statement));
  const isTrust = statements.some((statement) => !('Resource' in section(statement)) && !('NotResource' in section(statement)));
  return { Effect: 'Deny', Action: 'snowball:CancelJob', ...isTrust ? {} : { Resource: '*' }, ...isOfResource ? { Principal: '*' } : {} };
}

function reversed(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(reversed);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).reverse().map(([key, item]) => [key, reversed(item)]));
}

function section(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? json as Record<string, unknown> : {};
}

const VIOLATING = ROWS.map((row) => ({ row, fingerprints: fingerprintsOf(row) })).filter(({ fingerprints }) => fingerprints.length > 0);

test('there are findings to look at', () => expect(VIOLATING.length).toBeGreaterThan(1_000));

test.each(Object.keys(CHANGES))('findings stay what they are if %s', (name) => {
  const changed = VIOLATING.filter(({ row, fingerprints }) => {
    const now = fingerprintsOf(row, CHANGES[name]);
    return fingerprints.some((fingerprint) => !now.includes(fingerprint));
  });
  expect(changed.map(({ row: { rule, name: row } }) => `${rule.id}: ${row}`)).toEqual([]);
});
