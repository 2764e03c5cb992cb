import { Aws } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { search } from './search';
import { ROWS } from './situations';
import type { Row } from './situations';
import { EnforcementMode, Guardrails, RuleMode, RuleSet } from '../../../src/guardrails';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import type { TemplateInput } from '../../../src/guardrails/engine/template-input';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';
import { appOf, synthesized } from '../remediation/included-app';
import type { Synthesized, Way } from '../remediation/included-app';
import { canBeBuilt } from '../remediation/tables';

const SUPPLIES = {
  encryptionKeyArn: `arn:${Aws.PARTITION}:kms:${Aws.REGION}:${Aws.ACCOUNT_ID}:key/supplied`,
  logBucketName: 'supplied-logs',
  alarmTopicArn: `arn:${Aws.PARTITION}:sns:${Aws.REGION}:${Aws.ACCOUNT_ID}:supplied`,
  accessLogGroupArn: `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:supplied`,
  cloudFrontWebAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/supplied/1a2b3c4d',
  permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/supplied',
};

beforeEach(() => { jest.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => { jest.restoreAllMocks(); });

/** The app that these templates make, with all rules mending what they can. */
function remediated(templates: readonly TemplateInput[], way: Way): Synthesized {
  const app = appOf(templates, way)!;
  Guardrails.enforce(app, { ...SUPPLIES, ruleSets: [RuleSet.ALL], modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, '*')] });
  return synthesized(app, templates);
}

function plain(templates: readonly TemplateInput[], way: Way): Synthesized | undefined {
  const app = appOf(templates, way);
  try {
    return app && synthesized(app, templates);
  } catch {
    return undefined; // CDK is choosier than CloudFormation
  }
}

function findings(templates: readonly TemplateInput[]): string[] {
  const { judgements, faults } = evaluate(new AppModel(templates), ALL_RULES);
  expect(faults).toEqual([]);
  return judgements.filter(({ verdict }) => verdict === 'NON_COMPLIANT')
    .map(({ rule, resource, template }) => `${rule.id} ${resource?.template.file ?? template?.file} ${resource?.logicalId}`).sort();
}

const made = ({ lines }: Synthesized): string[] => lines.filter(({ ruleName }) => ruleName === 'remediation/made')
  .map(({ description, places }) => `${places.join()}: ${description}`);

/** Several situations as stacks of one app. */
function oneApp(rows: readonly Row[]): TemplateInput[] {
  return rows.flatMap(({ situation: { templates } }, index) => templates.map((template) => ({ ...template, file: `${index}-${template.file}` })));
}

/** Rules outside the default set that speak only of resources which are as another rule makes them. */
const REVEALED: Record<string, string> = {
  's3/noncurrent-version-lifecycle': 'speaks of buckets with versions; when old ones are deleted is for their owner to say',
};

const ruleOf = (finding: string): string => finding.split(' ')[0];

const BUILDABLE = ROWS.filter(({ situation }) => canBeBuilt(situation));

/** What is wrong with a remediated app that was not before, and what a second remediation does. */
function after(rows: readonly Row[], way: Way): { mended: number; added: string[] } | undefined {
  const before = plain(oneApp(rows), way);
  if (before === undefined) return undefined;
  const once = remediated(before.templates, way);
  const twice = remediated(once.templates, way);
  expect(made(twice)).toEqual([]);
  expect(twice.templates).toEqual(once.templates);
  const known = findings(before.templates);
  return { mended: made(once).length, added: findings(once.templates).filter((finding) => !known.includes(finding)) };
}

test.each<Way>(['typed', 'raw'])('remediation by all rules together adds no finding, and a second one changes nothing: %s resources', (way) => {
  const row = fc.constantFrom(...BUILDABLE).map((each) => ({ ...each, [fc.toStringMethod]: () => `${each.rule.id}: ${each.name}` }));
  let mended = 0;
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
    const outcome = after(rows, way);
    fc.pre(outcome !== undefined);
    expect(outcome.added.filter((finding) => REVEALED[ruleOf(finding)] === undefined)).toEqual([]);
    mended += outcome.mended;
  }), search(40));
  expect(mended).toBeGreaterThan(40);
});

test.each(Object.keys(REVEALED))('%s is revealed still', (id) => {
  const [row] = BUILDABLE.filter(({ rule }) => rule.id === 's3/versioning');
  expect(after([row], 'raw')!.added.map(ruleOf)).toEqual([id]);
});
