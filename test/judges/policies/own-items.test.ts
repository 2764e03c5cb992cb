import { App, Stack, Tags } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { allowed, denied } from './expectations';
import { tableCall } from './operations';
import { refOf } from './physical-ids';
import { administrator, Caller, identityPool as cognito, Request, role } from './requests';
import { World } from './world';
import { ItemAction, ItemOwner, OwnItemsOptions, SecureFunction, SecureIdentityPool, SecureKey, SecureTable, SessionTaggedRole } from '../../../src';
import { ENV, newStack } from '../../harness/apps';
import { CLIENT, usersIn } from '../../identity/pool-under-test';

type Context = Record<string, string | string[]>;

const STRING = AttributeType.STRING;
const ALL = Object.values(ItemAction);
const EVERY_CALL = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'];
const NEVER = ['Scan', 'PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteTable'];

interface Way {
  readonly grantee: (stack: Stack) => iam.IGrantable;
  readonly owner: ItemOwner;
  /** How IAM knows the user of the session. */
  readonly identity: (user: string) => Context;
  readonly prefix: string;
}

const ME = 'eu-west-1:11111111-2222-3333-4444-555555555555';
const NEIGHBOUR = 'eu-west-1:99999999-2222-3333-4444-555555555555';

const WAYS: Record<string, Way> = {
  'the identity of an identity pool': {
    grantee: identityPool, owner: ItemOwner.cognitoIdentity(), identity: (user) => ({ 'cognito-identity.amazonaws.com:sub': user }), prefix: '',
  },
  'a tag that an identity pool makes of a claim': {
    grantee: identityPool, owner: ItemOwner.principalTag('tenant', 'TENANT#'), identity: (user) => ({ 'aws:PrincipalTag/tenant': user }), prefix: 'TENANT#',
  },
  'a tag of the session that a function assumed': {
    grantee: taggedRole, owner: ItemOwner.principalTag('tenant', 'TENANT#'), identity: (user) => ({ 'aws:PrincipalTag/tenant': user }), prefix: 'TENANT#',
  },
};

function identityPool(stack: Stack): SecureIdentityPool {
  const users = usersIn(stack);
  return new SecureIdentityPool(stack, 'Identities', { userPool: users, clients: [users.addClient('Web', CLIENT)], principalTags: { tenant: 'custom:tenant' } });
}

function taggedRole(stack: Stack): SessionTaggedRole {
  const worker = new SecureFunction(stack, 'Worker', { code: Code.fromInline('exports.handler = async () => {}') });
  return new SessionTaggedRole(stack, 'Tenant', { tags: ['tenant'], assumedBy: [worker] });
}

function built(way: Way, options: Partial<OwnItemsOptions> = {}, change: (stack: Stack) => void = () => undefined) {
  const stack = newStack(undefined, ENV);
  change(stack);
  const table = new SecureTable(stack, 'Table', {
    partitionKey: { name: 'owner', type: STRING },
    sortKey: { name: 'order', type: STRING },
    globalIndexes: [
      { indexName: 'byDay', partitionKey: { name: 'owner', type: STRING }, sortKey: { name: 'day', type: STRING } },
      { indexName: 'byState', partitionKey: { name: 'state', type: STRING } },
    ],
  });
  const neighbour = new SecureTable(stack, 'Neighbour', { partitionKey: { name: 'owner', type: STRING } });
  const grantee = way.grantee(stack);
  table.grantOwnItems(grantee, { owner: way.owner, actions: ALL, ...options });
  const { key } = SecureKey.of(stack);
  const world = new World(stack.node.root as App);
  const user = role(world, grantee.grantPrincipal as iam.Role);
  const as = (identity: Context): Caller => ({ ...user, context: { ...user.context, ...identity } });
  const me = as(way.identity(ME));
  /** A call on items of these owners; undefined where the request says nothing of partition keys. */
  const call = (action: string, owners: string[] | undefined, context: Context = {}, caller = me, on = world.arn(table)): Request => ({
    ...tableCall(world, caller, table, key, action, on)[0],
    context: { ...owners && { 'dynamodb:LeadingKeys': owners.map((owner) => `${way.prefix}${owner}`) }, ...context },
  });
  const keyCalls = tableCall(world, me, table, key, 'GetItem').slice(1);
  return { stack, table, neighbour, key, world, me, as, call, keyCalls };
}

