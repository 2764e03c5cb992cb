import * as crypto from 'crypto';
import { authorizer, Authorizer, authorizerOf, BUNDLE, httpEvent, keyServer, KeyServer, requestEvent, serving, tokenEvent } from './authorizer';
import { CLAIMS, encoded, hmac, ISSUER, Json, keyPair, NOW, token } from './tokens';
import { AuthorizerEvent, isOfHttpApi } from '../../../handlers/jwt-authorizer/caller';
import type { Settings } from '../../../handlers/jwt-authorizer/settings';

const RSA = keyPair('RS256');
const OTHER_RSA = keyPair('RS256');

let server: KeyServer;
beforeEach(async () => {
  server = await keyServer();
  server.answer = serving([RSA.jwk]);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

/** The caller hears one word, and the log names a reason that holds nothing of the token. */
async function expectRefused({ handler, log }: Authorizer, event: AuthorizerEvent, reason: string, parts: readonly string[] = []): Promise<void> {
  const begin = log.length;
  if (isOfHttpApi(event)) await expect(handler(event)).resolves.toEqual({ isAuthorized: false });
  else await expect(handler(event)).rejects.toThrow(/^Unauthorized$/);
  expect(log).toHaveLength(begin + 1);
  const line = JSON.parse(log[begin]) as Json;
  expect(line).toMatchObject({ level: 'WARN', event: 'jwt-refused', reason: expect.stringContaining(reason) });
  expect(log[begin].length).toBeLessThan(400);
  expect([...parts, ...piecesOf(presentedIn(event))].filter((part) => log[begin].includes(part))).toEqual([]);
}

/** All that was sent where a token is expected. */
function presentedIn(event: AuthorizerEvent): string {
  return event.type === 'TOKEN' ? event.authorizationToken : Object.values(event.headers ?? {}).join(' ');
}

/** Any twelve letters of a text tell whose it is. */
function piecesOf(text: string): string[] {
  return Array.from({ length: Math.min(Math.max(text.length - 11, 0), 9000) }, (_, begin) => text.slice(begin, begin + 12));
}

function signedWith(header: object, signature: Buffer | string, claims: object = CLAIMS): string {
  return `${encoded(JSON.stringify(header))}.${encoded(JSON.stringify(claims))}.${typeof signature === 'string' ? signature : signature.toString('base64url')}`;
}

const PUBLIC_PEM = crypto.createPublicKey({ key: RSA.jwk as crypto.JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string;
const NO_FORM = 'does not have the form of a signed JWT';
const NO_ALGORITHM = 'an algorithm that is not accepted';
const NO_KEY = 'no key of the issuer has signed the token';

describe('by what it is signed with', () => {
  test.each<[string, string, string]>([
    ['alg none without a signature', signedWith({ alg: 'none' }, ''), NO_FORM],
    ['alg none with a signature', signedWith({ alg: 'none' }, 'AAAA'), NO_ALGORITHM],
    ['alg nOnE', signedWith({ alg: 'nOnE' }, 'AAAA'), NO_ALGORITHM],
    ['no alg', signedWith({}, 'AAAA'), NO_ALGORITHM],
    ['a list of algs', signedWith({ alg: ['RS256'] }, 'AAAA'), NO_ALGORITHM],
    ['the public key as the secret of an HMAC', token(hmac('HS256', PUBLIC_PEM)), NO_ALGORITHM],
    ['the same, with the key id', token(hmac('HS256', PUBLIC_PEM), CLAIMS, { kid: RSA.jwk!.kid }), NO_ALGORITHM],
    ['another key under the same key id', token(OTHER_RSA), NO_KEY],
    ['another algorithm of the same key', token({ ...keyPair('PS256'), jwk: RSA.jwk }), NO_ALGORITHM],
    ['a key id that is a path', token(RSA, CLAIMS, { kid: '../../../../dev/null' }), NO_KEY],
    ['a key id that is a URL', token(RSA, CLAIMS, { kid: 'https://evil.example.test/key' }), NO_KEY],
    ['a key id that is a query', token(RSA, CLAIMS, { kid: "x' OR '1'='1" }), NO_KEY],
    ['a key id that is an object', token(RSA, CLAIMS, { kid: { toString: 'x' } }), 'the key id is no text'],
    ['a key id of the prototype', token(RSA, CLAIMS, { kid: '__proto__' }), NO_KEY],
    ['a key of its own', token(OTHER_RSA, CLAIMS, { jwk: OTHER_RSA.jwk }), 'brings its own key (jwk)'],
    ['a key set of its own', token(OTHER_RSA, CLAIMS, { jku: 'https://evil.example.test/keys' }), 'brings its own key (jku)'],
    ['a certificate of its own', token(OTHER_RSA, CLAIMS, { x5u: 'https://evil.example.test/cert' }), 'brings its own key (x5u)'],
    ['a good key and a key set of its own', token(RSA, CLAIMS, { jku: 'https://evil.example.test/keys' }), 'brings its own key (jku)'],
    ['a critical header that nobody knows', token(RSA, CLAIMS, { crit: ['exp2'], exp2: 1 }), 'is not valid'],
    ['an unencoded payload', token(RSA, CLAIMS, { crit: ['b64'], b64: false }), 'is not valid'],
    ['no signature', token(RSA).replace(/\.[^.]*$/, '.'), NO_FORM],
    ['a truncated signature', token(RSA).slice(0, -8), NO_KEY],
    ['a signature with a byte more', `${token(RSA)}AA`, NO_KEY],
    ['an empty signature of an elliptic curve', signedWith({ alg: 'RS256', kid: RSA.jwk!.kid }, Buffer.alloc(256)), NO_KEY],
  ])('%s', async (_, text, reason) => {
    const parts = [text, ISSUER, 'user-1', 'evil'];
    await expectRefused(authorizer(), tokenEvent(`Bearer ${text}`), reason, parts);
    await expectRefused(authorizer(), requestEvent({ Authorization: `Bearer ${text}` }), reason, parts);
    await expectRefused(authorizer(), httpEvent({ authorization: `Bearer ${text}` }), reason, parts);
  });

  test('a signature of zeros for an elliptic curve', async () => {
    const signer = keyPair('ES256');
    server.answer = serving([signer.jwk]);
    const text = signedWith({ alg: 'ES256', kid: signer.jwk!.kid }, Buffer.alloc(64));
    await expectRefused(authorizer({ algorithms: ['ES256'] }), tokenEvent(`Bearer ${text}`), NO_KEY);
  });

  test('a key of the set that is for encryption, or for another algorithm', async () => {
    server.answer = serving([{ ...RSA.jwk, use: 'enc' }, { ...RSA.jwk, alg: 'PS256' }, { ...RSA.jwk, kty: 'oct', k: 'AAAA' }]);
    await expectRefused(authorizer(), tokenEvent(`Bearer ${token(RSA)}`), NO_KEY);
  });
});

describe('by what it says', () => {
  const without = (...names: string[]): Json => Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => !names.includes(name)));

  test.each<[string, Json, string]>([
    ['another issuer', { ...CLAIMS, iss: 'https://issuer.example.test/other' }, 'the claim iss'],
    ['the issuer with a slash', { ...CLAIMS, iss: `${ISSUER}/` }, 'the claim iss'],
    ['the issuer in a list', { ...CLAIMS, iss: [ISSUER] }, 'the claim iss'],
    ['no issuer', without('iss'), 'the claim iss'],
    ['another audience', { ...CLAIMS, aud: 'invoices' }, 'the claim aud'],
    ['no audience', without('aud'), 'the claim aud'],
    ['an audience in a list in a list', { ...CLAIMS, aud: [['orders']] }, 'the claim aud'],
    ['an audience that begins alike', { ...CLAIMS, aud: 'orders2' }, 'the claim aud'],
    ['an audience of lookalike letters', { ...CLAIMS, aud: '\u043erders' }, 'the claim aud'],
    ['expired', { ...CLAIMS, exp: NOW - 5 }, 'expired'],
    ['no expiry', without('exp'), 'the claim exp'],
    ['an expiry in text', { ...CLAIMS, exp: String(NOW + 600) }, 'the claim exp'],
    ['an expiry that is no number', { ...CLAIMS, exp: null }, 'the claim exp'],
    ['not valid yet', { ...CLAIMS, nbf: NOW + 300 }, 'the claim nbf'],
  ])('%s', async (_, claims, reason) => {
    await expectRefused(authorizer(), tokenEvent(`Bearer ${token(RSA, claims)}`), reason, ['invoices', 'user-1', ISSUER]);
  });

  test('older than it may be, or issued in the future', async () => {
    const young = authorizer({ maxAgeSeconds: 60 });
    await expectRefused(young, tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, iat: NOW - 3600 })}`), 'expired');
    await expectRefused(young, tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, iat: NOW + 3600 })}`), 'the claim iat');
    await expectRefused(young, tokenEvent(`Bearer ${token(RSA, without('iat'))}`), 'the claim iat');
  });

  test('issued in the future, whatever its age may be, or at no time', async () => {
    const soon = tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, iat: NOW + 4000 })}`);
    await expectRefused(authorizer(), soon, 'the claim iat');
    await expectRefused(authorizer(), tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, iat: String(NOW) })}`), 'the claim iat');
    await expectRefused(authorizer(), tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, iat: null })}`), 'the claim iat');
    await expectRefused(authorizer({ clockToleranceSeconds: 1000 }), soon, 'the claim iat');
    await expect(authorizer({ clockToleranceSeconds: 5000 }).handler(soon)).resolves.toMatchObject({ principalId: 'user-1' });
    await expect(authorizer().handler(tokenEvent(`Bearer ${token(RSA, without('iat'))}`))).resolves.toMatchObject({ principalId: 'user-1' });
  });

  test('the tolerance of the clock is what the settings say', async () => {
    const late = tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, exp: NOW - 20 })}`);
    await expect(authorizer({ clockToleranceSeconds: 60 }).handler(late)).resolves.toMatchObject({ principalId: 'user-1' });
    await expectRefused(authorizer({ clockToleranceSeconds: 10 }), late, 'expired');
  });

  test('another use, another type, another value of a claim', async () => {
    await expectRefused(authorizer({ tokenUse: 'access' }), tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, token_use: 'id' })}`), 'token_use');
    await expectRefused(authorizer({ type: 'at+jwt' }), tokenEvent(`Bearer ${token(RSA)}`), 'the claim typ');
    const verified = authorizer({ claims: { email_verified: true } });
    await expectRefused(verified, tokenEvent(`Bearer ${token(RSA)}`), 'the claim email_verified');
    await expectRefused(verified, tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, email_verified: 'true' })}`), 'the claim email_verified');
    await expectRefused(authorizer({ claims: { constructor: 'x' } }), tokenEvent(`Bearer ${token(RSA)}`), 'the claim constructor');
  });

  test('a client id that is another one, or in a list', async () => {
    const cognito = authorizer({ audienceClaim: 'client_id', audiences: ['app-client'] });
    await expectRefused(cognito, tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, client_id: 'other' })}`), 'client_id');
    await expectRefused(cognito, tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, client_id: ['app-client'] })}`), 'client_id');
    await expectRefused(cognito, tokenEvent(`Bearer ${token(RSA, { ...CLAIMS, aud: 'app-client' })}`), 'client_id');
  });
});

