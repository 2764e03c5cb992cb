import { Duration } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { emptyHttpApiIn, LOGIN } from './http-api-under-test';
import { JwtAlgorithm, JwtAuthorizer, JwtIssuer, JwtKeys, JwtVerifier, RouteAuth } from '../../../src/api';
import { inBothFlagModes, newStack, only, templateOf } from '../../harness/apps';

const AUTHORIZER = 'AWS::ApiGatewayV2::Authorizer';
const at = (options: Partial<Parameters<typeof JwtIssuer.at>[1]>) => JwtIssuer.at('https://login.example.com/', { audiences: ['orders'], ...options });

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `name-${index}`);

/** The one authorizer of an API with one route. */
function authorizerOf(auth: RouteAuth): any {
  const stack = newStack();
  const { api, fn } = emptyHttpApiIn(stack);
  api.addRoute('GET', '/', fn, { auth });
  return only(templateOf(stack), AUTHORIZER).resource.Properties;
}

inBothFlagModes(() => {
  test.each([
    ['signed with RSA', at({})],
    ['signed with any RSA algorithm', at({ algorithms: [JwtAlgorithm.RS256, JwtAlgorithm.RS384, JwtAlgorithm.RS512] })],
    ['in another header', at({ header: 'X-Token' })],
  ])('API Gateway itself verifies tokens %s', (_, issuer) => {
    const properties = authorizerOf(RouteAuth.jwt(issuer, { scopes: ['orders/read'] }));
    expect(properties).toMatchObject({ AuthorizerType: 'JWT', JwtConfiguration: { Issuer: 'https://login.example.com/', Audience: ['orders'] } });
    expect(properties.IdentitySource).toEqual([`$request.header.${issuer._demands.header}`]);
  });

  test('API Gateway itself verifies access tokens of a user pool, which alone have scopes', () => {
    const stack = newStack();
    const users = new UserPool(stack, 'Users');
    const client = users.addClient('Web', { disableOAuth: true });
    const { api, fn } = emptyHttpApiIn(stack);
    api.addRoute('GET', '/', fn, { auth: RouteAuth.jwt(JwtIssuer.userPool(users, { clients: [client] }), { scopes: ['orders/read'] }) });
    const { JwtConfiguration } = only(templateOf(stack), AUTHORIZER).resource.Properties;
    expect(JwtConfiguration.Audience).toEqual([stack.resolve(client.userPoolClientId)]);
    expect(JSON.stringify(JwtConfiguration.Issuer)).toContain('ProviderName');
  });

  describe('a function verifies', () => {
    test.each([
      ['tokens signed with elliptic curves', at({ algorithms: [JwtAlgorithm.ES256] })],
      ['tokens signed with one RSA algorithm and no other', at({ algorithms: [JwtAlgorithm.RS256] })],
      ['tokens for more audiences than the service takes', at({ audiences: names(51) })],
      ['tokens of keys without OpenID configuration', at({ keys: JwtKeys.jwks('https://login.example.com/keys') })],
      ['tokens of one type', at({ tokenType: 'at+jwt' })],
      ['tokens of a highest age', at({ maxAge: Duration.hours(1) })],
      ['tokens of clocks that are off', at({ clockTolerance: Duration.seconds(5) })],
      ['claims', at({ claims: { tenant: 'acme' } })],
      ['claims that are handed on', at({ contextClaims: ['email'] })],
      ['the use of tokens', at({ tokenUse: 'access' })],
    ])('%s', (_, issuer) => {
      expect(authorizerOf(RouteAuth.jwt(issuer, { scopes: ['orders/read'] }))).toMatchObject({
        AuthorizerType: 'REQUEST', AuthorizerPayloadFormatVersion: '2.0', EnableSimpleResponses: true,
      });
    });

    test('tokens of a user pool without scopes, because ID tokens have none either', () => {
      const stack = newStack();
      const users = new UserPool(stack, 'Users');
      const { api, fn } = emptyHttpApiIn(stack);
      const issuer = JwtIssuer.userPool(users, { clients: [users.addClient('Web', { disableOAuth: true })] });
      api.addRoute('GET', '/', fn, { auth: RouteAuth.jwt(issuer, { withoutScopes: true }) });
      expect(only(templateOf(stack), AUTHORIZER).resource.Properties.AuthorizerType).toBe('REQUEST');
    });

    test('what it is asked to, by a permission for its authorizer', () => {
      const stack = newStack();
      const authorizer = new JwtAuthorizer(stack, 'Jwt', { issuer: at({ keys: JwtKeys.secret(new Secret(stack, 'Secret')) }) });
      const { api, fn } = emptyHttpApiIn(stack);
      api.addRoute('GET', '/', fn, { auth: RouteAuth.jwtAuthorizer(authorizer, { scopes: ['orders/read'] }) });
      const template = templateOf(stack);
      const { id } = only(template, AUTHORIZER);
      template.hasResourceProperties('AWS::Lambda::Permission', { FunctionName: stack.resolve(authorizer.lambdaFunction.functionArn) });
      expect(JSON.stringify(template.findResources('AWS::Lambda::Permission'))).toContain(`"/authorizers/",{"Ref":"${id}"}`);
    });

    test('with scopes each route by itself, without them all routes at once', () => {
      const common = { verifier: JwtVerifier.FUNCTION, cacheTtl: Duration.minutes(2) };
      const byFunction = (options: object) => authorizerOf(RouteAuth.jwt(LOGIN, { ...common, ...options }));
      expect(byFunction({ scopes: ['orders/read'] })).toMatchObject({
        IdentitySource: ['$request.header.Authorization', '$context.routeKey'], AuthorizerResultTtlInSeconds: 120,
      });
      expect(byFunction({ withoutScopes: true })).toMatchObject({ IdentitySource: ['$request.header.Authorization'] });
    });
  });

  test('API Gateway itself takes 50 audiences and 10 scopes, a function any number', () => {
    expect(authorizerOf(RouteAuth.jwt(at({ audiences: names(50) }), { scopes: names(10) }))).toMatchObject({ AuthorizerType: 'JWT' });
    expect(authorizerOf(RouteAuth.jwt(at({}), { scopes: names(11) }))).toMatchObject({ AuthorizerType: 'REQUEST' });
  });

  test.each([
    [at({ algorithms: [JwtAlgorithm.RS384, JwtAlgorithm.RS384, JwtAlgorithm.RS384] }), ['x'], 'that of an HTTP API takes RS256, RS384, RS512 alike, and algorithms names some'],
    [at({ audiences: names(51) }), ['x'], 'that of an HTTP API takes 50 audiences at most, and these are 51'],
    [at({}), names(11), 'a route of an HTTP API has 10 scopes at most, and these are 11'],
  ])('API Gateway is not asked for more than it takes', (issuer, scopes, why) => {
    const { api, fn } = emptyHttpApiIn(newStack());
    expect(() => api.addRoute('GET', '/', fn, { auth: RouteAuth.jwt(issuer, { scopes, verifier: JwtVerifier.NATIVE }) })).toThrow(
      `GET / auth.verifier = "NATIVE": API Gateway cannot check all that is asked of the tokens: ${why}. Leave the verifier out`);
  });

  test('API Gateway is not asked for what it cannot check', () => {
    const { api, fn } = emptyHttpApiIn(newStack());
    const auth = RouteAuth.jwt(at({ algorithms: [JwtAlgorithm.ES256] }), { scopes: ['x'], verifier: JwtVerifier.NATIVE });
    expect(() => api.addRoute('GET', '/', fn, { auth })).toThrow(
      /GET \/ auth\.verifier = "NATIVE": API Gateway cannot check all that is asked of the tokens: that of an HTTP API does not verify ES256\. Leave the verifier out/);
  });
});
