import * as fs from 'fs';
import * as path from 'path';
import { REFERENCE } from '../../../src/private/literal-text';
import { secretInCode, secretInDocument, secretInShell, secretInVariable } from '../../../src/private/secret-detection/detect';

const FOLDER = path.join(__dirname, '..', '..', '..', 'src', 'private', 'secret-detection');

test('loads nothing but itself, so that rules can judge templates without aws-cdk-lib', () => {
  const files = [...fs.readdirSync(FOLDER).map((name) => path.join(FOLDER, name)), path.join(FOLDER, '..', 'literal-text.ts')];
  const imports = files.flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from));
  expect(imports.length).toBeGreaterThan(10);
  expect(imports.filter((from) => !/^\.\/[a-z-]+$/.test(from) && from !== '../literal-text')).toEqual([]);
});

test.each([
  ['an assignment', 'export DB_PASSWORD=orchid-88\n', 'a password', 'orchid-88'],
  ['a commented assignment', '# DB_PASSWORD=orchid-88\n', 'a password', 'orchid-88'],
  ['an option', 'createuser --password orchid-88\n', 'a password', 'orchid-88'],
  ['a command', 'mysql -uroot -porchid-88 orders\n', 'a password', 'orchid-88'],
  ['a command over two lines', 'mysql -uroot \\\n  -porchid-88 orders\n', 'a password', 'orchid-88'],
  ['a pipe', 'echo "root:orchid-88" | chpasswd\n', 'a password', 'orchid-88'],
  ['a statement', 'psql -c "ALTER USER app WITH PASSWORD \'orchid-88\'"\n', 'a password in a statement', 'orchid-88'],
  ['YAML', '#cloud-config\npassword: orchid-88\n', 'a password', 'orchid-88'],
  ['escaped JSON', 'run "{\\"password\\":\\"orchid-88\\"}"\n', 'a password', 'orchid-88'],
  ['base64 in a pipe', `echo ${Buffer.from('export DB_PASSWORD=orchid-88\n').toString('base64')} | base64 -d > /etc/env\n`, 'a password', 'orchid-88'],
])('finds the password of %s in a script', (_, script, kind, text) => {
  expect(secretInShell(script)).toEqual({ kind, text });
});

test.each([
  `export DB_PASSWORD=${REFERENCE}`, `createuser --password ${REFERENCE}`, `mysql -uroot -p${REFERENCE} orders`, `echo "root:${REFERENCE}" | chpasswd`,
  `#cloud-config\npassword: ${REFERENCE}\n`, `curl -H "Authorization: Bearer ${REFERENCE}" https://api.example.com`, 'DB_PASSWORD=$1', 'DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id db)"', 'DB_PASSWORD=`cat /run/secret`', 'mysql -p"$PASSWORD" orders',
  'mysql -p orders', 'password: {{ password }}', '$password = Read-Host -AsSecureString', 'grep "password: " /etc/app.conf',
])('knows that the shell fills in %s', (script) => {
  expect(secretInShell(script)).toBeUndefined();
});

