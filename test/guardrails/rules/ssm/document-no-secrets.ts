import { rule } from '../../../../src/guardrails/rules/ssm/document-no-secrets';
import { NAME_OF_SECRET, firstPieceOf } from '../cut-texts';
import { resources, subjectOf } from '../verdicts';
import type { Verdicts } from '../verdicts';

const document = subjectOf('AWS::SSM::Document');

/** Put together, so that no scanner takes this file for a leak. */
const PASSWORD = ['Tr0ub4dor', '3xKcd', '9'].join('-');

const GIVEN = { Parameters: { Given: { Type: 'String' } } };

function commands(...runCommand: readonly unknown[]): object {
  return { Content: { schemaVersion: '2.2', mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand } }] } };
}

const COMMANDS_AT = 'Properties.Content.mainSteps.0.inputs.runCommand';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'commands': document(commands('yum update -y', 'echo done')),
    'the value is read when it runs': document(commands('mysql -u app -p{{ssm-secure:db-password}}')),
    'a default that is none': document({ Content: { parameters: { Password: { type: 'String', default: '{{ Given }}' } } } }),
    'as text': document({ Content: JSON.stringify({ schemaVersion: '2.2', description: 'nothing' }) }),
    'the name of a secret, as CDK cuts it from the ARN': resources({
      Subject: {
        Type: 'AWS::SSM::Document',
        Properties: commands({ 'Fn::Join': ['', ['aws secretsmanager get-secret-value --secret-id ', NAME_OF_SECRET]] }, { Ref: 'AWS::Region' }),
      },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    }),
    'a name of the app': resources({
      Subject: { Type: 'AWS::SSM::Document', Properties: commands({ 'Fn::Sub': 'aws s3 cp s3://${Bucket}/a b' }) }, Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
    }),
  },
  nonCompliant: {
    'a password in a command': [document(commands('echo start', `export DB_PASSWORD=${PASSWORD}`)), COMMANDS_AT],
    'the default of a parameter': [document({ Content: { parameters: { Password: { type: 'String', default: PASSWORD } } } }), 'Properties.Content.parameters.Password.default'],
    'as text': [document({ Content: JSON.stringify({ parameters: { Password: { default: PASSWORD } } }) }), 'Properties.Content'],
    'as YAML': [document({ Content: `schemaVersion: '2.2'\nparameters:\n  password: '${PASSWORD}'\n`, DocumentFormat: 'YAML' }), 'Properties.Content'],
    'a secret that CloudFormation writes there': [
      document(commands('echo start', 'login {{resolve:secretsmanager:db:SecretString:password}}')), `${COMMANDS_AT}.1`,
    ],
    'a secret attribute': [resources({
      Subject: { Type: 'AWS::SSM::Document', Properties: commands({ 'Fn::GetAtt': ['User', 'SecretAccessKey'] }) }, User: { Type: 'AWS::IAM::AccessKey', Properties: {} },
    }), `${COMMANDS_AT}.0`],
    'beside what is not known': [document({ Content: { parameters: { Password: { default: PASSWORD }, Other: { default: { Ref: 'Given' } } } } }, GIVEN),
      'Properties.Content.parameters.Password.default'],
    'a password in a text that is JSON': [
      document({ Content: { steps: [{ body: JSON.stringify({ login: { password: PASSWORD } }) }] } }), 'Properties.Content.steps.0.body',
    ],
    'a password after an item that is absent': [
      document({ Content: { steps: [{ Ref: 'AWS::NoValue' }, { password: PASSWORD }] } }), 'Properties.Content.steps.1.password',
    ],
  },
  insufficientData: {
    'a command by a parameter': document(commands({ Ref: 'Given' }), GIVEN),
    'a piece of a parameter': document(commands(firstPieceOf({ Ref: 'Given' })), GIVEN),
    'pieces in a list with an item that may be absent': resources({
      Subject: { Type: 'AWS::SSM::Document', Properties: commands({ Ref: 'AWS::NoValue' }, NAME_OF_SECRET) },
      Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
    }),
    'no content': document(),
    'a parameter after an item that may be absent': resources({
      Subject: { Type: 'AWS::SSM::Document', Properties: commands({ Ref: 'AWS::NoValue' }, { Ref: 'AWS::Region' }, firstPieceOf({ Ref: 'Given' })) },
    }, GIVEN),
  },
};
