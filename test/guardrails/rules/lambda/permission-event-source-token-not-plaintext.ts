import { GIVEN } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/permission-event-source-token-not-plaintext';
import { resources, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const BASE = { Action: 'lambda:InvokeFunction', FunctionName: 'f', Principal: 'alexa-appkit.amazon.com' };
const AT = 'Properties.EventSourceToken';

function token(value: unknown, sections: object = {}): Situation {
  return subjectOf('AWS::Lambda::Permission')({ ...BASE, EventSourceToken: value }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a parameter with NoEcho': token({ Ref: 'Token' }, { Parameters: { Token: { Type: 'String', NoEcho: true } } }),
    'a parameter with NoEcho as text, in any case': token({ Ref: 'Token' }, { Parameters: { Token: { Type: 'String', NoEcho: 'True' } } }),
    'a dynamic reference': token('{{resolve:secretsmanager:token}}'),
    'a resource of the app': resources({
      Subject: { Type: 'AWS::Lambda::Permission', Properties: { ...BASE, EventSourceToken: { Ref: 'Skill' } } }, Skill: { Type: 'Alexa::ASK::Skill' },
    }),
    'a text around a dynamic reference': token('skill-{{resolve:secretsmanager:token}}'),
  },
  nonCompliant: {
    'clear text': [token('amzn1.ask.skill.1'), AT],
    'a parameter that everybody sees': [token({ Ref: 'Given' }, GIVEN), AT],
    'a default in clear text': [
      token({ Ref: 'Token' }, { Parameters: { Token: { Type: 'String', NoEcho: true, Default: 'amzn1.ask.skill.1' } } }), AT,
    ],
  },
  insufficientData: { 'an import': token({ 'Fn::ImportValue': 'token' }) },
  notApplicable: { 'no token': subjectOf('AWS::Lambda::Permission')(BASE) },
};
