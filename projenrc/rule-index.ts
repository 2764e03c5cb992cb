/**
 * Writes what is derived from the files below src/guardrails/rules: all-rules.ts, every rule in the order of their ids,
 * src/guardrails/rule-names, a class of constants for each service, by which all languages name rules, and nag-ids.ts, what cdk-nag calls
 * those of its rules that have an equivalent.
 */
import * as fs from 'fs';
import * as path from 'path';
import { nagRules } from './nag-rules';

const RULES = path.join(__dirname, '..', 'src', 'guardrails', 'rules');

const files = fs.readdirSync(RULES, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.includes('/') && name.endsWith('.ts'))
  .filter((name) => fs.readFileSync(path.join(RULES, name), 'utf8').includes('export const rule ='))
  .map((name) => name.replace(/\.ts$/, ''))
  .sort();

function variable(file: string): string {
  return file.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

fs.writeFileSync(path.join(RULES, 'all-rules.ts'), [
  '// Written by projenrc/rule-index.ts: do not edit.',
  ...files.map((file) => `import { rule as ${variable(file)} } from './${file}';`),
  "import type { Rule } from '../engine/rule';",
  '',
  '/** Every rule, in the order of their ids. */',
  'export const ALL_RULES: readonly Rule[] = [',
  ...files.map((file) => `  ${variable(file)},`),
  '];',
  '',
].join('\n'));

// --- the names of rules

const NAMES = path.join(RULES, '..', 'rule-names');

/** Services whose name is written otherwise than with one capital. */
const CLASS_NAMES: Record<string, string> = {
  acm: 'Acm',
  apigateway: 'ApiGateway',
  apigatewayv2: 'ApiGatewayV2',
  appsync: 'AppSync',
  cloudformation: 'CloudFormation',
  cloudfront: 'CloudFront',
  cloudtrail: 'CloudTrail',
  cloudwatch: 'CloudWatch',
  dynamodb: 'DynamoDb',
  eventbridge: 'EventBridge',
  secretsmanager: 'SecretsManager',
  stepfunctions: 'StepFunctions',
};

interface Described {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly peers: { readonly cdkNag?: readonly string[] };
}

const { ALL_RULES } = require('../src/guardrails/rules/all-rules') as { ALL_RULES: readonly Described[] }; // eslint-disable-line @typescript-eslint/no-require-imports
const byService = new Map<string, Described[]>();
for (const rule of ALL_RULES) {
  const [service] = rule.id.split('/');
  byService.set(service, [...byService.get(service) ?? [], rule]);
}

fs.rmSync(NAMES, { recursive: true, force: true });
fs.mkdirSync(NAMES);
for (const [service, rules] of byService) {
  const name = CLASS_NAMES[service] ?? `${service[0].toUpperCase()}${service.slice(1)}`;
  fs.writeFileSync(path.join(NAMES, `${service}-rules.ts`), [
    '// Written by projenrc/rule-index.ts: do not edit.',
    "import type { IRule } from '../own-rules/rule-interface';",
    '',
    `/** The rules about \`${service}\`, by name. */`,
    `export class ${name}Rules {`,
    ...rules.flatMap(({ id, title, severity }) => [
      `  /** ${title.replace(/\*\//g, '* /')} (${severity}). */`,
      `  public static readonly ${id.split('/')[1].replace(/-/g, '_').toUpperCase()}: IRule = { ruleId: '${id}' };`,
    ]),
    '',
    '  private constructor() {}',
    '}',
    '',
  ].join('\n'));
}
fs.writeFileSync(path.join(NAMES, 'index.ts'), [
  '// Written by projenrc/rule-index.ts: do not edit.',
  ...[...byService.keys()].map((service) => `export * from './${service}-rules';`),
  '',
].join('\n'));

// --- what cdk-nag calls rules otherwise than by their names

const answered = new Set(ALL_RULES.flatMap(({ peers }) => peers.cdkNag ?? []));
const otherIds = nagRules().filter(({ name }) => answered.has(name))
  .flatMap(({ name, ids }) => ids.filter((id) => !id.endsWith(`-${name}`)).map((id) => [id, name]))
  .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
fs.writeFileSync(path.join(RULES, '..', 'waivers', 'nag-ids.ts'), [
  '// Written by projenrc/rule-index.ts: do not edit.',
  '',
  '/** Ids of cdk-nag that do not say the name of the rule, and that name, as `peers` of rules have it. */',
  'export const NAMES_BY_NAG_ID: Readonly<Record<string, string>> = {',
  ...otherIds.map(([id, name]) => `  '${id}': '${name}',`),
  '};',
  '',
].join('\n'));
