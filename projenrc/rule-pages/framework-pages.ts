import { RULE_SETS, constantOf } from './framework-names';
import { cell, code, page, table, written } from './markdown';
import type { Rule } from '../../src/guardrails/engine/rule';
import { FRAMEWORKS, controlsOf, isPartlyAtSynth, notAtSynth, titleOf } from '../../src/guardrails/frameworks';
import type { Framework } from '../../src/guardrails/frameworks';
import { PROCEDURE } from '../../src/guardrails/frameworks/not-at-synth';
import { SELECTIONS } from '../../src/guardrails/rule-sets/selection';

const ALL = Object.keys(FRAMEWORKS) as Framework[];
const STATES = ['checked', 'partly', 'not checkable at synth', 'not yet covered'] as const;

interface Coverage {
  readonly id: string;
  readonly title: string;
  readonly state: typeof STATES[number];
  readonly reason?: string;
  readonly rules: readonly Rule[];
}

/** `docs/frameworks/<rule set>.md` for each framework. */
export function frameworkPages(rules: readonly Rule[]): Map<string, string> {
  return new Map(ALL.map((framework) => [`${RULE_SETS[framework]}.md`, frameworkPage(framework, rules)]));
}

/** `docs/frameworks/README.md`. */
export function frameworkIndexPage(rules: readonly Rule[]): string {
  return page([
    written('src/guardrails/frameworks'),
    '# Frameworks',
    '',
    ...meaning('../'),
    '',
    ...table(['framework', 'rule set', 'rules', ...STATES], ALL.map((framework) => {
      const coverage = coverageOf(framework, rules);
      const answering = new Set(coverage.flatMap((control) => control.rules)).size;
      return [
        `[${FRAMEWORKS[framework].name}](${RULE_SETS[framework]}.md)`, code(RULE_SETS[framework]), String(answering),
        ...STATES.map((state) => String(coverage.filter((control) => control.state === state).length)),
      ];
    })),
  ]);
}

function frameworkPage(framework: Framework, rules: readonly Rule[]): string {
  const { name, versions, publisher, url, listed } = FRAMEWORKS[framework];
  const ruleSet = RULE_SETS[framework];
  if (!Object.hasOwn(SELECTIONS, ruleSet)) throw new Error(`there is no rule set ${ruleSet}`);
  const coverage = coverageOf(framework, rules);
  const counts = STATES.map((state) => `${coverage.filter((control) => control.state === state).length} ${state}`);
  return page([
    written('src/guardrails/frameworks and src/guardrails/rules'),
    `# ${name}`,
    '',
    `By ${publisher}, ${versions.join(', ')}: <${url}>. Titles are in our words. Rule set: \`${constantOf(ruleSet)}\`, on the command line \`--rule-set ${ruleSet}\`.`,
    '',
    ...meaning('../'),
    '',
    `Listed are ${listed}.`,
    '',
    `${coverage.length} controls: ${counts.join(', ')}.`,
    '',
    ...table(['control', 'title', 'state', 'rules, or why not'], coverage.map((control) => [
      cell(control.id), cell(control.title), control.state,
      control.reason === undefined ? control.rules.map(({ id }) => `[${id}](../rules/${id}.md)`).join(', ') : cell(control.reason),
    ])),
  ]);
}

/** A control is checked if a rule sees all that templates show of it, and people have no part in it. */
function stateOf(answering: readonly Rule[], isOfPeople: boolean): Coverage['state'] {
  if (answering.length === 0) return 'not yet covered';
  return !isOfPeople && answering.some(({ partly }) => partly === undefined) ? 'checked' : 'partly';
}

function meaning(root: string): string[] {
  return [
    `*Checked*: [rules](${root}rules/README.md) look at what templates show of it. *Partly*: what they see is only a part, as their pages say,`,
    'or people have to do the rest. *Not checkable at synth*: no template shows it. *Not yet covered*: one may, no rule looks. None of these words says that a control is fulfilled: that is for an auditor, who sees more than templates.',
  ];
}

function coverageOf(framework: Framework, rules: readonly Rule[]): Coverage[] {
  return Object.keys(controlsOf(framework)).map((id) => {
    const answering = rules.filter(({ controls }) => (controls[framework] as readonly string[] | undefined)?.includes(id));
    const title = titleOf(framework, id as never);
    const reason = notAtSynth(framework, id)?.reason;
    if (reason !== undefined) return { id, title, state: 'not checkable at synth', reason, rules: [] };
    const isOfPeople = isPartlyAtSynth(framework, id);
    if (isOfPeople && answering.length === 0) return { id, title, state: 'not checkable at synth', reason: PROCEDURE, rules: [] };
    return { id, title, state: stateOf(answering, isOfPeople), rules: answering };
  });
}
