import { GIVEN, globalTable, table } from './situations';
import { rule } from '../../../../src/guardrails/rules/dynamodb/cmk-encryption';
import { resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/a';
const ENABLED = 'Properties.SSESpecification.SSEEnabled';
const KEY_ID = 'Properties.SSESpecification.KMSMasterKeyId';
const KMS = { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a key': table({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: KEY } }),
    'a key whose id a parameter gives': table(
      { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${Given}' } } }, GIVEN,
    ),
    'the type left out, text for true': table({ SSESpecification: { SSEEnabled: 'true', KMSMasterKeyId: 'alias/mine' } }),
    'a key of the app': resources({
      Subject: { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } } },
      Key: { Type: 'AWS::KMS::Key', Properties: {} },
    }),
    'a global table with a key for each replica': globalTable([
      { Region: 'eu-central-1', SSESpecification: { KMSMasterKeyId: KEY } }, { Region: 'eu-west-1', SSESpecification: { KMSMasterKeyId: KEY } },
    ], KMS),
  },
  nonCompliant: {
    'nothing said': [table(), ENABLED],
    'off': [table({ SSESpecification: { SSEEnabled: false } }), ENABLED],
    'off, though a key is given': [table({ SSESpecification: { SSEEnabled: false, KMSMasterKeyId: KEY } }), ENABLED],
    'no key': [table({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } }), KEY_ID],
    'an empty key': [table({ SSESpecification: { SSEEnabled: true, KMSMasterKeyId: '' } }), KEY_ID],
    'the key that AWS manages': [table({ SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'alias/aws/dynamodb' } }), KEY_ID],
    'the same by its ARN': [
      table({ SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/dynamodb' } } }), KEY_ID,
    ],
    'a type without a key': [table({ SSESpecification: { SSEEnabled: true, SSEType: 'AES256', KMSMasterKeyId: KEY } }), 'Properties.SSESpecification.SSEType'],
    'a global table whose second replica has no key': [
      globalTable([{ Region: 'eu-central-1', SSESpecification: { KMSMasterKeyId: KEY } }, { Region: 'eu-west-1' }], KMS),
      'Properties.Replicas.1.SSESpecification.KMSMasterKeyId',
    ],
    'a global table without encryption by KMS': [
      globalTable([{ Region: 'eu-central-1', SSESpecification: { KMSMasterKeyId: KEY } }]), ENABLED,
    ],
  },
  insufficientData: {
    'a key by parameter, which may be empty': table({ SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { Ref: 'Given' } } }, GIVEN),
    'a key by parameter, which may be an alias of AWS': table(
      { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { Ref: 'Given' } } }, { Parameters: { Given: { Type: 'String', MinLength: 1 } } },
    ),
    'a key that a custom resource names': resources({
      Subject: { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: { Ref: 'Custom' } } } },
      Custom: { Type: 'Custom::Key' },
    }),
    'a switch by parameter': table({ SSESpecification: { SSEEnabled: { Ref: 'Given' }, KMSMasterKeyId: KEY } }, GIVEN),
  },
};
