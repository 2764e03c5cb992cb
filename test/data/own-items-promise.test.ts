import { App, ArnFormat, CfnParameter, CfnResource, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ItemAction, ItemOwner, OwnItemsOptions, SecureFunction, SecureTable, SecureTableProps, SessionTaggedRole } from '../../src';
import { ENV, inBothFlagModes, newApp, newStack, templateOf } from '../harness/apps';

const STRING = AttributeType.STRING;
const OPTIONS: OwnItemsOptions = { owner: ItemOwner.principalTag('tenant', 'TENANT#'), actions: [ItemAction.GET, ItemAction.QUERY, ItemAction.UPDATE] };
const OWN = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['TENANT#${aws:PrincipalTag/tenant}'] }, 'Null': { 'dynamodb:LeadingKeys': 'false' } };
const REFUSED = /\[Stack\/Table\] .*: grantOwnItems promises that Stack\/Role\S* reaches items of its own only, and this statement allows more on the table.*name their ARNs/;

interface World {
  readonly stack: Stack;
  readonly table: SecureTable;
  readonly role: iam.Role;
}

function tableIn(stack: Stack, props: Partial<SecureTableProps> = {}): SecureTable {
  const partitionKey = { name: 'owner', type: STRING };
  return new SecureTable(stack, 'Table', { partitionKey, globalIndexes: [{ indexName: 'byDay', partitionKey, sortKey: { name: 'day', type: STRING } }], ...props });
}

function roleIn(scope: Construct, id = 'Role', props: Partial<iam.RoleProps> = {}): iam.Role {
  return new iam.Role(scope, id, { assumedBy: new iam.AccountRootPrincipal(), ...props });
}

/** A role that has been granted own items. */
function granted(options: Partial<OwnItemsOptions> = {}, props: Partial<SecureTableProps> = {}): World {
  const stack = newStack(undefined, ENV);
  const [table, role] = [tableIn(stack, props), roleIn(stack)];
  table.grantOwnItems(role, { ...OPTIONS, ...options });
  return { stack, table, role };
}

const allow = (actions: string[], resources: string[], conditions?: iam.PolicyStatementProps['conditions']): iam.PolicyStatement =>
  new iam.PolicyStatement({ actions, resources, conditions });
const roleOf = ({ role }: World): CfnResource => role.node.defaultChild as CfnResource;
const inline = (statement: unknown) => [{ PolicyName: 'Wide', PolicyDocument: { Version: '2012-10-17', Statement: statement } }];
const policyOf = ({ role }: World): CfnResource => role.node.findChild('DefaultPolicy').node.defaultChild as CfnResource;

