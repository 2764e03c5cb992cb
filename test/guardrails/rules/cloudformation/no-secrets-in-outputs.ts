import { rule } from '../../../../src/guardrails/rules/cloudformation/no-secrets-in-outputs';
import { NAME_OF_SECRET, firstPieceOf } from '../cut-texts';
import { app, resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const PASSWORD = ['Tr0ub4dor', 'and', '3xtra'].join('-');
const ACCESS_KEY = ['AKIA', 'IOSFODNN7', 'QXAMPLE'].join('');

function outputs(values: Readonly<Record<string, unknown>>, sections: object = {}): Situation {
  const subjects = {
    Table: { Type: 'AWS::DynamoDB::Table' },
    Secret: { Type: 'AWS::SecretsManager::Secret' },
    Key: { Type: 'AWS::IAM::AccessKey' },
    Client: { Type: 'AWS::Cognito::UserPoolClient' },
    Asked: { Type: 'Custom::DescribeCognitoUserPoolClient' },
  };
  return resources(subjects, { Outputs: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { Value: value }])), ...sections });
}

function parameter(declaration: object): object {
  return { Parameters: { Given: { Type: 'String', ...declaration } } };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'no outputs': resources({ Table: { Type: 'AWS::DynamoDB::Table' } }),
    'references': outputs({ TableName: { Ref: 'Table' }, DbPasswordSecretArn: { Ref: 'Secret' }, KeyId: { Ref: 'Key' } }),
    'text': outputs({ Url: { 'Fn::Sub': 'https://${Table}.example.com/prod' }, Version: '1.4.2' }),
    'the name of a parameter store entry': outputs({ PasswordParameter: '/app/db/password' }),
    'the region and account': outputs({ Where: { 'Fn::Join': ['/', [{ Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }]] } }),
    'the name of a secret, as CDK cuts it from the ARN': outputs({ DbPasswordSecret: NAME_OF_SECRET }),
    'a credential that is never deployed': resources({}, {
      Conditions: { Test: { 'Fn::Equals': ['prod', 'test'] } },
      Outputs: { DbPassword: { Condition: 'Test', Value: PASSWORD } },
    }),
    'a parameter that is not to be echoed, in a branch that is never taken': outputs(
      { Value: { 'Fn::If': ['Test', { Ref: 'Given' }, 'no'] } }, { ...parameter({ NoEcho: true }), Conditions: { Test: { 'Fn::Equals': ['prod', 'test'] } } },
    ),
    'a password put together from names': outputs({ DbPassword: { 'Fn::Sub': '${Table}-${Secret}' } }),
  },
  nonCompliant: {
    'a password': [outputs({ DbPassword: PASSWORD }), 'Outputs.DbPassword.Value'],
    'an access key': [outputs({ Id: ACCESS_KEY }), 'Outputs.Id.Value'],
    'a URL with a password': [outputs({ Url: { 'Fn::Sub': `postgres://app:${PASSWORD}@\${Table}/db` } }), 'Outputs.Url.Value'],
    'a secret access key of the app': [outputs({ A: { 'Fn::GetAtt': ['Key', 'SecretAccessKey'] }, B: { Ref: 'Table' } }), 'Outputs.A.Value'],
    'a client secret in a text': [outputs({ Client: { 'Fn::Sub': 'id:${Client.ClientSecret}' } }), 'Outputs.Client.Value'],
    'a client secret that CDK asks Cognito for': [outputs({ Client: { 'Fn::GetAtt': ['Asked', 'UserPoolClient.ClientSecret'] } }), 'Outputs.Client.Value'],
    'a dynamic reference': [outputs({ Value: '{{resolve:secretsmanager:db:SecretString:password}}' }), 'Outputs.Value.Value'],
    'a parameter that is not to be echoed': [outputs({ Value: { Ref: 'Given' } }, parameter({ NoEcho: true })), 'Outputs.Value.Value'],
    'the same in a text, with a default': [
      outputs({ Value: { 'Fn::Sub': ['${Given}/${Other}', { Other: 'a' }] } }, parameter({ NoEcho: 'true', Default: '' })), 'Outputs.Value.Value',
    ],
    'the same in one branch': [
      outputs({ Value: { 'Fn::If': ['Shown', { 'Fn::Join': ['', ['a', { Ref: 'Given' }]] }, 'no'] } }, {
        Parameters: { Given: { Type: 'String', NoEcho: true }, Show: { Type: 'String' } }, Conditions: { Shown: { 'Fn::Equals': [{ Ref: 'Show' }, 'yes'] } },
      }),
      'Outputs.Value.Value',
    ],
    'a password that a parameter has by default': [outputs({ DbPassword: { Ref: 'Given' } }, parameter({ Default: PASSWORD })), 'Outputs.DbPassword.Value'],
    'a password of a nested stack': [app(
      { file: 'parent.json', body: { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack' } }, Outputs: { Db: { Value: { 'Fn::GetAtt': ['Nested', 'Outputs.Key'] } } } } },
      { file: 'child.json', nestedIn: { file: 'parent.json', logicalId: 'Nested' }, body: { Resources: {}, Outputs: { Key: { Value: ACCESS_KEY } } } },
    ), 'Outputs.Db.Value'],
    'a password that is shown under a condition': [resources({}, {
      Parameters: { Show: { Type: 'String' } },
      Conditions: { Shown: { 'Fn::Equals': [{ Ref: 'Show' }, 'yes'] } },
      Outputs: { DbPassword: { Condition: 'Shown', Value: PASSWORD } },
    }), 'Outputs.DbPassword.Value'],
    'an API key of AppSync': [
      resources({ Key: { Type: 'AWS::AppSync::ApiKey' } }, { Outputs: { Key: { Value: { 'Fn::GetAtt': ['Key', 'ApiKey'] } } } }), 'Outputs.Key.Value',
    ],
    'a dynamic reference to a secure parameter of Systems Manager': [outputs({ Value: '{{resolve:ssm-secure:/db/password:1}}' }), 'Outputs.Value.Value'],
  },
  insufficientData: {
    'a parameter': outputs({ Value: { Ref: 'Given' } }, parameter({})),
    'a piece of a parameter': outputs({ Value: firstPieceOf({ Ref: 'Given' }) }, parameter({})),
    'a piece of a credential': outputs({ Value: firstPieceOf({ 'Fn::GetAtt': ['Key', 'SecretAccessKey'] }) }),
    'a piece of a text with a password': outputs({ DbPassword: firstPieceOf({ 'Fn::Sub': `${PASSWORD}/\${Table}` }) }),
    'an attribute of a custom resource': outputs({ Value: { 'Fn::GetAtt': ['Asked', 'Id'] } }),
    'an import': outputs({ Value: { 'Fn::ImportValue': 'elsewhere' } }),
    'a name in the variables of a text hides a parameter': outputs(
      { Value: { 'Fn::Sub': ['${Given}', { Given: { 'Fn::ImportValue': 'elsewhere' } }] } }, parameter({ NoEcho: true }),
    ),
  },
};
