import * as fs from 'fs';
import * as path from 'path';
import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../src/guardrails';
import { newApp } from '../harness/apps';

beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
afterEach(() => jest.restoreAllMocks());

interface Reported {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
}

const WHY = '(the value of the parameter Status is given at deployment)';
const VERSIONING = RuleSet.ofRules('s3/versioning');

/** The report on buckets whose versioning is a parameter's, and whether the synth passed. */
function reported(props: GuardrailsProps, buckets = 1, build: (stack: Stack) => void = () => undefined): { passed: boolean; violations: Reported[] } {
  const app: App = newApp();
  Guardrails.enforce(app, { ruleSets: [VERSIONING], ...props });
  const stack = new Stack(app, 'Shop');
  const status = new CfnParameter(stack, 'Status').valueAsString;
  for (let number = 1; number <= buckets; number += 1) new s3.CfnBucket(stack, `Bucket${number}`, { versioningConfiguration: { status } });
  build(stack);
  let passed = true;
  try {
    app.synth();
  } catch {
    passed = false;
  }
  const { pluginReports } = JSON.parse(fs.readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: { pluginName: string; violations: Reported[] }[];
  };
  const { violations = [] } = pluginReports.find(({ pluginName }) => pluginName === 'cdk-hardened') ?? {};
  return { passed, violations: violations.map(({ ruleName, severity, description }) => ({ ruleName, severity, description })) };
}

test('what cannot be judged is one piece of information, and stops nothing', () => {
  expect(reported({}, 2)).toEqual({
    passed: true,
    violations: [{
      ruleName: 'engine/not-known',
      severity: 'info',
      description: `cannot be judged from the templates: s3/versioning of Shop/Bucket1 ${WHY}; s3/versioning of Shop/Bucket2 ${WHY}`,
    }],
  });
});

test('ten are named, more are counted', () => {
  const [{ description }] = reported({}, 12).violations;
  expect(description.split('; ')).toHaveLength(11);
  expect(description).toMatch(/; and 2 more$/);
});

test('it says nothing where everything is known', () => {
  expect(reported({}, 0, (stack) => new sqs.CfnQueue(stack, 'Queue')).violations).toEqual([]);
});

test('under strict it is what a violation of the rule would be', () => {
  const strict = { strict: true };
  const found = (props: GuardrailsProps) => {
    const { passed, violations } = reported(props);
    return [passed, ...violations.map(({ ruleName, severity }) => `${ruleName}: ${severity}`)];
  };
  expect(found({ ...strict, modes: [RuleMode.ofRules(EnforcementMode.BLOCK, 's3/versioning')] })).toEqual([false, 's3/versioning: error']);
  expect(found({ ...strict, modes: [RuleMode.ofRules(EnforcementMode.WARN, 's3/versioning')] })).toEqual([true, 's3/versioning: warning']);
});

test('what is waived is not named', () => {
  const waivers = [{ rule: 's3/versioning', scope: 'Shop/Bucket1', reason: 'set by the pipeline', owner: 'shop' }];
  expect(reported({ waivers }, 2).violations.map(({ description }) => description))
    .toEqual([`cannot be judged from the templates: s3/versioning of Shop/Bucket2 ${WHY}`]);
});
