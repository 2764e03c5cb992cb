import { appOf, document, policy, resourceOf } from './app-of';
import { effectiveStatementsOf, statementsOfCarrier } from '../../../../src/guardrails/engine/policy/effective-statements';
import type { Grants } from '../../../../src/guardrails/engine/policy/effective-statements';

const ROLE = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'orders' } };

function allow(action: string): object {
  return { Effect: 'Allow', Action: action, Resource: '*' };
}

function actionsOf({ allows }: Grants): string[] {
  return allows.flatMap(({ statement }) => statement.actions).sort();
}

test('a role has the statements of every policy that names it, and of the managed policies that it names', () => {
  const app = appOf({
    Role: { ...ROLE, Properties: { ...ROLE.Properties, Policies: [{ PolicyDocument: document(allow('a:1')) }], ManagedPolicyArns: [{ Ref: 'Named' }, 'arn:aws:iam::123456789012:policy/by-name'] } },
    Inline: policy('AWS::IAM::Policy', { Roles: ['another', { Ref: 'Role' }] }, allow('a:2')),
    OfRole: policy('AWS::IAM::RolePolicy', { RoleName: 'orders' }, allow('a:3')),
    Attached: policy('AWS::IAM::ManagedPolicy', { Roles: ['orders'] }, allow('a:4')),
    Named: policy('AWS::IAM::ManagedPolicy', {}, allow('a:5')),
    ByName: policy('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'by-name' }, allow('a:6')),
    OfOthers: policy('AWS::IAM::Policy', { Roles: ['another'], Users: ['orders'] }, allow('b:1')),
    OfNobody: policy('AWS::IAM::ManagedPolicy', {}, allow('b:2')),
  });
  const found = effectiveStatementsOf(resourceOf(app, 'Role'), app);
  expect(actionsOf(found)).toEqual(['a:1', 'a:2', 'a:3', 'a:4', 'a:5', 'a:6']);
  expect(found.gaps).toEqual([]);
  expect(found.allows.map(({ carrier }) => carrier.logicalId).sort()).toEqual(['Attached', 'ByName', 'Inline', 'Named', 'OfRole', 'Role']);
});

test('a user has the statements of the groups that the user names and that the user is added to', () => {
  const app = appOf({
    User: { Type: 'AWS::IAM::User', Properties: { Groups: [{ Ref: 'One' }] } },
    OfUser: policy('AWS::IAM::UserPolicy', { UserName: { Ref: 'User' } }, allow('a:1')),
    One: { Type: 'AWS::IAM::Group', Properties: { Policies: [{ PolicyDocument: document(allow('a:2')) }] } },
    OfOne: policy('AWS::IAM::GroupPolicy', { GroupName: { Ref: 'One' } }, allow('a:3')),
    Two: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'two' } },
    OfTwo: policy('AWS::IAM::ManagedPolicy', { Groups: ['two'] }, allow('a:4')),
    Addition: { Type: 'AWS::IAM::UserToGroupAddition', Properties: { GroupName: 'two', Users: [{ Ref: 'User' }] } },
    Three: { Type: 'AWS::IAM::Group', Properties: { Policies: [{ PolicyDocument: document(allow('b:1')) }] } },
  });
  expect(actionsOf(effectiveStatementsOf(resourceOf(app, 'User'), app))).toEqual(['a:1', 'a:2', 'a:3', 'a:4']);
  expect(actionsOf(effectiveStatementsOf(resourceOf(app, 'One'), app))).toEqual(['a:2', 'a:3']);
});

test('denies and the boundary are kept apart', () => {
  const app = appOf({
    Role: { ...ROLE, Properties: { ...ROLE.Properties, PermissionsBoundary: { Ref: 'Boundary' } } },
    Inline: policy('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] }, allow('a:1'), { Effect: 'Deny', Action: 'a:2', Resource: '*' }),
    Boundary: policy('AWS::IAM::ManagedPolicy', {}, allow('b:1'), { Effect: 'Deny', Action: 'b:2', Resource: '*' }),
  });
  const { boundary, ...found } = effectiveStatementsOf(resourceOf(app, 'Role'), app);
  expect(actionsOf(found)).toEqual(['a:1']);
  expect(found.denies.map(({ statement }) => statement.actions)).toEqual([['a:2']]);
  expect(actionsOf(boundary!)).toEqual(['b:1']);
  expect(boundary!.denies.map(({ statement }) => statement.actions)).toEqual([['b:2']]);
});

test('the statements of AWS managed policies count in every partition, and those that are not known in full leave a gap', () => {
  const arn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']] };
  const app = appOf({
    Basic: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: [arn] } },
    Reader: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws-cn:iam::aws:policy/ReadOnlyAccess'] } },
    PowerUser: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] } },
  });
  const basic = effectiveStatementsOf(resourceOf(app, 'Basic'), app);
  expect(actionsOf(basic)).toEqual(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents']);
  expect(basic.allows[0]).toMatchObject({ managedPolicy: 'AWSLambdaBasicExecutionRole', statement: { location: 'Properties.ManagedPolicyArns.0' } });
  expect(basic.gaps).toEqual([]);
  expect(effectiveStatementsOf(resourceOf(app, 'Reader'), app).gaps).toMatchObject([{ why: 'ReadOnlyAccess allows more than what is known of it here' }]);
  const [{ statement: powerUser }] = effectiveStatementsOf(resourceOf(app, 'PowerUser'), app).allows;
  expect([powerUser.covers('iam:PassRole'), powerUser.covers('s3:GetObject')]).toEqual([false, true]);
});

