import { authorizer, authorizerOf, bundleWith, httpEvent, keyServer, KeyServer, requestEvent, serving, SETTINGS, tokenEvent } from './authorizer';
import { CLAIMS, hmac, ISSUER, keyPair, token } from './tokens';
import type { Algorithm } from '../../../handlers/jwt-authorizer/settings';

let server: KeyServer;
beforeEach(async () => { server = await keyServer(); });
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

const SECRET_KEYS = { kind: 'secret', id: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:key' } as const;

describe('a good token of each algorithm', () => {
  test.each(['HS256', 'HS384', 'HS512'] as const)('%s, by a secret', async (alg) => {
    const { handler } = authorizer({ algorithms: [alg], keys: SECRET_KEYS });
    await expect(handler(tokenEvent(`Bearer ${token(hmac(alg))}`))).resolves.toMatchObject({ principalId: 'user-1' });
  });

  test.each(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as Algorithm[])('%s, by a key set', async (alg) => {
    const signer = keyPair(alg);
    server.answer = serving([keyPair('RS256', 'other').jwk, signer.jwk]);
    const { handler } = authorizer({ algorithms: [alg] });
    await expect(handler(tokenEvent(`Bearer ${token(signer)}`))).resolves.toMatchObject({ principalId: 'user-1' });
  });

  test('by the key set that the OpenID configuration names', async () => {
    const signer = keyPair('RS256');
    server.answer = (request, response) => response.end(JSON.stringify(request.url === '/tenant/.well-known/openid-configuration'
      ? { issuer: ISSUER, jwks_uri: 'https://keys.example.test/jwks' }
      : { keys: [signer.jwk] }));
    const { handler } = authorizer({ keys: { kind: 'issuer' } });
    await expect(handler(tokenEvent(`Bearer ${token(signer)}`))).resolves.toMatchObject({ principalId: 'user-1' });
    expect(server.asked).toEqual(['/tenant/.well-known/openid-configuration', '/jwks']);
  });

  test('by pinned keys, with nobody asked', async () => {
    const signer = keyPair('ES256');
    const settings = { ...SETTINGS, algorithms: ['ES256'], keys: { kind: 'pinned' } };
    const { handler } = authorizerOf(bundleWith([signer.jwk]), JSON.stringify(settings));
    await expect(handler(tokenEvent(`Bearer ${token(signer)}`))).resolves.toMatchObject({ principalId: 'user-1' });
    expect(server.asked).toEqual([]);
  });

  test('of Cognito: no audience but a client id, and a use', async () => {
    const signer = keyPair('RS256');
    server.answer = serving([signer.jwk]);
    const { handler } = authorizer({ audienceClaim: 'client_id', audiences: ['app-client'], tokenUse: 'access' });
    const claims = { ...CLAIMS, aud: undefined, client_id: 'app-client', token_use: 'access' };
    await expect(handler(tokenEvent(`Bearer ${token(signer, claims)}`))).resolves.toMatchObject({ principalId: 'user-1' });
  });
});

describe('what API Gateway is told', () => {
  const good = (): Promise<string> => Promise.resolve(`Bearer ${token(hmac('HS256'), { ...CLAIMS, admin: true, level: 3, groups: ['a', 'b'], email: 'user@example.test' })}`);
  const hs = { algorithms: ['HS256'], keys: SECRET_KEYS, context: ['sub', 'admin', 'level', 'groups', 'missing', 'constructor'] } as const;

  test('asked with the token alone: the whole stage, since the answer is kept for all of it', async () => {
    const { policyDocument } = await authorizer(hs).handler(tokenEvent(await good()));
    expect(policyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/*/*' }],
    });
  });

  test.each([
    ['/orders/{id}', 'GET', 'GET/orders/*'],
    ['/', 'GET', 'GET/'],
    ['/files/{proxy+}', 'PUT', 'PUT/files/*'],
    ['/{tenant}/orders', 'POST', 'POST/*/orders'],
  ])('asked with the request: the route %s %s', async (resource, httpMethod, expected) => {
    const { policyDocument } = await authorizer(hs).handler(requestEvent({ Authorization: await good() }, { resource, httpMethod }));
    expect(policyDocument.Statement).toEqual([
      { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/${expected}` },
    ]);
  });

  test('of an HTTP API: that it may come in', async () => {
    await expect(authorizer(hs).handler(httpEvent({ authorization: await good() }))).resolves.toEqual({
      isAuthorized: true, context: { principalId: 'user-1', sub: 'user-1', admin: 'true', level: '3', groups: '["a","b"]' },
    });
  });

  test('claims by the list only, as text', async () => {
    const { context } = await authorizer(hs).handler(tokenEvent(await good()));
    expect(context).toEqual({ sub: 'user-1', admin: 'true', level: '3', groups: '["a","b"]' });
    expect((await authorizer({ ...hs, context: [] }).handler(tokenEvent(await good()))).context).toEqual({});
  });
});

describe('the name of the caller', () => {
  const by = async (sub: unknown, event = tokenEvent) => authorizer({ algorithms: ['HS256'], keys: SECRET_KEYS })
    .handler(event(`Bearer ${token(hmac('HS256'), { ...CLAIMS, sub })}`));

  test.each(['user-1', 'auth0|5f7c8ec7c33c6c004bbafe82', 'https://idp.example.test/?a=1&b=2', 'a'.repeat(128)])('is the subject %s', async (sub) => {
    expect((await by(sub)).principalId).toBe(sub);
  });

  test('is a hash of subjects that would not stand in a log line or name a group of messages', async () => {
    const odd = ['', ' ', 'a b', '"', '\\', '","status":"200', 'x\ny', '\u0000', 'ü', '\u2028', 'a'.repeat(129), 'caller', 'sha256-x'];
    const names = await Promise.all(odd.map(async (sub) => (await by(sub)).principalId));
    for (const name of names) expect(name).toMatch(/^sha256-[\w-]{43}$/);
    expect(new Set(names).size).toBe(odd.length);
    expect((await by(names[0])).principalId).not.toBe(names[0]); // nobody takes the name of another by calling himself so
  });

  test('is "caller" where the token names nobody', async () => {
    for (const sub of [undefined, null]) expect((await by(sub)).principalId).toBe('caller');
  });

  test('is the same for an HTTP API', async () => {
    const { context } = await by('a b', (text) => httpEvent({ authorization: text }));
    expect(context).toEqual({ principalId: (await by('a b')).principalId });
  });
});

describe('scopes by route', () => {
  const hs = { algorithms: ['HS256'], keys: SECRET_KEYS, scopes: { 'GET /orders/{id}': ['orders/read', 'admin'], 'DELETE /orders/{id}': ['admin'], 'GET /orders': [], 'ANY /reports': ['admin'] } } as const;
  const asking = (claims: object, others: object = {}) => authorizer(hs).handler(requestEvent({ authorization: `bearer ${token(hmac('HS256'), { ...CLAIMS, ...claims })}` }, others));

  test('one of them suffices, in either form', async () => {
    await expect(asking({})).resolves.toMatchObject({ principalId: 'user-1' });
    await expect(asking({ scope: undefined, scp: ['x', 'admin'] })).resolves.toMatchObject({ principalId: 'user-1' });
    await expect(asking({ scope: undefined, scp: 'x orders/read' })).resolves.toMatchObject({ principalId: 'user-1' });
  });

  test('without one nobody comes in', async () => {
    await expect(asking({ scope: 'orders/readonly' })).rejects.toThrow(/^Unauthorized$/);
    await expect(asking({}, { httpMethod: 'DELETE' })).rejects.toThrow(/^Unauthorized$/);
    await expect(asking({ scope: { 0: 'admin' } }, { httpMethod: 'DELETE' })).rejects.toThrow(/^Unauthorized$/);
  });

  test('a route that says so needs none', async () => {
    await expect(asking({ scope: undefined }, { resource: '/orders' })).resolves.toMatchObject({ principalId: 'user-1' });
  });

  test('a route of any method needs those of that, and a route that is not known lets nobody in', async () => {
    await expect(asking({}, { resource: '/reports' })).rejects.toThrow(/^Unauthorized$/);
    await expect(asking({ scope: 'admin' }, { resource: '/reports', httpMethod: 'PUT' })).resolves.toMatchObject({ principalId: 'user-1' });
    await expect(asking({ scope: 'admin' }, { resource: '/other' })).rejects.toThrow(/^Unauthorized$/);
  });

  test('are not asked for with the token alone, by the authorizer of routes that need none', async () => {
    const { handler } = authorizer(hs);
    await expect(handler(tokenEvent(`Bearer ${token(hmac('HS256'))}`))).resolves.toMatchObject({ principalId: 'user-1' });
  });
});
