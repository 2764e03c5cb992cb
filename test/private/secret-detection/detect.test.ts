import { credentials } from './corpus/credentials';
import { harmless } from './corpus/harmless';
import { REFERENCE } from '../../../src/private/literal-text';
import { secretInCode, secretInVariable } from '../../../src/private/secret-detection/detect';

test('finds every one of at least 200 credentials', () => {
  const all = credentials();
  const missed = all.filter(({ name, value }) => secretInVariable(name, value) === undefined);
  expect(new Set(all.map(({ value }) => value)).size).toBeGreaterThanOrEqual(200);
  expect(missed).toEqual([]);
});

test('takes less than 1 % of at least 500 harmless values for credentials', () => {
  const all = harmless();
  const taken = all.filter(({ name, value }) => secretInVariable(name, value) !== undefined);
  expect(new Set(all.map(({ value }) => value)).size).toBeGreaterThanOrEqual(500);
  expect(taken.length).toBeLessThan(all.length / 100);
});

test.each([7, 1999, 31337])('does so for other random parts too (seed %d)', (seed) => {
  const [secrets, others] = [credentials(seed), harmless(seed)];
  const missed = secrets.filter(({ name, value }) => secretInVariable(name, value) === undefined);
  const taken = others.filter(({ name, value }) => secretInVariable(name, value) !== undefined);
  expect(missed.length).toBeLessThan(secrets.length / 100);
  expect(taken.length).toBeLessThan(others.length / 100);
});

test.each([
  ['DB_PASSWORD', REFERENCE],
  ['DATABASE_URL', `postgres://app:${REFERENCE}@${REFERENCE}:5432/orders`],
  ['API_KEY', `prefix-${REFERENCE}`],
  ['HEADER', `Bearer ${REFERENCE}`],
])('lets a reference stand in %s', (name, value) => {
  expect(secretInVariable(name, value)).toBeUndefined();
});

test.each([
  ['DATABASE_URL', `postgres://app:hunter2@${REFERENCE}:5432/orders`, 'a password in a connection string'],
  ['EXTRA', `${REFERENCE},mX7qPz4Lk9Wc2RtYb8Nv5HsJ3DgF6KaQ,${REFERENCE}`, 'a generated secret (random text)'],
])('searches what is literal around references in %s', (name, value, kind) => {
  expect(secretInVariable(name, value)?.kind).toBe(kind);
});

test.each([
  ['AWS', 'wJalrXUtnFEMI' + '/K7MDENG/bPxRfiCYEXAMPLEKEY'], // reads like a path
  ['AUTH', 'neo4j/Passw0rd1'],
  ['MNEMONIC', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
])('is not deceived by the look of %s', (name, value) => {
  expect(secretInVariable(name, value)).toBeDefined();
});

test.each([
  'dynamodb:BatchGetItem', 'AWS::EC2::DHCPOptions', 'Stk-validateKafkaConsumerGro-8youXwImPiXy', 'ethtoolEnaSrdTxPktsSum64592040',
  'software.amazon.awscdk.Key.fromKeyArn', '@aws-cdk/aws-batch:defaultToAL2023',
])('knows that %s is a name', (value) => {
  expect(secretInVariable('VALUE', value)).toBeUndefined();
});

test('takes no exponential time over what begins like a weak secret', () => {
  // each letter doubled the time: a test that hangs has failed
  expect(secretInVariable('API_TOKEN', `secret${'a'.repeat(200)}$$`)).toBeDefined();
  expect(secretInVariable('API_TOKEN', `secret${'a'.repeat(200)}!1`)).toBeDefined();
});

test.each([
  ["const password = 'hunter2-prod';", 'a password'],
  ["client({ apiKey: 'b7f3c9a1d5e24680b7f3c9a1d5e24680' })", 'a secret (by its name and form)'],
  ["headers['x-api-key'] = 'Zk3v9QpX7mRt2LwY8sBn';", 'a secret (by its name and form)'],
  ["config['password'] = 'hunter2';", 'a password'],
  ['{ "user": "app", "password": "hunter2" }', 'a password'],
  ['DB_PASSWORD = "Winter-2025"  # python', 'a password'],
  [`const aws = new Client({ id: '${'AK' + 'IA'}QWERTYUIOPASDFGH' });`, 'an AWS access key'],
  ["connect('postgres://app:hunter2@db.internal/orders')", 'a password in a connection string'],
])('finds the credential in the code %s', (code, kind) => {
  expect(secretInCode(code)?.kind).toBe(kind);
});

test.each([
  'const password = process.env.DB_PASSWORD;',
  "const secret = await client.send(new GetSecretValueCommand({ SecretId: 'prod/orders/db' }));",
  "input.setAttribute('type', 'password');",
  "if (pem.startsWith('-----BEGIN PRIVATE KEY-----')) throw new Error('not a public key');",
  "const schema = { required: ['password'], properties: { password: { type: 'string' } } };",
  "const tokenUrl = 'https://login.example.com/oauth2/token';",
  'exports.handler = async (event) => ({ statusCode: 200, body: `Hello ${event.name}` });',
])('finds none in the code %s', (code) => {
  expect(secretInCode(code)).toBeUndefined();
});