describe('by its form', () => {
  const body = JSON.stringify(CLAIMS);
  test.each<[string, string, string]>([
    ['nothing', '', 'no bearer token'],
    ['no dots', 'abc', NO_FORM],
    ['two parts', 'abc.def', NO_FORM],
    ['five parts, as encrypted ones have', 'a.b.c.d.e', NO_FORM],
    ['padding', `${token(RSA)}=`, NO_FORM],
    ['no base64url', token(RSA).replace(/\./g, '+.'), NO_FORM],
    ['a header that is no JSON', token(RSA, CLAIMS, 'nonsense'), 'does not hold JSON'],
    ['a header that is a list', token(RSA, CLAIMS, '[]'), 'does not hold objects'],
    ['claims that are no JSON', token(RSA, 'nonsense'), 'the token is not valid'],
    ['claims that are a list', token(RSA, '[{}]'), 'the token is not valid'],
    ['claims that are null', token(RSA, 'null'), 'the token is not valid'],
    ['lists in lists', token(RSA, `${'['.repeat(2000)}${']'.repeat(2000)}`), 'the token is not valid'],
    ['lists in lists in a claim', token(RSA, { ...CLAIMS, aud: JSON.parse(`${'['.repeat(500)}"orders"${']'.repeat(500)}`) as unknown }), 'the claim aud'],
    ['a claim twice', token(RSA, body.replace('{', '{"aud":"invoices",')), 'a member twice'],
    ['a claim twice, once escaped', token(RSA, body.replace('{', '{"\\u0061ud":"invoices",')), 'a member twice'],
    ['a claim twice in what the second one hides', token(RSA, body.replace('{', '{"x":{"a":1,"b":[{"c":2}]},"x":0,')), 'a member twice'],
    ['a claim twice that parsers treat apart', token(RSA, body.replace('{', '{"__proto__":1,"__proto__":2,')), 'a member twice'],
    ['a claim of an object twice', token(RSA, body.replace('{', '{"x":[{"a":1},{"b":"{","a":{},"b":2}],')), 'a member twice'],
    ['an algorithm twice', token(RSA, CLAIMS, '{"alg":"none","alg":"RS256"}'), 'a member twice'],
    ['bytes that are no UTF-8', `${encoded(Buffer.from([0x7b, 0xff, 0x7d]))}.${encoded(body)}.AAAA`, 'does not hold UTF-8'],
    ['huge', token(RSA, { ...CLAIMS, x: 'x'.repeat(9000) }), 'too long'],
    ['huge without dots', 'a'.repeat(100_000), 'too long'],
    ['letters beyond ASCII', 'ａ.ｂ.ｃ', NO_FORM],
  ])('%s', async (_, text, reason) => {
    await expectRefused(authorizer(), tokenEvent(`Bearer ${text}`), reason);
  });

  test('the same name in two objects is no duplicate', async () => {
    const { handler } = authorizer();
    const claims = { ...CLAIMS, 'a': { x: 1, y: [{ x: 1 }, { x: 2 }] }, 'b': { x: 1 }, 'say "x", {x:': 'x:"', '\\': '\\', '__proto__x': ':', 'e': [[], {}, ''] };
    await expect(handler(tokenEvent(`Bearer ${token(RSA, claims)}`))).resolves.toMatchObject({ principalId: 'user-1' });
  });
});

