import { App } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { allowed, denied } from './expectations';
import { tableCall } from './operations';
import { role, stranger } from './requests';
import { World } from './world';
import { SecureKey, SecureTable } from '../../../src';
import { ENV, newStack } from '../../harness/apps';

const EVERY_ACTION = [
  'GetItem', 'BatchGetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLSelect', 'PartiQLUpdate', 'DeleteTable',
];

/** Each grant and the calls that it is for; every other call of the list above must be denied. */
const GRANTS: [string, (table: SecureTable, grantee: iam.IGrantable) => void, string[]][] = [
  ['grantGet', (table, grantee) => table.grantGet(grantee), ['GetItem', 'BatchGetItem']],
  ['grantQuery', (table, grantee) => table.grantQuery(grantee), ['Query']],
  ['grantScan', (table, grantee) => table.grantScan(grantee), ['Scan']],
  ['grantPut', (table, grantee) => table.grantPut(grantee), ['PutItem']],
  ['grantUpdate', (table, grantee) => table.grantUpdate(grantee), ['UpdateItem']],
  ['grantDelete', (table, grantee) => table.grantDelete(grantee), ['DeleteItem']],
  ['grantReadWrite', (table, grantee) => table.grantReadWrite(grantee),
    ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']],
];

const partitionKey = { name: 'id', type: AttributeType.STRING };

describe.each(GRANTS)('%s of a table', (_, grant, actions) => {
  const stack = newStack(undefined, ENV);
  const table = new SecureTable(stack, 'Table', { partitionKey, globalIndexes: [{ indexName: 'byOwner', partitionKey }] });
  const neighbour = new SecureTable(stack, 'Neighbour', { partitionKey });
  const grantee = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  grant(table, grantee);
  const { key } = SecureKey.of(stack);
  const world = new World(stack.node.root as App);
  const caller = role(world, grantee);

  test.each(actions)('allows %s', (action) => allowed(world, ...tableCall(world, caller, table, key, action)));
  test.each(EVERY_ACTION.filter((action) => !actions.includes(action)))('denies %s', (action) => denied(world, tableCall(world, caller, table, key, action)[0]));
  test.each(actions)('denies %s of the neighbour', (action) => denied(world, tableCall(world, caller, neighbour, key, action)[0]));
  test('denies indexes that were not asked for', () => denied(world, tableCall(world, caller, table, key, 'Query', `${world.arn(table)}/index/byOwner`)[0]));
  test('denies the key outside DynamoDB', () => denied(world, { as: caller, action: 'kms:Decrypt', on: world.arn(key) }));
});

test('a query of one index reaches that index alone', async () => {
  const stack = newStack(undefined, ENV);
  const table = new SecureTable(stack, 'Table', {
    partitionKey, globalIndexes: [{ indexName: 'byOwner', partitionKey }, { indexName: 'byDay', partitionKey }],
  });
  const grantee = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  table.grantQuery(grantee, 'byOwner');
  const world = new World(stack.node.root as App);
  const caller = role(world, grantee);
  const { key } = SecureKey.of(stack);
  await allowed(world, ...tableCall(world, caller, table, key, 'Query', `${world.arn(table)}/index/byOwner`));
  await denied(world, tableCall(world, caller, table, key, 'Query', `${world.arn(table)}/index/byDay`)[0]);
  await denied(world, tableCall(world, caller, table, key, 'Query')[0]);
});

test('a stranger reaches no table', async () => {
  const stack = newStack(undefined, ENV);
  const table = new SecureTable(stack, 'Table', { partitionKey });
  const world = new World(stack.node.root as App);
  for (const action of EVERY_ACTION) await denied(world, { as: stranger(), action: `dynamodb:${action}`, on: world.arn(table) });
});
