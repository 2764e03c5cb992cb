import { CfnParameter, CfnResource, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { ItemAction, ItemOwner, OwnItemsOptions, SecureFunction, SecureIdentityPool, SecureTable, SecureTableProps, SessionTaggedRole } from '../../src';
import { ServiceEndpointName, whenPathNeeded } from '../../src/private/network-path';
import { ENV, FLAG_MODES, inBothFlagModes, newApp, newStack, only, templateOf } from '../harness/apps';
import { statementsOf } from '../harness/readable';
import { CLIENT, usersIn } from '../identity/pool-under-test';

const STRING = AttributeType.STRING;
const KEYS = { partitionKey: { name: 'owner', type: STRING }, sortKey: { name: 'order', type: STRING } };
const OPTIONS: OwnItemsOptions = { owner: ItemOwner.principalTag('tenant', 'TENANT#'), actions: [ItemAction.GET] };

function tableIn(stack: Stack, props: Partial<SecureTableProps> = {}): SecureTable {
  return new SecureTable(stack, 'Table', { ...KEYS, globalIndexes: [{ indexName: 'byDay', partitionKey: KEYS.partitionKey, sortKey: { name: 'day', type: STRING } }], ...props });
}

function newRole(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
}

describe.each(FLAG_MODES)('grantOwnItems %s', (_, flags) => {
  test('names table, index, keys and attributes, and the key through DynamoDB', () => {
    const stack = newStack(flags, ENV);
    const grant = tableIn(stack).grantOwnItems(newRole(stack), {
      owner: ItemOwner.principalTag('tenant', 'TENANT#'), actions: [ItemAction.QUERY, ItemAction.UPDATE], attributes: ['total'], indexNames: ['byDay'],
    });
    expect(grant.success).toBe(true);
    const template = templateOf(stack);
    const table = only(template, 'AWS::DynamoDB::Table').id;
    const keys = { 'dynamodb:LeadingKeys': ['TENANT#${aws:PrincipalTag/tenant}'] };
    const present = { 'dynamodb:LeadingKeys': 'false', 'dynamodb:Attributes': 'false' };
    const selected = { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' };
    const statements = statementsOf(only(template, 'AWS::IAM::Policy').resource);
    expect(statements).toHaveLength(4);
    expect(statements).toEqual(expect.arrayContaining([
      {
        Effect: 'Allow',
        Action: 'dynamodb:Query',
        Resource: `${table}.Arn`,
        Condition: { 'ForAllValues:StringEquals': { ...keys, 'dynamodb:Attributes': ['owner', 'order', 'total'] }, 'Null': present, 'StringEquals': selected },
      },
      {
        Effect: 'Allow',
        Action: 'dynamodb:Query',
        Resource: `${table}.Arn/index/byDay`,
        Condition: { 'ForAllValues:StringEquals': { ...keys, 'dynamodb:Attributes': ['owner', 'order', 'day', 'total'] }, 'Null': present, 'StringEquals': selected },
      },
      {
        Effect: 'Allow',
        Action: 'dynamodb:UpdateItem',
        Resource: `${table}.Arn`,
        Condition: {
          'ForAllValues:StringEquals': { ...keys, 'dynamodb:Attributes': ['owner', 'order', 'total'] },
          'Null': present,
          'StringEqualsIfExists': { 'dynamodb:ReturnValues': ['NONE', 'UPDATED_OLD', 'UPDATED_NEW'] },
        },
      },
      expect.objectContaining({ Resource: `${only(template, 'AWS::KMS::Key').id}.Arn`, Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-1.amazonaws.com' } } }),
    ]));
  });

  test.each([[ItemAction.GET, false], [ItemAction.PUT, true]])('lets %s use the key as it needs it', (action, writes) => {
    const stack = newStack(flags, ENV);
    tableIn(stack).grantOwnItems(newRole(stack), { owner: ItemOwner.cognitoIdentity(), actions: [action] });
    const [use] = statementsOf(only(templateOf(stack), 'AWS::IAM::Policy').resource).filter(({ Action }) => Action.includes('kms:Decrypt'));
    expect(use.Action.includes('kms:GenerateDataKey')).toBe(writes);
  });
});

test('opens the network path of the grantee', () => {
  const stack = newStack();
  const role = newRole(stack);
  const opened: ServiceEndpointName[] = [];
  whenPathNeeded(role, (service) => opened.push(service));
  tableIn(stack).grantOwnItems(role, OPTIONS);
  expect(opened).toEqual(['dynamodb']);
});

inBothFlagModes(() => {
  test.each<[string, Partial<OwnItemsOptions>, Partial<SecureTableProps>, RegExp]>([
    ['no actions', { actions: [] }, {}, /\[Stack\/Table\] grantOwnItems actions = \[\]: it would allow nothing/],
    ['whole items beside a list of attributes', { actions: [ItemAction.PUT], attributes: ['total'] }, {}, /attributes = \["total"\]: PutItem replaces the whole item.*ItemAction\.UPDATE/],
    ['an empty list of attributes', { attributes: [] }, {}, /grantOwnItems attributes = \[\]: it is a list of names/],
    ['a wildcard of attributes', { attributes: ['*'] }, {}, /grantOwnItems attributes = "\*"/],
    ['an unknown index', { actions: [ItemAction.QUERY], indexNames: ['byState'] }, {}, /indexName = "byState": the table has only the indexes byDay/],
    ['an index without queries', { indexNames: ['byDay'] }, {}, /grantOwnItems indexNames = \["byDay"\]: an index is reached by queries only/],
    ['a number as owner', {}, { partitionKey: { name: 'owner', type: AttributeType.NUMBER }, globalIndexes: [] }, /grantOwnItems = "owner": the partition key of the table is of type N/],
    ['a number as owner in an index', { actions: [ItemAction.QUERY], indexNames: ['byAge'] },
      { globalIndexes: [{ indexName: 'byAge', partitionKey: { name: 'age', type: AttributeType.NUMBER } }] }, /"age": the partition key of byAge is of type N/],
    ['a variable in the prefix', { owner: ItemOwner.principalTag('tenant', '${aws:userid}') }, {}, /grantOwnItems owner = .*which IAM reads as variables/],
    ['a wildcard in the prefix', { owner: ItemOwner.cognitoIdentity('*') }, {}, /grantOwnItems owner/],
    ['a tag that ends the variable', { owner: ItemOwner.principalTag('tenant}${aws:x') }, {}, /a tag has 1 to 128 letters/],
    ['a tag of AWS', { owner: ItemOwner.principalTag('aws:cloudformation:stack-name') }, {}, /does not begin with "aws:"/],
  ])('%s is an error that says what to write', (_, options, props, message) => {
    const stack = newStack(undefined, ENV);
    expect(() => tableIn(stack, props).grantOwnItems(newRole(stack), { ...OPTIONS, ...options })).toThrow(message);
  });

  describe('an owner that sessions of the role never have', () => {
    const tagged = (stack: Stack): SessionTaggedRole =>
      new SessionTaggedRole(stack, 'Role', { tags: ['tenant', 'region'], assumedBy: [new SecureFunction(stack, 'Fn', { code: Code.fromInline('exports.handler = async () => {}') })] });
    const pool = (stack: Stack): SecureIdentityPool => {
      const users = usersIn(stack);
      return new SecureIdentityPool(stack, 'Role', { userPool: users, clients: [users.addClient('Web', CLIENT)], principalTags: { tenant: 'custom:tenant' } });
    };

    test.each<[string, (stack: Stack) => iam.IGrantable, ItemOwner, RegExp]>([
      ['another tag', tagged, ItemOwner.principalTag('team'), /aws:PrincipalTag\/team": .*only aws:PrincipalTag\/tenant, aws:PrincipalTag\/region: nobody would own/],
      ['another tag, of the role itself', (stack) => tagged(stack).role, ItemOwner.principalTag('team'), /aws:PrincipalTag\/team"/],
      ['an identity', tagged, ItemOwner.cognitoIdentity(), /cognito-identity\.amazonaws\.com:sub": .*SecureIdentityPool, whose sessions alone have ItemOwner\.cognitoIdentity/],
      ['another claim', pool, ItemOwner.principalTag('team'), /aws:PrincipalTag\/team": .*only cognito-identity\.amazonaws\.com:sub, aws:PrincipalTag\/tenant/],
    ])('is refused: %s', (_, make, owner, message) => {
      const stack = newStack(undefined, ENV);
      const grantee = make(stack);
      expect(() => tableIn(stack).grantOwnItems(grantee, { ...OPTIONS, owner })).toThrow(/\[Stack\/Table\] grantOwnItems owner = /);
      expect(() => new SecureTable(stack, 'Other', KEYS).grantOwnItems(grantee, { ...OPTIONS, owner })).toThrow(message);
    });

    test.each<[string, (stack: Stack) => iam.IGrantable, ItemOwner]>([
      ['a tag', tagged, ItemOwner.principalTag('region')],
      ['a tag in other letters, which are the same to IAM', tagged, ItemOwner.principalTag('Tenant')],
      ['an identity of its pool', pool, ItemOwner.cognitoIdentity('USER#')],
      ['a claim of its pool', pool, ItemOwner.principalTag('tenant')],
    ])('is none: %s', (_, make, owner) => {
      const stack = newStack(undefined, ENV);
      expect(tableIn(stack).grantOwnItems(make(stack), { ...OPTIONS, owner }).success).toBe(true);
    });
  });

  test('a role that reaches all items is refused, before and after', () => {
    const stack = newStack(undefined, ENV);
    const table = tableIn(stack);
    const [first, second] = [newRole(stack), new iam.Role(stack, 'Second', { assumedBy: new iam.AccountRootPrincipal() })];
    table.grantGet(first);
    expect(() => table.grantOwnItems(first, OPTIONS)).toThrow(/grantOwnItems grantee = "Stack\/Role": it has another grant on this table.*SessionTaggedRole/);
    table.grantOwnItems(second, OPTIONS);
    table.grantOwnItems(second, { ...OPTIONS, actions: [ItemAction.DELETE] });
    expect(() => table.grantScan(second)).toThrow(/grantOwnItems grantee = "Stack\/Second"/);
  });

  test.each<[string, (table: SecureTable, role: iam.Role) => unknown]>([
    ['queries of an index', (table, role) => table.grantQuery(role, 'byDay')],
    ['scans of an index', (table, role) => table.grantScan(role, 'byDay')],
  ])('%s reach everybody\'s items, and are refused before and after', (_, grant) => {
    const stack = newStack(undefined, ENV);
    const table = tableIn(stack);
    const [first, second] = [newRole(stack), new iam.Role(stack, 'Second', { assumedBy: new iam.AccountRootPrincipal() })];
    grant(table, first);
    expect(() => table.grantOwnItems(first, OPTIONS)).toThrow(/"Stack\/Role": it has another grant on this table or an index of it/);
    table.grantOwnItems(second, OPTIONS);
    expect(() => grant(table, second)).toThrow(/"Stack\/Second": .*own items of an index are reached by indexNames/);
  });

  describe('an index by an attribute that users write themselves', () => {
    const globalIndexes = [{ indexName: 'byState', partitionKey: { name: 'state', type: STRING } }];
    const reads: OwnItemsOptions = { ...OPTIONS, actions: [ItemAction.QUERY], indexNames: ['byState'] };
    const forged = /grantOwnItems indexNames = "byState": its partition key is "state", which users may write.*partition key "owner" and a sort key of its own/;
    const roles = (stack: Stack): iam.Role[] => ['One', 'Two'].map((id) => new iam.Role(stack, id, { assumedBy: new iam.AccountRootPrincipal() }));

    test.each<[string, OwnItemsOptions]>([
      ['whole items', { ...OPTIONS, actions: [ItemAction.PUT] }],
      ['any attribute', { ...OPTIONS, actions: [ItemAction.UPDATE] }],
      ['the attribute', { ...OPTIONS, actions: [ItemAction.UPDATE], attributes: ['total', 'state'] }],
    ])('is refused for %s, by one role or two, before and after', (_, writes) => {
      const stack = newStack(undefined, ENV);
      const [one, two] = roles(stack);
      const both = { ...reads, ...writes, actions: [...reads.actions, ...writes.actions] };
      expect(() => tableIn(stack, { globalIndexes }).grantOwnItems(one, both)).toThrow(forged);
      const later = new SecureTable(stack, 'Later', { ...KEYS, globalIndexes });
      later.grantOwnItems(one, reads);
      expect(() => later.grantOwnItems(two, writes)).toThrow(forged);
      const before = new SecureTable(stack, 'Before', { ...KEYS, globalIndexes });
      before.grantOwnItems(two, writes);
      expect(() => before.grantOwnItems(one, reads)).toThrow(forged);
    });

    test('is refused for an attribute that is not known at synth', () => {
      const stack = newStack(undefined, ENV);
      const unknown = new CfnParameter(stack, 'Attribute').valueAsString;
      expect(() => tableIn(stack, { globalIndexes }).grantOwnItems(newRole(stack), {
        ...reads, actions: [ItemAction.QUERY, ItemAction.UPDATE], attributes: [unknown],
      })).toThrow(forged);
    });

    test('is reached where users write other attributes only', () => {
      const stack = newStack(undefined, ENV);
      const [one, two] = roles(stack);
      const table = tableIn(stack, { globalIndexes });
      table.grantOwnItems(one, { ...reads, actions: [ItemAction.QUERY, ItemAction.UPDATE, ItemAction.DELETE], attributes: ['total'] });
      table.grantPut(two); // code that is trusted with all items
      expect(templateOf(stack).findResources('AWS::IAM::Policy')).not.toEqual({});
    });
  });

  describe('a tag that the role itself has, which IAM takes for sessions without one', () => {
    const granted = (stack: Stack, owner = OPTIONS.owner): iam.Role => {
      const role = newRole(stack);
      tableIn(stack).grantOwnItems(role, { ...OPTIONS, owner });
      return role;
    };
    const refused = /tags of Stack\/Role\/Resource = \["[Tt]enant"\]: grantOwnItems compares items with the tag "tenant".*excludeResourceTypes/;

    test.each<[string, (role: iam.Role) => void]>([
      ['by a tag of the app', (role) => Tags.of(role.node.root).add('tenant', 'acme')],
      ['by a tag of the role in other letters', (role) => Tags.of(role).add('Tenant', 'acme')],
      ['by an override', (role) => (role.node.defaultChild as CfnResource).addPropertyOverride('Tags', [{ Key: 'tenant', Value: 'acme' }])],
    ])('is refused %s', (_, tag) => {
      const stack = newStack(undefined, ENV);
      tag(granted(stack));
      expect(() => templateOf(stack)).toThrow(refused);
    });

    test.each<[string, unknown]>([['one key', [{ Key: { Ref: 'AWS::StackName' }, Value: 'acme' }]], ['all of them', { 'Fn::GetAtt': ['Other', 'Tags'] }]])(
      'is refused where %s is known at deployment only', (_, tags) => {
        const stack = newStack(undefined, ENV);
        (granted(stack).node.defaultChild as CfnResource).addPropertyOverride('Tags', tags);
        expect(() => templateOf(stack)).toThrow(/tags of Stack\/Role\/Resource = .*compares items with the tag "tenant"/);
      });

    test('is refused in a Stage, where its tags reach the role', () => {
      const stage = new Stage(newApp(), 'Live', { env: ENV });
      granted(new Stack(stage, 'Stack'));
      Tags.of(stage).add('tenant', 'acme');
      expect(() => stage.synth()).toThrow(/tags of Live\/Stack\/Role\/Resource = \["tenant"\]/);
    });

    test('is refused of the stack, and of the one around it, which CloudFormation hands on', () => {
      const stack = new Stack(newApp(), 'Stack', { env: ENV, tags: { tenant: 'acme' } });
      granted(new NestedStack(stack, 'Nested'));
      expect(() => templateOf(stack)).toThrow(/tags of Stack = \["tenant"\]: grantOwnItems compares/);
    });

    test('is none for other tags, roles that are left out, and owners that are identities', () => {
      const stack = newStack(undefined, ENV);
      const role = granted(stack);
      Tags.of(stack).add('team', 'shop');
      Tags.of(stack).add('tenant', 'acme', { excludeResourceTypes: ['AWS::IAM::Role', 'aws:cdk:stack'] });
      const other = new iam.Role(stack, 'Identity', { assumedBy: new iam.AccountRootPrincipal() });
      new SecureTable(stack, 'Others', KEYS).grantOwnItems(other, { ...OPTIONS, owner: ItemOwner.cognitoIdentity() });
      Tags.of(other).add('tenant', 'acme', { includeResourceTypes: ['AWS::IAM::Role'], priority: 300 });
      expect(stack.resolve(role.roleName)).toBeDefined();
      templateOf(stack);
    });

    test('cannot be seen of a role of elsewhere, and that is said', () => {
      const stack = newStack(undefined, ENV);
      const role = iam.Role.fromRoleArn(stack, 'Elsewhere', `arn:aws:iam::${ENV.account}:role/tenant`);
      tableIn(stack).grantOwnItems(role, OPTIONS);
      Annotations.fromStack(stack).hasWarning('/Stack/Table', Match.stringLikeRegexp('"Stack/Elsewhere", which is not made in this app.*aws:RequestTag/tenant'));
    });
  });

  test('a tag that is not known at synth is refused by name', () => {
    const stack = newStack(undefined, ENV);
    const tag = new CfnParameter(stack, 'Tag').valueAsString;
    expect(() => tableIn(stack).grantOwnItems(newRole(stack), { ...OPTIONS, owner: ItemOwner.principalTag(tag) })).toThrow(/grantOwnItems owner.*this is a token/);
  });
});