describe('by how it is sent', () => {
  test.each<[string, AuthorizerEvent, string]>([
    ['without the word Bearer', tokenEvent(token(RSA)), 'no bearer token'],
    ['as Basic', tokenEvent(`Basic ${token(RSA)}`), 'no bearer token'],
    ['two in one header', tokenEvent(`Bearer ${token(RSA)}, Bearer ${token(RSA)}`), 'no bearer token'],
    ['in another header', requestEvent({ 'X-Token': `Bearer ${token(RSA)}` }), 'there is no token'],
    ['without headers', requestEvent({}, { headers: null, multiValueHeaders: null }), 'there is no token'],
    ['in two headers', requestEvent({}, { multiValueHeaders: { Authorization: [`Bearer ${token(RSA)}`, 'Bearer x'] } }), 'more than one token'],
    ['in two headers of different case', requestEvent({ authorization: `Bearer ${token(RSA)}`, AUTHORIZATION: 'Bearer x' }), 'more than one token'],
  ])('%s', async (_, event, reason) => {
    await expectRefused(authorizer(), event, reason);
  });

  test('a REST API: the log has the id that API Gateway gave the request, and not the one that callers may choose', async () => {
    const { handler, log } = authorizer();
    const event = requestEvent({ authorization: 'Bearer x.y.z' }, { requestContext: { requestId: 'chosen by the caller', extendedRequestId: 'given=' } });
    await expect(handler(event)).rejects.toThrow('Unauthorized');
    expect(JSON.parse(log[0])).toEqual({
      level: 'WARN', event: 'jwt-refused', reason: 'the token does not hold JSON', route: 'GET /orders/{id}', requestId: 'given=',
    });
  });

  test('an HTTP API makes its own answer of it', async () => {
    const { handler, log } = authorizer();
    await expect(handler(httpEvent({ authorization: 'Bearer x.y.z' }))).resolves.toEqual({ isAuthorized: false });
    expect(JSON.parse(log[0])).toEqual({ level: 'WARN', event: 'jwt-refused', reason: 'the token does not hold JSON', route: 'GET /orders/{id}', requestId: 'request-1' });
  });
});

