import * as crypto from 'crypto';
import { CfnParameter, Duration, Fn, Stack } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { LOGIN } from './jwt-api';
import { JwtAlgorithm, JwtAuthorizer, JwtIssuer, JwtIssuerOptions, JwtKeys, JwtScopes, RouteAuth } from '../../../src/api';
import { SecureVpc } from '../../../src/network';
import { inBothFlagModes, newStack } from '../../harness/apps';
import { emptyApiIn } from '../api-under-test';

type Json = Record<string, unknown>;

const rsa = (bits = 2048): crypto.KeyPairKeyObjectResult => crypto.generateKeyPairSync('rsa', { modulusLength: bits });
const PAIR = rsa();
const PUBLIC: Json = { ...PAIR.publicKey.export({ format: 'jwk' }), kid: 'one' };
const PRIVATE: Json = { ...PAIR.privateKey.export({ format: 'jwk' }), kid: 'one' };
const EC: Json = { ...crypto.generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }), kid: 'curve' };

const secretIn = (stack: Stack): secretsmanager.ISecret => secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'partner');
const pinned = (keys: unknown, algorithms?: JwtAlgorithm[]): Partial<JwtIssuerOptions> => ({ keys: JwtKeys.pinned(keys as Json), algorithms });

/** The message of making an authorizer for this issuer. */
function messageOf(options: (stack: Stack) => Partial<JwtIssuerOptions>, url = 'https://login.example.com/'): string {
  const stack = newStack();
  try {
    new JwtAuthorizer(stack, 'Jwt', { issuer: JwtIssuer.at(url, { audiences: ['orders'], ...options(stack) }) });
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

inBothFlagModes(() => {
  describe('an issuer is refused', () => {
    test('whose secret is of another account, under a name that looks complete', () => {
      const secretPartialArn = 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:x-secret';
      expect(messageOf((stack) => ({ keys: JwtKeys.secret(secretsmanager.Secret.fromSecretAttributes(stack, 'Secret', { secretPartialArn })) }))).toContain(
        `[Stack/Jwt] issuer keys = "${secretPartialArn}": Secrets Manager takes the last six characters of such a name for those that it adds, and finds no secret. Import`);
    });

    test.each([null, undefined, 'https://login.example.com/'])('that is %p', (issuer) => {
      expect(() => new JwtAuthorizer(newStack(), 'Jwt', { issuer: issuer as unknown as JwtIssuer }))
        .toThrow(/\[Stack\/Jwt\] issuer = .*: nobody is named whose tokens could be verified\. Write JwtIssuer\.at\(/);
    });

    test.each([
      'login.example.com', 'http://login.example.com', 'https://login.example.com/?tenant=1', 'https://login.example.com/#', 'https://user@login.example.com', '',
    ])('at %p', (url) => {
      expect(messageOf(() => ({}), url)).toContain(`[Stack/Jwt] issuer url = ${JSON.stringify(url)}: it is no https URL`);
    });

    test.each<[string, Partial<JwtIssuerOptions>, string]>([
      ['without an audience', { audiences: [] }, 'issuer audiences = []: without an audience a token that the issuer gave to any other app opens this API. Write audiences: ["orders"]'],
      ['with no audiences at all', { audiences: undefined as unknown as string[] }, 'issuer audiences = "absent": without an audience'],
      ['with an empty audience', { audiences: ['orders', ' '] }, 'without an audience'],
      ['with audiences that are one token', { audiences: Fn.split(',', Fn.ref('Names')) }, 'this is a token'],
      ['without algorithms', { algorithms: [] }, 'issuer algorithms = []: no algorithm is accepted'],
      ['with the algorithm none', { algorithms: ['none' as JwtAlgorithm] }, 'issuer algorithms = "none": there is no such algorithm here'],
      ['with a shared-secret algorithm and public keys', { algorithms: [JwtAlgorithm.RS256, JwtAlgorithm.HS256] },
        'issuer algorithms = "HS256": it needs a shared secret: with a public key as the secret, whoever knows the key could sign'],
      ['with keys that are not fetched by https', { keys: JwtKeys.jwks('http://keys.example.com') }, 'issuer keys = "http://keys.example.com": it is no https URL'],
      ['with clocks far apart', { clockTolerance: Duration.minutes(6) }, 'issuer clockTolerance = 6 minutes: clocks that are further apart than 5 minutes are wrong'],
      ['with a fraction of a second', { clockTolerance: Duration.millis(500) }, 'fractions of a second are not compared'],
      ['without an age', { maxAge: Duration.seconds(0) }, 'issuer maxAge = 0 seconds: an age is counted in whole seconds'],
      ['with an empty type', { tokenType: '' }, 'issuer tokenType = "": no token has an empty one'],
      ['with an empty use', { tokenUse: '' }, 'issuer tokenUse = "": no token has an empty one'],
      ['with the audience among the claims', { claims: { aud: 'orders' } }, 'issuer claims.aud = "orders": another option decides about this claim. Use audiences.'],
      ['with a context claim that access logs take for API Gateway\'s', { contextClaims: ['sub', 'status'] }, 'issuer contextClaims = "status": API Gateway itself puts'],
      ['with a context claim that API Gateway has', { contextClaims: ['principalId'] }, 'issuer contextClaims = "principalId": API Gateway itself puts this name'],
      ['with a malformed header', { header: 'method.request.header.X' }, 'issuer.header = "method.request.header.X": it is no name of a header'],
    ])('%s', (_, options, message) => {
      expect(messageOf(() => options)).toContain(message);
    });

    test('with a secret and algorithms of public keys', () => {
      expect(messageOf((stack) => ({ keys: JwtKeys.secret(secretIn(stack)), algorithms: [JwtAlgorithm.RS256] })))
        .toContain('issuer algorithms = "RS256": it needs public keys, and the keys are a shared secret. Write JwtAlgorithm.HS256');
    });

    test('with a field without a name', () => {
      expect(messageOf((stack) => ({ keys: JwtKeys.secret(secretIn(stack), { field: '' }) }))).toContain('issuer keys.field = "": a field has a name');
    });
  });

  describe('pinned keys are refused', () => {
    test.each<[string, unknown, string]>([
      ['that are no set', PUBLIC, 'it is no JSON Web Key Set with at least one key. Give what the jwks_uri of the issuer answers'],
      ['that are none', { keys: [] }, 'it is no JSON Web Key Set'],
      ['that are absent', undefined, 'issuer keys = "absent": it is no JSON Web Key Set'],
      ['that are no objects', { keys: ['key'] }, 'it is no JSON Web Key Set'],
      ['that are private', { keys: [PRIVATE] }, 'issuer keys = "key one": it is a private or shared key (d), and everybody who can see the function\'s code could sign'],
      ['of which one is private', { keys: [EC, PUBLIC, { kty: 'EC', d: 'x' }] }, 'issuer keys = "key 2": it is a private or shared key (d)'],
      ['that are shared', { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }, 'it is a private or shared key (k)'],
      ['that say they are shared', { keys: [{ kty: 'oct' }] }, '(kty oct)'],
      ['with half a private key', { keys: [{ ...PUBLIC, p: 'x' }] }, 'it is a private or shared key (p)'],
      ['without a part', { keys: [{ kty: 'RSA', e: 'AQAB' }] }, 'issuer keys = "key 0": the member n of a public RSA key is missing'],
      ['that are short', { keys: [{ ...rsa(1024).publicKey.export({ format: 'jwk' }) }] }, 'an RSA key of 1024 bits can be broken'],
      ['of another kind', { keys: [EC] }, 'issuer keys = ["EC P-384"]: none of these keys verifies RS256, which is among the algorithms'],
      ['for another algorithm', { keys: [{ ...PUBLIC, alg: 'PS256' }] }, 'issuer keys = ["RSA for PS256"]: none of these keys verifies RS256'],
      ['for encryption', { keys: [{ ...PUBLIC, use: 'enc' }] }, 'none of these keys verifies RS256'],
    ])('%s', (_, keys, message) => {
      expect(messageOf(() => pinned(keys))).toContain(message);
    });

    test('on a curve of another algorithm', () => {
      expect(messageOf(() => pinned({ keys: [EC] }, [JwtAlgorithm.ES256]))).toContain('none of these keys verifies ES256');
      expect(messageOf(() => pinned({ keys: [EC] }, [JwtAlgorithm.ES384]))).toBe('no error');
    });

    test('that are known at deployment only', () => {
      expect(messageOf((stack) => pinned({ keys: [{ ...PUBLIC, n: new CfnParameter(stack, 'N').valueAsString }] })))
        .toContain('keys are checked now, and these are known at deployment only');
    });
  });

  describe('a route is refused', () => {
    test.each<[string, JwtScopes, string]>([
      ['that does not say which tokens open it', {}, 'GET /orders auth.scopes = "absent": without scopes every token that the issuer gave out for this audience opens the route'],
      ['with no scopes', { scopes: [] }, 'Write scopes: ["orders/read"], or withoutScopes: true'],
      ['with scopes and without', { scopes: ['a'], withoutScopes: true }, 'GET /orders auth.scopes = ["a"]: withoutScopes contradicts the scopes. Keep one of the two.'],
      ['with two scopes in one', { scopes: ['a b'] }, 'GET /orders auth.scopes = "a b": a scope is one word of printable ASCII'],
      ['with scopes that are one token', { scopes: Fn.split(',', Fn.ref('Names')) }, 'this is a token'],
      ['with answers that are kept too long', { scopes: ['a'], cacheTtl: Duration.hours(2) }, 'GET /orders auth.cacheTtl = "7200 seconds": API Gateway keeps answers'],
    ])('%s', (_, options, message) => {
      const { api, fn } = emptyApiIn(newStack());
      expect(() => api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwt(LOGIN, options) })).toThrow(message);
    });

    test('whose issuer is malformed, in the name of the route', () => {
      const { api, fn } = emptyApiIn(newStack());
      const auth = RouteAuth.jwt(JwtIssuer.at('login', { audiences: ['orders'] }), { withoutScopes: true });
      expect(() => api.addRoute('GET', '/orders', fn, { auth })).toThrow('[Stack/Api] GET /orders auth issuer url = "login": it is no https URL');
    });
  });

  test('a VPC that would have to reach the issuer is refused, with a way out', () => {
    const stack = newStack();
    const { vpc } = new SecureVpc(stack, 'Vpc');
    expect(() => new JwtAuthorizer(stack, 'Jwt', { issuer: LOGIN, vpc }))
      .toThrow(/\[Stack\/Jwt\] vpc = "Stack\/Vpc\/Resource": inside it nothing leads to the keys of the issuer.*JwtKeys\.pinned/);
  });

  test('references are no mistakes', () => {
    expect(messageOf((stack) => {
      const parameter = new CfnParameter(stack, 'Audience').valueAsString;
      return { audiences: [parameter], claims: { tenant: parameter }, tokenUse: parameter };
    })).toBe('no error');
  });
});
