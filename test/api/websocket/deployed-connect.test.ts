import { webSocketApiIn } from './web-socket-api-under-test';
import { ConnectToken, JwtIssuer, JwtIssuerOptions, JwtKeys, JwtScopes, RouteAuth } from '../../../src/api';
import { Authorizer, authorizerOf, BUNDLE, connectEvent, CONNECT_ARN, keyServer, KeyServer, requestEvent, serving, tokenEvent } from '../../handlers/jwt-authorizer/authorizer';
import { CLAIMS, encoded, hmac, ISSUER, Json, keyPair, NOW, token } from '../../handlers/jwt-authorizer/tokens';
import { ENV, inBothFlagModes, newStack, templateOf } from '../../harness/apps';
import { functionIn } from '../api-under-test';

const RSA = keyPair('RS256');

/** The function that an API deploys, with the settings as they are synthesized. */
function deployed(place: ConnectToken, scopes: JwtScopes = { scopes: ['chat'] }, options: Partial<JwtIssuerOptions> = {}): Authorizer {
  const stack = newStack(undefined, ENV);
  const issuer = JwtIssuer.at(ISSUER, { audiences: ['orders'], keys: JwtKeys.jwks('https://keys.example.test/set'), ...options });
  webSocketApiIn(stack, { auth: RouteAuth.jwt(issuer, scopes), token: place, onConnect: functionIn(stack, 'Connect') });
  const [fn] = Object.values(templateOf(stack).findResources('AWS::Lambda::Function', { Properties: { Description: 'Verifies JSON Web Tokens' } }));
  return authorizerOf(BUNDLE, fn.Properties.Environment.Variables.JWT_AUTHORIZER_SETTINGS as string);
}

const signed = (claims: Json = {}): string => token(RSA, { ...CLAIMS, scope: 'chat', ...claims });

let server: KeyServer;
beforeEach(async () => {
  server = await keyServer();
  server.answer = serving([RSA.jwk]);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

inBothFlagModes(() => {
  describe.each<[string, () => ConnectToken, (text: string) => ReturnType<typeof connectEvent>]>([
    ['the query string', () => ConnectToken.queryString(), (text) => connectEvent({}, { token: text })],
    ['a subprotocol', () => ConnectToken.subprotocol('chat.v1'), (text) => connectEvent({ 'Sec-WebSocket-Protocol': `chat.v1, ${text}` })],
    ['the header', () => ConnectToken.header(), (text) => connectEvent({ Authorization: `Bearer ${text}` })],
  ])('with the settings that the construct writes, a token in %s', (_, place, event) => {
    test('opens $connect and nothing else', async () => {
      const { policyDocument, principalId } = await deployed(place()).handler(event(signed()));
      expect(principalId).toBe('user-1');
      expect(policyDocument.Statement).toEqual([{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: CONNECT_ARN }]);
    });

    test('opens nothing if it is hostile', async () => {
      const { handler, log } = deployed(place());
      const [head, body, signature] = signed().split('.');
      const hostile = [
        '', 'x', '..', 'null', `${head}.${body}.`, `${head}.${body}.${signature.slice(0, -4)}`, `${head}.${encoded('{}')}.${signature}`,
        `${encoded('{"alg":"none"}')}.${body}.AAAA`, token(hmac('HS256'), { ...CLAIMS, scope: 'chat' }), token(keyPair('RS256'), { ...CLAIMS, scope: 'chat' }),
        token(RSA, { ...CLAIMS, scope: 'chat' }, { kid: '../../x' }), token(RSA, CLAIMS, { jku: 'https://evil.example.test' }),
        signed({ scope: 'chatter' }), signed({ scope: undefined }), signed({ aud: 'returns' }), signed({ iss: `${ISSUER}/` }), signed({ exp: NOW - 1 }), signed({ nbf: NOW + 60 }),
        `${signed()}, ${signed()}`, `Bearer ${signed()} x`, 'é'.repeat(100), 'A'.repeat(20_000),
      ];
      for (const text of hostile) await expect(handler(event(text))).rejects.toThrow(/^Unauthorized$/);
      expect(log).toHaveLength(hostile.length);
      expect(log.some((line) => line.includes(signature) || line.includes('user-1') || line.includes('the authorizer failed'))).toBe(false);
    });

    test('opens no other kind of API', async () => {
      for (const scopes of [{ scopes: ['chat'] }, { withoutScopes: true }]) {
        const { handler } = deployed(place(), scopes);
        for (const other of [tokenEvent(`Bearer ${signed()}`), requestEvent({ authorization: `Bearer ${signed()}` })]) {
          await expect(handler(other)).rejects.toThrow('Unauthorized');
        }
      }
    });
  });

  test('without scopes any token of the issuer for this audience connects, with the claims that are asked for', async () => {
    const { handler } = deployed(ConnectToken.queryString(), { withoutScopes: true }, { contextClaims: ['scope', 'tenant'] });
    await expect(handler(connectEvent({}, { token: signed({ scope: 'a b', tenant: 'acme' }) }))).resolves.toMatchObject({ context: { scope: 'a b', tenant: 'acme' } });
  });
});
