import { REFERENCE } from '../../../src/private/literal-text';
import { hasHarmlessShape, isAwsSecretKey, isDataUri, isFile, isPath, isPrivateDer } from '../../../src/private/secret-detection/harmless-shapes';
import { knownCredential } from '../../../src/private/secret-detection/known-credential';
import { entropyOf, isRandom, runLength, wordShare } from '../../../src/private/secret-detection/randomness';
import { isProse, isSetting, isStandIn } from '../../../src/private/secret-detection/stand-ins';
import { meaningOf, NameMeaning } from '../../../src/private/secret-detection/variable-names';

const UUID = '0b1b9e2c-1f0e-4b62-8a6e-6c1f4e2b7d10';

test.each([
  ['password', 'PASSWORD'], ['DB_PASSWORD', 'PASSWORD'], ['dbPassword', 'PASSWORD'], ['db.passwd', 'PASSWORD'], ['MYSQL_PWD', 'PASSWORD'], ['DB_PW', 'PASSWORD'],
  ['keyPassphrase', 'PASSWORD'], ['rootpassword', 'PASSWORD'], ['userpasswd', 'PASSWORD'], ['ADMIN_PASS', 'PASSWORD'], ['storepass', 'PASSWORD'], ['dbpw', 'PASSWORD'],
  ['PASSWORD1', 'PASSWORD'], ['PASSWORD_2', 'PASSWORD'], ['DB_PASSWORD_PROD', 'PASSWORD'], ['DB_PASSWORD_PROD_OLD', 'PASSWORD'], ['password_b64', 'PASSWORD'],
  ['pass', 'SECRET'], ['encompass', 'UNKNOWN'], ['mystorepass2x', 'UNKNOWN'],
  ['SECRET', 'SECRET'], ['clientSecret', 'SECRET'], ['API_KEY', 'SECRET'], ['apikey', 'SECRET'], ['ApiKeys', 'SECRET'], ['accesskey', 'SECRET'], ['SECRETKEY', 'SECRET'],
  ['xapikey', 'SECRET'], ['mytoken', 'SECRET'], ['API_KEY_STRIPE', 'SECRET'], ['signing_key_of_partner', 'SECRET'], ['authKeyring_x', 'SECRET'], ['GITHUB_TOKEN', 'SECRET'],
  ['secret_of_partner', 'SECRET'], ['password_of_partner', 'SECRET'], ['WEBHOOK', 'SECRET'], ['ORDERS_KEY', 'SECRET'], ['ORDERS_KEYS', 'SECRET'],
  ['key', 'UNKNOWN'], ['keys', 'UNKNOWN'], ['KEY_ORDERS', 'UNKNOWN'], ['partner_key_name', 'UNKNOWN'], ['SECRET_ARN', 'IDENTIFIER'], ['SECRET_NAME', 'UNKNOWN'],
  ['PASSWORD_PATH', 'UNKNOWN'], ['TOKEN_TTL', 'UNKNOWN'], ['TOKEN_URL', 'UNKNOWN'], ['passwordPolicy', 'UNKNOWN'], ['STAGE', 'UNKNOWN'], ['TOKEN_AUDIENCE', 'UNKNOWN'], ['SECRET_PREFIX', 'UNKNOWN'],
  ['TOKEN_VALIDITY', 'UNKNOWN'], ['SECRET_REF', 'UNKNOWN'], ['PASSWORD_ATTEMPTS', 'UNKNOWN'], ['TOKEN_HANDLER', 'UNKNOWN'], ['PASSWORD_RULES', 'UNKNOWN'], ['TOKEN_OPTIONS', 'UNKNOWN'],
  ['PRIVATE_SUBNET', 'UNKNOWN'], ['API_GATEWAY', 'UNKNOWN'], ['_PASSWORD_', 'PASSWORD'], ['__token__', 'SECRET'], ['mnemonic', 'PASSWORD'], ['', 'UNKNOWN'], ['_', 'UNKNOWN'],
  ['publicKey', 'IDENTIFIER'], ['PUBLIC_SIGNING_KEY', 'IDENTIFIER'], ['partition_key', 'IDENTIFIER'], ['sortKeys', 'IDENTIFIER'], ['CLIENT_ID', 'IDENTIFIER'],
  ['SHA256', 'IDENTIFIER'], ['MD5', 'IDENTIFIER'], ['TOKEN_SHA256', 'IDENTIFIER'], ['message_key', 'IDENTIFIER'], ['translationKey', 'IDENTIFIER'], ['CERTIFICATE', 'IDENTIFIER'], ['TOKEN_VALUE', 'SECRET'], ['VALUE', 'UNKNOWN'],
])('the name %s says %s', (name, meaning) => {
  expect(NameMeaning[meaningOf(name)]).toBe(meaning);
  expect(NameMeaning[meaningOf(name)]).toBe(meaning); // remembered
});

