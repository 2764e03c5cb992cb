import { code, table } from './markdown';
import type { Rule } from '../../src/guardrails/engine/rule';
import { nagRules, versionOfNag } from '../nag-rules';
import type { NagRule } from '../nag-rules';

const START = '<!-- The table up to the end mark is written by projenrc/rule-pages.ts: do not edit. -->';
const END = '<!-- end of the table -->';

/** The guide with its table as cdk-nag and the rules are now. */
export function withNagTable(guide: string, rules: readonly Rule[]): string {
  const [before, rest] = guide.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`the guide has no place for the table: ${START} ... ${END}`);
  return [before, START, '\n\n', nagLines(rules).join('\n'), '\n\n', END, after].join('');
}

function nagLines(rules: readonly Rule[]): string[] {
  const known = nagRules().map((nag) => ({ ...nag, ours: rules.filter((rule) => answers(rule, nag)) }));
  const [covered, missing] = [known.filter(({ ours }) => ours.length > 0), known.filter(({ ours }) => ours.length === 0)];
  const links = (ours: readonly Rule[]): string => ours.map(({ id }) => `[${id}](../rules/${id}.md)`).join(', ');
  return [
    `cdk-nag ${versionOfNag()} has ${known.length} rules in its packs; ${covered.length} of them have an equivalent here.`,
    '',
    ...table(['rule of cdk-nag', 'in AwsSolutions', 'in other packs', 'here'], covered.map(({ name, ids, ours }) => [
      code(name), shortId(ids), ids.filter((id) => !isShort(id)).map((id) => id.split('-').slice(0, -1).join('-')).join(', '), links(ours),
    ])),
    '',
    '### Rules of cdk-nag without an equivalent',
    '',
    missing.map(({ name, ids }) => `${code(name)}${shortId(ids) === '' ? '' : ` (${shortId(ids)})`}`).join(', ') || 'None.',
  ];
}

function isShort(id: string): boolean {
  return id.startsWith('AwsSolutions-');
}

function shortId(ids: readonly string[]): string {
  return ids.filter(isShort).map((id) => id.replace('AwsSolutions-', '')).join(', ');
}

function answers({ peers }: Rule, { name }: NagRule): boolean {
  return peers.cdkNag?.includes(name) === true;
}
