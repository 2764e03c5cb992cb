import { REFERENCE } from '../../../src/private/literal-text';
import { decoded, parsed } from '../../../src/private/secret-detection/encodings';
import { isNestedTooDeep } from '../../../src/private/secret-detection/json-nesting';
import { embeddedPassword } from '../../../src/private/secret-detection/known-credential';
import { namedLiterals, unescaped } from '../../../src/private/secret-detection/named-literals';
import { isCredentialShaped, namedSecret } from '../../../src/private/secret-detection/named-secret';
import { randomText } from '../../../src/private/secret-detection/random-text';
import { shellValues } from '../../../src/private/secret-detection/shell-values';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each<[string, unknown]>([
  ['{"a":1}', { a: 1 }], [' \n[1, 2]', [1, 2]], [`{"a":${REFERENCE},"b":[${REFERENCE}, ${REFERENCE}]}`, { a: null, b: [null, null] }], [`{"a":"${REFERENCE}"}`, { a: REFERENCE }],
  ['1', undefined], ['"a"', undefined], ['x{"a":1}', undefined], ['{"a":1', undefined], ['{a}', undefined], ['', undefined], [`${'['.repeat(501)}${']'.repeat(501)}`, undefined],
])('JSON: %j', (text, expected) => {
  expect(parsed(text)).toEqual(expected);
});

test.each([
  ['['.repeat(500), false], ['['.repeat(501), true], ['{'.repeat(501), true], ['[]'.repeat(600), false], ['{}'.repeat(600), false], [`${'['.repeat(400)}${']'.repeat(300)}${'['.repeat(401)}`, true],
  [`${'['.repeat(400)}${']'.repeat(300)}${'['.repeat(400)}`, false], ['(('.repeat(600), false],
])('too deep: %#', (text, expected) => {
  expect(isNestedTooDeep(text)).toBe(expected);
});

test.each([
  [base64('password: orchid'), 'password: orchid'], [`${base64('password: orchid')}\n`, 'password: orchid'], [base64('short text'), base64('short text').length >= 16 ? 'short text' : undefined],
  [base64('Grüße an die Köche'), 'Grüße an die Köche'], ['YWJj', undefined], ['not base64, as it seems', undefined], ['YWJjZGVmZ2hpamts====', undefined],
  [base64('ten chars.\0\0\0ok'), 'ten chars.\0\0\0ok'], [base64('ten chars.\0\0\0\0o'), undefined], // one in five characters may be unreadable
  [Buffer.from([0, 1, 2, 3, 200, 201, 202, 203, 4, 5, 6, 7, 8, 14, 15]).toString('base64'), undefined],
])('base64: %s', (text, expected) => {
  expect(decoded(text)).toBe(expected);
});

test('base64 may be shorter where it is expected', () => {
  expect(decoded(base64('app:pw'), 8)).toBe('app:pw');
  expect(decoded(base64('app:p'), 9)).toBeUndefined();
});

