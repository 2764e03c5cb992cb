import { FUNCTION, GIVEN, functionBeside, lambdaRole } from './situations';
import { rule } from '../../../../src/guardrails/rules/lambda/one-role-per-function';
import { app } from '../verdicts';
import type { Verdicts } from '../verdicts';

function other(role: unknown): object {
  return { ...FUNCTION, Properties: { ...FUNCTION.Properties, Role: role } };
}

const OF_STACK = { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/r' };
const OWN = { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } };

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'alone': functionBeside(OWN, { Role: lambdaRole() }),
    'two functions, two roles': functionBeside(OWN, { Role: lambdaRole(), Role2: lambdaRole(), Other: other({ 'Fn::GetAtt': ['Role2', 'Arn'] }) }),
    'a function of SAM that makes its own': functionBeside(OWN, { Role: lambdaRole(), Other: { Type: 'AWS::Serverless::Function', Properties: {} } }),
    'two roles of the account of the stack': functionBeside({ Role: OF_STACK }, { Other: other({ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/b' }) }),
    'the account of the stack, which is not the other': app({
      file: 'a.json', facts: { account: '111111111111' }, body: { Resources: { Subject: { ...FUNCTION, Properties: { ...FUNCTION.Properties, Role: OF_STACK } }, Other: other('arn:aws:iam::222222222222:role/r') } },
    }),
    'two roles by their ARNs': functionBeside({}, { Other: other('arn:aws:iam::111111111111:role/b') }),
    'one or the other function, never both': functionBeside(
      OWN,
      { Role: lambdaRole(), Other: { ...other({ 'Fn::GetAtt': ['Role', 'Arn'] }), Condition: 'Never' } },
      { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
    ),
  },
  nonCompliant: {
    'the same role': [functionBeside(OWN, { Role: lambdaRole(), Other: other({ 'Fn::GetAtt': ['Role', 'Arn'] }) }), 'Properties.Role'],
    'the same role for a function of SAM': [
      functionBeside(OWN, { Role: lambdaRole(), Other: { Type: 'AWS::Serverless::Function', Properties: OWN } }), 'Properties.Role',
    ],
    'the same ARN for a function of SAM': [
      functionBeside({}, { Other: { Type: 'AWS::Serverless::Function', Properties: { Role: 'arn:aws:iam::111111111111:role/a' } } }), 'Properties.Role',
    ],
    'the same role by its name': [
      functionBeside(OWN, { Role: lambdaRole({ RoleName: 'r' }), Other: other({ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/r' }) }),
      'Properties.Role',
    ],
    'the same ARN': [functionBeside({}, { Other: other('arn:aws:iam::111111111111:role/a') }), 'Properties.Role'],
    'the same ARN with the account of the stack': [functionBeside({ Role: OF_STACK }, { Other: other(OF_STACK) }), 'Properties.Role'],
    'the account of the stack, which is known': [app({
      file: 'a.json', facts: { account: '111111111111' }, body: { Resources: { Subject: { ...FUNCTION, Properties: { ...FUNCTION.Properties, Role: OF_STACK } }, Other: other('arn:aws:iam::111111111111:role/r') } },
    }), 'Properties.Role'],
    'the same role given at deployment': [functionBeside({ Role: { Ref: 'Given' } }, { Other: other({ Ref: 'Given' }) }, GIVEN), 'Properties.Role'],
    'a function of another stack': [app(
      {
        file: 'a.json',
        body: {
          Resources: { Role: lambdaRole(), Subject: { ...FUNCTION, Properties: { ...FUNCTION.Properties, ...OWN } } },
          Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] }, Export: { Name: 'role' } } },
        },
      },
      { file: 'b.json', body: { Resources: { Other: other({ 'Fn::ImportValue': 'role' }) } } },
    ), 'Properties.Role'],
    'the name of a role that another function refers to': [
      functionBeside({}, { Role: lambdaRole({ RoleName: 'a' }), Other: other({ 'Fn::GetAtt': ['Role', 'Arn'] }) }), 'Properties.Role',
    ],
    'the ARN of a role that another function refers to': [functionBeside(
      { Role: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/a' } }, { Role: lambdaRole({ RoleName: 'a' }), Other: other({ 'Fn::GetAtt': ['Role', 'Arn'] }) },
    ), 'Properties.Role'],
  },
  insufficientData: {
    'beside a function whose role is given at deployment': functionBeside(OWN, { Role: lambdaRole(), Other: other({ Ref: 'Given' }) }, GIVEN),
    'beside a function of SAM whose role is given at deployment': functionBeside(
      OWN, { Role: lambdaRole(), Other: { Type: 'AWS::Serverless::Function', Properties: { Role: { Ref: 'Given' } } } }, GIVEN,
    ),
    'the ARN of a role beside a function whose role is given at deployment': functionBeside({}, { Other: other({ Ref: 'Given' }) }, GIVEN),
    'a role whose name is given at deployment, and its name': functionBeside(
      OWN, { Role: lambdaRole({ RoleName: { Ref: 'Given' } }), Other: other('arn:aws:iam::111111111111:role/r') }, GIVEN,
    ),
    'no ARN': functionBeside({ Role: [] }, {}),
    ...Object.fromEntries(Object.entries({
      'an ARN with the account of the stack, and with a number': [OF_STACK, 'arn:aws:iam::111111111111:role/r'],
      'the other way round': ['arn:aws:iam::111111111111:role/r', OF_STACK],
      'the partition of the stack, and the one that is written': [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::111111111111:role/r' }, OF_STACK],
    }).map(([name, [Role, others]]) => [name, functionBeside({ Role }, { Other: other(others) })])),
    'the account of one stack, and that of another': app(
      { file: 'a.json', body: { Resources: { Subject: { ...FUNCTION, Properties: { ...FUNCTION.Properties, Role: OF_STACK } } } } },
      { file: 'b.json', body: { Resources: { Other: other(OF_STACK) } } },
    ),
    'a role given at deployment': functionBeside({ Role: { Ref: 'Given' } }, { Other: other('arn:aws:iam::111111111111:role/b') }, GIVEN),
  },
};
