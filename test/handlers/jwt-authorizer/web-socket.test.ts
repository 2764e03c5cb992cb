import { authorizer, Authorizer, CONNECT_ARN, connectEvent, keyServer, KeyServer, requestEvent, serving, tokenEvent } from './authorizer';
import { CLAIMS, encoded, hmac, Json, keyPair, NOW, token } from './tokens';
import type { AuthorizerEvent } from '../../../handlers/jwt-authorizer/caller';

const RSA = keyPair('RS256');
const GOOD = token(RSA);

let server: KeyServer;
beforeEach(async () => {
  server = await keyServer();
  server.answer = serving([RSA.jwk]);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

const byProtocol = (): Authorizer => authorizer({ place: { kind: 'protocol', name: 'chat.v1' } });
const byQuery = (): Authorizer => authorizer({ place: { kind: 'query', name: 'token' } });
const protocols = (...values: string[]): AuthorizerEvent => connectEvent({ 'Sec-WebSocket-Protocol': values });

/** The one route that has an authorizer, and nothing beside it. */
const WELCOME = {
  principalId: 'user-1',
  policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: CONNECT_ARN }] },
  context: {},
};

describe('a client of a WebSocket API may connect', () => {
  test.each<[string, () => Authorizer, AuthorizerEvent]>([
    ['with a token behind the subprotocol, as browsers send it', byProtocol, protocols(`chat.v1, ${GOOD}`)],
    ['with a token behind the subprotocol, without a blank', byProtocol, protocols(`chat.v1,${GOOD}`)],
    ['with both in lines of their own', byProtocol, protocols('chat.v1', GOOD)],
    ['with a header in small letters', byProtocol, connectEvent({ 'sec-websocket-protocol': `chat.v1, ${GOOD}` })],
    ['with a token in the query string', byQuery, connectEvent({}, { token: GOOD })],
    ['with a token in the header of others than browsers', () => authorizer(), connectEvent({ Authorization: `Bearer ${GOOD}` })],
  ])('%s', async (_, made, event) => {
    await expect(made().handler(event)).resolves.toEqual(WELCOME);
  });

  test('with claims on the list as context of all its messages', async () => {
    const { handler } = authorizer({ place: { kind: 'query', name: 'token' }, context: ['scope'] });
    await expect(handler(connectEvent({}, { token: GOOD }))).resolves.toMatchObject({ context: { scope: 'orders/read orders/write' } });
  });

  test('with a scope of the connection only', async () => {
    const { handler } = authorizer({ place: { kind: 'query', name: 'token' }, scopes: { $connect: ['chat'] } });
    await expect(handler(connectEvent({}, { token: token(RSA, { ...CLAIMS, scope: 'chat' }) }))).resolves.toEqual(WELCOME);
    await expect(handler(connectEvent({}, { token: GOOD }))).rejects.toThrow(/^Unauthorized$/);
  });
});

/** The caller hears one word, and the log names a reason that holds nothing of the token. */
async function expectRefused({ handler, log }: Authorizer, event: AuthorizerEvent, reason: string, parts: readonly string[] = []): Promise<void> {
  await expect(handler(event)).rejects.toThrow(/^Unauthorized$/);
  expect(log).toHaveLength(1);
  expect(JSON.parse(log[0])).toMatchObject({ event: 'jwt-refused', reason: expect.stringContaining(reason), requestId: 'request-1' });
  expect(parts.filter((part) => log[0].includes(part))).toEqual([]);
}

