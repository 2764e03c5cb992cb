import * as fs from 'fs';
import { Stack } from 'aws-cdk-lib';
import { Guardrails, RuleSet } from '../../../src/guardrails';
import type { Report } from '../../../src/guardrails/reports/report';
import { newApp } from '../../harness/apps';

afterEach(() => jest.restoreAllMocks());

test.each(['.json', '.md', '.txt', '.sarif'])('findings that no construct has are in %s reports too', (ending) => {
  jest.spyOn(console, 'error').mockImplementation();
  const app = newApp();
  const file = `${app.outdir}${ending}`;
  Guardrails.enforce(app, { ruleSets: [RuleSet.ofRules('cloudformation/termination-protection')], reportFiles: [file] });
  new Stack(app, 'Shop').templateOptions.description = 'orders';
  app.synth();
  expect(fs.readFileSync(file, 'utf8')).toMatch('termination protection is off');
  if (ending !== '.json') return;
  const [finding] = (JSON.parse(fs.readFileSync(file, 'utf8')) as Report).findings;
  expect(finding).toMatchObject({ ruleId: 'cloudformation/termination-protection', line: 1 });
});
