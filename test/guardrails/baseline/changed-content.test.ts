import { AppModel } from '../../../src/guardrails/engine/app-model';
import { reportOf } from '../../../src/guardrails/reports/report';
import { rulesOf } from '../../../src/guardrails/rule-sets/selection';

/** The fingerprints of what a rule finds in resources. */
function found(ruleId: string, resources: object): readonly string[] {
  const { findings } = reportOf(new AppModel([{ file: 'a.json', body: { Resources: resources } }]), rulesOf(({ id }) => id === ruleId));
  const violating = findings.filter(({ verdict }) => verdict === 'NON_COMPLIANT');
  expect(violating).not.toEqual([]);
  return violating.map(({ fingerprint }) => fingerprint).sort();
}

const TRUST = { Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }] };
const HARMLESS = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' };

/** A role that may pass roles, by a policy of its own or another's. */
function passing(resource: unknown, { before = [] as object[], inline = false, action = 'lambda:CreateFunction' } = {}): object {
  const document = { Statement: [...before, { Effect: 'Allow', Action: ['iam:PassRole', action, 'lambda:InvokeFunction', 'ecs:RunTask'], Resource: resource }] };
  const policies = inline ? { Policies: [{ PolicyName: 'orders', PolicyDocument: document }] } : {};
  const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST, ...policies } };
  const policy = { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'orders', Roles: [{ Ref: 'Role' }], PolicyDocument: document } };
  return inline ? { Role: role } : { Role: role, Policy: policy };
}

describe.each([true, false])('ways to more permissions (inline: %s)', (inline) => {
  const of = (resource: unknown, options: object = {}) => found('iam/no-privilege-escalation', passing(resource, { inline, ...options }));

  test('are the same among other statements', () => expect(of('*', { before: [HARMLESS] })).toEqual(of('*')));
  test('are others where the statement allows more', () => {
    expect(of('*')).not.toEqual(of(['arn:aws:iam::111122223333:role/*', 'arn:aws:lambda:*:*:function:*']));
  });
  test('are others by other actions', () => expect(of('*', { action: 'lambda:Create*' })).not.toEqual(of('*')));
});

test('an AWS managed policy counts by its name, whatever AWS writes into it', () => {
  const attached = (...names: string[]) => found('iam/no-privilege-escalation', {
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST, ManagedPolicyArns: names.map((name) => `arn:aws:iam::aws:policy/${name}`) } },
  });
  expect(attached('IAMFullAccess')).not.toEqual(attached('AdministratorAccess'));
  expect(attached('AWSLambdaExecute', 'IAMFullAccess')).toEqual(attached('IAMFullAccess'));
});

test('the whole statement counts, not only the star in it', () => {
  const allowing = (action: string, sid?: string) => found('iam/no-star-resource', {
    Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: [{ Sid: sid, Effect: 'Allow', Action: action, Resource: '*' }] } } },
  });
  expect(allowing('sqs:SendMessage')).not.toEqual(allowing('sqs:DeleteQueue'));
});

test.each([
  ['in the group', (rule: object) => ({ Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { SecurityGroupIngress: [rule] } } })],
  ['by itself', (rule: object) => ({ Rule: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: rule } })],
])('an open port is another finding than another one: %s', (_, resources) => {
  const open = (port: number) => found('vpc/sg-no-open-high-risk-ports', resources({ IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: '0.0.0.0/0' }));
  expect(open(3389)).not.toEqual(open(3306));
});

test('what is missing of one item is another finding than of another, wherever they stand', () => {
  const target = (Arn: string) => ({ Id: 'Target0', Arn: `arn:aws:lambda:eu-west-1:111122223333:function:${Arn}` });
  const without = (...names: string[]) => found('eventbridge/target-dead-letter-queue', {
    Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: names.map(target) } },
  });
  expect(without('orders')).not.toEqual(without('invoices'));
  expect(without('invoices', 'orders')).toEqual(without('orders', 'invoices'));
  expect(without('invoices', 'orders')).toEqual(expect.arrayContaining([...without('orders')]));
});

test('the name of what is missing counts: an alarm on errors is none on throttles', () => {
  const fn = { Type: 'AWS::Lambda::Function', Properties: {} };
  expect(new Set(found('cloudwatch/function-error-alarms', { Orders: fn })).size).toBe(2);
});

describe('what lets somebody in by its properties is one statement', () => {
  const PERMISSION = { Principal: '*', Action: 'lambda:InvokeFunction', FunctionName: 'orders' };
  const permitting = (changes: object, ruleId = 'lambda/no-public-invoke-permission', type = 'AWS::Lambda::Permission') =>
    found(ruleId, { Permission: { Type: type, Properties: { ...PERMISSION, ...changes } } });

  test.each([['action', { Action: 'lambda:*' }], ['function', { FunctionName: 'invoices' }], ['way of calling', { FunctionUrlAuthType: 'NONE' }]])(
    'another %s is another finding', (_, change) => expect(permitting(change)).not.toEqual(permitting({})));

  test('wherever the finding stands', () => {
    const unbound = (FunctionName: string) => permitting({ FunctionName, Principal: 's3.amazonaws.com' }, 'lambda/service-permission-source-bound');
    expect(unbound('orders')).not.toEqual(unbound('invoices'));
  });

  test('of layers too', () => {
    const layer = (name: string) => found('lambda/no-public-invoke-permission', {
      Permission: {
        Type: 'AWS::Lambda::LayerVersionPermission',
        Properties: { Principal: '*', Action: 'lambda:GetLayerVersion', LayerVersionArn: `arn:aws:lambda:eu-west-1:111122223333:layer:${name}:1` },
      },
    });
    expect(layer('one')).not.toEqual(layer('other'));
  });

  test('of event buses too, and a bus policy that holds a statement is known by that alone', () => {
    const bus = (properties: object) => found('eventbridge/bus-policy-not-open', {
      Policy: { Type: 'AWS::Events::EventBusPolicy', Properties: { StatementId: 'all', ...properties } },
    });
    const old = { Principal: '*', Action: 'events:PutEvents' };
    expect(bus({ ...old, EventBusName: 'orders' })).not.toEqual(bus({ ...old, EventBusName: 'invoices' }));
    const Statement = { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' };
    expect(bus({ Statement })).toEqual(bus({ Statement, StatementId: 'others' }));
    expect(bus({ Statement })).not.toEqual(bus({ Statement: { ...Statement, Action: 'events:PutRule' } }));
  });
});