test.each([
  'arn:aws:s3:::orders', UUID, UUID.toUpperCase(), `eu-west-1:${UUID}`, `us-gov-west-1:${UUID}`, 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=', 'sha1:Ab3/x',
  'md5-9f86d081884c7d65', '0xDEADBEEF', '9f86d081884c7d659a2feaa0c55ad015', '2026-11-21T10:00:00Z', '10.0.0.1:8080', 'v1.2.3', '1.2.3-beta.4', '1.2.3+build5',
  'ops@example.com', 'first.last+tag@mail.example.co.uk', 'db.internal', 'my-host.example.com:5432', 'vpc-0a1b2c3d4e5f60718', 'vpce-svc-0a1b2c3d4e5f60718', 'i-0a1b2c3d',
  '1-5759e988-bd862e3fe1be46a994272793', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'Z2FDTNDATAQYW2', 'OrdersFunctionServiceRole9D36D739', 'Orders-CustomerTable-aB3dE5fG7hJ9',
  'orders/invoices/2026/file.json', '/prod/orders/db',
])('%s is harmless', (text) => {
  expect(hasHarmlessShape(text)).toBe(true);
});

test.each([
  'mX7qPz4Lk9Wc2RtYb8Nv5HsJ3DgF6KaQ', `x${UUID}`, `${UUID}x`, 'marn:aws:s3:::orders Ab', `x-sha256-${'aB3'.repeat(9)}+`, '0xDEADBEEFG_h', 'v1.2', 'first last@example.com',
  'user@host', 'db.internal:x', 'vpc-0a1b2c3d4e5f6071823', 'VPC-0a1b2c_', 'OrdersRole9d36d739_', 'Qzx-Wvkpq-aB3dE5fG7hJ9',
])('%s is not harmless by its shape', (text) => {
  expect(hasHarmlessShape(text)).toBe(false);
});

test.each([
  'iVBORw0KGgoAAAA', '/9j/4AAQ', 'R0lGODlh', 'UklGRg', 'PHN2ZyB4', 'PD94bWwg', 'AAABAAEA', 'SUkqAA', 'TU0AKg', 'JVBERi0x', 'H4sIAAAA', 'UEsDBBQ', 'AGFzbQEA', 'd09GRgAB',
  'd09GMgAB', 'AAEAAAAP', 'T1RUTwAK', 'SUQzBAAA', 'T2dnUwAC', 'QlpoOTFB', '/Td6WFoA', 'KLUv/QBY', 'AAAAB3NzaC1yc2E', 'AAAAC3NzaC1lZDI1', 'AAAAE2VjZHNhLXNo', 'AAAAGnNrLXNz',
])('%s begins like a file or a public key', (text) => {
  expect(isFile(text)).toBe(true);
  expect(isFile(`x${text}`)).toBe(false);
});

/** DER of a sequence with this inside. */
function sequence(...inside: number[]): string {
  const { length } = inside;
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, Math.floor(length / 0x100), length % 0x100];
  return Buffer.from([0x30, ...header, ...inside]).toString('base64');
}

const filler = (length: number): number[] => Array.from({ length }, (_, index) => (index * 37 + 11) % 256);