test.each([
  ['under its key', { db: { password: 'orchid-88' } }, ['db', 'password']],
  ['under a number\'s key', { db: [{ password: 12345678 }] }, ['db', 0, 'password']],
  ['beside its name in small letters', { env: [{ name: 'DB_PASSWORD', value: 'orchid-88' }] }, ['env', 0, 'value']],
  ['beside its key', { Tags: [{ Key: 'DB_PASSWORD', Value: 'orchid-88' }] }, ['Tags', 0, 'Value']],
  ['beside its key in small letters', { tags: [{ key: 'DB_PASSWORD', value: 'orchid-88' }] }, ['tags', 0, 'value']],
  ['of a stack of its own', { Parameters: [{ ParameterKey: 'DbPassword', ParameterValue: 'orchid-88' }] }, ['Parameters', 0, 'ParameterValue']],
  ['of a header', { Headers: [{ HeaderName: 'x-db-password', HeaderValue: 'orchid-88' }] }, ['Headers', 0, 'HeaderValue']],
  ['beside its name', { Environment: [{ Name: 'STAGE', Value: 'prod' }, { Name: 'DB_PASSWORD', Value: 'orchid-88' }] }, ['Environment', 1, 'Value']],
  ['as a default', { parameters: { AdminPassword: { type: 'String', default: 'orchid-88' } } }, ['parameters', 'AdminPassword', 'default']],
  ['in lines of a script', { inputs: { runCommand: ['set -e', 'mysql -porchid-88'] } }, ['inputs', 'runCommand']],
  ['in one line of a script', { userData: 'mysql -uroot -porchid-88' }, ['userData']],
  ['in one line of code', { script: "if (password === 'orchid-88') return;" }, ['script']],
  ['in a script under any key', { content: 'set -e\nmysql -uroot -porchid-88\n' }, ['content']],
  ['in a list of texts', { list: ['orders', 'postgres://app:orchid-88@db/orders'] }, ['list', 1]],
  ['in a list of commands with more than texts', { command: ['run', { password: 'orchid-88' }] }, ['command', 1, 'password']],
  ['in a private key', { keys: [{ kty: 'RSA', n: 'x7QzR9p', e: 'AQAB' }, { kty: 'EC', crv: 'P-256', d: 'orchid-88' }] }, ['keys', 1]],
  ['in a symmetric key', { kty: 'oct', k: 'orchid-88' }, []],
  ['in JSON in a string', { body: '{"password":"orchid-88"}' }, ['body']],
  ['in JSON with a reference for a number', { body: `{"port":${REFERENCE},"password":"orchid-88"}` }, ['body']],
])('says where in a document a password stands: %s', (_, document, where) => {
  expect(secretInDocument(document)?.path).toEqual(where);
  const filledIn = JSON.parse(JSON.stringify(document).replace('orchid-88', REFERENCE).replace('12345678', `"${REFERENCE}"`)) as unknown;
  expect(secretInDocument(filledIn)).toBeUndefined();
});

test('a private key of a document is called so', () => {
  expect(secretInDocument({ kty: 'EC', d: 'orchid-88' })).toEqual({ kind: 'a private key', text: 'orchid-88', path: [] });
});

