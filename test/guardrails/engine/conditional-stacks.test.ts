import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import type { Rule } from '../../../src/guardrails/engine/rule';
import { rule as noPrivilegeEscalation } from '../../../src/guardrails/rules/iam/no-privilege-escalation';
import { rule as tlsOnly } from '../../../src/guardrails/rules/s3/tls-only';
import { rule as versioning } from '../../../src/guardrails/rules/s3/versioning';

const NEVER = { Conditions: { C: { 'Fn::Equals': ['a', 'b'] } } };
const OPEN = { Parameters: { X: { Type: 'String' } }, Conditions: { C: { 'Fn::Equals': [{ Ref: 'X' }, '1'] } } };
const ALWAYS = { Conditions: { C: { 'Fn::Equals': ['a', 'a'] } } };

const BUCKET = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'orders' } };
const TLS_POLICY = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: 'orders',
    PolicyDocument: {
      Statement: [{
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }],
    },
  },
};

/** The verdicts of an app of a stack, of one nested in it under the condition `C`, and of one in that. */
function verdicts(
  rule: Rule, sections: object, outer: object, inner: object, innermost: object = {}, parameters: object = {},
): Record<string, string> {
  const conditional = { Type: 'AWS::CloudFormation::Stack', Condition: 'C', Properties: { Parameters: parameters } };
  const app = new AppModel([
    { file: 'outer', body: { ...sections, Resources: { ...outer, Nested: conditional } } },
    {
      file: 'inner',
      nestedIn: { file: 'outer', logicalId: 'Nested' },
      body: { Parameters: { Status: { Type: 'String' } }, Resources: { ...inner, Nested: { Type: 'AWS::CloudFormation::Stack', Properties: {} } } },
    },
    { file: 'innermost', nestedIn: { file: 'inner', logicalId: 'Nested' }, body: { Resources: innermost } },
  ]);
  const { judgements, faults } = evaluate(app, [rule]);
  expect(faults).toEqual([]);
  return Object.fromEntries(judgements.map(({ resource, verdict }) => [resource!.logicalId, verdict]));
}

describe('what a nested stack holds', () => {
  test('is not there where the stack is never deployed', () => {
    const unversioned = { Bucket: { Type: 'AWS::S3::Bucket' } };
    expect(verdicts(versioning, NEVER, {}, unversioned)).toEqual({ Bucket: 'NOT_APPLICABLE' });
    expect(verdicts(versioning, NEVER, {}, {}, unversioned)).toEqual({ Bucket: 'NOT_APPLICABLE' });
    expect(verdicts(versioning, OPEN, {}, unversioned)).toEqual({ Bucket: 'NON_COMPLIANT' });
  });

  test.each<[string, object, string]>([
    ['always', ALWAYS, 'COMPLIANT'],
    ['never', NEVER, 'NON_COMPLIANT'],
    ['perhaps', OPEN, 'NON_COMPLIANT'],
  ])('protects nothing outside it unless it is deployed: %s', (_, sections, verdict) => {
    expect(verdicts(tlsOnly, sections, { Bucket: BUCKET }, { Policy: TLS_POLICY })).toMatchObject({ Bucket: verdict });
    expect(verdicts(tlsOnly, sections, { Bucket: BUCKET }, {}, { Policy: TLS_POLICY })).toMatchObject({ Bucket: verdict });
  });

  test('denies nothing where it is never deployed', () => {
    const statement = (Effect: string, Action: string) => ({ PolicyName: 'p', PolicyDocument: { Statement: [{ Effect, Action, Resource: '*' }] } });
    const role = {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'admin',
        AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] },
        Policies: [statement('Allow', 'iam:*')],
      },
    };
    const denial = { Type: 'AWS::IAM::Policy', Properties: { ...statement('Deny', '*'), Roles: ['admin'] } };
    const of = (sections: object): string => verdicts(noPrivilegeEscalation, sections, { Role: role }, { Denial: denial }).Role;
    expect([of(ALWAYS), of(NEVER), of(OPEN)]).toEqual(['COMPLIANT', 'NON_COMPLIANT', 'NON_COMPLIANT']);
  });

  test('is judged as it is where the stack is deployed, whatever the parent would hand on otherwise', () => {
    const bucket = { Bucket: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: { Ref: 'Status' } } } } };
    const handedOn = (yes: string, no: string): object => ({ Status: { 'Fn::If': ['C', yes, no] } });
    expect(verdicts(versioning, OPEN, {}, bucket, {}, handedOn('Enabled', 'Suspended'))).toEqual({ Bucket: 'COMPLIANT' });
    expect(verdicts(versioning, OPEN, {}, bucket, {}, handedOn('Suspended', 'Enabled'))).toEqual({ Bucket: 'NON_COMPLIANT' });
  });
});

test('rules about templates do not judge those that are never deployed', () => {
  const aboutTemplates: Rule = { ...versioning, id: 'test/template', resourceTypes: [], check: undefined, checkTemplate: () => ({ message: 'there', location: 'Resources' }) };
  const app = new AppModel([
    { file: 'outer', body: { ...NEVER, Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Condition: 'C' } } } },
    { file: 'inner', nestedIn: { file: 'outer', logicalId: 'Nested' }, body: { Resources: {} } },
  ]);
  expect(evaluate(app, [aboutTemplates]).judgements.map(({ template, verdict }) => [template!.file, verdict]))
    .toEqual([['outer', 'NON_COMPLIANT'], ['inner', 'NOT_APPLICABLE']]);
});

describe('two stacks at the top', () => {
  const sections = (asked: object) => ({ Parameters: { X: { Type: 'String' } }, Conditions: { C: { 'Fn::Equals': [asked, 'eu-west-1'] } } });
  const verdict = (asked: object, facts: object = {}): string => {
    const app = new AppModel([
      { file: 'a', facts, body: { ...sections(asked), Resources: { Bucket: { ...BUCKET, Condition: 'C' } } } },
      { file: 'b', facts, body: { ...sections(asked), Resources: { Policy: { ...TLS_POLICY, Condition: 'C' } } } },
    ]);
    return evaluate(app, [tlsOnly]).judgements.find(({ resource }) => resource!.logicalId === 'Bucket')!.verdict;
  };

  test('may be given different parameters, and deployed to different regions', () => {
    expect([verdict({ Ref: 'X' }), verdict({ Ref: 'AWS::Region' })]).toEqual(['NON_COMPLIANT', 'NON_COMPLIANT']);
  });

  test('agree on what the app says of both', () => {
    expect(verdict({ Ref: 'AWS::Region' }, { region: 'eu-west-1' })).toBe('COMPLIANT');
  });
});
