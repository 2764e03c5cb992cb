import { judge } from './judge-verdicts';
import { subjectOf } from './verdicts';
import { rule } from '../../../src/guardrails/rules/vpc/endpoint-policy-restricted';

const OPEN = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

const verdictOf = (...statements: object[]) => judge(rule, subjectOf('AWS::EC2::VPCEndpoint')({ VpcId: 'vpc-1', PolicyDocument: { Statement: statements } })).verdict;

// not in the table of the rule: what a parameter gives counts as an owner, so that such a value given by one would comply
test.each([
  ['aws:PrincipalOrgID', '${aws:ResourceOrgID}'],
  ['aws:ResourceAccount', '${aws:PrincipalAccount}'],
  ['aws:PrincipalAccount', '${ aws:resourceaccount, \'111122223333\' }'],
])('%s compared with %s binds to no owner: strangers call what is theirs', (key, value) => {
  expect(verdictOf({ ...OPEN, Condition: { StringEquals: { [key]: value } } })).toBe('NON_COMPLIANT');
  expect(verdictOf({ ...OPEN, Condition: { StringLike: { [key]: value } } })).toBe('NON_COMPLIANT');
  expect(verdictOf(OPEN, { ...OPEN, Effect: 'Deny', Condition: { StringNotEquals: { [key]: value } } })).toBe('NON_COMPLIANT');
});

test('signs that IAM has to write so are no variables', () => {
  expect(verdictOf({ ...OPEN, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-${$}1' } } })).toBe('COMPLIANT');
});
