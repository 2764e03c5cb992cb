import { GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/no-secrets-in-env';
import { NAME_OF_SECRET, firstPieceOf } from '../cut-texts';
import { resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const fn = subjectOf('AWS::Lambda::Function');

function withVariables(variables: unknown, sections: object = {}): Situation {
  return fn({ Environment: { Variables: variables } }, sections);
}

function beside(variables: object, others: Readonly<Record<string, object>>): Situation {
  return resources({ Subject: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: variables } } }, ...others });
}

/** A variable with the first piece of one text or, under a condition, of another. */
function eitherPiece(one: object, other: object): Situation {
  const secret = { Type: 'AWS::SecretsManager::Secret' };
  const variables = { DB_PASSWORD: firstPieceOf({ 'Fn::If': ['Production', one, other] }) };
  return resources({ Subject: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: variables } } }, Secret: secret, Other: secret }, {
    Parameters: { Env: { Type: 'String' } }, Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
  });
}

const AT = 'Properties.Environment.Variables';

/** A parameter that CloudFormation shows nobody. */
const UNECHOED = { Parameters: { Pin: { Type: 'String', NoEcho: true } } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'no environment': fn(),
    'settings': withVariables({ LOG_LEVEL: 'info', TABLE_NAME: 'orders', RETRIES: 3, REGION: { Ref: 'AWS::Region' } }),
    'the ARN of a secret': withVariables({ SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf' }),
    'the name of a secret, as CDK cuts it from the ARN': beside(
      { DB_PASSWORD_SECRET: NAME_OF_SECRET }, { Secret: { Type: 'AWS::SecretsManager::Secret' } },
    ),
    'references to resources': beside(
      { TABLE: { Ref: 'Table' }, DB_SECRET: { Ref: 'Secret' } },
      { Table: { Type: 'AWS::DynamoDB::Table' }, Secret: { Type: 'AWS::SecretsManager::Secret' } },
    ),
    'a piece of the ARN of one secret or another': eitherPiece({ Ref: 'Secret' }, { Ref: 'Other' }),
  },
  nonCompliant: {
    'a password': [withVariables({ DB_PASSWORD: 'correct-horse-7' }), `${AT}.DB_PASSWORD`],
    'a password that is cut out of a text': [
      beside({ DB_PASSWORD: firstPieceOf({ 'Fn::Sub': 'correct-horse-7|${Table}' }, '|') }, { Table: { Type: 'AWS::DynamoDB::Table' } }), `${AT}.DB_PASSWORD`,
    ],
    'an access key': [withVariables({ ID: 'AKIAQ6TZ4WJ5XN3KYPLD' }), `${AT}.ID`],
    'a password in a URL, part of which is a reference': [
      withVariables({ DB: { 'Fn::Sub': 'postgres://app:Tr0ub4dor3x@db.${AWS::Region}.example.com/app' } }), `${AT}.DB`,
    ],
    'one that is known beside one that is not': [
      withVariables({ OTHER: { Ref: 'Given' }, DB_PASSWORD: 'correct-horse-7' }, GIVEN), `${AT}.DB_PASSWORD`,
    ],
    'a dynamic reference to a secret': [withVariables({ TOKEN: '{{resolve:secretsmanager:token:SecretString}}' }), `${AT}.TOKEN`],
    'the same by the ARN of a secret': [
      beside({ TOKEN: { 'Fn::Sub': '{{resolve:secretsmanager:${Secret}:SecretString:::}}' } }, { Secret: { Type: 'AWS::SecretsManager::Secret' } }),
      `${AT}.TOKEN`,
    ],
    'a parameter that is not to be echoed': [withVariables({ VALUE: { Ref: 'Pin' } }, UNECHOED), `${AT}.VALUE`],
    'the same in a text': [withVariables({ VALUE: { 'Fn::Sub': 'tls://db?pin=${Pin}' } }, UNECHOED), `${AT}.VALUE`],
    'the key of an IAM user': [
      beside({ VALUE: { 'Fn::GetAtt': ['Key', 'SecretAccessKey'] } }, { Key: { Type: 'AWS::IAM::AccessKey' } }), `${AT}.VALUE`,
    ],
  },
  insufficientData: {
    'a parameter': withVariables({ VALUE: { Ref: 'Given' } }, GIVEN),
    'a piece of a parameter': withVariables({ VALUE: firstPieceOf({ Ref: 'Given' }) }, GIVEN),
    'a piece of a text with a password': beside(
      { DB_PASSWORD: firstPieceOf({ 'Fn::Sub': `${['Tr0ub4dor', '3xtra'].join('-')}/\${Table}` }) }, { Table: { Type: 'AWS::DynamoDB::Table' } },
    ),
    'an import': withVariables({ VALUE: { 'Fn::ImportValue': 'elsewhere' } }),
    'all variables given at deployment': withVariables({ 'Fn::Transform': { Name: 'Variables' } }),
    'no text': withVariables({ VALUE: { a: 'b' } }),
    'a piece of the ARN of a secret, or of a parameter': eitherPiece({ Ref: 'Secret' }, { Ref: 'Env' }),
    'a piece of the ARN of a secret, or of a text with a password': eitherPiece({ Ref: 'Secret' }, { 'Fn::Sub': `${['Tr0ub4dor', '3xtra'].join('-')}/\${Secret}` }),
  },
};
