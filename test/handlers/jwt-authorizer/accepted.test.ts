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
    const scopes = { [`${httpMethod} ${resource}`]: ['orders/read'] };
    const { policyDocument } = await authorizer({ ...hs, scopes }).handler(requestEvent({ Authorization: await good() }, { resource, httpMethod }));
    expect(policyDocument.Statement).toEqual([
      { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/${expected}` },
    ]);
  });

  test('of an HTTP API: that it may come in', async () => {
    await expect(authorizer(hs).handler(httpEvent({ authorization: await good() }))).resolves.toEqual({
      isAuthorized: true, context: { principalId: 'user-1', sub: 'user-1', admin: 'true', level: '3', groups: '["a","b"]' },
    });
  });

  test.each([
    ['user|7', 'user|7'], ['CORP\\jane', 'CORP%5Cjane'], ['a","admin":"yes', 'a%22,%22admin%22:%22yes'], ['a\nb\u0085', 'a%0Ab%85'], ['50%', '50%25'], ['a%22b', 'a%2522b'],
    ['Zoë 🦊', 'Zoë 🦊'], ['\ud800', '%D800'], ['', 'caller'], [7, 'caller'],
  ])('of the subject %j: what breaks no line of a log, and is nobody else', async (sub, principalId) => {
    const answer = await authorizer(hs).handler(tokenEvent(`Bearer ${token(hmac('HS256'), { ...CLAIMS, sub })}`));
    expect(answer.principalId).toBe(principalId);
    expect(JSON.parse(`{"principal":"${principalId}"}`)).toEqual({ principal: principalId });
    expect(answer.context.sub).toBe(String(sub));
  });

  test('claims by the list only, as text', async () => {
    const { context } = await authorizer(hs).handler(tokenEvent(await good()));
    expect(context).toEqual({ sub: 'user-1', admin: 'true', level: '3', groups: '["a","b"]' });
    expect((await authorizer({ ...hs, context: [] }).handler(tokenEvent(await good()))).context).toEqual({});
  });
});

describe('scopes by route', () => {
  const hs = { algorithms: ['HS256'], keys: SECRET_KEYS, scopes: { 'GET /orders/{id}': ['orders/read', 'admin'], 'DELETE /orders/{id}': ['admin'], 'GET /orders': [] } } as const;
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

  test('a route that is not known lets nobody in', async () => {
    await expect(asking({ scope: 'admin' }, { httpMethod: 'PUT' })).rejects.toThrow(/^Unauthorized$/);
    await expect(asking({ scope: 'admin' }, { resource: '/other' })).rejects.toThrow(/^Unauthorized$/);
  });

  test('a route that had some stays shut after the last one is gone from the settings, until API Gateway has forgotten it', async () => {
    const authorization = `Bearer ${token(hmac('HS256'))}`;
    const { handler } = authorizer({ ...hs, scopes: {} });
    await expect(handler(requestEvent({ authorization }))).rejects.toThrow(/^Unauthorized$/);
    await expect(handler(httpEvent({ authorization }, { identitySource: [authorization, 'GET /orders/{id}'] }))).resolves.toEqual({ isAuthorized: false });
    await expect(handler(httpEvent({ authorization }, { identitySource: [authorization] }))).resolves.toMatchObject({ isAuthorized: true });
    await expect(handler(tokenEvent(authorization))).resolves.toMatchObject({ principalId: 'user-1' });
  });

  test('are not asked for with the token alone, by the authorizer of routes that need none', async () => {
    const { handler } = authorizer(hs);
    await expect(handler(tokenEvent(`Bearer ${token(hmac('HS256'))}`))).resolves.toMatchObject({ principalId: 'user-1' });
  });
});
