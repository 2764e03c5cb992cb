import { rule } from '../../../../src/guardrails/rules/ssm/parameter-no-plaintext-secret';
import { NAME_OF_SECRET, firstPieceOf } from '../cut-texts';
import { resources, subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const parameter = subjectOf('AWS::SSM::Parameter');

/** Put together, so that no scanner takes this file for a leak. */
const PASSWORD = ['Tr0ub4dor', '3xKcd', '9'].join('-');

const GIVEN = { Parameters: { Given: { Type: 'String' } } };
const AT = 'Properties.Value';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a name': parameter({ Type: 'String', Name: '/app/table', Value: 'orders' }),
    'a name in a folder by a parameter': parameter({ Type: 'String', Name: { 'Fn::Sub': '/${Given}/table' }, Value: 'orders' }, GIVEN),
    'a list': parameter({ Type: 'StringList', Name: '/app/regions', Value: 'eu-west-1,eu-central-1' }),
    'the name of a secret, as CDK cuts it from the ARN': resources({
      Subject: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/app/db/password-name', Value: NAME_OF_SECRET } },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    }),
    'the ARN of a secret': resources({
      Subject: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/app/db/secret-arn', Value: { Ref: 'Secret' } } },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    }),
    'a text put together from names': resources({
      Subject: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/app/db/password', Value: { 'Fn::Sub': '${Table}-${Other}' } } },
      Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      Other: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    }),
    'a name that may say that it is a password, which it is not': parameter({ Type: 'String', Name: { 'Fn::Sub': '/app/${Given}' }, Value: 'true' }, GIVEN),
  },
  nonCompliant: {
    'a password by its name': [parameter({ Type: 'String', Name: '/app/db/password', Value: PASSWORD }), AT],
    'a key by its form': [parameter({ Type: 'String', Value: `postgres://app:${PASSWORD}@db.example.com/app` }), AT],
    'a password in JSON': [parameter({ Type: 'String', Name: '/app/config', Value: JSON.stringify({ host: 'db', password: PASSWORD }) }), AT],
    'a secret that CloudFormation writes there': [parameter({ Type: 'String', Name: '/app/a', Value: '{{resolve:secretsmanager:db:SecretString:password}}' }), AT],
    'a parameter that is not to be echoed': [
      parameter({ Type: 'String', Name: '/app/a', Value: { Ref: 'Pin' } }, { Parameters: { Pin: { Type: 'String', NoEcho: true } } }), AT,
    ],
    'a secret attribute': [resources({
      Subject: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/app/a', Value: { 'Fn::GetAtt': ['User', 'SecretAccessKey'] } } },
      User: { Type: 'AWS::IAM::AccessKey', Properties: {} },
    }), AT],
  },
  insufficientData: {
    'a parameter': parameter({ Type: 'String', Name: '/app/db/password', Value: { Ref: 'Given' } }, GIVEN),
    'a piece of a parameter': parameter({ Type: 'String', Name: '/app/db/password', Value: firstPieceOf({ Ref: 'Given' }) }, GIVEN),
    'a name that may say that it is a password': parameter({ Type: 'String', Name: { 'Fn::Sub': '/app/${Given}' }, Value: PASSWORD }, GIVEN),
    'no value': parameter({ Type: 'String' }),
    'no text': parameter({ Type: 'String', Value: { a: 1, b: 2 } }),
    'a name that may say so before its end': parameter({ Type: 'String', Name: { 'Fn::Sub': '/app/${Given}-a' }, Value: PASSWORD }, GIVEN),
  },
};
