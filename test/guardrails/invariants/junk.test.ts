import * as fc from 'fast-check';
import { deep, spoiled } from './junk-values';
import { search } from './search';
import { ROWS } from './situations';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { expandForEach } from '../../../src/guardrails/engine/expand-for-each';
import { setAsideMacros } from '../../../src/guardrails/engine/set-aside-macros';
import { jsonOf } from '../../../src/guardrails/reports/json';
import { markdownOf } from '../../../src/guardrails/reports/markdown';
import { reportOf } from '../../../src/guardrails/reports/report';
import type { Report } from '../../../src/guardrails/reports/report';
import { sarifOf } from '../../../src/guardrails/reports/sarif';
import { textOf } from '../../../src/guardrails/reports/text';
import { ALL_RULES } from '../../../src/guardrails/rules/all-rules';

/** The way from templates to a report in every form, as all adapters go it. */
function reported(bodies: readonly unknown[], options = {}, nestedIn?: { file: string; logicalId: string }): Report {
  const app = new AppModel(bodies.map((given, index) => {
    const expanded = expandForEach(given);
    const { body, notJudged } = setAsideMacros(expanded.body);
    return { file: `${index}.json`, body, notJudged: [...expanded.notJudged, ...notJudged], ...index > 0 && nestedIn ? { nestedIn } : {} };
  }));
  const report = reportOf(app, ALL_RULES, { options, allVerdicts: true });
  for (const text of [jsonOf(report), textOf(report, { strict: true }), markdownOf(report), sarifOf(report, { rules: ALL_RULES, version: '0', strict: true })]) {
    expect(text.length).toBeGreaterThan(20);
  }
  return report;
}

test('junk in a template makes no rule fail, nor the engine or a report', () => {
  const cases = fc.constantFrom(...ROWS).chain(({ situation: { templates, options }, rule }) => fc.tuple(
    fc.constant({ [rule.id]: options }), fc.tuple(...templates.map(({ body }) => spoiled(body))),
  ));
  fc.assert(fc.property(cases, ([options, bodies]) => {
    expect(reported(bodies, options).summary.faults).toEqual([]);
  }), search(500));
});

test('a template that is no template is judged to be nothing', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => {
    const { summary } = reported([body]);
    expect(summary).toMatchObject({ templates: 1, faults: [] });
  }), search(100));
});

/** Places for JSON in text: what policies, definitions, variables and documents say. */
function textsSaying(text: string): object {
  const resource = (type: string, properties: object) => ({ Type: type, Properties: properties });
  return {
    Resources: {
      Policy: resource('AWS::S3::BucketPolicy', { Bucket: 'a', PolicyDocument: text }),
      Function: resource('AWS::Lambda::Function', { Environment: { Variables: { SETTINGS: text } }, Code: { ZipFile: text } }),
      Machine: resource('AWS::StepFunctions::StateMachine', { DefinitionString: text }),
      Document: resource('AWS::SSM::Document', { Content: text }),
      Api: resource('AWS::ApiGateway::RestApi', { Body: text, Policy: text }),
      Stage: resource('AWS::ApiGateway::Stage', { AccessLogSetting: { Format: text } }),
      Secret: resource('AWS::SecretsManager::Secret', { SecretString: text, GenerateSecretString: { SecretStringTemplate: text } }),
    },
  };
}

test.each([['[', '1', ']'], ['{"a":', '1', '}'], ['{"Statement":', '1', '}'], ['{"Statement":[', '', ']}'], ['{"States":{"A":', '{}', '}}']])(
  'JSON in text that repeats %s 5,000 times makes no rule fail', (open, middle, close) => {
    expect(reported([textsSaying(open.repeat(5_000) + middle + close.repeat(5_000))]).summary.faults).toEqual([]);
  },
);

test.each<[string, (inner: unknown) => unknown]>([
  ['lists', (inner) => [inner]],
  ['objects', (inner) => ({ Statement: inner })],
  ['branches', (inner) => ({ 'Fn::If': ['A', 'a', inner] })],
  ['denials', (inner) => ({ 'Fn::Not': [inner] })],
  ['joined texts', (inner) => ({ 'Fn::Join': ['', [inner]] })],
  ['variables', (inner) => ({ 'Fn::Sub': ['${A}', { A: inner }] })],
  ['texts of JSON', (inner) => ({ 'Fn::ToJsonString': { a: inner } })],
])('200 %s in each other make no rule fail', (_, wrap) => {
  const value = deep(200, wrap);
  const { Resources } = textsSaying('') as { Resources: Record<string, { Type: string; Properties: object }> };
  const filled = Object.entries(Resources).map(([id, { Type, Properties }]) =>
    [id, { Type, Properties: Object.fromEntries(Object.keys(Properties).map((name) => [name, value])) }]);
  expect(reported([{ Conditions: { A: value }, Resources: Object.fromEntries(filled) }]).summary.faults).toEqual([]);
});