inBothFlagModes(() => {
  describe('who was granted own items is refused', () => {
    test.each<[string, (world: World) => unknown]>([
      ['reads of CDK\'s table', ({ table, role }) => table.table.grantReadData(role)],
      ['a scan of CDK\'s table', ({ table, role }) => table.table.grant(role, 'dynamodb:Scan')],
      ['a scan', ({ table, role }) => role.addToPolicy(allow(['dynamodb:Scan'], [table.tableArn]))],
      ['PartiQL', ({ table, role }) => role.addToPolicy(allow(['dynamodb:PartiQLSelect'], [table.tableArn]))],
      ['a query of its indexes', ({ table, role }) => role.addToPolicy(allow(['dynamodb:Query'], [`${table.tableArn}/index/*`]))],
      ['a scan by the table\'s own policy', ({ table, role }) => (table.table as Table).addToResourcePolicy(
        new iam.PolicyStatement({ principals: [role], actions: ['dynamodb:Scan', 'dynamodb:GetItem'], resources: ['*'] }))],
      ['the same by its ARN', ({ table, role }) => (table.table as Table).addToResourcePolicy(
        new iam.PolicyStatement({ principals: [new iam.ArnPrincipal(role.roleArn)], actions: ['dynamodb:Query'], resources: ['*'] }))],
      ['a part of the table\'s ARN', ({ stack, table, role }) => role.addToPolicy(allow(['dynamodb:Scan'], [stack.formatArn({
        service: 'dynamodb', resource: 'table', resourceName: stack.splitArn(table.tableArn, ArnFormat.SLASH_RESOURCE_NAME).resourceName,
      })]))],
      ['the table\'s ARN out of a list', ({ table, role }) => role.addToPolicy(allow(['dynamodb:Scan'], [Fn.select(0, Fn.split('|', table.tableArn))]))],
      ['its stream', ({ table, role }) => table.table.grantStreamRead(role)],
      ['its stream by the table\'s ARN', ({ table, role }) => role.addToPolicy(allow(['dynamodb:GetRecords'], [`${table.tableArn}/stream/*`]))],
      ['an export', ({ table, role }) => role.addToPolicy(allow(['dynamodb:ExportTableToPointInTime'], [table.tableArn]))],
      ['actions in other letters', ({ table, role }) => role.addToPolicy(allow(['DynamoDB:scan'], [table.tableArn]))],
      ['actions by a wildcard', ({ table, role }) => role.addToPolicy(allow(['dynamodb:*Get*'], [table.tableArn]))],
      ['a wildcard of services', ({ table, role }) => role.addToPolicy(allow(['*'], [table.tableArn]))],
      ['every resource', ({ role }) => role.addToPolicy(allow(['dynamodb:Scan'], ['*']))],
      ['every table', ({ stack, role }) => role.addToPolicy(allow(['dynamodb:GetItem'], [stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: '*' })]))],
      ['an ARN that is cut short', ({ role }) => role.addToPolicy(allow(['dynamodb:GetItem'], ['arn:aws:dynamodb:*']))],
      ['the tables of its stack', ({ role }) => role.addToPolicy(allow(['dynamodb:GetItem'], ['arn:aws:dynamodb:*:*:table/Stack-*']))],
      ['tables by a reference and a wildcard', ({ stack, role }) => role.addToPolicy(allow(['dynamodb:GetItem'], [`arn:aws:dynamodb:*:*:table/${stack.stackId}*`]))],
      ['the table by a policy variable', ({ role }) => role.addToPolicy(allow(['dynamodb:GetItem'], ['arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/tenant}']))],
      ['the table by its name', ({ stack, table, role }) =>
        role.addToPolicy(allow(['dynamodb:GetItem'], [stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: table.tableName })]))],
      ['the table by a substitution', (world) => {
        const id = world.stack.resolve((world.table.table.node.defaultChild as CfnResource).logicalId);
        roleOf(world).addPropertyOverride('Policies', inline({ Effect: 'Allow', Action: 'dynamodb:Scan', Resource: { 'Fn::Sub': `\${${id}.Arn}` } }));
      }],
      ['all actions but some', ({ table, role }) => role.addToPolicy(new iam.PolicyStatement({ notActions: ['dynamodb:Scan'], resources: [table.tableArn] }))],
      ['all resources but some', ({ role }) => role.addToPolicy(new iam.PolicyStatement({ actions: ['dynamodb:Scan'], notResources: ['arn:aws:dynamodb:*:*:table/x'] }))],
      ['an action that is known at deployment only', ({ stack, table, role }) => role.addToPolicy(allow([new CfnParameter(stack, 'Action').valueAsString], [table.tableArn]))],
      ['a branch of a condition', (world) => roleOf(world).addPropertyOverride('Policies', inline([
        { 'Fn::If': ['Live', { Effect: 'Allow', Action: 'dynamodb:Scan', Resource: '*' }, { Ref: 'AWS::NoValue' }] },
      ]))],
      ['a document that is known at deployment only', (world) =>
        roleOf(world).addPropertyOverride('Policies', [{ PolicyName: 'Wide', PolicyDocument: { 'Fn::Transform': { Name: 'Mine' } } }])],
      ['conditions of others', ({ table, role }) => role.addToPolicy(allow(['dynamodb:GetItem'], [table.tableArn], {
        ...OWN, 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['TENANT#${aws:PrincipalTag/team}'] },
      }))],
      ['a condition that is true of a request without keys', ({ table, role }) =>
        role.addToPolicy(allow(['dynamodb:GetItem'], [table.tableArn], { 'ForAllValues:StringEquals': OWN['ForAllValues:StringEquals'] }))],
      ['an index that was not named, under the conditions', ({ table, role }) => role.addToPolicy(allow(['dynamodb:Query'], [`${table.tableArn}/index/byDay`], OWN))],
      ['an override of the grant\'s conditions', (world) => policyOf(world).addPropertyDeletionOverride('PolicyDocument.Statement.1.Condition')],
      ['another policy', ({ stack, table, role }) => new iam.Policy(stack, 'Wide', { roles: [role], statements: [allow(['dynamodb:Scan'], [table.tableArn])] })],
      ['a managed policy attached to it', ({ stack, table, role }) => new iam.ManagedPolicy(stack, 'Wide', { roles: [role], statements: [allow(['dynamodb:Scan'], [table.tableArn])] })],
      ['a managed policy that it lists', ({ stack, table, role }) =>
        role.addManagedPolicy(new iam.ManagedPolicy(stack, 'Wide', { statements: [allow(['dynamodb:Scan'], [table.tableArn])] }))],
      ['a policy resource of its own', ({ stack, table, role }) => new iam.CfnRolePolicy(stack, 'Wide', {
        roleName: role.roleName, policyName: 'Wide', policyDocument: new iam.PolicyDocument({ statements: [allow(['dynamodb:Scan'], [table.tableArn])] }),
      })],
      ['an inline policy', (world) => roleOf(world).addPropertyOverride('Policies', inline({ Effect: 'Allow', Action: 'dynamodb:Scan', Resource: '*' }))],
      ['a policy of another stack', ({ stack, table, role }) =>
        new iam.Policy(new Stack(stack.node.root, 'Other', { env: ENV }), 'Wide', { roles: [role], statements: [allow(['dynamodb:Scan'], [table.tableArn])] })],
      ['a policy of a nested stack', ({ stack, table, role }) =>
        new iam.Policy(new NestedStack(stack, 'Nested'), 'Wide', { roles: [role], statements: [allow(['dynamodb:Scan'], [table.tableArn])] })],
    ])('%s', (_, widen) => {
      const world = granted({}, { stream: StreamViewType.NEW_IMAGE });
      widen(world);
      expect(() => templateOf(world.stack)).toThrow(REFUSED);
    });

    test.each<[string, (world: World) => unknown]>([
      ['reads without the list of attributes', ({ table, role }) => role.addToPolicy(allow(['dynamodb:GetItem'], [table.tableArn], OWN))],
      ['all actions under the conditions for keys alone', ({ table, role }) => role.addToPolicy(allow(['dynamodb:*'], [table.tableArn], OWN))],
    ])('%s', (_, widen) => {
      const world = granted({ attributes: ['total'] });
      widen(world);
      expect(() => templateOf(world.stack)).toThrow(REFUSED);
    });

    test.each(['AdministratorAccess', 'AmazonDynamoDBReadOnlyAccess', 'service-role/AWSLambdaDynamoDBExecutionRole'])('%s of AWS, which is not seen here', (name) => {
      const { stack, role } = granted();
      role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name));
      expect(() => templateOf(stack)).toThrow(/ManagedPolicyArns of Stack\/Role\/Resource = .*what this policy allows on tables is not seen.*Write the statements/);
    });

    test('items of a replica', () => {
      const { stack, role } = granted({}, { replicas: [{ region: 'eu-central-1', encryptionKeyArn: `arn:aws:kms:eu-central-1:${ENV.account}:key/11111111-2222-3333-4444-555555555555` }] });
      role.addToPolicy(allow(['dynamodb:Scan'], ['arn:aws:dynamodb:eu-central-1:111122223333:table/Stack-Table-1']));
      expect(() => templateOf(stack)).toThrow(REFUSED);
    });

    test.each<[string, (stack: Stack) => iam.IGrantable & Construct]>([
      ['a user', (stack) => new iam.User(stack, 'Role')],
      ['a group', (stack) => new iam.Group(stack, 'Role')],
      ['an imported role', (stack) => iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${ENV.account}:role/tenant`) as iam.IRole & Construct],
      ['a role of another stack', (stack) => roleIn(new Stack(stack.node.root, 'Role', { env: ENV }), 'Stack')],
      ['a role with tagged sessions', (stack) =>
        new SessionTaggedRole(stack, 'Role', { tags: ['tenant'], assumedBy: [new SecureFunction(stack, 'Fn', { code: Code.fromInline('exports.handler = async () => {}') })] })],
    ])('a scan as %s', (_, make) => {
      const stack = newStack(undefined, ENV);
      const [table, grantee] = [tableIn(stack), make(stack)];
      table.grantOwnItems(grantee, OPTIONS);
      table.table.grant(grantee, 'dynamodb:Scan');
      expect(() => templateOf(stack)).toThrow(/grantOwnItems promises that (Stack\/Role|Role\/Stack)\S* reaches items of its own only, and this statement/);
    });

    test('a scan by its literal name', () => {
      const stack = newStack(undefined, ENV);
      const [table, role] = [tableIn(stack), roleIn(stack, 'Role', { roleName: 'tenant' })];
      table.grantOwnItems(role, OPTIONS);
      new iam.CfnPolicy(stack, 'Wide', { roles: ['tenant'], policyName: 'Wide', policyDocument: { Statement: { Effect: 'Allow', Action: 'dynamodb:Scan', Resource: '*' } } });
      expect(() => templateOf(stack)).toThrow(REFUSED);
    });
  });

  test.each<[string, (stack: Stack) => iam.IGrantable]>([
    ['a policy', (stack) => new iam.Policy(stack, 'Policy')],
    ['a managed policy', (stack) => new iam.ManagedPolicy(stack, 'Policy')],
  ])('%s takes no grant on own items: whom it is attached to may do more', (_, make) => {
    const stack = newStack(undefined, ENV);
    expect(() => tableIn(stack).grantOwnItems(make(stack), OPTIONS)).toThrow(/\[Stack\/Table\] grantOwnItems grantee = .*it is no role, user or group.*Grant to the role itself/);
  });

  describe('who was granted own items may have', () => {
    test.each<[string, (world: World) => unknown]>([
      ['other grants on own items, of indexes too', ({ table, role }) => {
        table.grantOwnItems(role, { ...OPTIONS, indexNames: ['byDay'] });
        table.grantOwnItems(role, { owner: ItemOwner.cognitoIdentity(), actions: [ItemAction.DELETE] });
      }],
      ['the same of another table', ({ stack, role }) =>
        new SecureTable(stack, 'Others', { partitionKey: { name: 'owner', type: STRING } }).grantOwnItems(role, OPTIONS)],
      ['all items of other tables', ({ stack, role }) => {
        new SecureTable(stack, 'Others', { partitionKey: { name: 'id', type: STRING } }).grantScan(role);
        Table.fromTableName(stack, 'Imported', 'catalogue').grantReadData(role);
        Table.fromTableArn(stack, 'Exported', Fn.importValue('Catalogue')).grantReadData(role);
      }],
      ['other tables and their indexes, by names that are known at deployment', ({ stack, role }) => {
        const tableName = new CfnParameter(stack, 'OtherTable').valueAsString;
        Table.fromTableAttributes(stack, 'Imported', { tableName, grantIndexPermissions: true }).grantReadData(role);
        Table.fromTableAttributes(stack, 'Indexed', { tableName, globalIndexes: ['a'] }).grantReadData(role);
        const other = new SecureTable(stack, 'Others', { partitionKey: { name: 'id', type: STRING } });
        role.addToPolicy(allow(['dynamodb:Query'], [stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: `${other.tableName}/index/*` })]));
      }],
      ['tables by a name that this one cannot have', ({ role }) => role.addToPolicy(allow(['dynamodb:Scan'], ['arn:aws:dynamodb:*:*:table/catalogue-*']))],
      ['tables of another account', ({ role }) => role.addToPolicy(allow(['dynamodb:Scan'], ['arn:aws:dynamodb:*:999988887777:table/*']))],
      ['a look at the table', ({ table, role }) => role.addToPolicy(allow(['dynamodb:DescribeTable', 'dynamodb:List*'], [table.tableArn]))],
      ['other services', ({ role }) => role.addToPolicy(allow(['s3:*', 'ses:SendEmail'], ['*']))],
      ['everything but DynamoDB', ({ role }) => role.addToPolicy(new iam.PolicyStatement({ notActions: ['dynamodb:*'], resources: ['*'] }))],
      ['denials', ({ table, role }) => role.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['dynamodb:Scan'], resources: [table.tableArn] }))],
      ['other actions under the same conditions', ({ table, role }) =>
        role.addToPolicy(allow(['dynamodb:ConditionCheckItem'], [table.tableArn], { ...OWN, IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }))],
      ['what AWS lets functions do', ({ role }) => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole'))],
      ['managed policies of the app', ({ stack, role }) => role.addManagedPolicy(new iam.ManagedPolicy(stack, 'Mail', { statements: [allow(['ses:SendEmail'], ['*'])] }))],
    ])('%s', (_, more) => {
      const world = granted();
      more(world);
      expect(() => templateOf(world.stack)).not.toThrow();
    });

    test('policies of its organization, with a warning', () => {
      const { stack, role } = granted();
      role.addManagedPolicy(iam.ManagedPolicy.fromManagedPolicyName(stack, 'Org', 'every-role'));
      templateOf(stack);
      Annotations.fromStack(stack).hasWarning('/Stack/Role', Match.stringLikeRegexp('grantOwnItems promises that .* not seen in this app: see to it'));
    });

    test('a grant from another stack', () => {
      const app: App = newApp();
      const [stack, other] = [new Stack(app, 'Stack', { env: ENV }), new Stack(app, 'Other', { env: ENV })];
      const [table, role] = [tableIn(stack), roleIn(other)];
      table.grantOwnItems(role, { ...OPTIONS, indexNames: ['byDay'], attributes: ['total'] });
      expect(() => app.synth()).not.toThrow();
    });

    test('a grant inside and out of a nested stack', () => {
      const stack = newStack(undefined, ENV);
      const nested = new NestedStack(stack, 'Nested');
      tableIn(nested).grantOwnItems(roleIn(stack), OPTIONS);
      tableIn(stack).grantOwnItems(roleIn(nested), { ...OPTIONS, indexNames: ['byDay'] });
      expect(() => templateOf(stack)).not.toThrow();
    });
  });

  test('whoever else there is scans as ever, a role of another stack with the same logical id too', () => {
    const { stack, table } = granted();
    table.grantScan(roleIn(stack, 'Export'));
    const other = new Stack(stack.node.root, 'Other', { env: ENV });
    roleIn(other).addToPolicy(allow(['dynamodb:*'], ['*']));
    expect(() => templateOf(stack)).not.toThrow();
  });
});
