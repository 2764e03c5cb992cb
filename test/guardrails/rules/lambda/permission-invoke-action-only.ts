import { GIVEN, resourcePolicy } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/permission-invoke-action-only';
import { subjectOf } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const policy = subjectOf('AWS::Lambda::ResourcePolicy');
const STATEMENT = { Effect: 'Allow', Principal: { AWS: '222222222222' }, Action: 'lambda:InvokeFunction', Resource: '*' };
const AT = 'Properties.PolicyDocument.Statement.0';

function permission(action: unknown, sections: object = {}): Situation {
  return subjectOf('AWS::Lambda::Permission')({ Action: action, FunctionName: 'f', Principal: '222222222222' }, sections);
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'invoking': permission('lambda:InvokeFunction'),
    'invoking by URL': permission('lambda:InvokeFunctionUrl'),
    'in other letters': permission('Lambda:invokeFunction'),
    'a policy': policy(resourcePolicy({ ...STATEMENT, Action: ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'] })),
    'a policy that denies': policy(resourcePolicy({ ...STATEMENT, Effect: 'Deny', Action: 'lambda:*' })),
    'invoking as before': permission('lambda:InvokeAsync'),
  },
  nonCompliant: {
    'everything': [permission('lambda:*'), 'Properties.Action'],
    'a wildcard': [permission('lambda:Invoke*'), 'Properties.Action'],
    'a list, which CloudFormation does not take': [permission(['lambda:InvokeFunction', 'lambda:GetFunction']), 'Properties.Action.1'],
    'reading the code': [permission('lambda:GetFunction'), 'Properties.Action'],
    'a policy': [policy(resourcePolicy({ ...STATEMENT, Action: ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode'] })), `${AT}.Action.1`],
    'a policy by what it leaves out': [
      policy(resourcePolicy({ Effect: 'Allow', Principal: '*', NotAction: 'lambda:DeleteFunction', Resource: '*' })), `${AT}.NotAction`,
    ],
  },
  insufficientData: { 'given at deployment': permission({ Ref: 'Given' }, GIVEN) },
};
