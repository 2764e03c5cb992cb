import { GIVEN, globalTable, table } from './situations';
import { rule } from '../../../../src/guardrails/rules/dynamodb/resource-policy-no-cross-account';
import { given, template } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const OWN = '111122223333';
const OTHER = '444455556666';
const ALLOW = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${OWN}:role/a` }, Action: 'dynamodb:GetItem', Resource: '*' };

function policy(...statements: readonly unknown[]): object {
  return { ResourcePolicy: { PolicyDocument: { Version: '2012-10-17', Statement: statements } } };
}

/** A table with a policy in a stack whose account is known. */
function own(...statements: readonly unknown[]): Situation {
  return template({ Resources: { Subject: { Type: 'AWS::DynamoDB::Table', Properties: policy(...statements) } } }, { account: OWN });
}

function at(path: string): string {
  return `Properties.ResourcePolicy.PolicyDocument.Statement.0.${path}`;
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a role of the own account': own(ALLOW),
    'the own account, whatever it is': table(policy({ ...ALLOW, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } } })),
    'a service': table(policy({ ...ALLOW, Principal: { Service: 'dax.amazonaws.com' } })),
    'a trusted account': given({ trustedAccounts: [OTHER] }, own({ ...ALLOW, Principal: { AWS: [OTHER, `arn:aws:iam::${OTHER}:root`] } })),
    'everybody of the own account': own({ ...ALLOW, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': OWN } } }),
    'everybody is denied': table(policy({ ...ALLOW, Effect: 'Deny', Principal: '*' })),
    'everybody of trusted accounts, under another condition too': given({ trustedAccounts: [OTHER] }, own({
      ...ALLOW, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': [OWN, OTHER], 'aws:PrincipalTag/team': 'orders' } },
    })),
  },
  nonCompliant: {
    'every service': [own({ ...ALLOW, Principal: { Service: '*' } }), at('Principal.Service')],
    'everybody': [table(policy({ ...ALLOW, Principal: '*' })), at('Principal')],
    'every account': [own({ ...ALLOW, Principal: { AWS: ['*'] } }), at('Principal.AWS.0')],
    'every role of a name': [own({ ...ALLOW, Principal: { AWS: 'arn:aws:iam::*:role/a' } }), at('Principal.AWS')],
    'everybody but one': [own({ ...ALLOW, Principal: undefined, NotPrincipal: { AWS: OWN } }), at('NotPrincipal')],
    'everybody, under a condition that narrows nothing': [
      table(policy({ ...ALLOW, Principal: '*', Condition: { StringLike: { 'aws:PrincipalArn': '*' } } })), at('Principal'),
    ],
    'an account that is not trusted': [given({ trustedAccounts: [] }, own({ ...ALLOW, Principal: { AWS: OTHER } })), at('Principal.AWS')],
    'everybody of an account that is not trusted': [
      given({ trustedAccounts: [] }, own({ ...ALLOW, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': OTHER } } })), at('Principal'),
    ],
    'the policy of the stream': [
      table({ StreamSpecification: { StreamViewType: 'KEYS_ONLY', ...policy({ ...ALLOW, Principal: '*' }) } }),
      'Properties.StreamSpecification.ResourcePolicy.PolicyDocument.Statement.0.Principal',
    ],
    'a replica of a global table': [
      globalTable([{ Region: 'a' }, { Region: 'b', ...policy({ ...ALLOW, Principal: '*' }) }]),
      'Properties.Replicas.1.ResourcePolicy.PolicyDocument.Statement.0.Principal',
    ],
    ...Object.fromEntries([
      { StringNotEquals: { 'aws:PrincipalAccount': OTHER } },
      { StringEqualsIfExists: { 'aws:PrincipalAccount': OTHER } },
      { 'ForAllValues:StringEquals': { 'aws:PrincipalAccount': OTHER } },
      { StringEquals: { 'aws:PrincipalTag/account': OTHER } },
    ].map((condition) => [
      `everybody, under a condition that names no accounts: ${JSON.stringify(condition)}`,
      [given({ trustedAccounts: [OTHER] }, own({ ...ALLOW, Principal: '*', Condition: condition })), at('Principal')],
    ])),
    'everybody of a trusted account, or of one that is not': [
      given({ trustedAccounts: [] }, own({ ...ALLOW, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': [OWN, OTHER] } } })), at('Principal'),
    ],
  },
  insufficientData: {
    'a role of some account that is called after the own one': table(policy({
      ...ALLOW, Principal: { AWS: { 'Fn::Sub': `arn:aws:iam::${OTHER}:role/\${AWS::AccountId}` } },
    })),
    'another account, without the option': own({ ...ALLOW, Principal: { AWS: OTHER } }),
    'an account that may be its own': given({ trustedAccounts: [OTHER] }, table(policy(ALLOW))),
    'a parameter': table(policy({ ...ALLOW, Principal: { AWS: { Ref: 'Given' } } }), GIVEN),
    'an account by parameter': own({ ...ALLOW, Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${Given}:root' } } }),
    'everybody of an organisation': table(policy({ ...ALLOW, Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } })),
    'the id of a deleted role': own({ ...ALLOW, Principal: { AWS: 'AROAEXAMPLEEXAMPLE' } }),
  },
  notApplicable: {
    'no policy': table(),
    'a global table without policies': globalTable([{ Region: 'a' }]),
  },
};
