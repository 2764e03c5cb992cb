import { AppModel } from '../../../src/guardrails/engine/app-model';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import { reportOf } from '../../../src/guardrails/reports/report';
import type { Row } from '../invariants/situations';

type Change = (input: TemplateInput) => TemplateInput;

/** Fingerprints of what violates in a row of a table, as its templates are or changed. */
export function fingerprintsOf({ rule, situation: { templates, options } }: Row, change: Change = (input) => input): string[] {
  const { findings } = reportOf(new AppModel(templates.map(change)), [rule], options === undefined ? {} : { options: { [rule.id]: options } });
  return findings.filter(({ verdict }) => verdict === 'NON_COMPLIANT').map(({ fingerprint }) => fingerprint).sort();
}