describe('a client of a WebSocket API is refused', () => {
  test.each<[string, () => Authorizer, AuthorizerEvent, string]>([
    ['without a token', byQuery, connectEvent({}), 'there is no token'],
    ['with an empty query string', byQuery, connectEvent({}, { token: '' }), 'the form of a signed JWT'],
    ['with two tokens in the query string', byQuery, connectEvent({}, { token: [GOOD, GOOD] }), 'more than one token'],
    ['with a parameter of another name', byQuery, connectEvent({}, { Token: GOOD }), 'there is no token'],
    ['with a token in a header, where the query string is asked for', byQuery, connectEvent({ Authorization: `Bearer ${GOOD}` }), 'there is no token'],
    ['with a token in the query string, where a header is asked for', () => authorizer(), connectEvent({}, { token: GOOD, Authorization: `Bearer ${GOOD}` }), 'there is no token'],
    ['with a token in the query string, where the subprotocol is asked for', byProtocol, connectEvent({}, { 'Sec-WebSocket-Protocol': `chat.v1, ${GOOD}` }), 'not offered first'],
    ['with the subprotocol alone', byProtocol, protocols('chat.v1'), 'there is no token'],
    ['with the token alone', byProtocol, protocols(GOOD), 'not offered first'],
    ['with the token before the subprotocol', byProtocol, protocols(`${GOOD}, chat.v1`), 'not offered first'],
    ['with another subprotocol', byProtocol, protocols(`chat.v2, ${GOOD}`), 'not offered first'],
    ['with a subprotocol in other letters', byProtocol, protocols(`CHAT.V1, ${GOOD}`), 'not offered first'],
    ['with two tokens', byProtocol, protocols(`chat.v1, ${GOOD}, ${GOOD}`), 'more than one token'],
    ['with two tokens in two lines', byProtocol, protocols(`chat.v1, ${GOOD}`, GOOD), 'more than one token'],
    ['with a good token behind a bad one', byProtocol, protocols(`chat.v1, x, ${GOOD}`), 'more than one token'],
    ['with an empty offer', byProtocol, protocols(''), 'not offered first'],
    ['with commas only', byProtocol, protocols('chat.v1,,'), 'more than one token'],
    ['with the word Bearer in the query string', byQuery, connectEvent({}, { token: `Bearer ${GOOD}` }), 'the form of a signed JWT'],
    ['with alg none', byQuery, connectEvent({}, { token: `${encoded('{"alg":"none"}')}.${encoded(JSON.stringify(CLAIMS))}.AAAA` }), 'not accepted'],
    ['with a token signed by a shared secret', byProtocol, protocols(`chat.v1, ${token(hmac('HS256'))}`), 'not accepted'],
    ['with a token of another key', byProtocol, protocols(`chat.v1, ${token(keyPair('RS256'))}`), 'no key of the issuer'],
    ['with a token that brings its key', byQuery, connectEvent({}, { token: token(RSA, CLAIMS, { jku: 'https://evil.example.test' }) }), 'brings its own key'],
    ['with a token for others', byQuery, connectEvent({}, { token: token(RSA, { ...CLAIMS, aud: 'returns' }) }), 'the claim aud'],
    ['with a token that has expired', byProtocol, protocols(`chat.v1, ${token(RSA, { ...CLAIMS, exp: NOW - 5 })}`), 'expired'],
    ['with a token that is too long', byQuery, connectEvent({}, { token: `${GOOD}${'A'.repeat(9000)}` }), 'too long'],
  ])('%s', async (_, made, event, reason) => {
    await expectRefused(made(), event, reason, [GOOD, 'user-1', 'evil', 'returns']);
  });

  test('with names of the prototype', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      await expectRefused(authorizer({ place: { kind: 'query', name } }), connectEvent({}), 'there is no token');
    }
  });

  test('without any headers or query string', async () => {
    const names = ['headers', 'multiValueHeaders', 'queryStringParameters', 'multiValueQueryStringParameters'];
    const bare = { ...connectEvent({}) as unknown as Json, ...Object.fromEntries(names.map((name) => [name, null])) };
    await expectRefused(byQuery(), bare as unknown as AuthorizerEvent, 'there is no token');
    await expectRefused(byProtocol(), bare as unknown as AuthorizerEvent, 'not offered first');
  });
});

test.each([
  ['a token alone', tokenEvent(`Bearer ${GOOD}`)],
  ['a request of a REST API', requestEvent({ Authorization: `Bearer ${GOOD}` })],
  ['a request of a REST API that claims to connect', requestEvent({}, { requestContext: { requestId: 'request-1', eventType: 'CONNECT' } })],
])('the place of a WebSocket\'s token is no place for %s', async (_, event) => {
  await expect(byQuery().handler(event)).rejects.toThrow(/^Unauthorized$/);
});

test('2,000 random offers neither pass nor crash', async () => {
  const { handler, log } = byProtocol();
  let seed = 7;
  const random = (below: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % below; };
  const pieces = ['chat.v1', ',', ' ', '\u0000', 'é', '.', GOOD.slice(0, 40), GOOD.slice(0, -2), '..', 'a'.repeat(50), '%00', '\r\n'];
  for (let turn = 0; turn < 2000; turn += 1) {
    const offer = Array.from({ length: 1 + random(8) }, () => pieces[random(pieces.length)]).join('');
    await expect(handler(protocols(offer))).rejects.toThrow(/^Unauthorized$/);
  }
  expect(log.every((line) => (JSON.parse(line) as Json).reason !== 'the authorizer failed')).toBe(true);
});
