import { TRUST, document } from './iam/situations';
import { describeService } from './judge-verdicts';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import { evaluate } from '../../../src/guardrails/engine/evaluate';
import { IDENTITY_TYPES, TRUST_TYPES } from '../../../src/guardrails/rules/iam/allowing-statements';
import { rule as noPrivilegeEscalation } from '../../../src/guardrails/rules/iam/no-privilege-escalation';
import { rule as noStarAction } from '../../../src/guardrails/rules/iam/no-star-action';
import { rule as noWildcardPrincipal } from '../../../src/guardrails/rules/iam/trust-no-wildcard-principal';

describeService('iam');

test('what a role may do and who may become it are kept apart, though both are remembered of it', () => {
  const Properties = {
    AssumeRolePolicyDocument: document({ ...TRUST, Principal: '*' }),
    Policies: [{ PolicyName: 'p', PolicyDocument: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }) }],
  };
  for (const rules of [[noStarAction, noWildcardPrincipal], [noWildcardPrincipal, noStarAction]]) {
    const app = new AppModel([{ file: 'template.json', body: { Resources: { Role: { Type: 'AWS::IAM::Role', Properties } } }, facts: {} }]);
    const verdicts = evaluate(app, rules, {}).judgements.map(({ rule, verdict }) => [rule.id, verdict]);
    expect(Object.fromEntries(verdicts)).toEqual({ [noStarAction.id]: 'COMPLIANT', [noWildcardPrincipal.id]: 'NON_COMPLIANT' });
  }
});

test('rules of what principals may do judge what carries that, and nothing else', () => {
  expect(TRUST_TYPES).toEqual(['AWS::IAM::Role', 'AWS::Serverless::Function']);
  expect(IDENTITY_TYPES).toEqual([...IDENTITY_TYPES].sort());
  expect(IDENTITY_TYPES).toEqual(expect.arrayContaining(['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy', 'AWS::Serverless::Function']));
  expect(IDENTITY_TYPES).not.toContain('AWS::S3::BucketPolicy');
  expect(IDENTITY_TYPES.filter((type) => !noPrivilegeEscalation.resourceTypes.includes(type))).toEqual(['AWS::IoT::Policy']);
});
