import { rule } from '../../../../src/guardrails/rules/cloudformation/no-credentials-in-metadata';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AUTHENTICATION = 'AWS::CloudFormation::Authentication';
const GIVEN = { Parameters: { Given: { Type: 'String' } } };

function instance(block: unknown, sections: object = {}, others: Readonly<Record<string, object>> = {}): Situation {
  return resources({ Subject: { Type: 'AWS::EC2::Instance', Metadata: { [AUTHENTICATION]: { Files: block } }, Properties: {} }, ...others }, sections);
}

function at(name: string): string {
  return `Resources.Subject.Metadata.${AUTHENTICATION}.Files.${name}`;
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a role': instance({ type: 'S3', roleName: 'files', buckets: ['b'] }),
    'a user only': instance({ type: 'basic', username: 'reader', password: '' }),
    'no such metadata': resources({ Subject: { Type: 'AWS::EC2::Instance', Metadata: { 'AWS::CloudFormation::Init': { password: 'example' } } } }),
    'no metadata': resources({ Subject: { Type: 'AWS::EC2::Instance' } }),
    'a dynamic reference, which metadata does not resolve': instance({ type: 'basic', password: '{{resolve:secretsmanager:files:SecretString:password}}' }),
    'the id of an access key of the app': instance({ type: 'S3', accessKeyId: { Ref: 'Key' } }, {}, { Key: { Type: 'AWS::IAM::AccessKey' } }),
    'a password of an instance that is never deployed': resources({
      Subject: { Type: 'AWS::EC2::Instance', Condition: 'Test', Metadata: { [AUTHENTICATION]: { Files: { type: 'basic', password: 'example' } } } },
    }, { Conditions: { Test: { 'Fn::Equals': ['prod', 'test'] } } }),
  },
  nonCompliant: {
    'a password': [instance({ type: 'basic', username: 'reader', password: 'example' }), at('password')],
    'an access key': [instance({ type: 'S3', accessKeyId: 'example', secretKey: 'example' }), at('accessKeyId'), at('secretKey')],
    'a password beside the metadata': [
      resources({ Subject: { Type: 'AWS::EC2::Instance', Properties: {}, [AUTHENTICATION]: { Files: { type: 'basic', password: 'example' } } } }),
      `Resources.Subject.${AUTHENTICATION}.Files.password`,
    ],
    'a password of digits': [instance({ type: 'basic', password: 123456 }), at('password')],
    'a password by the default of a parameter': [
      instance({ type: 'basic', password: { Ref: 'Given' } }, { Parameters: { Given: { Type: 'String', Default: 'example' } } }), at('password'),
    ],
    'the secret of an access key of the app': [
      instance({ type: 'S3', accessKeyId: { Ref: 'Key' }, secretKey: { 'Fn::GetAtt': ['Key', 'SecretAccessKey'] } }, {}, { Key: { Type: 'AWS::IAM::AccessKey' } }),
      at('secretKey'),
    ],
    'a password in one branch': [instance({ type: 'basic', password: { 'Fn::If': ['Test', 'example', { Ref: 'AWS::NoValue' }] } }, {
      ...GIVEN, Conditions: { Test: { 'Fn::Equals': [{ Ref: 'Given' }, 'test'] } },
    }), at('password')],
    'the secret of an access key of the app in a text': [
      instance({ type: 'S3', secretKey: { 'Fn::Sub': 'key:${Key.SecretAccessKey}' } }, {}, { Key: { Type: 'AWS::IAM::AccessKey' } }), at('secretKey'),
    ],
  },
  insufficientData: {
    'a parameter': instance({ type: 'basic', password: { Ref: 'Given' } }, GIVEN),
    'a block by a parameter': instance({ Ref: 'Given' }, GIVEN),
    'a text with the name of a resource in it': instance({ type: 'basic', password: { 'Fn::Sub': 'example-${Key}' } }, {}, { Key: { Type: 'AWS::IAM::AccessKey' } }),
  },
};