test('what is not known leaves gaps and hides nothing', () => {
  const app = appOf({
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [{ PolicyDocument: { Ref: 'Given' } }, { PolicyDocument: document(allow('a:1'), { Effect: { Ref: 'Given' }, Action: 'a:2', Resource: '*' }) }],
        ManagedPolicyArns: [
          { Ref: 'Given' },
          'arn:aws:iam::aws:policy/AmazonRekognitionReadOnlyAccess',
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonRekognitionServiceRole' },
          { 'Fn::Sub': 'arn:aws:iam::aws:policy/${Given}' },
          'arn:aws:iam::123456789012:policy/elsewhere',
        ],
        PermissionsBoundary: { Ref: 'Given' },
      },
    },
    Maybe: policy('AWS::IAM::Policy', { Roles: [{ Ref: 'Given' }] }, allow('a:3')),
    User: { Type: 'AWS::IAM::User', Properties: { Groups: ['elsewhere'] } },
  }, { Parameters: { Given: { Type: 'String' } } });
  const { boundary, ...found } = effectiveStatementsOf(resourceOf(app, 'Role'), app);
  expect(actionsOf(found)).toEqual(['a:1']);
  const given = 'the value of the parameter Given is given at deployment';
  const outside = 'the statements of a managed policy outside the app';
  const ofAws = ['AmazonRekognitionReadOnlyAccess', 'AmazonRekognitionServiceRole'].map((name) => `what ${name} of AWS allows is not known here`);
  expect(found.gaps.map(({ why }) => why)).toEqual([given, given, given, ...ofAws, given, outside, given]);
  expect(boundary).toMatchObject({ allows: [], gaps: [{ why: given }] });
  expect(effectiveStatementsOf(resourceOf(app, 'User'), app).gaps).toMatchObject([{ why: 'the policies of a group outside the app' }]);
});

test('a permission set has the policies of AWS, and a gap for those of the target accounts', () => {
  const app = appOf({
    Set: {
      Type: 'AWS::SSO::PermissionSet',
      Properties: {
        InlinePolicy: JSON.stringify(document(allow('a:1'))),
        ManagedPolicies: ['arn:aws:iam::aws:policy/AWSCloudShellFullAccess'],
        CustomerManagedPolicyReferences: [{ Name: 'orders' }],
      },
    },
  });
  const found = statementsOfCarrier(resourceOf(app, 'Set'), app);
  expect(actionsOf(found)).toEqual(['a:1', 'cloudshell:*']);
  expect(found.gaps).toMatchObject([{ why: 'a policy of the target accounts is attached by its name' }]);
});

test('policies that exist under a condition count in the worlds in which they do', () => {
  const app = appOf({
    Role: ROLE,
    Sometimes: { ...policy('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] }, allow('a:1')), Condition: 'Debug' },
  }, { Parameters: { Env: { Type: 'String' } }, Conditions: { Debug: { 'Fn::Equals': [{ Ref: 'Env' }, 'debug'] } } });
  const seen: string[][] = [];
  app.world.begin();
  do {
    seen.push(actionsOf(effectiveStatementsOf(resourceOf(app, 'Role'), app)));
  } while (app.world.next());
  expect(seen.sort()).toEqual([[], ['a:1']]);
});

test('users and groups have what policies of their own say that name them', () => {
  const app = appOf({
    User: { Type: 'AWS::IAM::User', Properties: { UserName: 'reader' } },
    Group: { Type: 'AWS::IAM::Group', Properties: { GroupName: 'readers' } },
    OfUser: policy('AWS::IAM::Policy', { Users: [{ Ref: 'User' }] }, allow('a:1')),
    Managed: policy('AWS::IAM::ManagedPolicy', { Users: ['reader'] }, allow('a:2')),
    OfGroup: policy('AWS::IAM::Policy', { Groups: [{ Ref: 'Group' }] }, allow('b:1')),
    ManagedOfGroup: policy('AWS::IAM::ManagedPolicy', { Groups: ['readers'] }, allow('b:2')),
  });
  expect(actionsOf(effectiveStatementsOf(resourceOf(app, 'User'), app))).toEqual(['a:1', 'a:2']);
  expect(actionsOf(effectiveStatementsOf(resourceOf(app, 'Group'), app))).toEqual(['b:1', 'b:2']);
});

test('a function of SAM names managed policies among documents', () => {
  const ofSam = (type: string, ...policies: readonly unknown[]): Grants => {
    const app = appOf({ Fn: { Type: type, Properties: { Policies: policies } }, Managed: policy('AWS::IAM::ManagedPolicy', {}, allow('a:1')) });
    return statementsOfCarrier(resourceOf(app, 'Fn'), app);
  };
  for (const type of ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']) {
    expect(actionsOf(ofSam(type, document(allow('a:2')), 'AWSCloudShellFullAccess'))).toEqual(['a:2', 'cloudshell:*']);
    expect(actionsOf(ofSam(type, 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess'))).toEqual(['cloudshell:*']);
    expect(ofSam(type, document(allow('a:2')), 'AWSCloudShellFullAccess').gaps).toEqual([]);
    expect(ofSam(type, 'orders').gaps).toHaveLength(1);
  }
});

test('a role names managed policies by their ARNs only', () => {
  const app = appOf({ Role: { Type: 'AWS::IAM::Role', Properties: { ManagedPolicyArns: ['AWSCloudShellFullAccess'] } } });
  expect(effectiveStatementsOf(resourceOf(app, 'Role'), app)).toMatchObject({ allows: [], gaps: [{ why: 'the statements of a managed policy outside the app' }] });
});
