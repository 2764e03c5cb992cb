import * as fs from 'fs';
import * as path from 'path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { SECRET_ARN } from './jwt-api';
import type { AuthorizerEvent } from '../../../handlers/jwt-authorizer/caller';
import { JwtAlgorithm, JwtIssuer, JwtIssuerOptions, JwtKeys, JwtScopes, JwtVerifier, RouteAuth, SecureHttpApi } from '../../../src/api';
import { Authorizer, authorizerOf, BUNDLE, httpEvent, keyServer, KeyServer, requestEvent, tokenEvent } from '../../handlers/jwt-authorizer/authorizer';
import { CLAIMS, hmac, ISSUER, Json, keyPair, NOW, Signer, token } from '../../handlers/jwt-authorizer/tokens';
import { ENV, inBothFlagModes, newApp } from '../../harness/apps';
import { emptyApiIn, functionIn } from '../api-under-test';

const RSA = keyPair('RS256');
const EC = keyPair('ES256');

/** Where the code of the function deployed last is. */
let folder: string;
const lastKeys = (): unknown => JSON.parse(fs.readFileSync(path.join(folder, 'keys.json'), 'utf8'));

/** The function that an app with one route of a REST API deploys. */
function deployed(issuerIn: (stack: Stack) => JwtIssuer, scopes: JwtScopes): Deployed {
  return deployedBy((stack) => {
    const { api, fn } = emptyApiIn(stack);
    api.addRoute('GET', '/orders/{id}', fn, { auth: RouteAuth.jwt(issuerIn(stack), { ...scopes, verifier: JwtVerifier.FUNCTION }) });
  });
}

interface Deployed extends Authorizer {
  /** When Lambda ends the function. */
  readonly timeoutMilliseconds: number;
}

/** The function that an app deploys: its code and settings as they are synthesized, its environment as Lambda would set it. */
function deployedBy(build: (stack: Stack) => void): Deployed {
  const app: App = newApp();
  const stack = new Stack(app, 'Stack', { env: ENV });
  build(stack);
  const assembly = app.synth();
  const { template } = assembly.getStackByName('Stack');
  const { Properties: it } = (Object.values(template.Resources) as any[]).find(({ Properties }) => Properties?.Description === 'Verifies JSON Web Tokens');
  const hash = /^([0-9a-f]+)\.zip$/.exec(it.Code.S3Key as string)![1];
  expect(it.Handler).toBe('index.handler');
  folder = path.join(assembly.directory, `asset.${hash}`);
  const code = path.join(folder, 'index.js');
  expect(fs.readFileSync(code).equals(fs.readFileSync(BUNDLE))).toBe(true);
  // from where it was built it finds the AWS SDK
  const bundle = fs.existsSync(path.join(folder, 'keys.json')) ? code : BUNDLE;
  return { ...authorizerOf(bundle, it.Environment.Variables.JWT_AUTHORIZER_SETTINGS as string), timeoutMilliseconds: it.Timeout * 1000 };
}

const issuer = (options: Partial<JwtIssuerOptions>) => () => JwtIssuer.at(ISSUER, { audiences: ['orders'], ...options });
const bearer = (signer: Signer, claims?: Json, header?: Json): string => `Bearer ${token(signer, { ...CLAIMS, ...claims }, header)}`;

