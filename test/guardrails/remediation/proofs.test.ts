import { isDeepStrictEqual } from 'util';
import { Aws } from 'aws-cdk-lib';
import { appOf, synthesized } from './included-app';
import type { Synthesized, Way } from './included-app';
import { canBeBuilt, TABLES } from './tables';
import { mayReplace } from './update-behaviour';
import { EnforcementMode, Guardrails, RuleMode, RuleSet } from '../../../src/guardrails';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import type { Rule } from '../../../src/guardrails/engine/rule';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import { rulesOf } from '../../../src/guardrails/rule-sets/selection';
import { judge } from '../rules/judge-verdicts';
import type { Situation } from '../rules/verdicts';
import { always } from '../variants/behind-conditions';
import { opaque } from '../variants/given-at-deployment';
import { spread } from '../variants/leaves';
import type { Row } from '../variants/variant';
import { aloneIn } from '../variants/written-templates';

const HERE = `${Aws.REGION}:${Aws.ACCOUNT_ID}`;

const SUPPLIES = {
  encryptionKeyArn: `arn:${Aws.PARTITION}:kms:${HERE}:key/supplied`,
  logBucketName: 'supplied-logs',
  permissionsBoundaryArn: `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:policy/supplied`,
  alarmTopicArn: `arn:${Aws.PARTITION}:sns:${HERE}:supplied`,
  accessLogGroupArn: `arn:${Aws.PARTITION}:logs:${HERE}:log-group:supplied`,
  cloudFrontWebAclArn: `arn:${Aws.PARTITION}:wafv2:us-east-1:${Aws.ACCOUNT_ID}:global/webacl/supplied/1`,
};

beforeEach(() => { jest.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => { jest.restoreAllMocks(); });

interface Outcome {
  readonly after: Synthesized;
  /** Paths that were set, by construct path. */
  readonly made: ReadonlyMap<string, readonly string[]>;
}

/** An app without guardrails; undefined if CDK does not take the templates: it is choosier than CloudFormation. */
function untouched({ templates }: Situation, way: Way): Synthesized | undefined {
  const app = appOf(templates, way);
  try {
    return app && synthesized(app, templates);
  } catch (error) {
    if (way === 'typed') return undefined;
    throw error;
  }
}

/** What remains of an app when one rule mends what it finds. */
function remediated(rule: Rule, { templates, options = {} }: Situation, way: Way): Outcome {
  const app = appOf(templates, way)!;
  Guardrails.enforce(app, {
    ...SUPPLIES,
    ruleSets: [RuleSet.ofRules(rule.id)],
    modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, '*')],
    ruleOptions: { [rule.id]: options },
  });
  const after = synthesized(app, templates);
  const made = new Map<string, string[]>();
  for (const { ruleName, description, places } of after.lines) {
    const [, path] = /^\S+ set (\S+) to /.exec(description) ?? [];
    if (ruleName === 'remediation/made') for (const place of places) made.set(place, [...made.get(place) ?? [], path]);
  }
  return { after, made };
}

function pathOf({ resourceOf }: Synthesized, { templates, judged = 'Subject' }: Situation): string {
  const { file } = templates.find(({ body }) => Object.hasOwn((body as { Resources: object }).Resources, judged))!;
  return resourceOf(file, judged).node.path;
}

type Resources = Record<string, { Type: string; Properties?: object }>;

const resourcesOf = ({ body }: TemplateInput): Resources => (body as { Resources: Resources }).Resources;

/** All resources without what was set in them; what became empty by that goes too. */
function apartFrom(made: Outcome['made'], of: Synthesized, places: Synthesized): unknown[] {
  return of.templates.map((template) => Object.fromEntries(Object.entries(resourcesOf(template)).map(([id, resource]) => {
    const paths = made.get(places.resourceOf(template.file, id).node.path) ?? [];
    const left = paths.reduce<unknown>((rest, path) => without(rest, path.split('.')), resource.Properties);
    return [id, { ...resource, Properties: left ?? {} }];
  })));
}

function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || step === undefined) return undefined;
  const { [step]: inner, ...others } = value as Record<string, unknown>;
  const left = without(inner, rest);
  const all = left === undefined ? others : { ...others, [step]: left };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** Everything that the default set finds, but for one rule. */
function findings(templates: readonly TemplateInput[], but: Rule): string[] {
  const { judgements } = evaluate(new AppModel(templates), rulesOf(({ outsideDefault, id }) => outsideDefault === undefined && id !== but.id));
  return judgements.filter(({ verdict }) => verdict === 'NON_COMPLIANT').map(({ rule, resource }) => `${rule.id} ${resource?.logicalId}`).sort();
}

