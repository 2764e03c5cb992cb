import type { PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import type { Rule } from './engine/rule';
import type { GuardrailsProps } from './guardrails-props';
import type { Finding } from './reports/report';
import { severityInCdk } from './severity-in-cdk';

/** All that one rule says of one subject in one verdict: one line of CDK's report, however many of its properties violate. */
type Subject = readonly [Finding, ...Finding[]];

/** One violation for each rule and what it says, with all resources of which it says so. */
export function findingViolations(findings: readonly Finding[], rules: ReadonlyMap<string, Rule>, props: GuardrailsProps): PolicyViolation[] {
  const shown = findings.filter((finding) => finding.waived === undefined && severityInCdk(finding, rules.get(finding.ruleId)!, props) !== undefined);
  const subjects = groupedBy(shown, ({ ruleId, verdict, template, logicalId = '' }) => [ruleId, verdict, template, logicalId].join('\n'));
  const alike = groupedBy(subjects, ([first, ...others]) => [first.ruleId, first.verdict, first.profile ?? '', first.fix, saidOf([first, ...others])].join('\n'));
  return alike.map((group) => violationOf(group, rules.get(group[0][0].ruleId)!, props));
}

function violationOf(subjects: readonly Subject[], rule: Rule, props: GuardrailsProps): PolicyViolation {
  const [[first]] = subjects;
  const { ruleId, title, fix, verdict, catalogueKey, profile } = first;
  const said = saidOf(subjects[0]);
  return {
    ruleName: ruleId,
    description: `${title}: ${verdict === 'NON_COMPLIANT' ? said : `cannot be judged, ${said}`}${profile === undefined ? '' : ` (by the ${profile} profile a warning only)`}`,
    fix,
    severity: severityInCdk(first, rule, props),
    ruleMetadata: { severity: rule.severity, catalogueKey, verdict, ...profile === undefined ? {} : { profile }, ...controlsOf(rule) },
    violatingResources: subjects.map(resourceOf),
  };
}

function saidOf(subject: Subject): string {
  return distinct(subject.map(({ message }) => message)).join('; ');
}

function resourceOf(subject: Subject): PolicyViolatingResource {
  const [{ logicalId, template }] = subject;
  return {
    ...logicalId === undefined ? {} : { resourceLogicalId: logicalId },
    templatePath: template,
    locations: distinct(subject.map(({ location }) => location)).filter((location) => location !== ''),
  };
}

function controlsOf({ controls }: Rule): Record<string, string> {
  return Object.fromEntries(Object.entries(controls).map(([framework, ids]) => [framework, (ids as readonly string[]).join(', ')]));
}

function distinct(texts: readonly string[]): string[] {
  return texts.length === 1 ? [...texts] : [...new Set(texts)];
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
