import { GIVEN, resource, tcp } from './situations';
import { rule } from '../../../../src/guardrails/rules/vpc/sg-in-use';
import { app, resources } from '../verdicts';
import type { Verdicts } from '../verdicts';

const GROUP = resource('SecurityGroup', { GroupDescription: 'Orders' });
const ID = { 'Fn::GetAtt': ['Subject', 'GroupId'] };

function lambda(group: unknown): object {
  return { Type: 'AWS::Lambda::Function', Properties: { VpcConfig: { SecurityGroupIds: [group] } } };
}

const ENV = { Parameters: { Env: { Type: 'String' } }, Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } } };

/** More parameters than can be tried out together. */
const CHOICES = Array.from('abcdefgh');
const MANY = { Parameters: Object.fromEntries(CHOICES.map((name) => [name, { Type: 'String', AllowedValues: ['1', '2'] }])) };
const Environment = { Variables: Object.fromEntries(CHOICES.map((name) => [name, { Ref: name }])) };

/** A function that depends on all of them. */
function openFunction(group: unknown): object {
  return { Type: 'AWS::Lambda::Function', Properties: { Environment, VpcConfig: { SecurityGroupIds: [group] } } };
}

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'a function': resources({ Subject: GROUP, Function: lambda(ID) }),
    'a function of many parameters': resources({ Subject: GROUP, Function: openFunction(ID) }, MANY),
    'a function of many parameters, by reference': resources({ Subject: GROUP, Function: openFunction({ Ref: 'Subject' }) }, MANY),
    'a function of many parameters, by an attribute in one text': resources({ Subject: GROUP, Function: openFunction({ 'Fn::GetAtt': 'Subject.GroupId' }) }, MANY),
    'inside a text': resources({ Subject: GROUP, Custom: { Type: 'Custom::Cluster', Properties: { Groups: { 'Fn::Sub': 'a,${Subject.GroupId}' } } } }),
    'the second item of a text': resources({
      Subject: GROUP, Function: lambda({ 'Fn::Select': [1, { 'Fn::Split': [',', { 'Fn::Sub': 'sg-1,${Subject.GroupId}' }] }] }),
    }),
    'all items of a text': resources({
      Subject: GROUP,
      Function: { Type: 'AWS::Lambda::Function', Properties: { VpcConfig: { SecurityGroupIds: { 'Fn::Split': ['||', { 'Fn::Join': ['||', ['sg-1', ID]] }] } } } },
    }),
    'cut at what its id may hold': resources({ Subject: GROUP, Function: lambda({ 'Fn::Select': [1, { 'Fn::Split': ['-', ID] }] }) }),
    'among what is not known': resources({
      Subject: GROUP, Function: lambda({ 'Fn::Select': [1, { 'Fn::Split': [',', { 'Fn::Join': [',', [GIVEN, ID]] }] }] }),
    }, { Parameters: { Source: { Type: 'String' } } }),
    'in either branch': resources({ Subject: GROUP, Function: lambda({ 'Fn::If': ['Production', ID, { Ref: 'Subject' }] }) }, ENV),
    'in another stack': app(
      { file: 'a.json', body: { Resources: { Subject: GROUP }, Outputs: { Id: { Value: ID, Export: { Name: 'group' } } } } },
      { file: 'b.json', body: { Resources: { Function: lambda({ 'Fn::ImportValue': 'group' }) } } },
    ),
    'in a nested stack': app(
      { file: 'a.json', body: { Resources: { Subject: GROUP, Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Source: ID } } } } } },
      { file: 'b.json', nestedIn: { file: 'a.json', logicalId: 'Nested' }, body: { Parameters: { Source: { Type: 'String' } }, Resources: { Function: lambda(GIVEN) } } },
    ),
  },
  nonCompliant: {
    'another stack uses a group of the same logical id': [app(
      { file: 'a.json', body: { Resources: { Subject: GROUP } } }, { file: 'b.json', body: { Resources: { Subject: GROUP, Function: lambda(ID) } } },
    ), 'Properties'],
    'nothing': [resources({ Subject: GROUP }), 'Properties'],
    'another group is used': [resources({ Subject: GROUP, Other: GROUP, Function: lambda({ Ref: 'Other' }) }), 'Properties'],
    'a nested stack is given it, and does nothing with it': [app(
      { file: 'a.json', body: { Resources: { Subject: GROUP, Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Source: ID } } } } } },
      {
        file: 'b.json',
        nestedIn: { file: 'a.json', logicalId: 'Nested' },
        body: { Parameters: { Source: { Type: 'String' } }, Resources: { Function: lambda('sg-1') } },
      },
    ), 'Properties'],
    'only its own rules': [resources({
      Subject: GROUP, Rule: resource('SecurityGroupIngress', { GroupId: ID, ...tcp(443), SourceSecurityGroupId: ID }),
    }), 'Properties'],
    'a function that exists sometimes': [resources({ Subject: GROUP, Function: { ...lambda(ID), Condition: 'Production' } }, ENV), 'Properties'],
  },
  insufficientData: {
    'chosen by a function of many parameters': resources({ Subject: GROUP, Function: openFunction({ 'Fn::Select': [{ Ref: 'a' }, ['sg-1', ID, ID]] }) }, MANY),
    'another group lets its members in': resources({
      Subject: GROUP, Rule: resource('SecurityGroupIngress', { GroupId: 'sg-1', ...tcp(443), SourceSecurityGroupId: ID }),
    }),
    'another group lets its members in, inside it': resources({
      Subject: GROUP, Other: resource('SecurityGroup', { SecurityGroupIngress: [{ ...tcp(443), SourceSecurityGroupId: ID }] }),
    }),
    'an output': resources({ Subject: GROUP }, { Outputs: { Id: { Value: ID } } }),
    'a note of its id': resources({ Subject: GROUP, Note: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: ID } } }),
  },
};