test.each<[string, string, boolean]>([
  ['a number 0 first', sequence(2, 1, 0, ...filler(60)), true],
  ['a number 1 first', sequence(2, 1, 1, ...filler(60)), true],
  ['a long one', sequence(2, 1, 0, ...filler(160)), true],
  ['a longer one', sequence(2, 1, 0, ...filler(600)), true],
  ['a number 2 first', sequence(2, 1, 2, ...filler(60)), false],
  ['a number of two bytes first', sequence(2, 2, 0, ...filler(60)), false],
  ['a sequence first', sequence(0x30, 1, 0, ...filler(60)), false],
  ['one that is short', sequence(2, 1, 0, ...filler(37)), false],
  ['one that is just long enough', sequence(2, 1, 0, ...filler(38)), true],
  ['a wrong length', Buffer.from([0x30, 70, 2, 1, 0, ...filler(60)]).toString('base64'), false],
  ['no sequence', Buffer.from([0x31, 63, 2, 1, 0, ...filler(60)]).toString('base64'), false],
])('DER of %s is a private key: %s: %s', (_, text, expected) => {
  expect(isPrivateDer(text)).toBe(expected);
});

test('DER of a private key is known in a text', () => {
  const der = sequence(2, 1, 0, ...filler(60));
  expect(knownCredential(`key = "${der}"`)).toEqual({ kind: 'a private key', text: der });
  expect(knownCredential(`key = "${sequence(0x30, 1, 0, ...filler(60))}"`)).toBeUndefined();
  expect(knownCredential('no key at all')).toBeUndefined();
});

test('DER that begins with a sequence is a public key', () => {
  expect(isFile(sequence(0x30, 1, 0, ...filler(60)))).toBe(true);
  expect(isFile(sequence(2, 1, 0, ...filler(60)))).toBe(false);
});

test.each([
  ['a/b', true], ['/prod/orders/db', true], ['orders/invoices/template.html', true], ['2026/11/21/0a1b2c3d4e5f', true], ['orders/${file}', true], ['@scope/package', true],
  ['builds/ORDERS42XYZ/x', true], ['customerInvoice/OrdersTable9D36D739', true], ['a.b-c/my-file_name.x1', true], ['{id}/<name>/*', true],
  ['orders', false], ['x7QzR9pW/kV2mT8sLq', false], ['orders/x7QzR9pWkV2mT8sLq', false], ['a/b/x7QzR9pWkV2mT8sLq', false], ['a/x7QzR9pWkV2mT8sLq/b', false],
  ['builds/AB12CD34EF.zip', true], ['builds/x7QzR9pWkV2m.zip', false], ['a/xQ_Z', true], ['a/xQ_Zy', false], ['a/Qzxwvk_Pqrtzx', true], ['a/Order_Qz7_Kx9_Role', true], ['wJalrXUt+nFEMI/K7MDENG=bPxRfi', false],
])('%s is a path: %s', (text, expected) => {
  expect(isPath(text)).toBe(expected);
});

test.each([
  ['data:image/png;base64,iVBOR', true], ['data:text/plain,hello', true], ['data:image/svg+xml;utf8,<svg>', true], ['data: x', false], ['xdata:image/png;base64', false], ['data:image', false],
])('%s is a data URI: %s', (text, expected) => {
  expect(isDataUri(text)).toBe(expected);
});

const AWS = 'wJalrXUtnFEMI' + '/K7MDENG/bPxRfiCYEXAMPLEKEY';
test.each([
  [AWS, true], [AWS.slice(1), false], [`${AWS}x`, false], [AWS.toLowerCase(), false], [AWS.toUpperCase(), false], [AWS.replace(/\d/g, 'x'), false],
  ['OrdersCustomerInvoiceTableServiceRole123', false], ['Role1Team2Base3Host4Line5Test6Node7Unit8', false], ['Qzxwvkpbq7Zxwqkjvfg8Vxwqzkjpfg9Wqxzkjvf0', false],
  ['Role1Team2Base3Host4Qz5Kx6Wv7VxZ9D36D739', false], ['wJ7qPz4Lk9Wc2RtYb8Nv5HsJ3DgF6KaQ9D36D739', true],
])('%s is a secret access key: %s', (text, expected) => {
  expect(isAwsSecretKey(text)).toBe(expected);
});