describe.each(TABLES.map((table) => [table.rule.id, table] as const))('%s', (_, { rule, nonCompliant = {}, ...others }) => {
  const rows = Object.entries(nonCompliant).map(([name, [situation]]) => [name, situation] as const);
  const violating = rows.filter(([, situation]) => canBeBuilt(situation));
  const open = rows.filter(([, situation]) => aloneIn(situation) !== undefined).flatMap(([name, situation], index) => {
    const row: Row = { name, verdict: 'NON_COMPLIANT', situation, index };
    return [...opaque(row), ...always(row)].map((variant) => [`${name}, ${variant.name}`, variant.situation] as const);
  });
  const fine = Object.values(others).flatMap((situations) => Object.entries(situations)).filter(([, situation]) => canBeBuilt(situation));
  const mended = new Set<string>();

  describe.each<Way>(['typed', 'raw'])('%s', (way) => {
    test.each(violating)('what violates complies afterwards or is reported as left alone, and nothing else changes: %s', (name, situation) => {
      const plain = untouched(situation, way);
      if (plain === undefined) return;
      const { after, made } = remediated(rule, situation, way);
      const { verdict } = judge(rule, { ...situation, templates: after.templates });
      const place = pathOf(after, situation);
      const left = after.lines.filter(({ ruleName, places }) => ruleName === 'remediation/left-alone' && places.includes(place));
      if (made.has(place)) mended.add(name);
      if (way === 'typed') expect((made.get(place) ?? []).filter((path) => !isTyped(path, place, plain, after))).toEqual([]);
      // what is made right elsewhere may make the rule silent about this resource
      if (verdict === 'NON_COMPLIANT' || verdict === 'INSUFFICIENT_DATA') expect(left).not.toEqual([]);
      expect(after.lines.filter(({ ruleName }) => ruleName.startsWith('engine/') && ruleName !== 'engine/not-judged')).toEqual([]);
      expect(apartFrom(made, after, after)).toEqual(apartFrom(made, plain, plain));
      const before = findings(plain.templates, rule);
      expect(findings(after.templates, rule).filter((finding) => !before.includes(finding))).toEqual([]);
      expect(remediated(rule, { ...situation, templates: after.templates }, way).made).toEqual(new Map());
    });
  });

  test.each(fine)('what does not violate stays as it is: %s', (_name, situation) => {
    const { after, made } = remediated(rule, situation, untouched(situation, 'typed') === undefined ? 'raw' : 'typed');
    expect(made.get(pathOf(after, situation)) ?? []).toEqual([]);
  });

  test.each(spread(open, 12))('what a function of CloudFormation decides is left as it is: %s', (_name, situation) => {
    const { after, made } = remediated(rule, situation, 'raw');
    const { Properties } = resourcesOf(situation.templates[0])[situation.judged ?? 'Subject'];
    expect((made.get(pathOf(after, situation)) ?? []).filter((path) => leadsThroughFunction(Properties, path.split('.')))).toEqual([]);
  });

  test('something of its table is mended', () => expect([...mended]).not.toEqual([]));

  test('no path that it sets makes CloudFormation replace the resource, unless it says so', () => {
    const set = violating.flatMap(([, situation]) => {
      const outcome = remediated(rule, situation, 'raw');
      return [...outcome.made].flatMap(([place, paths]) => paths.map((path) => [typeAt(outcome.after, place), path] as const));
    });
    const bySchema = set.filter(([type]) => !type.startsWith('AWS::Serverless::')); // the schema knows what AWS SAM makes of them
    expect(bySchema.filter(([type, path]) => mayReplace(type, path))).toEqual([]);
  });
});

function typeAt({ templates, resourceOf }: Synthesized, place: string): string {
  const found = templates.flatMap((template) => Object.entries(resourcesOf(template))
    .filter(([id]) => resourceOf(template.file, id).node.path === place).map(([, { Type }]) => Type));
  return found[0];
}

/** Properties that the L1s of CDK have by other names, or not at all. */
const UNKNOWN_TO_L1 = ['AWS::Serverless::HttpApi.AccessLogSettings'];

/** What CDK keeps to itself of an L1. */
interface Inside {
  readonly cfnProperties: Record<string, unknown>;
  renderProperties(properties: Record<string, unknown>): Record<string, unknown>;
}

/** The properties that the L1 at a place shows, as CDK renders them: without overrides, and without members that it does not know. */
function shownBy({ templates, resourceOf }: Synthesized, place: string): Record<string, unknown> {
  const all = templates.flatMap((template) => Object.keys(resourcesOf(template)).map((id) => resourceOf(template.file, id)));
  const l1 = all.find(({ node }) => node.path === place)!;
  const { stack } = l1;
  const inside = l1 as unknown as Inside;
  return stack.resolve(inside.renderProperties(stack.resolve(inside.cfnProperties) as Record<string, unknown>)) as Record<string, unknown>;
}

/** Whether the L1, which other tools read, shows what was set as the template has it. What the user wrote in the property stays there. */
function isTyped(path: string, place: string, plain: Synthesized, after: Synthesized): boolean {
  const steps = path.split('.');
  if (UNKNOWN_TO_L1.includes(`${typeAt(after, place)}.${steps[0]}`)) return true;
  const shown = shownBy(after, place);
  const [inTemplate] = after.templates.flatMap((template) => Object.entries(resourcesOf(template))
    .filter(([id]) => after.resourceOf(template.file, id).node.path === place).map(([, { Properties }]) => Properties));
  if (shownBy(plain, place)[steps[0]] !== undefined) return true;
  return isDeepStrictEqual(at(shown, steps), at(inTemplate, steps)) && at(shown, steps) !== undefined;
}

function at(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return step === undefined ? value : undefined;
  return at((value as Record<string, unknown>)[step], rest);
}

function leadsThroughFunction(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'))) return true;
  return step !== undefined && leadsThroughFunction((value as Record<string, unknown>)[step], rest);
}
