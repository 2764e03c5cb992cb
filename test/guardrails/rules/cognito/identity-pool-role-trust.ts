import { rule } from '../../../../src/guardrails/rules/cognito/identity-pool-role-trust';
import { app, resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const COGNITO = 'cognito-identity.amazonaws.com';
const AT = 'Properties.AssumeRolePolicyDocument.Statement.0';
const AUD = { StringEquals: { [`${COGNITO}:aud`]: 'eu-west-1:11111111-2222-3333-4444-555555555555' } };
const AMR = { 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'authenticated' } };
const GUESTS = { 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'unauthenticated' } };
const PARAMETERS = { Parameters: { Given: { Type: 'String' } } };
const role = subjectOf('AWS::IAM::Role');

function trust(condition: object, more: object = {}): object {
  const statement = { Effect: 'Allow', Principal: { Federated: COGNITO }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition, ...more };
  return { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] } };
}

function ofPool(condition: object, pool: object = { AllowUnauthenticatedIdentities: false }): Situation {
  return resources({
    Subject: { Type: 'AWS::IAM::Role', Properties: trust({ StringEquals: { [`${COGNITO}:aud`]: { Ref: 'Pool' } }, ...condition }) },
    Pool: { Type: 'AWS::Cognito::IdentityPool', Properties: pool },
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'one pool, signed in': role(trust({ ...AUD, ...AMR })),
    'a pool of the app': ofPool(AMR),
    'a pool of another stack': app(
      { file: 'a.json', body: { Resources: { Pool: { Type: 'AWS::Cognito::IdentityPool', Properties: {} } }, Outputs: { Id: { Value: { Ref: 'Pool' }, Export: { Name: 'pool' } } } } },
      { file: 'b.json', body: { Resources: { Subject: { Type: 'AWS::IAM::Role', Properties: trust({ StringEquals: { [`${COGNITO}:aud`]: { 'Fn::ImportValue': 'pool' } }, ...AMR }) } } } },
    ),
    'a pool by a parameter': role(trust({ StringEquals: { [`${COGNITO}:aud`]: { Ref: 'Given' } }, ...AMR }), PARAMETERS),
    'keys and action in other letters': role(trust(
      { StringEquals: { [`${COGNITO}:AUD`]: 'eu-west-1:1', [`${COGNITO}:Amr`]: 'authenticated' } }, { Action: ['STS:assumerolewithwebidentity', 'sts:TagSession'] },
    )),
    'a star that is compared letter by letter': role(trust({ StringEquals: { [`${COGNITO}:aud`]: 'eu-west-1:*' }, ...AMR })),
    'a role of guests, whose pool says nothing about them': ofPool(GUESTS, {}),
    'signed in at a provider': role(trust({ ...AUD, 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'graph.facebook.com' } })),
    'a role of guests, whom its pool does not let in': ofPool(GUESTS),
    'one pool by a pattern that is none': role(trust({ StringLike: AUD.StringEquals, ...AMR })),
  },
  nonCompliant: {
    'guests in other letters': [
      ofPool({ StringEqualsIgnoreCase: { [`${COGNITO}:amr`]: 'UNAUTHENTICATED' } }, { AllowUnauthenticatedIdentities: true }), AT,
    ],
    'none of all pools': [role(trust({ StringEquals: { [`${COGNITO}:aud`]: [] }, ...AMR })), AT],
    'the audience of another provider': [role(trust({ StringEquals: { 'accounts.google.com:aud': 'orders' }, ...AMR })), AT],
    'any pool of a region that the deployment gives': [
      role(trust({ StringLike: { [`${COGNITO}:aud`]: { 'Fn::Sub': '${Given}:*' } }, ...AMR }), PARAMETERS), AT,
    ],
    'no condition': [role(trust({})), AT, AT],
    'any pool': [role(trust(AMR)), AT],
    'any pool by a pattern': [role(trust({ StringLike: { [`${COGNITO}:aud`]: '*' }, ...AMR })), AT],
    'any pool of a region': [role(trust({ StringLike: { [`${COGNITO}:aud`]: 'eu-west-1:*' }, ...AMR })), AT],
    'only if the key is there': [role(trust({ StringEqualsIfExists: { [`${COGNITO}:aud`]: 'eu-west-1:1' }, ...AMR })), AT],
    'every value, also none': [role(trust({ ...AUD, 'ForAllValues:StringLike': { [`${COGNITO}:amr`]: 'authenticated' } })), AT],
    'signed in or not, by nothing said': [role(trust(AUD)), AT],
    'signed in or not, by a pattern': [ofPool({ 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: '*authenticated' } }, { AllowUnauthenticatedIdentities: true }), AT],
    'signed in or not, by both names': [
      ofPool({ 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: ['authenticated', 'unauthenticated'] } }, { AllowUnauthenticatedIdentities: true }), AT,
    ],
    'guests, whom its pool lets in': [ofPool(GUESTS, { AllowUnauthenticatedIdentities: true }), AT],
    'all actions': [role(trust(AMR, { Action: 'sts:*' })), AT],
    'the other partitions': [role(trust({}, { Principal: { Federated: 'cognito-identity-us-gov.amazonaws.com' } })), AT, AT],
    'among other principals': [role(trust(AUD, { Principal: { Federated: ['accounts.google.com', COGNITO] } })), AT],
    'a single statement beside one that is not known': [
      role({
        AssumeRolePolicyDocument: {
          Statement: [(trust(AUD) as { AssumeRolePolicyDocument: { Statement: object[] } }).AssumeRolePolicyDocument.Statement[0], { Effect: { Ref: 'Given' } }],
        },
      }, PARAMETERS),
      AT,
    ],
    'guests of any pool': [role(trust(GUESTS)), AT, AT],
  },
  insufficientData: {
    'a pattern by a parameter': role(trust({ StringLike: { [`${COGNITO}:aud`]: { Ref: 'Given' } }, ...AMR }), PARAMETERS),
    'a sign-in by a parameter': role(trust({ ...AUD, 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: { Ref: 'Given' } } }), PARAMETERS),
    'guests of a pool that is not here': role(trust({ ...AUD, ...GUESTS })),
    'a provider by a parameter': role(trust({}, { Principal: { Federated: { Ref: 'Given' } } }), PARAMETERS),
    'a policy that is not known': role({ AssumeRolePolicyDocument: { Ref: 'Given' } }, PARAMETERS),
  },
  notApplicable: {
    'a service': role({ AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] } }),
    'another provider': role(trust({}, { Principal: { Federated: 'accounts.google.com' } })),
    'a provider of the app': resources({
      Subject: { Type: 'AWS::IAM::Role', Properties: trust({}, { Principal: { Federated: { Ref: 'Provider' } } }) },
      Provider: { Type: 'AWS::IAM::OIDCProvider', Properties: {} },
    }),
    'an account of that name': role(trust({}, { Principal: { AWS: COGNITO } })),
    'refused': role(trust({}, { Effect: 'Deny' })),
    'no statements': role({ AssumeRolePolicyDocument: { Statement: [] } }),
  },
};
