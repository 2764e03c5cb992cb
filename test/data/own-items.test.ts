import { CfnParameter, Stack } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { ItemAction, ItemOwner, OwnItemsOptions, SecureTable, SecureTableProps } from '../../src/data';
import { ServiceEndpointName, whenPathNeeded } from '../../src/private/network-path';
import { ENV, FLAG_MODES, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';
import { statementsOf } from '../harness/readable';

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
  ])('%s is an error that says what to write', (_, options, props, message) => {
    const stack = newStack(undefined, ENV);
    expect(() => tableIn(stack, props).grantOwnItems(newRole(stack), { ...OPTIONS, ...options })).toThrow(message);
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
    table.grantQuery(second, 'byDay'); // what the index holds is for everybody
  });

  test('a tag that is not known at synth is refused by name', () => {
    const stack = newStack(undefined, ENV);
    const tag = new CfnParameter(stack, 'Tag').valueAsString;
    expect(() => tableIn(stack).grantOwnItems(newRole(stack), { ...OPTIONS, owner: ItemOwner.principalTag(tag) })).toThrow(/grantOwnItems owner.*this is a token/);
  });
});
