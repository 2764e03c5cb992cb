import * as fs from 'fs';
import * as path from 'path';
import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Guardrails, RuleSet } from '../../src/guardrails';
import { newApp } from '../harness/apps';

interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly violatingConstructs: readonly {
    readonly constructPath: string;
    readonly cloudFormationResource: { readonly propertyPaths: readonly string[] };
  }[];
}

beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
afterEach(() => jest.restoreAllMocks());

/** Violations in the report of CDK: what is said, and of which properties of which constructs. */
function reported(ruleSet: RuleSet, build: (stack: Stack) => void): [description: string, places: Record<string, readonly string[]>][] {
  const app: App = newApp();
  Guardrails.enforce(app, { ruleSets: [ruleSet] });
  build(new Stack(app, 'Shop'));
  expect(() => app.synth()).toThrow('validation-report.json');
  const { pluginReports } = JSON.parse(fs.readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: { pluginName: string; violations: Violation[] }[];
  };
  const { violations } = pluginReports.find(({ pluginName }) => pluginName === 'cdk-hardened')!;
  return violations.map(({ description, violatingConstructs }) => [
    description,
    Object.fromEntries(violatingConstructs.map(({ constructPath, cloudFormationResource }) => [constructPath, cloudFormationResource.propertyPaths])),
  ]);
}

const KEYS = RuleSet.ofRules('kms/not-scheduled-for-deletion');
const DELETES = 'DeletionPolicy is not set: deleting the stack deletes the key; UpdateReplacePolicy is not set: a change that replaces it deletes the key';

test('all that a rule says of one resource is one violation with all places', () => {
  expect(reported(KEYS, (stack) => new kms.CfnKey(stack, 'Key'))).toEqual([
    [`KMS keys survive changes of their stack: ${DELETES}`, { 'Shop/Key': ['DeletionPolicy', 'UpdateReplacePolicy'] }],
  ]);
});

test('resources of which the same is said share a violation, each with its own places; others have their own', () => {
  expect(reported(KEYS, (stack) => {
    new kms.CfnKey(stack, 'A');
    new kms.CfnKey(stack, 'B');
    new kms.CfnKey(stack, 'C').addOverride('DeletionPolicy', 'Retain');
  })).toEqual([
    [`KMS keys survive changes of their stack: ${DELETES}`, {
      'Shop/A': ['DeletionPolicy', 'UpdateReplacePolicy'], 'Shop/B': ['DeletionPolicy', 'UpdateReplacePolicy'],
    }],
    ['KMS keys survive changes of their stack: UpdateReplacePolicy is not set: a change that replaces it deletes the key', { 'Shop/C': ['UpdateReplacePolicy'] }],
  ]);
});

test('what is said of two places in the same words is shown once, with both', () => {
  const statement = { Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::orders' };
  const [[description, places], ...others] = reported(RuleSet.ofRules('iam/no-star-action'), (stack) => {
    new iam.CfnManagedPolicy(stack, 'Policy', { policyDocument: { Statement: [statement, { ...statement, Resource: 'arn:aws:s3:::invoices' }] } });
  });
  expect(others).toEqual([]);
  expect(description).not.toMatch(';');
  expect(places).toEqual({ 'Shop/Policy': ['Properties.PolicyDocument.Statement.0.Action', 'Properties.PolicyDocument.Statement.1.Action'] });
});