test.each([
  { kty: 'RSA', kid: '2026', e: 'AQAB', n: 'mX7qPz4Lk9Wc2RtYb8Nv5HsJ3DgF6KaQ4vTz' }, // public
  { kty: 'EC', d: '{{resolve:secretsmanager:prod/jwk:SecretString:d}}' }, { kty: 'oct', k: '' }, { kty: 'oct', k: { fromSecret: 'prod/jwk' } },
])('knows that %j holds no private key', (jwk) => {
  expect(secretInDocument(jwk)).toBeUndefined();
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const inString = (text: string): string => JSON.stringify([text]);

/** The text, wrapped so many times. */
function wrapped(text: string, times: number, wrap: (inner: string) => string): string {
  return times === 0 ? text : wrapped(wrap(text), times - 1, wrap);
}

const SCRIPT = 'set -e\nmysql -uroot -porchid-88 orders\n';
const PAIR = JSON.stringify([{ Name: 'DB_PASSWORD', Value: 'orchid-88' }]);

// what a hostile text could nest without an end is read to the fourth level
test.each<[string, number, (times: number) => { kind: string } | undefined]>([
  ['base64 in a variable', 4, (times) => secretInVariable('CONFIG', wrapped('DB_PASSWORD=orchid-88', times, base64))],
  ['JSON in a variable', 3, (times) => secretInVariable('CONFIG', wrapped(PAIR, times, inString))],
  ['base64 as a script', 4, (times) => secretInShell(wrapped(SCRIPT, times, base64))],
  ['JSON as a script', 2, (times) => secretInShell(wrapped(PAIR, times, inString))],
  ['base64 in a script', 4, (times) => secretInShell(`echo ${wrapped(SCRIPT, times, base64)} | base64 -d | sh`)],
  ['base64 given to a variable of a script', 3, (times) => secretInShell(`export CONFIG=${wrapped('DB_PASSWORD=orchid-88', times, base64)}`)],
  ['base64 in code', 3, (times) => secretInCode(`const config = "${wrapped('DB_PASSWORD=orchid-88', times, base64)}";`)],
  ['base64 in a document', 3, (times) => secretInDocument({ config: wrapped('DB_PASSWORD=orchid-88', times, base64) })],
  ['JSON in a document', 2, (times) => secretInDocument({ config: wrapped(PAIR, times, inString) })],
  ['a script in JSON in a document', 2, (times) => secretInDocument({ config: wrapped(SCRIPT, times, inString) })],
  ['base64 in lines of a script of a document', 3, (times) => secretInDocument({ commands: [wrapped(SCRIPT, times, base64)] })],
])('reads what is nested, to the fourth level: %s', (_, deepest, find) => {
  expect(find(deepest)).toBeDefined();
  expect(find(deepest + 1)).toBeUndefined();
});

test.each([
  ['JSON of user data', '{"storage":{"db":{"password":12345678}}}'],
  ['the second of two encoded files', `echo ${base64('nothing is wrong in here')} | base64 -d\necho ${base64(SCRIPT)} | base64 -d | sh`],
  ['a script that also sets an empty value', 'export EMPTY=""\n/opt/app/start mX7qPz4Lk9Wc2RtYb8Nv5HsJ3DgF6KaQ'],
])('finds the credential in %s', (_, script) => {
  expect(secretInShell(script)).toBeDefined();
});

test('does not judge a value of a script again without its name', () => {
  expect(secretInShell('export CLIENT_ID=mX7qPz4Lk9Wc2RtYb8Nv')).toBeUndefined();
  expect(secretInShell('/opt/app/start mX7qPz4Lk9Wc2RtYb8Nv')).toBeDefined();
});

test.each([
  ['NOTE', 'password: orchid'], ['NOTE', 'password: orchid, user: app'], ['NOTE', 'password=orchid host=db'], ['NOTE', 'password: orchid-88 host: db'],
  ['NOTE', '[{"name":"DB_PASSWORD","value":"orchid-88"}]'],
])('finds the password in %s, %s', (name, value) => {
  expect(secretInVariable(name, value)?.kind).toBe('a password');
});

test.each(['The password: must have 14 characters', 'password=process.env.DB_PASSWORD', 'password=config[0]'])('finds no password in the text %s', (value) => {
  expect(secretInVariable('NOTE', value)).toBeUndefined();
});

test.each<unknown>([undefined, null, true, 0, '', [], {}, [[]], { password: null }, { password: true }, { password: [] }, { Name: 'password' }, 'text', { Name: 1, Value: 'x' }])(
  'finds nothing in %p, and does not crash', (junk) => {
    expect(secretInDocument(junk)).toBeUndefined();
  });

test.each([
  ["password = os.getenv('DB_PASSWORD', 'tangerine42')", 'tangerine42'],
  ['const password = process.env.DB_PASSWORD ?? "tangerine-42";', 'tangerine-42'],
  ['if (password === "tangerine-42") return allow();', 'tangerine-42'],
  ['config = "{\\"password\\": \\"tangerine-42\\"}"', 'tangerine-42'],
])('reads the value that code falls back to or compares with in %s', (code, text) => {
  expect(secretInCode(code)?.text).toBe(text);
});

test.each([
  ['DB_PASSWORD', 'password'], ['PASSWORD1', 'orchid-88'], ['DB_PW', 'orchid-88'], ['TRUSTSTORE_STOREPASS', 'changeit77'],
])('takes the value of %s for a password', (name, value) => {
  expect(secretInVariable(name, value)?.kind).toBe('a password');
});

test.each([
  ['TITLE', 'Basic authentication'], ['PASSWORD_ERROR', 'Password is required'], ['ROLE', 'CdkHardenedApiGatewayAccountRole9D36D739'],
  ['ALPHABET', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'], ['CLASS', 'PyMemPymallocDebugTests'],
  ['DB_PASSWORD', '{{resolve:secretsmanager:prod/db:SecretString:password}}'], ['TOKEN', '$.db.token'], ['PASSWORD', '{% $states.input.password %}'],
])('lets %s be %s', (name, value) => {
  expect(secretInVariable(name, value)).toBeUndefined();
});
