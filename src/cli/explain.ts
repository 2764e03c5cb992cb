import { UsageFault } from './usage-fault';
import type { Rule } from '../guardrails/engine/rule';
import { pageOf } from '../guardrails/reports/rule-page';
import { nearRules } from '../guardrails/rule-sets/near-rules';
import { ALL_RULES } from '../guardrails/rules/all-rules';
import { namedInNag } from '../guardrails/waivers/named-in-nag';

/** `cdk-hardened explain RULE`: everything that is known of a rule, or of those that stand for one of cdk-nag. */
export function explain(argv: readonly string[]): number {
  const [id, ...others] = argv;
  if (id === undefined || others.length > 0) throw new UsageFault('explain: name one rule, such as s3/tls-only');
  const rules = rulesCalled(id);
  if (rules.length === 0) throw new UsageFault(`explain ${id}: no such rule${suggestion(id)}`);
  process.stdout.write(rules.map(explanationOf).join('\n'));
  return 0;
}

/** The rule with this id, or all that stand for a rule of cdk-nag. */
function rulesCalled(id: string): readonly Rule[] {
  const rule = ALL_RULES.find((each) => each.id === id);
  if (rule !== undefined) return [rule];
  const { rule: name } = namedInNag(id);
  return ALL_RULES.filter(({ peers }) => peers.cdkNag?.includes(name));
}

function suggestion(id: string): string {
  const near = nearRules(id, ALL_RULES.map((rule) => rule.id));
  return near.length > 0 ? `; did you mean ${near.join(', ')}?` : '; cdk-hardened rules lists them';
}

function explanationOf(rule: Rule): string {
  return [
    `${rule.id} (${rule.severity}): ${rule.title}`,
    '',
    rule.rationale,
    '',
    `Fix: ${rule.fix}`,
    `When not to use it: ${rule.whenNotToUse}`,
    ...rule.absent ? [`If left out: ${rule.absent.means} (${rule.absent.source})`] : [],
    ...rule.partly ? [`What no template shows: ${rule.partly}`] : [],
    ...rule.aboutDataLife ? ['In an ephemeral profile: a warning at most, and no remediation'] : [],
    ...rule.outsideDefault ? [`Not in the default set: ${rule.outsideDefault}`] : [],
    ...Object.entries(rule.options ?? {}).map(([name, option]) => `Option ${name} (${option.type}): ${option.description}${
      option.default === undefined ? '' : ` Default: ${JSON.stringify(option.default)}.`}`),
    ...rule.resourceTypes.length > 0 ? [`Judges: ${rule.resourceTypes.join(', ')}`] : [],
    ...Object.entries(rule.controls).map(([framework, ids]) => `${framework}: ${(ids as readonly string[]).join(', ')}`),
    ...Object.entries(rule.peers).map(([tool, ids]) => `about the same in ${tool}: ${(ids as readonly string[]).join(', ')}`),
    ...(rule.divergences ?? []).map(({ peer, how }) => `differs from ${peer}: ${how}`),
    `Page: ${pageOf(rule.id)}`,
    ...rule.sources.map((source) => `Source: ${source}`),
    '',
  ].join('\n');
}