test.each<[string, [string, string][]]>([
  ['export NAME=value', [['NAME', 'value']]],
  ['NAME="two words" OTHER=\'3 4\'', [['NAME', 'two words'], ['OTHER', '3 4']]],
  ['docker run -e NAME=value image', [['NAME', 'value']]],
  ['run --name=value', [['name', 'value']]],
  ['run --name value', [['name', 'value']]],
  ['run --name\\\n  value', [['name', 'value']]],
  ['run -Name value', [['Name', 'value']]],
  ['run --name --other', []],
  ['$name = "value"', [['name', 'value']]],
  ['$env:NAME = "value"', [['NAME', 'value']]],
  ['name = value', [['name', 'value']]],
  ['a == b', []],
  ['a =~ b', []],
  ['if name = value', []],
  ['[ name = value ]', []],
  ['while NAME=value', [['NAME', 'value']]],
  ['name: some value', [['name', 'some value']]],
  ['  - name: value', [['name', 'value']]],
  ['"name": value', [['name', 'value']]],
  ['name: value \t', [['name', 'value']]],
  ['  "name": 8080,', [['name', '8080']]],
  ['name: value # why', [['name', 'value']]],
  ['name:value', []],
  ['"name": "value"', [['name', 'value'], ['name', 'value']]],
  ['{ "name": "value", "other": "thing" }', [['name', 'value'], ['other', 'thing']]],
  ['run "{\\"name\\": \\"value\\"}"', [['name', 'value']]],
  ['curl -H "Name: value"', [['Name', 'value']]],
  ['# NAME=value', [['NAME', 'value']]],
  ['// NAME=value', [['NAME', 'value']]],
  ['# export NAME=value', [['NAME', 'value']]],
  ['# set NAME=value in it', []],
  ['# name: value', []],
  ['REM NAME=value', []],
  ['#cloud-config', []],
  ['aws configure set name value', [['name', 'value']]],
  ['mysql -u a -pvalue db', [['pvalue', 'db'], ['password', 'value']]],
  ['mysqldump -pvalue db', [['pvalue', 'db'], ['password', 'value']]],
  ['mariadb -pvalue', [['password', 'value']]],
  ['mysqladmin -u root password value', [['password', 'value']]],
  ['curl -s -u user:value https://x', [['password', 'value']]],
  ['curl --user user:value https://x', [['user', 'user:value'], ['password', 'value']]],
  ['sshpass -p value ssh a', [['password', 'value']]],
  ['redis-cli -a value ping', [['password', 'value']]],
  ['docker login -u a -p value', [['password', 'value']]],
  ['podman login -p value', [['password', 'value']]],
  ['sqlcmd -S a -P value', [['password', 'value']]],
  ['bcp -P value', [['password', 'value']]],
  ['htpasswd -bc file user value', [['password', 'value']]],
  ['net user Name value /add', [['password', 'value']]],
  ['net user Name /delete', []],
  ['ConvertTo-SecureString "value" -AsPlainText', [['password', 'value']]],
  ['openssl x -passin pass:value', [['passin', 'pass:value'], ['password', 'value']]],
  ['requirepass value', [['password', 'value']]],
  ['  masterauth value', [['password', 'value']]],
  ['machine a login b password value', [['password', 'value']]],
  ['echo value | passwd --stdin root', [['stdin', 'root'], ['password', 'value']]],
  ['echo value | sudo -S true', [['password', 'value']]],
  ['echo -n value | docker login --password-stdin', [['password', 'value']]],
  ['echo "root:value" | chpasswd', [['password', 'value']]],
  ['echo root:value | sudo chpasswd', [['password', 'value']]],
  ['  list: |\n    root:value\n  expire: false', [['list', '|'], ['expire', 'false'], ['password', 'value']]],
  ['NAME=$OTHER', []], ['NAME="${OTHER}"', []], ['NAME="$(cat x)"', []], ['NAME=`cat x`', []], ['NAME=$1', []], ["NAME='$OTHER'", [['NAME', '$OTHER']]], ['NAME="{{ other }}"', []],
  ['NAME=<%=x%>', []], ['$name = Get-Content', []], ['$name = Get-content', [['name', 'Get-content']]], ['NAME=a$b', []], ['NAME=a$', [['NAME', 'a$']]],
  ['NAME=\\\n  value', [['NAME', 'value']]],
  ['NAME="a\\"b"', [['NAME', 'a"b']]],
])('%s gives names to %j', (script, expected) => {
  expect(shellValues(script)).toEqual(expected);
});

test.each<[string, [string, string][]]>([
  ["const name = 'value';", [['name', 'value']]],
  ['{ name: "value" }', [['name', 'value']]],
  ["{ 'name': 'value' }", [['name', 'value']]],
  ["x['name'] = 'value'", [['name', 'value']]],
  ["name := 'value'", [['name', 'value']]],
  ["name === 'value'", [['name', 'value']]],
  ["name == 'value'", [['name', 'value']]],
  ["name => 'value'", [['name', 'value']]],
  ["name ?? 'value'", [['name', 'value']]],
  ["name || 'value'", [['name', 'value']]],
  ['name = `value ${x}`', [['name', 'value ${x}']]],
  ["call('value')", [['', 'value']]],
  ["set('the-name', 'value1')", [['', 'the-name'], ['', 'value1'], ['the-name', 'value1']]],
  ["set('the-name', 'word')", [['', 'the-name'], ['', 'word']]],
  ["name = 'it\\'s'", [['name', "it's"]]],
  ["name = 'a\\nb'", [['name', 'a\nb']]],
  ["{ password: 'password', adminPassword: 'AdminPassword', x_y: 'x-y' }", []],
  ["name = 'not\nclosed", []],
  ["name = ''", [['name', '']]],
])('the code %j gives names to %j', (code, expected) => {
  expect(namedLiterals(code)).toEqual(expected);
});

