import { GIVEN, secret } from './situations';
import { rule } from '../../../../src/guardrails/rules/secretsmanager/no-literal-secret-string';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.SecretString';

/** Put together, so that no scanner takes this file for a leak. */
const PASSWORD = ['Tr0ub4dor', '3xKcd', '9'].join('-');

function parameter(declaration: object): object {
  return { Parameters: { Given: { Type: 'String', ...declaration } } };
}

function withOther(type: string, value: unknown, sections: object = {}): Situation {
  return resources({ Subject: { Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: value } }, Other: { Type: type, Properties: {} } }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'generated': secret({ GenerateSecretString: { SecretStringTemplate: '{"username":"app"}', GenerateStringKey: 'password' } }),
    'empty': secret(),
    'a parameter that is not shown': secret({ SecretString: { Ref: 'Given' } }, parameter({ NoEcho: true })),
    'the same in text': secret({ SecretString: { Ref: 'Given' } }, parameter({ NoEcho: 'true' })),
    'an attribute': withOther('AWS::IAM::AccessKey', { 'Fn::GetAtt': ['Other', 'SecretAccessKey'] }),
    'an attribute of a custom resource': withOther('Custom::Token', { 'Fn::GetAtt': ['Other', 'Token'] }),
    'another secret': secret({ SecretString: '{{resolve:secretsmanager:other:SecretString:password}}' }),
    'another secret, by the default of a parameter': secret(
      { SecretString: { Ref: 'Given' } },
      parameter({ NoEcho: true, Default: '{{resolve:secretsmanager:other}}', AllowedValues: ['{{resolve:secretsmanager:other}}'] }),
    ),
    'a user that is written, a password that is not': secret(
      { SecretString: { 'Fn::Sub': '{"username":"app","password":"${Given}"}' } }, parameter({ NoEcho: true }),
    ),
  },
  nonCompliant: {
    'a password': [secret({ SecretString: PASSWORD }), AT],
    'JSON': [secret({ SecretString: JSON.stringify({ username: 'app', password: PASSWORD }) }), AT],
    'the default of a parameter': [secret({ SecretString: { Ref: 'Given' } }, parameter({ NoEcho: true, Default: PASSWORD })), AT],
    'a parameter that is shown': [secret({ SecretString: { Ref: 'Given' } }, parameter({})), AT],
    'a password beside a reference': [withOther('AWS::RDS::DBInstance', { 'Fn::Sub': `{"host":"\${Other.Endpoint.Address}","password":"${PASSWORD}"}` }), AT],
    'a password in what is not generated': [
      secret({ GenerateSecretString: { SecretStringTemplate: JSON.stringify({ password: PASSWORD }), GenerateStringKey: 'other' } }),
      'Properties.GenerateSecretString.SecretStringTemplate',
    ],
  },
  insufficientData: {
    'an import': secret({ SecretString: { 'Fn::ImportValue': 'token' } }),
    'a user by a parameter, beside a password that is not shown': secret(
      { SecretString: { 'Fn::Sub': '{"username":"${User}","password":"${Given}"}' } },
      { Parameters: { User: { Type: 'String' }, Given: { Type: 'String', NoEcho: true } } },
    ),
    'empty text': secret({ SecretString: '' }),
    'no text': secret({ SecretString: { Given: 1 } }, GIVEN),
  },
};
