import { GIVEN, functionBeside } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/no-foreign-layers';
import { given, subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const FOREIGN = 'arn:aws:lambda:eu-west-1:222222222222:layer:l:1';
const INSIGHTS = 'arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension:38';

const REGIONS = { Layers: { 'eu-west-1': { arn: FOREIGN }, 'us-east-1': { arn: FOREIGN.replace('eu-west-1', 'us-east-1') } } };

/** In a stack of account 111111111111. */
function fn(...layers: readonly unknown[]): Situation {
  const situation = subjectOf('AWS::Lambda::Function')({ Layers: layers });
  return { templates: situation.templates.map((template) => ({ ...template, facts: { account: '111111111111' } })) };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a layer of the app': functionBeside({ Layers: [{ Ref: 'Layer' }] }, { Layer: { Type: 'AWS::Lambda::LayerVersion' } }),
    'a layer of the app that SAM makes': functionBeside({ Layers: [{ Ref: 'Layer' }] }, { Layer: { Type: 'AWS::Serverless::LayerVersion' } }),
    'the account of the stack by its number': fn('arn:aws:lambda:eu-west-1:111111111111:layer:l:1'),
    'the account of the stack by reference': functionBeside(
      { Layers: [{ 'Fn::Sub': 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:layer:l:1' }] }, {},
    ),
    'AWS': fn(INSIGHTS),
    'a publisher that is trusted': given({ trustedAccounts: ['222222222222'] }, fn(FOREIGN)),
  },
  nonCompliant: {
    'another account': [fn(FOREIGN), 'Properties.Layers.0'],
    'another account beside a layer that is not known': [fn({ 'Fn::ImportValue': 'layer' }, INSIGHTS, FOREIGN), 'Properties.Layers.2'],
    'AWS, which is not trusted': [given({ trustedAccounts: [] }, fn(INSIGHTS)), 'Properties.Layers.0'],
    'one of the regions': [
      {
        templates: fn({ 'Fn::FindInMap': ['Layers', { Ref: 'AWS::Region' }, 'arn'] }).templates.map((template) => ({
          ...template,
          body: { ...template.body as object, Mappings: REGIONS },
        })),
      },
      'Properties.Layers.0',
    ],
  },
  insufficientData: {
    'a layer given at deployment': functionBeside({ Layers: [{ Ref: 'Given' }] }, {}, GIVEN),
    'an account in a stack for any account': functionBeside({ Layers: [FOREIGN] }, {}),
    'all layers given at deployment': functionBeside({ Layers: { Ref: 'All' } }, {}, { Parameters: { All: { Type: 'CommaDelimitedList' } } }),
    'the account of a layer given at deployment': functionBeside({ Layers: [{ 'Fn::Sub': 'arn:aws:lambda:eu-west-1:${Given}:layer:l:1' }] }, {}, GIVEN),
  },
  notApplicable: { 'no layers': subjectOf('AWS::Lambda::Function')() },
};