test('an escaped text is read as what it stands for', () => {
  expect(unescaped('a\\nb\\"c\\\'d\\`e\\\\f\\/g\\th')).toBe('a\nb"c\'d`e\\f/g\\th');
  expect(unescaped('plain')).toBe('plain');
});

test.each([
  ['postgres://app:orchid@db/x', 'a password in a connection string'], ['redis://:orchid@cache', 'a password in a connection string'],
  ['app:orchid@tcp(db:3306)/x', 'a password in a connection string'], ['app:orchid@unix(/run/x)/x', 'a password in a connection string'],
  ["CREATE USER app IDENTIFIED BY 'orchid'", 'a password in a statement'], ["identified with caching_sha2 by 'orchid'", 'a password in a statement'],
  ['ALTER USER app WITH PASSWORD "orchid"', 'a password in a statement'], ["CREATE ROLE app LOGIN PASSWORD 'orchid'", 'a password in a statement'],
  ["alter role app password 'orchid'", 'a password in a statement'], ["user app encrypted password 'orchid'", 'a password in a statement'],
  ['Bearer x7QzR9pWkV2mT8sLq', 'an authorization header'], [`Basic ${base64('app:orchid')}`, 'an authorization header'],
])('%s holds %s', (text, kind) => {
  expect(embeddedPassword(text)?.kind).toBe(kind);
});

test.each([
  'postgres://app:${password}@db/x', 'postgres://app@db/x', 'postgres://db:5432/x', `postgres://app:${REFERENCE}@db/x`, 'app:${p}@tcp(db)', "IDENTIFIED BY '<password>'",
  "IDENTIFIED BY 'ab'", 'Bearer authentication', 'Bearer x7QzR9pWkV2', 'xBearer x7QzR9pWkV2mT8sLq', 'Basic authentication', `Basic ${base64('nothing here')}`, `Basic ${base64('app:')}`,
])('%s holds no password', (text) => {
  expect(embeddedPassword(text)).toBeUndefined();
});

test.each<[string, string, string | undefined]>([
  ['PASSWORD', 'abc', 'a password'], ['PASSWORD', 'ab', undefined], ['PASSWORD', '  hunter2 ', 'a password'], ['PASSWORD', ' <password> ', undefined], ['NAME', 'hunter2', undefined], ['CLIENT_ID', 'hunter2', undefined],
  ['TOKEN', 'x7QzR9pWkV2mT8sLq', 'a secret (by its name and form)'], ['TOKEN', 'orders', undefined], ['PASSWORD', '<password>', undefined], ['PASSWORD', 'required', undefined],
  ['PASSWORD', 'Password is required', undefined], ['PASSWORD', 'arn:aws:x', undefined], ['PASSWORD', 'https://x', undefined], ['PASSWORD', 'iVBORw0KGgoAAA', undefined],
  ['PASSWORD', 'data:image/png;base64,x', undefined], ['TOKEN', '-----BEGIN CERTIFICATE-----\nMII', undefined], ['KEY_TOKEN', 'ssh-ed25519 AAAAC3Nz', undefined],
  ['TOKEN', '-----BEGIN PUBLIC KEY-----\nMII', undefined], ['PASSWORD', '/prod/orders/password', undefined], ['PASSWORD', 'neo4j/Passw0rd', 'a password'],
  ['TOKEN', 'shop-secret-key', 'a secret (by its name and form)'], ['SECRET', 'shop-secret-name', undefined], ['SECRET_VALUE', 'orders-secret-key', undefined],
])('%s=%s is %s', (name, value, kind) => {
  expect(namedSecret(name, value)?.kind).toBe(kind);
});

