import type { IConstruct } from 'constructs';
import type { Rule } from './engine/rule';
import type { GuardrailsProps } from './guardrails-props';
import { nearRules } from './rule-sets/near-rules';
import { matchesPattern } from './rule-sets/rule-pattern';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';
import type { Misuse } from '../private/misuse';

/** Settings decide what is judged and what fails the synth: a token among them could never match. */
export function refuseTokens(app: IConstruct, props: GuardrailsProps): void {
  const { ruleSets = [], modes = [], waivers = [], waiverFiles, baselineFile, reportFiles, ruleOptions = {}, unwaivable } = props;
  for (const pattern of ruleSets.flatMap((set) => set._patterns)) requireLiteral(app, 'ruleSets', pattern);
  for (const pattern of modes.flatMap((mode) => mode._patterns)) requireLiteral(app, 'modes', pattern);
  waivers.forEach((waiver, index) => {
    for (const [name, value] of Object.entries(waiver)) requireLiteral(app, `waivers[${index}].${name}`, value);
  });
  for (const [prop, texts] of Object.entries({ waiverFiles, reportFiles, unwaivable })) {
    requireLiteral(app, prop, texts);
    for (const text of texts ?? []) requireLiteral(app, prop, text);
  }
  requireLiteral(app, 'baselineFile', baselineFile);
  for (const [rule, options] of Object.entries(ruleOptions)) {
    for (const [name, value] of Object.entries(options)) requireLiteral(app, `ruleOptions['${rule}'].${name}`, value);
  }
}

/** A misspelt rule would silently not be asked, or keep its mode. */
export function refuseUnknownRules(app: IConstruct, { ruleSets = [], modes = [], ruleOptions = {} }: GuardrailsProps, known: readonly Rule[]): void {
  const named: [prop: string, patterns: readonly string[]][] = [
    ['ruleSets', ruleSets.flatMap((set) => set._patterns)],
    ['modes', modes.flatMap((mode) => mode._patterns)],
    ['ruleOptions', Object.keys(ruleOptions)],
  ];
  for (const [prop, patterns] of named) {
    const wrong = unknownRule(prop, patterns, known);
    if (wrong !== undefined) fail(app, wrong);
  }
  for (const [id, options] of Object.entries(ruleOptions)) refuseUnknownOptions(app, id, options, known.find((rule) => rule.id === id));
}

/** What nobody may waive, but nobody asks either, would be a promise that nothing keeps. */
export function refuseUnaskedUnwaivable(app: IConstruct, { unwaivable = [] }: GuardrailsProps, asked: readonly Rule[], known: readonly Rule[]): void {
  const misspelt = unknownRule('unwaivable', unwaivable, known);
  if (misspelt !== undefined) fail(app, misspelt);
  const value = unwaivable.find((pattern) => !asked.some(({ id }) => matchesPattern(pattern, id)));
  if (value === undefined) return;
  fail(app, { prop: 'unwaivable', value, problem: 'the rule is not asked', instead: 'Add it to `ruleSets`, and let no mode switch it off.' });
}

/** What is wrong with the first pattern that no rule matches. */
export function unknownRule(prop: string, patterns: readonly string[], known: readonly Rule[]): Misuse | undefined {
  const ids = known.map(({ id }) => id);
  const value = patterns.find((pattern) => !ids.some((id) => matchesPattern(pattern, id)));
  if (value === undefined) return undefined;
  const near = nearRules(value, ids);
  return {
    prop, value, problem: 'no rule is called so', instead: near.length > 0 ? `Did you mean ${near.join(', ')}?` : '`npx cdk-hardened rules` lists them.',
  };
}

function refuseUnknownOptions(app: IConstruct, id: string, options: object, rule: Rule | undefined): void {
  const names = Object.keys(rule?.options ?? {});
  const wrong = Object.keys(options).find((name) => !names.includes(name));
  if (wrong === undefined) return;
  const instead = names.length > 0 ? `It has ${names.join(', ')}.` : 'It has none.';
  fail(app, { prop: `ruleOptions['${id}']`, value: wrong, problem: 'the rule has no such option', instead });
}
