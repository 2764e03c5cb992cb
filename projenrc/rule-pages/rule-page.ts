import { exampleOf, shownCode } from './example';
import { RULE_SETS } from './framework-names';
import { cell, code, page, prose, sections, table, written } from './markdown';
import { remediationLines } from './remediation';
import type { Divergence, OptionDeclaration, Peers, Rule } from '../../src/guardrails/engine/rule';
import { FRAMEWORKS, titleOf } from '../../src/guardrails/frameworks';
import type { Framework } from '../../src/guardrails/frameworks';

/** `docs/rules/<service>/<name>.md`. */
export function rulePage(rule: Rule): string {
  return page([
    written(`src/guardrails/rules/${rule.id}.ts`),
    `# ${rule.id}`,
    '',
    `**${prose(rule.title)}.**`,
    '',
    ...table(['', ''], facts(rule)),
    ...sections({
      'Why': [prose(rule.rationale)],
      'If it is left out': rule.absent ? [`${prose(rule.absent.means)} ([source](${rule.absent.source}))`] : [],
      'What no template shows': rule.partly ? [prose(rule.partly)] : [],
      'Violates': exampleLines(rule, 'bad'),
      'Complies': exampleLines(rule, 'good'),
      'How to fix': [prose(rule.fix)],
      'Remediation': remediationLines(rule),
      'Options': optionLines(rule),
      'When not to use it': [prose(rule.whenNotToUse)],
      'How to waive a finding': waiverLines(rule),
      'In other tools': peerLines(rule),
      'Controls': controlLines(rule),
      'Sources': rule.sources.map((source) => `- <${source}>`),
    }),
  ]);
}

function facts(rule: Rule): string[][] {
  const judges = rule.resourceTypes.length > 0 ? rule.resourceTypes.map(code).join(', ') : rule.checkApp ? 'the app as a whole' : 'each template as such';
  return [
    ['id', code(rule.id)],
    ['severity', rule.severity],
    ['judges', judges],
    ['default set', rule.outsideDefault === undefined ? 'yes' : `no: ${cell(rule.outsideDefault)}`],
    ...rule.aboutDataLife ? [['ephemeral profile', 'a warning at most, and no remediation']] : [],
    ...Object.entries(rule.unreachable ?? {}).map(([verdict, reason]) => [`never ${verdict}`, cell(reason)]),
  ];
}

function exampleLines(rule: Rule, name: 'bad' | 'good'): string[] {
  const example = exampleOf(rule);
  if (example === undefined) return [];
  const options = example.options === undefined ? [] : ['', `Judged with \`ruleOptions: ${JSON.stringify({ [rule.id]: example.options })}\`.`];
  return ['```ts', ...shownCode(rule, name), '```', ...options];
}

function optionLines({ id, options = {} }: Rule): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const shown = ({ default: value }: OptionDeclaration): string => (value === undefined ? 'none' : code(JSON.stringify(value)));
  return [
    ...table(['option', 'type', 'default', ''], entries.map(([name, option]) => [code(name), option.type, shown(option), cell(option.description)])),
    '',
    `Given as \`ruleOptions: { '${id}': { ${entries[0][0]}: ... } }\` to \`Guardrails.enforce\`.`,
  ];
}

function waiverLines({ id }: Rule): string[] {
  return [
    'In the call, or in a file that it names:',
    '',
    '```ts',
    `Guardrails.enforce(app, { waivers: [{ rule: '${id}', scope: 'Stack/Construct', reason: 'why it is acceptable', owner: 'who answers for it' }] });`,
    '```',
    '',
    'Or in CDK\'s way, on the construct:',
    '',
    '```ts',
    `Validations.of(construct).acknowledge({ id: 'cdk-hardened::${id}', reason: 'why it is acceptable' });`,
    '```',
  ];
}

function controlLines({ controls }: Rule): string[] {
  return (Object.keys(FRAMEWORKS) as Framework[]).flatMap((framework) => {
    const ids = controls[framework] as readonly never[] | undefined;
    if (ids === undefined || ids.length === 0) return [];
    return [`- [${FRAMEWORKS[framework].name}](../../frameworks/${RULE_SETS[framework]}.md)`,
      ...ids.map((id) => `  - ${id}: ${prose(titleOf(framework, id))}`)];
  });
}

const TOOLS: Readonly<Record<keyof Peers, string>> = { cdkNag: 'cdk-nag', guard: 'Guard rules registry', checkov: 'checkov', prowler: 'prowler', other: 'others' };

function peerLines({ peers, divergences = [] }: Rule): string[] {
  const rows = (Object.keys(TOOLS) as (keyof Peers)[])
    .flatMap((tool) => (peers[tool]?.length ? [`- ${TOOLS[tool]}: ${peers[tool].map(code).join(', ')}`] : []));
  if (rows.length === 0 && divergences.length === 0) return [];
  return [
    ...rows.length > 0 ? ['About the same:', '', ...rows] : [],
    ...divergences.length > 0 ? [...rows.length > 0 ? [''] : [], 'Where this rule differs on purpose:', '', ...divergences.map(divergenceLine)] : [],
  ];
}

function divergenceLine({ peer, how, source }: Divergence): string {
  return `- ${code(peer.replace(/^cdkNag:/, 'cdk-nag:').replace(/^other:/, ''))}: ${prose(how)} ([source](${source}))`;
}
