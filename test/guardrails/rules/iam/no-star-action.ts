import { AT, GIVEN, carrier, document, policy, role } from './situations';
import { rule } from '../../../../src/guardrails/rules/iam/no-star-action';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';

const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/t';

/** A managed policy of which nobody knows more than that it limits a role, and what else there is. */
function limiting(properties: object, others: Readonly<Record<string, object>>): Situation {
  return resources({
    Subject: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document({ Effect: 'Allow', Action: '*', Resource: TABLE }), ...properties } },
    ...others,
  });
}

const BOUNDARY = { Ref: 'Subject' };
const LIMITED = { Limited: { Type: 'AWS::IAM::Role', Properties: { PermissionsBoundary: BOUNDARY } } };

function having(type: string, path: string): Readonly<Record<string, object>> {
  return { ...LIMITED, Holder: { Type: type, Properties: { [path]: [BOUNDARY] } } };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'exact actions': policy({ Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource: TABLE }),
    'a service': policy({ Effect: 'Allow', Action: 'dynamodb:*', Resource: TABLE }),
    'denied': policy({ Effect: 'Deny', Action: '*', Resource: '*' }),
    'everything but some, which is another rule': policy({ Effect: 'Allow', NotAction: 's3:*', Resource: TABLE }),
  },
  nonCompliant: {
    'on one table': [policy({ Effect: 'Allow', Action: '*', Resource: TABLE }), `${AT}.0.Action`],
    'in a list, twice': [policy({ Effect: 'Allow', Action: ['*', 's3:GetObject', '*:*'], Resource: TABLE }), `${AT}.0.Action.0`, `${AT}.0.Action.2`],
    'of stars and question marks': [policy({ Effect: 'Allow', Action: '?*', Resource: TABLE }), `${AT}.0.Action`],
    'beside an action that is not known': [
      carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ Effect: 'Allow', Action: [{ Ref: 'Given' }, '*'], Resource: TABLE }) }, GIVEN), `${AT}.0.Action.1`,
    ],
    'a boundary that a role has too': [limiting({}, having('AWS::IAM::Role', 'ManagedPolicyArns')), `${AT}.0.Action`],
    'a boundary that a user has too': [limiting({}, having('AWS::IAM::User', 'ManagedPolicyArns')), `${AT}.0.Action`],
    'a boundary that a group has too': [limiting({}, having('AWS::IAM::Group', 'ManagedPolicyArns')), `${AT}.0.Action`],
    'a boundary that a function of SAM has too': [limiting({}, having('AWS::Serverless::Function', 'Policies')), `${AT}.0.Action`],
    'a boundary that a state machine of SAM has too': [limiting({}, having('AWS::Serverless::StateMachine', 'Policies')), `${AT}.0.Action`],
    'a boundary that says itself which roles have it': [limiting({ Roles: ['r'] }, LIMITED), `${AT}.0.Action`],
    'a boundary that says itself which users have it': [limiting({ Users: ['u'] }, LIMITED), `${AT}.0.Action`],
    'a boundary that says itself which groups have it': [limiting({ Groups: ['g'] }, LIMITED), `${AT}.0.Action`],
    'inside a role': [role({ Effect: 'Allow', Action: '*', Resource: TABLE }), 'Properties.Policies.0.PolicyDocument.Statement.0.Action'],
  },
  insufficientData: {
    'an action that is not known': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: document({ Effect: 'Allow', Action: { Ref: 'Given' }, Resource: TABLE }) }, GIVEN),
    'a document that is not known': carrier('AWS::IAM::ManagedPolicy', { PolicyDocument: { Ref: 'Given' } }, GIVEN),
  },
  notApplicable: {
    'a role without policies of its own': role(),
    'a boundary of a role': limiting({}, LIMITED),
    'a boundary of a user': limiting({}, { User: { Type: 'AWS::IAM::User', Properties: { PermissionsBoundary: BOUNDARY } } }),
    'a boundary of a function of SAM': limiting({}, { Function: { Type: 'AWS::Serverless::Function', Properties: { PermissionsBoundary: BOUNDARY } } }),
    'a boundary of a state machine of SAM': limiting({}, { Machine: { Type: 'AWS::Serverless::StateMachine', Properties: { PermissionsBoundary: BOUNDARY } } }),
  },
};
