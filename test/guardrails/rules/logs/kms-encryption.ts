import { GIVEN, group } from './situations';
import { rule } from '../../../../src/guardrails/rules/logs/kms-encryption';
import { app, resources, template } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const WHERE = 'Properties.KmsKeyId';
const USE = { Effect: 'Allow', Principal: { Service: 'logs.amazonaws.com' }, Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'], Resource: '*' };
const REGIONAL = { ...USE, Principal: { Service: { 'Fn::Sub': 'logs.${AWS::Region}.${AWS::URLSuffix}' } } };
const ADMINISTER = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' };
const GROUP = { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } };

function withKey(...statements: readonly object[]): Situation {
  return resources({ Subject: GROUP, Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: statements } } } }, GIVEN);
}

function inRegion(region: string, statement: object): Situation {
  return template({ Resources: { Subject: GROUP, Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [statement] } } } } }, { region });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a key elsewhere, whose policy is not here': group({ KmsKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/a' }),
    'a key that the service may use': withKey(ADMINISTER, USE),
    'the service of the region, by name': inRegion('eu-central-1', { ...USE, Principal: { Service: 'logs.eu-central-1.amazonaws.com' } }),
    'the service of whatever region it is': withKey(REGIONAL),
    'the same where the region is known': inRegion('eu-central-1', REGIONAL),
    'under a condition on its context': withKey({ ...REGIONAL, Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:*:*:*' } } }),
    'a key that everybody may use': withKey({ ...USE, Principal: '*' }),
    'a key that all but one may use': withKey({ ...USE, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }),
    'the service of some region, which may be this one': withKey({ ...USE, Principal: { Service: 'logs.eu-central-1.amazonaws.com' } }),
    'a replica that the service may use': resources({ Subject: GROUP, Key: { Type: 'AWS::KMS::ReplicaKey', Properties: { KeyPolicy: { Statement: [USE] } } } }),
    'two statements': withKey({ ...USE, Action: 'kms:Decrypt' }, { ...USE, Action: 'kms:GenerateDataKey*' }),
    'the service, where the region is known': inRegion('eu-central-1', USE),
    'the service of the region, in a stack of another file whose region is not known': app(
      {
        file: 'keys.json',
        body: {
          Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [REGIONAL] } } } },
          Outputs: { Key: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] }, Export: { Name: 'key' } } },
        },
      },
      { file: 'logs.json', facts: { region: 'eu-central-1' }, body: { Resources: { Subject: { ...GROUP, Properties: { KmsKeyId: { 'Fn::ImportValue': 'key' } } } } } },
    ),
  },
  nonCompliant: {
    'no key': [group(), WHERE],
    'an empty one': [group({ KmsKeyId: '' }), WHERE],
    'left out by NoValue': [group({ KmsKeyId: { Ref: 'AWS::NoValue' } }), WHERE],
    'a key for the account only': [withKey(ADMINISTER), WHERE],
    'a key without a policy': [resources({ Subject: GROUP, Key: { Type: 'AWS::KMS::Key', Properties: {} } }), WHERE],
    'a replica for the account only': [
      resources({ Subject: GROUP, Key: { Type: 'AWS::KMS::ReplicaKey', Properties: { KeyPolicy: { Statement: [ADMINISTER] } } } }), WHERE,
    ],
    'a key for an account of that name': [withKey({ ...USE, Principal: { AWS: 'logs.amazonaws.com' } }), WHERE],
    'a key for a service that ends so': [withKey({ ...USE, Principal: { Service: 'catalogs.amazonaws.com' } }), WHERE],
    'a key for another service': [withKey({ ...USE, Principal: { Service: 'sns.amazonaws.com' } }), WHERE],
    'a key for the service of another region': [inRegion('eu-central-1', { ...USE, Principal: { Service: 'logs.us-east-1.amazonaws.com' } }), WHERE],
    'a key that the service may only read with': [withKey({ ...USE, Action: 'kms:Decrypt' }), WHERE],
    'a key that the service is denied': [withKey(ADMINISTER, { ...USE, Effect: 'Deny' }), WHERE],
  },
  insufficientData: {
    'a parameter, which may be empty': group({ KmsKeyId: { Ref: 'Given' } }, GIVEN),
    'a policy by a parameter': withKey({ ...USE, Principal: { Service: { Ref: 'Given' } } }),
    'the service of a region by a parameter': withKey({ ...USE, Principal: { Service: { 'Fn::Sub': 'logs.${Given}.amazonaws.com' } } }),
  },
};