test.each([
  ['supersecretkey', true], ['my-secret', true], ['changeme', true], ['letmein!1', true], ['keyboard cat', true], ['secret', true], ['key', false], ['x7QzR9p', false], ['x7QzR9pW', true],
  ['12345678', false], ['1234567890123456', true], ['^1.2.3', false], ['>=v1.22.333', false], ['пароль-от-базы', false], ['process.env.API_TOKEN', false], ['getSecret("x1")', false],
  ['rows[index].token1', false], ['!isAuthorized9', false], ['if (x) { y = z9 }', false], ['app:Passw0rd', true], ['user/Passw0rd1', true], ['orders,invoices,customers', false],
  ['orders,x7QzR9pWkV2m', true], ['db.example.internal', false], ['ops@example.com', false], ['orders-customer-table', false], ['qzxwvkjpbfgqxzwkvjhm', true], ['orders-v2-2026', false],
  ['--orders--', false], ['orders:Summer2025', true], ['qzxwvkjpbf', false], ['qzqzqzqzqzqzqzqzqzqzqz', false], ['xQzKvWpbTjHg7', true], ['Qzxwvk-Pqrtzx-2', false],
  ['ordersTable-eu-west-1', false], ['orders-12345-table', true], ['_x7QzR9pWkV_', true],
])('%s has the form of a credential: %s', (text, expected) => {
  expect(isCredentialShaped(text)).toBe(expected);
});

test('the text that is found has no blanks around it', () => {
  expect(namedSecret('PASSWORD', '  hunter2 ')?.text).toBe('hunter2');
});

const RANDOM = 'mX7qPz4Lk9Wc2RtYb8Nv5HsJ3DgF6KaQ';
const LOWERCASE = 'k3v9qpx7mrt2lwy8sbn4zd6hjf5gc1ta';
const DIGEST = 'RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=';
const LIKE_A_PATH = 'aB3/dE5f/G7hJ/k9Lm/N1pQ/r3St/U5vW/x7YzQd'; // 40 characters, as AWS's secret access keys
test.each<[string, string, string | undefined]>([
  ['VALUE', RANDOM, RANDOM], ['VALUE', `a=${RANDOM};b=2`, RANDOM], ['VALUE', `"${RANDOM}"`, RANDOM], ['VALUE', `${RANDOM}==`, RANDOM], ['VALUE', RANDOM.slice(0, 20), RANDOM.slice(0, 20)],
  ['VALUE', RANDOM.slice(0, 19), undefined], ['CLIENT_ID', RANDOM, undefined], ['VALUE', `data:text/plain,${RANDOM}`, undefined], ['VALUE', `https://x/${RANDOM}`, undefined],
  ['VALUE', `arn:aws:x:${RANDOM}`, undefined], ['VALUE', 'customer-invoice-table-of-orders', undefined], ['VALUE', '9f86d081884c7d659a2feaa0c55ad015', undefined],
  ['VALUE', 'k3v9qpx7mrt2lwy8sbn4zd6hjf5gc1ta', 'k3v9qpx7mrt2lwy8sbn4zd6hjf5gc1ta'], ['VALUE', 'k3v9qpx7mrt2lwy8sbn4zd6hjf5gc1t', undefined],
  ['VALUE', `ab-${LOWERCASE}-cd`, `ab-${LOWERCASE}-cd`], ['VALUE', `${LOWERCASE}+x`, undefined], ['VALUE', 'K3V9Q-PX7MR-T2LWY-8SBN4', undefined], ['VALUE', `${RANDOM}é`, undefined],
  ['VALUE', DIGEST, DIGEST.slice(0, -1)], ['VALUE', `sha256:${DIGEST}`, undefined], ['VALUE', `integrity=sha256-${DIGEST}`, undefined], ['VALUE', LIKE_A_PATH, LIKE_A_PATH],
  ['VALUE', `-----BEGIN CERTIFICATE-----\n${RANDOM}\n-----END CERTIFICATE-----`, undefined], ['VALUE', base64('only some text that was encoded'), undefined],
])('%s=%s holds the random text %s', (name, value, text) => {
  expect(randomText(name, value)?.text).toBe(text);
});