describe.each(Object.entries(WAYS))('by %s', (_, way) => {
  const { table, neighbour, key, world, me, as, call, keyCalls } = built(way, { indexNames: ['byDay'] });

  test.each(EVERY_CALL)('%s reaches the own item, and the key through DynamoDB', (action) => allowed(world, call(action, [ME]), ...keyCalls));

  test.each(EVERY_CALL)('%s reaches no item of a neighbour, alone or beside an own one', async (action) => {
    await denied(world, call(action, [NEIGHBOUR]));
    await denied(world, call(action, [ME, NEIGHBOUR]));
    await denied(world, call(action, [`${ME}0`]));
    await denied(world, call(action, ['*']));
  });

  test.each(EVERY_CALL)('%s without a partition key reaches nothing', async (action) => {
    await denied(world, call(action, undefined));
  });

  test.each(EVERY_CALL)('%s reaches nothing where nobody knows who the user is', async (action) => {
    await denied(world, call(action, [ME], {}, as({})));
    await denied(world, call(action, [''], {}, as({})));
    await denied(world, call(action, [ME], {}, as(way.identity(''))));
  });

  test.each(NEVER)('%s is denied, also for own items', async (action) => {
    await denied(world, call(action, [ME]));
    await denied(world, call(action, undefined));
  });

  test('an index is reached if it was named, by own items alone', async () => {
    const index = (name: string): string => `${world.arn(table)}/index/${name}`;
    await allowed(world, call('Query', [ME], {}, me, index('byDay')));
    await denied(world, call('Query', [NEIGHBOUR], {}, me, index('byDay')));
    await denied(world, call('Query', undefined, {}, me, index('byDay')));
    await denied(world, call('Query', [ME], {}, me, index('byState')));
    await denied(world, call('Scan', [ME], {}, me, index('byDay')));
  });

  test('other tables, and the key outside DynamoDB, are out of reach', async () => {
    await denied(world, call('GetItem', [ME], {}, me, world.arn(neighbour)));
    await denied(world, { as: me, action: 'kms:Decrypt', on: world.arn(key) });
  });
});

describe('a list of attributes', () => {
  const way = WAYS['the identity of an identity pool'];
  const { world, call, table, me } = built(way, { actions: [ItemAction.GET, ItemAction.QUERY, ItemAction.UPDATE, ItemAction.DELETE], attributes: ['total', 'state'], indexNames: ['byDay'] });
  const ask = (action: string, attributes: string[] | undefined, more: Context = {}, on?: string): Request =>
    call(action, [ME], { ...attributes && { 'dynamodb:Attributes': attributes }, ...more }, me, on);
  const PROJECTED = { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' };

  test.each(['GetItem', 'BatchGetItem', 'Query'])('%s reads what is listed and the keys, if it asks for them', async (action) => {
    await allowed(world, ask(action, ['owner', 'order', 'total', 'state'], PROJECTED));
    await allowed(world, ask(action, ['total'], PROJECTED));
  });

  test.each(['GetItem', 'BatchGetItem', 'Query'])('%s reads nothing beyond, with a projection or without', async (action) => {
    await denied(world, ask(action, ['owner', 'total', 'secret'], PROJECTED));
    await denied(world, ask(action, ['secret'], PROJECTED));
    await denied(world, ask(action, undefined, PROJECTED)); // the key is missing
    await denied(world, ask(action, undefined)); // no projection: all attributes
    await denied(world, ask(action, ['owner', 'order'])); // the keys are named, what is answered is not
    await denied(world, ask(action, ['owner', 'order'], { 'dynamodb:Select': 'ALL_ATTRIBUTES' }));
    await denied(world, ask(action, ['owner', 'order'], { 'dynamodb:Select': 'ALL_PROJECTED_ATTRIBUTES' }));
    await denied(world, call(action, [NEIGHBOUR], { 'dynamodb:Attributes': ['total'], ...PROJECTED }));
  });

  test('an index adds its own keys to what its queries may name', async () => {
    const index = `${world.arn(table)}/index/byDay`;
    await allowed(world, ask('Query', ['owner', 'day', 'total'], PROJECTED, index));
    await denied(world, ask('Query', ['owner', 'day', 'total'], PROJECTED));
    await denied(world, ask('Query', ['owner', 'day', 'secret'], PROJECTED, index));
    await denied(world, ask('Query', ['owner', 'day'], { 'dynamodb:Select': 'ALL_ATTRIBUTES' }, index));
  });

  test.each(['UpdateItem', 'DeleteItem'])('%s touches what is listed, and answers with no more', async (action) => {
    await allowed(world, ask(action, ['owner', 'order', 'total']));
    await allowed(world, ask(action, ['owner', 'order', 'total'], { 'dynamodb:ReturnValues': 'UPDATED_NEW' }));
    await denied(world, ask(action, ['owner', 'order', 'secret']));
    await denied(world, ask(action, ['owner', 'order', 'total'], { 'dynamodb:ReturnValues': 'ALL_OLD' }));
    await denied(world, ask(action, ['owner', 'order', 'total'], { 'dynamodb:ReturnValues': 'ALL_NEW' }));
    await denied(world, ask(action, undefined));
  });

  test('whole items are not put', () => denied(world, ask('PutItem', ['owner', 'order', 'total'])));
});

describe.each<[ItemAction, string[]]>([
  [ItemAction.GET, ['GetItem', 'BatchGetItem']], [ItemAction.QUERY, ['Query']], [ItemAction.PUT, ['PutItem']], [ItemAction.UPDATE, ['UpdateItem']],
  [ItemAction.DELETE, ['DeleteItem']],
])('%s alone', (action, calls) => {
  const { world, call } = built(WAYS['a tag of the session that a function assumed'], { actions: [action] });

  test('allows its calls and no others', async () => {
    for (const each of EVERY_CALL) await (calls.includes(each) ? allowed : denied)(world, call(each, [ME]));
  });
});

describe('the role of a session', () => {
  const stack = newStack(undefined, ENV);
  const tagged = taggedRole(stack);
  const other = new SecureFunction(stack, 'Other', { code: Code.fromInline('exports.handler = async () => {}') });
  const world = new World(stack.node.root as App);
  const worker = role(world, stack.node.findChild('Worker'));
  const assume = (as: Caller, tags: Record<string, string> | undefined): Request[] => ['sts:AssumeRole', 'sts:TagSession'].map((action) => ({
    as,
    action,
    on: world.arn(tagged),
    context: tags && { ...Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`aws:RequestTag/${tag}`, value])), 'aws:TagKeys': Object.keys(tags) },
  }));

  test('is assumed by its function with its tag', () => allowed(world, ...assume(worker, { tenant: 'acme' })));

  test.each<[string, Record<string, string> | undefined]>([
    ['without tags', undefined], ['with an empty tag', { tenant: '' }], ['with another tag', { team: 'acme' }], ['with one more tag', { tenant: 'acme', admin: 'yes' }],
  ])('is not assumed %s', async (_, tags) => {
    for (const request of assume(worker, tags)) await denied(world, request);
  });

  test('is assumed by nobody else, an administrator of the account included', async () => {
    for (const caller of [role(world, other), administrator(ENV.account!)]) {
      for (const request of assume(caller, { tenant: 'acme' })) await denied(world, request);
    }
  });
});

