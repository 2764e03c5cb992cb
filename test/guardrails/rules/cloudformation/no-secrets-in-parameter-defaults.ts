import { rule } from '../../../../src/guardrails/rules/cloudformation/no-secrets-in-parameter-defaults';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const PASSWORD = ['Tr0ub4dor', 'and', '3xtra'].join('-');
const ACCESS_KEY = ['AKIA', 'IOSFODNN7', 'QXAMPLE'].join('');

function parameters(declarations: Readonly<Record<string, object>>): Situation {
  return resources({ Table: { Type: 'AWS::DynamoDB::Table' } }, { Parameters: declarations });
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'no parameters': resources({ Table: { Type: 'AWS::DynamoDB::Table' } }),
    'no default': parameters({ DbPassword: { Type: 'String', NoEcho: true } }),
    'an empty default': parameters({ DbPassword: { Type: 'String', NoEcho: true, Default: '' } }),
    'other defaults': parameters({ Environment: { Type: 'String', Default: 'prod' }, Port: { Type: 'Number', Default: 443 }, KeyName: { Type: 'String', Default: 'ops' } }),
    'what says how long a password is': parameters({ PasswordLength: { Type: 'Number', Default: 32 } }),
    'a name that Systems Manager knows': parameters({ DbPassword: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/shop/db/password' } }),
    'the same whatever Systems Manager gives': parameters({ DbPassword: { Type: 'AWS::SSM::Parameter::Value<String>', Default: PASSWORD } }),
    'a list': parameters({ Zones: { Type: 'CommaDelimitedList', Default: 'a,b' } }),
    'what may be echoed, as text': parameters({ Login: { Type: 'String', NoEcho: 'false', Default: PASSWORD } }),
  },
  nonCompliant: {
    'a password': [parameters({ DbPassword: { Type: 'String', Default: PASSWORD } }), 'Parameters.DbPassword.Default'],
    'the same where it is not to be echoed': [parameters({ DbPassword: { Type: 'String', NoEcho: 'true', Default: PASSWORD } }), 'Parameters.DbPassword.Default'],
    'what is not to be echoed, whatever it is called': [parameters({ Login: { Type: 'String', NoEcho: true, Default: PASSWORD } }), 'Parameters.Login.Default'],
    'a number': [parameters({ Pin: { Type: 'Number', NoEcho: true, Default: 48213907 } }), 'Parameters.Pin.Default'],
    'a key by its form': [parameters({ Id: { Type: 'String', Default: ACCESS_KEY } }), 'Parameters.Id.Default'],
    'each of several': [
      parameters({ DbPassword: { Type: 'String', Default: PASSWORD }, Stage: { Type: 'String', Default: 'prod' }, Id: { Type: 'String', Default: ACCESS_KEY } }),
      'Parameters.DbPassword.Default', 'Parameters.Id.Default',
    ],
  },
  insufficientData: {
    'a default that is neither text nor number': parameters({ DbPassword: { Type: 'String', Default: [PASSWORD] } }),
    'a default that is a function': parameters({ DbPassword: { Type: 'String', Default: { 'Fn::Sub': PASSWORD } } }),
  },
};