let server: KeyServer;
beforeEach(async () => {
  server = await keyServer();
  server.answer = (request, response) => response.end(JSON.stringify(request.url!.endsWith('openid-configuration')
    ? { issuer: ISSUER, jwks_uri: 'https://keys.example.test/jwks' }
    : { keys: [RSA.jwk, EC.jwk] }));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

inBothFlagModes(() => {
  describe('the handler lets in by the settings that the construct writes', () => {
    test.each<[string, (stack: Stack) => JwtIssuer, Signer, string[]]>([
      ['the OpenID configuration of the issuer', issuer({}), RSA, ['/tenant/.well-known/openid-configuration', '/jwks']],
      ['a key set', issuer({ keys: JwtKeys.jwks('https://keys.example.test/set') }), RSA, ['/set']],
      ['pinned keys', issuer({ keys: JwtKeys.pinned({ keys: [EC.jwk, { ...RSA.jwk, x5c: ['MII'] }] }), algorithms: [JwtAlgorithm.ES256] }), EC, []],
      ['a secret', (stack) => issuer({ keys: JwtKeys.secret(secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret', SECRET_ARN)) })(), hmac('HS256'), []],
    ])('and %s', async (_, from, signer, asked) => {
      const { handler } = deployed(from, { withoutScopes: true });
      await expect(handler(tokenEvent(bearer(signer)))).resolves.toMatchObject({ principalId: 'user-1' });
      expect(server.asked).toEqual(asked);
      await expect(handler(tokenEvent(bearer(signer, { aud: 'returns' })))).rejects.toThrow('Unauthorized');
      await expect(handler(tokenEvent(bearer(keyPair('RS256'))))).rejects.toThrow('Unauthorized');
    });

    test('and scopes by route, as API Gateway names routes', async () => {
      const { handler, log } = deployed(issuer({}), { scopes: ['orders/read'] });
      const asked = (scope: string, others?: object) => handler(requestEvent({ Authorization: bearer(RSA, { scope }) }, others));
      await expect(asked('orders/read')).resolves.toMatchObject({
        policyDocument: { Statement: [{ Resource: 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/orders/*' }] },
      });
      await expect(asked('orders/write')).rejects.toThrow('Unauthorized');
      await expect(asked('orders/read', { httpMethod: 'DELETE' })).rejects.toThrow('Unauthorized');
      expect(log.map((line) => JSON.parse(line).reason)).toEqual([
        'the token has none of the scopes of the route', 'the route is not among those that say which scopes they need',
      ]);
    });

    test('and scopes by route of an HTTP API, in its format', async () => {
      const { handler, log } = deployedBy((stack) => {
        const api = new SecureHttpApi(stack, 'Api');
        const auth = (scope: string) => RouteAuth.jwt(issuer({})(), { scopes: [scope], verifier: JwtVerifier.FUNCTION });
        api.addRoute('GET', '/orders/{id}', functionIn(stack, 'Read'), { auth: auth('orders/read') });
        api.addRoute('DELETE', '/orders/{id}', functionIn(stack, 'Delete'), { auth: auth('orders/delete') });
        api.addRoute('GET', '/files/{rest+}', functionIn(stack, 'Files'), { auth: auth('files') });
      });
      const asked = (routeKey: string, scope?: string) =>
        handler({ ...httpEvent({ authorization: bearer(RSA, { scope }) }), routeKey } as AuthorizerEvent);
      for (const [route, scope] of [['GET /orders/{id}', 'orders/read'], ['DELETE /orders/{id}', 'orders/delete'], ['GET /files/{rest+}', 'files']]) {
        await expect(asked(route, `other ${scope}`)).resolves.toMatchObject({ isAuthorized: true });
        for (const other of [undefined, '', `${scope}x`, 'other']) await expect(asked(route, other)).resolves.toEqual({ isAuthorized: false });
      }
      await expect(asked('DELETE /orders/{id}', 'orders/read')).resolves.toEqual({ isAuthorized: false });
      await expect(asked('PUT /orders/{id}', 'orders/read orders/delete files')).resolves.toEqual({ isAuthorized: false });
      await expect(asked('$default', 'orders/read')).resolves.toEqual({ isAuthorized: false });
      expect(log).toHaveLength(15);
    });

    test('and every option', async () => {
      const { handler } = deployed(issuer({
        tokenType: 'at+jwt',
        tokenUse: 'access',
        maxAge: Duration.minutes(5),
        clockTolerance: Duration.seconds(30),
        contextClaims: ['email'],
        header: 'X-Token',
        claims: { tenant: 'acme', verified: true, level: 2 },
      }), { scopes: ['orders/read'] });
      const good: Json = { token_use: 'access', tenant: 'acme', verified: true, level: 2, email: 'user@example.com', other: 'not asked for' };
      const asked = (claims: Json, header: Json = { typ: 'at+jwt' }, name = 'x-token') => handler(requestEvent({ [name]: bearer(RSA, { ...good, ...claims }, header) }));
      await expect(asked({})).resolves.toMatchObject({ context: { email: 'user@example.com' } });
      await expect(asked({ exp: Math.floor(Date.now() / 1000) - 10 })).resolves.toBeDefined();
      const bad: [Json, Json?, string?][] = [
        [{ exp: NOW - 60 }], [{ iat: NOW - 400 }], [{ token_use: 'id' }], [{ tenant: 'other' }], [{ verified: 'true' }], [{ level: 3 }],
        [{}, { typ: 'JWT' }], [{}, { typ: 'at+jwt' }, 'Authorization'],
      ];
      for (const [claims, header, name] of bad) await expect(asked(claims, header, name)).rejects.toThrow('Unauthorized');
    });
  });

  test('a slow configuration before a slow key set is given up well before Lambda ends the function', async () => {
    const { handler, log, timeoutMilliseconds } = deployed(issuer({}), { withoutScopes: true });
    server.answer = (request, response) => {
      if (request.url!.endsWith('openid-configuration')) setTimeout(() => response.end(JSON.stringify({ issuer: ISSUER, jwks_uri: 'https://keys.example.test/jwks' })), 2500);
      else response.write('{"keys":[');
    };
    const begin = performance.now();
    await expect(handler(tokenEvent(bearer(RSA)))).rejects.toThrow(/^Unauthorized$/);
    expect(server.asked).toHaveLength(2);
    expect(performance.now() - begin).toBeLessThan(timeoutMilliseconds - 2000); // which it needs to start and to verify
    expect(log[0]).toContain('does not answer in time');
  }, 30_000);

  test('what is deployed of pinned keys verifies, and nothing more', () => {
    deployed(issuer({ keys: JwtKeys.pinned({ keys: [{ ...RSA.jwk, x5c: ['MII'], x5t: 'MII' }, EC.jwk] }) }), { withoutScopes: true });
    const { n, e, kty, kid, alg, use } = RSA.jwk!;
    expect(lastKeys()).toEqual({ keys: [{ kty, kid, alg, use, n, e }] });
  });
});
