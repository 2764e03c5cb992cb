import { rule } from '../../../../src/guardrails/rules/iam/login-profile-password-not-plaintext';
import { subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const AT = 'Properties.LoginProfile.Password';

function password(value: unknown, sections: object = {}): Situation {
  return subjectOf('AWS::IAM::User')({ LoginProfile: { Password: value } }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'from Secrets Manager': password('{{resolve:secretsmanager:users/ann:SecretString:password}}'),
    'from a secret of the stack': password({ 'Fn::Sub': '{{resolve:secretsmanager:${AWS::StackName}-ann:SecretString:password}}' }),
    'a secure parameter of SSM': password('{{resolve:ssm-secure:/users/ann:1}}'),
    'a parameter that CloudFormation does not show': password({ Ref: 'Password' }, { Parameters: { Password: { Type: 'String', NoEcho: true } } }),
  },
  nonCompliant: {
    'in plain text': [password('correct horse battery staple'), AT],
    'a parameter that CloudFormation shows': [password({ Ref: 'Password' }, { Parameters: { Password: { Type: 'String' } } }), AT],
    'a parameter that CloudFormation shows, beside one that it does not': [
      password({ Ref: 'Password' }, { Parameters: { Password: { Type: 'String' }, Other: { Type: 'String', NoEcho: true } } }), AT,
    ],
    'a default': [password({ Ref: 'Password' }, { Parameters: { Password: { Type: 'String', NoEcho: 'true', Default: 'changeme' } } }), AT],
    'put together': [password({ 'Fn::Sub': 'Pw-${AWS::StackName}' }), AT],
    'a plain parameter of SSM': [password('{{resolve:ssm:/users/ann}}'), AT],
    'a parameter of SSM as parameter of the stack': [
      password({ Ref: 'Password' }, { Parameters: { Password: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/users/ann' } } }), AT,
    ],
  },
  insufficientData: {
    'of a stack outside the app': password({ 'Fn::ImportValue': 'password' }),
    'of a custom resource': {
      templates: [{
        file: 'template.json',
        body: {
          Resources: {
            Subject: { Type: 'AWS::IAM::User', Properties: { LoginProfile: { Password: { 'Fn::GetAtt': ['Generator', 'Password'] } } } },
            Generator: { Type: 'Custom::Generator', Properties: {} },
          },
        },
      }],
    },
  },
  notApplicable: {
    'no login profile': subjectOf('AWS::IAM::User')(),
    'none by NoValue': subjectOf('AWS::IAM::User')({ LoginProfile: { Ref: 'AWS::NoValue' } }),
  },
};