test('none of 10,000 random ones passes or crashes it', async () => {
  const { handler, log } = authorizer({ algorithms: ['HS256'], keys: { kind: 'secret', id: 'arn' } });
  const good = token(hmac('HS256'));
  let passed = 0;
  for (let round = 0; round < 10_000; round += 1) {
    const bytes = crypto.randomBytes(1 + (round % 60));
    const at = crypto.randomInt(good.length);
    const text = [
      bytes.toString('latin1'), bytes.toString('base64url'), [bytes, bytes, bytes].map((part) => part.toString('base64url')).join('.'),
      `${encoded(JSON.stringify({ alg: 'HS256' }))}.${bytes.toString('base64url')}.${bytes.toString('base64url')}`,
      good.slice(0, at) + (good[at] === 'A' ? 'B' : 'A') + good.slice(at + 1), // one letter of a good one is another
    ][round % 5];
    // the last letter of a signature holds two bits that are no part of it
    if (round % 5 === 4 && at === good.length - 1) continue;
    await handler(tokenEvent(`Bearer ${text}`)).then(() => { passed += 1; }, (error: Error) => expect(error.message).toBe('Unauthorized'));
  }
  expect(passed).toBe(0);
  // words of ours, whatever was sent
  const reasons = new Set(log.map((line) => (JSON.parse(line) as { reason: string }).reason));
  expect([...reasons].filter((reason) => ![
    'there is no bearer token', 'the token does not have the form of a signed JWT', 'the token is signed by an algorithm that is not accepted',
    'no key of the issuer has signed the token', 'the token does not hold JSON', 'the token does not hold objects', 'the token does not hold UTF-8',
    'the token has a member twice', 'the key id is no text', 'the token is not valid (ERR_JWS_INVALID)',
  ].includes(reason))).toEqual([]);
  expect(log.find((line) => line.length > 200)).toBeUndefined();
}, 120_000);

