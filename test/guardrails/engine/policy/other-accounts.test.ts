import { appOf, resourceOf } from './app-of';
import { isOfOtherAccount, isOnlyForOwnAccount } from '../../../../src/guardrails/engine/policy/other-accounts';
import { Statement } from '../../../../src/guardrails/engine/policy/statement';
import type { Resource } from '../../../../src/guardrails/engine/resource';
import { attempt } from '../possible-values';

const UNKNOWN = expect.stringMatching(/^unknown: /);
const OWN = '111122223333';
const OTHER = '444455556666';
const GIVEN = { Ref: 'Given' };
const OTHERS = {
  Role: { Type: 'AWS::IAM::Role' }, Identity: { Type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity' }, Custom: { Type: 'Custom::Partner' },
};

/** What is asked of a statement of a stack, whose account may be known. */
function asked<T>(written: object, account: string | undefined, ask: (statement: Statement, carrier: Resource) => T): T | string {
  const app = appOf({ ...OTHERS, Subject: { Type: 'Test::Subject', Properties: { Statement: written } } }, { Parameters: { Given: { Type: 'String' } } }, { account });
  const carrier = resourceOf(app, 'Subject');
  return attempt(() => ask(new Statement(carrier.get('Statement')), carrier));
}

describe('a principal is of another account', () => {
  test.each<[string, unknown, unknown, unknown]>([ // in the account 111122223333, and where that is not known
    ['everybody', '*', true, true],
    ['everybody, as an account', { AWS: '*' }, true, true],
    ['its own account', { AWS: OWN }, false, UNKNOWN],
    ['another account', { AWS: OTHER }, true, UNKNOWN],
    ['a role of its own', { AWS: `arn:aws:iam::${OWN}:role/orders` }, false, UNKNOWN],
    ['a role of another', { AWS: `arn:aws:iam::${OTHER}:role/orders` }, true, UNKNOWN],
    ['roles of any', { AWS: 'arn:aws:iam::*:role/orders' }, true, true],
    ['the account of the stack', { AWS: { Ref: 'AWS::AccountId' } }, false, false],
    ['a role of it', { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${Given}' } }, false, false],
    ['a role of the app', { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }, false, false],
    ['what a custom resource says', { AWS: { Ref: 'Custom' } }, UNKNOWN, UNKNOWN],
    ['an account that the deployment gives', { AWS: GIVEN }, UNKNOWN, UNKNOWN],
    ['a role of an account that the deployment gives', { AWS: { 'Fn::Sub': 'arn:aws:iam::${Given}:role/orders' } }, UNKNOWN, UNKNOWN],
    ['a role of another by a name that the deployment gives', { AWS: { 'Fn::Sub': `arn:aws:iam::${OTHER}:role/\${Given}` } }, true, UNKNOWN],
    ['a role of another by the number of its own', { AWS: { 'Fn::Sub': `arn:aws:iam::${OTHER}:role/for-\${AWS::AccountId}` } }, true, UNKNOWN],
    ['a role of another by a name of the app', { AWS: { 'Fn::Sub': `arn:aws:iam::${OTHER}:role/\${Role}` } }, true, UNKNOWN],
    ['a role of its own by a name of the app', { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/${Role}' } }, false, false],
    ['an account that a resource tells', { AWS: { 'Fn::Sub': 'arn:aws:iam::${Role}:root' } }, UNKNOWN, UNKNOWN],
    ['an ARN without an account of what the app has', { AWS: { 'Fn::Sub': 'arn:aws:s3:::${Role}' } }, false, false],
    ['an identity of CloudFront', { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }, false, false],
    ['an ARN without an account', { AWS: 'arn:aws:s3:::bucket' }, true, true],
    ['the id of a role that is gone', { AWS: 'AROAEXAMPLE' }, UNKNOWN, UNKNOWN],
    ['a number that is no account', { AWS: `${OTHER}7` }, UNKNOWN, UNKNOWN],
    ['text that ends like an account', { AWS: `x${OTHER}` }, UNKNOWN, UNKNOWN],
    ['text in front of an ARN', { AWS: `xarn:aws:iam::${OWN}:root` }, UNKNOWN, UNKNOWN],
    ['a list', { AWS: [['a']] }, UNKNOWN, UNKNOWN],
    ['a service', { Service: 'sns.amazonaws.com' }, false, false],
    ['a provider', { Federated: 'accounts.google.com' }, false, false],
    ['a canonical user', { CanonicalUser: 'abc' }, UNKNOWN, UNKNOWN],
    ['the canonical user of an identity of the app', { CanonicalUser: { 'Fn::GetAtt': ['Identity', 'S3CanonicalUserId'] } }, false, false],
  ])('%s: %j', (_, principal, known, open) => {
    const ask = (account: string | undefined): unknown =>
      asked({ Principal: principal }, account, ({ principals: [first] }, carrier) => isOfOtherAccount(first, carrier));
    expect([ask(OWN), ask(undefined)]).toEqual([known, open]);
  });
});

describe('a condition is for the own account only', () => {
  const only = (condition: object, account: string | undefined = OWN): unknown =>
    asked({ Condition: condition }, account, ({ conditions: [first] }, carrier) => isOnlyForOwnAccount(first, carrier));

  test.each(['aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:SourceAccount', 'aws:SourceArn', 's3:DataAccessPointAccount', 's3:DataAccessPointArn'])(
    'by %s', (key) => expect([only({ StringEquals: { [key]: OWN } }), only({ StringEquals: { [key]: OTHER } })]).toEqual([true, false]),
  );

  test.each(['aws:PrincipalOrgID', 'aws:SourceVpc', 'aws:PrincipalAccounts', 'xaws:SourceAccount', 's3:DataAccessPointArns', 'aws:ResourceAccount'])(
    'never by %s', (key) => expect(only({ StringEquals: { [key]: OWN } })).toBe(false),
  );

  test.each<[string, boolean]>([
    ['StringEquals', true], ['stringlike', true], ['StringEqualsIgnoreCase', true], ['ArnEquals', true], ['ArnLike', true], ['StringNotEquals', false],
    ['StringEqualsIfExists', false], ['ForAnyValue:StringEquals', false], ['Null', false],
  ])('by the operator %s: %j', (operator, expected) => expect(only({ [operator]: { 'aws:SourceAccount': OWN } })).toBe(expected));

  test('if that is all that each of its values names', () => {
    expect(only({ StringEquals: { 'aws:SourceAccount': [OWN, { Ref: 'AWS::AccountId' }] } })).toBe(true);
    expect(only({ StringEquals: { 'aws:SourceAccount': [OWN, OTHER] } })).toBe(false);
    expect(only({ StringEquals: { 'aws:SourceAccount': [] } })).toBe(false);
    expect(only({ ArnLike: { 'aws:SourceArn': { 'Fn::Sub': 'arn:aws:sns:*:${AWS::AccountId}:*' } } })).toBe(true);
    expect(only({ StringEquals: { 'aws:SourceAccount': GIVEN } })).toEqual(UNKNOWN);
    expect(only({ StringEquals: { 'aws:SourceAccount': OWN } }, '')).toBe(false);
  });
});
