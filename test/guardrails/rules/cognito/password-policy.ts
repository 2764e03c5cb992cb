import { rule } from '../../../../src/guardrails/rules/cognito/password-policy';
import { given, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const pool = subjectOf('AWS::Cognito::UserPool');
const AT = 'Properties.Policies.PasswordPolicy';
const STRONG = { MinimumLength: 12, RequireLowercase: true, RequireUppercase: true, RequireNumbers: true, RequireSymbols: true };
const PARAMETERS = { Parameters: { Given: { Type: 'String' } } };

function policy(change: object): Situation {
  return pool({ Policies: { PasswordPolicy: { ...STRONG, ...change } } }, PARAMETERS);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'nothing said': pool({ UserPoolName: 'users' }),
    'a policy of something else': pool({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } }),
    'twelve characters of all kinds': policy({}),
    'as long as it must be, as text': policy({ MinimumLength: '8', RequireNumbers: 'true' }),
    'fourteen, where so many are asked for': given({ minimumLength: 14 }, policy({ MinimumLength: 14 })),
  },
  nonCompliant: {
    'too short': [policy({ MinimumLength: 6 }), `${AT}.MinimumLength`],
    'shorter than is asked for': [given({ minimumLength: 14 }, policy({ MinimumLength: 13 })), `${AT}.MinimumLength`],
    'the default, which is shorter than is asked for': [given({ minimumLength: 14 }, pool()), `${AT}.MinimumLength`],
    'no lowercase letters': [policy({ RequireLowercase: false }), `${AT}.RequireLowercase`],
    'no uppercase letters': [policy({ RequireUppercase: 'false' }), `${AT}.RequireUppercase`],
    'neither numbers nor symbols': [policy({ RequireNumbers: false, RequireSymbols: false }), `${AT}.RequireNumbers`, `${AT}.RequireSymbols`],
    'too short beside parts of which nothing is said': [pool({ Policies: { PasswordPolicy: { MinimumLength: 6 } } }), `${AT}.MinimumLength`],
    'longer than is asked for, without numbers': [policy({ MinimumLength: 64, RequireNumbers: false }), `${AT}.RequireNumbers`],
  },
  insufficientData: {
    'a length by a parameter': policy({ MinimumLength: { Ref: 'Given' } }),
    'only a length': pool({ Policies: { PasswordPolicy: { MinimumLength: 12 } } }),
    'no length': policy({ MinimumLength: { Ref: 'AWS::NoValue' } }),
    'a length that is no number': policy({ MinimumLength: 'long' }),
  },
};