test.each<[string, Partial<Settings>, string]>([
  ['a shared secret for none of the algorithms', { algorithms: ['HS256'] }, 'HS goes with a secret'],
  ['public keys for an HMAC', { algorithms: ['RS256', 'HS256'] }, 'HS goes with a secret'],
  ['a secret for a signature', { algorithms: ['RS256'], keys: { kind: 'secret', id: 'a' } }, 'HS goes with a secret'],
  ['no audience', { audiences: [] }, 'name no issuer, audiences, algorithms or keys'],
  ['no issuer', { issuer: '' }, 'name no issuer, audiences, algorithms or keys'],
  ['no keys', { keys: undefined }, 'name no issuer, audiences, algorithms or keys'],
  ['no algorithms', { algorithms: undefined }, 'name no issuer, audiences, algorithms or keys'],
  ['nothing about scopes', { scopes: undefined }, 'the authorizer failed'],
])('settings with %s let nobody in, and the log says so', async (_, settings, reason) => {
  const broken = authorizer(settings);
  await expectRefused(broken, tokenEvent(`Bearer ${token(RSA)}`), reason);
  await expect(broken.handler(httpEvent({ authorization: `Bearer ${token(RSA)}` }))).resolves.toEqual({ isAuthorized: false });
});

test.each(['', 'nonsense', 'null', '7'])('settings that are %p let nobody in', async (settings) => {
  await expectRefused(authorizerOf(BUNDLE, settings), tokenEvent(`Bearer ${token(RSA)}`), 'the settings are no JSON object');
});
