import { GIVEN, TRUST, TRUST_AT, carrier, document, trusting } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/github-oidc-trust-scoped';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const SUB = 'token.actions.githubusercontent.com:sub';
const AUDIENCE = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
const PROVIDER = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
const GITHUB = { Effect: 'Allow', Principal: { Federated: PROVIDER }, Action: 'sts:AssumeRoleWithWebIdentity' };
const CONDITION_AT = `${TRUST_AT}.0.Condition`;

function withSubject(subject: unknown, operator = 'StringLike'): Situation {
  return trusting({ ...GITHUB, Condition: { StringEquals: AUDIENCE, [operator]: { ...operator === 'StringEquals' ? AUDIENCE : {}, [SUB]: subject } } });
}

function ofApp(provider: object, condition: object): Situation {
  return resources({
    Subject: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: document({ ...GITHUB, Principal: { Federated: { Ref: 'Provider' } }, Condition: condition }) } },
    Provider: provider,
  });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a repository': withSubject('repo:octo-org/octo-repo:*'),
    'a branch': withSubject('repo:octo-org/octo-repo:ref:refs/heads/main', 'StringEquals'),
    'two repositories': withSubject(['repo:octo-org/one:*', 'repo:octo-org/two:environment:production'], 'ForAnyValue:StringLike'),
    'no statement': trusting(),
    'a branch that a parameter names': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...GITHUB, Condition: { StringLike: { [SUB]: { 'Fn::Sub': 'repo:octo-org/octo-repo:ref:refs/heads/${Given}' } } } }),
    }, GIVEN),
    'a provider of the app': ofApp(
      { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://token.actions.githubusercontent.com' } }, { StringLike: { [SUB]: 'repo:octo-org/octo-repo:*' } },
    ),
  },
  nonCompliant: {
    'no condition': [trusting(GITHUB), `${TRUST_AT}.0`],
    'the audience only': [trusting({ ...GITHUB, Condition: { StringEquals: AUDIENCE } }), `${TRUST_AT}.0`],
    'anybody': [withSubject('*'), `${CONDITION_AT}.StringLike.${SUB}`],
    'any organisation': [withSubject('repo:*/octo-repo:*'), `${CONDITION_AT}.StringLike.${SUB}`],
    'organisations that begin so': [withSubject('repo:octo*/octo-repo:*'), `${CONDITION_AT}.StringLike.${SUB}`],
    'any repository of the organisation': [withSubject(['repo:octo-org/octo-repo:*', 'repo:octo-org/*']), `${CONDITION_AT}.StringLike.${SUB}.1`],
    'the organisation only': [withSubject('repo:octo-org*'), `${CONDITION_AT}.StringLike.${SUB}`],
    'a condition that holds without a subject': [
      trusting({ ...GITHUB, Condition: { StringLikeIfExists: { [SUB]: 'repo:octo-org/octo-repo:*' } } }), `${TRUST_AT}.0`,
    ],
    'a condition on what it is not': [trusting({ ...GITHUB, Condition: { StringNotLike: { [SUB]: 'repo:evil/*' } } }), `${TRUST_AT}.0`],
    'a provider of the app, without a condition': [
      ofApp({ Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://TOKEN.actions.githubusercontent.com' } }, {}), `${TRUST_AT}.0`,
    ],
    'any repository, whatever a parameter adds': [
      carrier('AWS::IAM::Role', {
        AssumeRolePolicyDocument: document({
          ...GITHUB, Condition: { StringLike: { [SUB]: ['re*${Given}', 'repo:oc*${Given}', 'repo:octo-org/*${Given}'].map((text) => ({ 'Fn::Sub': text })) } },
        }),
      }, GIVEN),
      `${CONDITION_AT}.StringLike.${SUB}.0`, `${CONDITION_AT}.StringLike.${SUB}.1`, `${CONDITION_AT}.StringLike.${SUB}.2`,
    ],
    'the custom resource of CDK': [
      ofApp({ Type: 'Custom::AWSCDKOpenIdConnectProvider', Properties: { Url: 'https://token.actions.githubusercontent.com' } }, { StringEquals: AUDIENCE }), `${TRUST_AT}.0`,
    ],
    'a provider that is not known, by the audience': [
      carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: document({ ...GITHUB, Principal: { Federated: { Ref: 'Given' } }, Condition: { StringEquals: AUDIENCE } }) }, GIVEN),
      `${TRUST_AT}.0`,
    ],
  },
  insufficientData: {
    'a provider that a parameter names': carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: document({ ...GITHUB, Principal: { Federated: { Ref: 'Given' } } }) }, GIVEN),
    'a subject that a parameter names': carrier('AWS::IAM::Role', { AssumeRolePolicyDocument: document({ ...GITHUB, Condition: { StringLike: { [SUB]: { Ref: 'Given' } } } }) }, GIVEN),
    'a repository that a parameter names': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...GITHUB, Condition: { StringLike: { [SUB]: { 'Fn::Sub': 'repo:octo-org/${Given}' } } } }),
    }, GIVEN),
    'an organisation that a parameter names': carrier('AWS::IAM::Role', {
      AssumeRolePolicyDocument: document({ ...GITHUB, Condition: { StringLike: { [SUB]: { 'Fn::Sub': 'repo:${Given}:*' } } } }),
    }, GIVEN),
  },
  notApplicable: {
    'a service': trusting(TRUST),
    'another provider': trusting({ ...GITHUB, Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/gitlab.com' } }),
    'another provider, with a condition of its own': trusting({
      ...GITHUB, Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/gitlab.com' }, Condition: { StringEquals: { 'gitlab.com:sub': '*' } },
    }),
    'another provider of the app': ofApp({ Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://gitlab.com' } }, {}),
    'a provider of the app that only begins so': ofApp({ Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://token.actions.githubusercontent.com.example' } }, {}),
    'a provider of the app without a URL': ofApp({ Type: 'AWS::IAM::OIDCProvider', Properties: {} }, {}),
    'denied': trusting({ ...GITHUB, Effect: 'Deny' }),
  },
};