test.each([
  '', REFERENCE, `a${REFERENCE}b`, 'a${b}', 'a$(b)', 'a{{b}}', '<password>', '${password}', '{{ password }}', '{% $password %}', '[password]', '(password)', '#{password}',
  '%[password]', '@{password}', '$1', '$@', '$*', '$?', '%PASSWORD%', '!Ref Password', '!Sub "${x}"', '!GetAtt A.B', '!ImportValue x', '!Join [a]', '$', '$.a.b', '$$.a', '$[0]',
  'States.Format(x)', '`x`', '****', 'xxxx', '...', '•••', '####', '????', '____', '----', 'replace-me', 'REPLACE_WITH_KEY', 'todo', 'TBD', 'none', 'null', 'nil', 'undefined',
  'N/A', 'empty', 'unset', 'placeholder', 'redacted', '[redacted]', '$DB_PASSWORD', 'DB_PASSWORD', 'MY_API_KEY', 'X_TOKEN', 'A_SECRET',
])('%j stands for a value that is elsewhere', (text) => {
  expect(isStandIn(text)).toBe(true);
});

test.each([
  'hunter2', 'a<b>', '<b', '$1x', 'x$1', '%a', 'xRef', 'tod', 'nonex', 'xnone', 'States.x', '$db_Password', 'x$DB', 'PASSWORD', 'DB_PASSWORD2', 'xDB_PASSWORD', 'replacement'.slice(1),
])('%j does not', (text) => {
  expect(isStandIn(text)).toBe(false);
});

test.each([
  ['true', true], ['enabled', true], ['enable', true], ['Disabled', true], ['files sss', true], ['ALLOW_USER_PASSWORD_AUTH', true], ['string', true], ['xtrue', false], ['truex', false], ['tr', false],
])('%s is a setting: %s', (text, expected) => {
  expect(isSetting(text)).toBe(expected);
});

test.each([
  ['Password is required', true], ['Enter your passphrase', true], ['forgot the token', true], ['must have 14 characters', true], ['no credential at least', true],
  ['password', false], ['Password required', true], ['hunter2 is required', false], ['correct horse battery staple', false], ['passwordisrequired', false], ['key chain 7', false],
])('%s is prose about a password: %s', (text, expected) => {
  expect(isProse(text)).toBe(expected);
});

test('entropy is that of Shannon', () => {
  expect(entropyOf('')).toBe(0);
  expect(entropyOf('aaaa')).toBe(0);
  expect(entropyOf('aabb')).toBe(1);
  expect(entropyOf('abcd')).toBe(2);
  expect(entropyOf('aaab')).toBeCloseTo(0.811, 3);
});

test.each([
  ['OrdersTable', 1], ['', 1], ['---', 1], ['x7QzR9pW', 0], ['orders-1234', 0.6], ['Autumn', 1], ['ORDERS', 1], ['qzxwvk', 0], ['ab', 0], ['CUSTOMER_42', 0.8],
])('the share of words in %j is %d', (text, share) => {
  expect(wordShare(text)).toBeCloseTo(share, 5);
});

test.each([
  ['ordersTable', 5.5], ['OrdersTable', 5.5], ['aBcD', 4 / 3], ['orders', 0], ['ORDERS', 0], ['getURL', 3], ['Ab12', 2], ['orders-Table', 5.5],
])('runs of %s are %d long', (text, length) => {
  expect(runLength(text)).toBeCloseTo(length, 5);
});

test.each([
  ['mX7qPz4Lk9Wc2RtYb8Nv5HsJ3DgF6KaQ', true], ['abcdefghijklmnopqrstuvwxyz0123456789', false], ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', false], ['customerinvoicetableorders', false],
  ['aj2y6utg2ijy0p1tw9g66kz8z5ruz53i7tgncw1k3k2trlhuymjt40h7li090rda', true], ['aJ2y6UtG2ijY0p1tw9g66kZ8z5ruz53i7tgncw1k3k2trlhuymjt40h7li090rda', true],
  ['mX7qPz4Lk9Wc2RtYb8Nv5HsJ'.repeat(3), false], // too orderly for 64 letters and signs
  ['9f86d081884c7d659a2feaa0c55ad015', true], ['00000000111111112222222233333333', false], ['k3v9qpx7mrt2lwy8sbn4zd6h', true],
])('%s is random: %s', (text, expected) => {
  expect(isRandom(text)).toBe(expected);
});