describe('the role of an identity pool that makes tags of claims', () => {
  const stack = newStack(undefined, ENV);
  const identities = identityPool(stack);
  const world = new World(stack.node.root as App);
  const pool = refOf(world.resource(identities.identityPool));
  const assume = (as: Caller, tags: Record<string, string> | undefined): Request[] => ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'].map((action) => ({
    as,
    action,
    on: world.arn(identities.role),
    context: tags && { ...Object.fromEntries(Object.entries(tags).map(([tag, value]) => [`aws:RequestTag/${tag}`, value])), 'aws:TagKeys': Object.keys(tags) },
  }));

  test('is assumed for a user with the claim', () => allowed(world, ...assume(cognito(pool, true), { tenant: 'acme' })));

  test.each<[string, Record<string, string> | undefined]>([
    ['without the claim', undefined], ['with an empty one', { tenant: '' }], ['with another', { team: 'acme' }], ['with one more', { tenant: 'acme', admin: 'yes' }],
  ])('is not assumed for a user %s', async (_, tags) => {
    for (const request of assume(cognito(pool, true), tags)) await denied(world, request);
  });

  test('is not assumed for guests, or by another pool', async () => {
    for (const caller of [cognito(pool, false), cognito('eu-west-1:other', true)]) {
      for (const request of assume(caller, { tenant: 'acme' })) await denied(world, request);
    }
  });
});

describe('a tag of the app with the name of a session\'s tag', () => {
  const way = WAYS['a tag of the session that a function assumed'];

  test('would make a tenant of every session, and is refused', () => {
    expect(() => built(way, {}, (stack) => Tags.of(stack).add('tenant', ME))).toThrow(/compares items with the tag "tenant" of a session/);
  });

  test('is left off the role: a session without a tag of its own reaches nothing', async () => {
    const { world, call, as } = built(way, {}, (stack) => Tags.of(stack).add('tenant', ME, { excludeResourceTypes: ['AWS::IAM::Role', 'aws:cdk:stack'] }));
    await denied(world, call('GetItem', [ME], {}, as({})));
    await allowed(world, call('GetItem', [ME]));
  });
});
