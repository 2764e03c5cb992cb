import { Aspects, Duration } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { AUTHORIZER, LOGIN, partnerIn, synthesized } from './jwt-api';
import { JwtAlgorithm, JwtIssuer, JwtIssuerOptions, JwtKeys, JwtVerifier, RouteAuth } from '../../../src/api';
import { inBothFlagModes, newStack, only } from '../../harness/apps';
import { emptyApiIn } from '../api-under-test';

const URL = 'https://login.example.com/';
const NATIVE = { verifier: JwtVerifier.NATIVE, scopes: ['read'] };
const issuer = (options: Partial<JwtIssuerOptions>): JwtIssuer => JwtIssuer.at(URL, { audiences: ['orders'], ...options });
const OF_POOL = (acceptIdToken: boolean): JwtIssuer => {
  const pool = cognito.UserPool.fromUserPoolId(newStack(), 'Users', 'eu-west-1_Example00');
  return JwtIssuer.userPool(pool, { clients: [cognito.UserPoolClient.fromUserPoolClientId(newStack(), 'App', 'client-1')], acceptIdToken });
};

/** Everything that API Gateway cannot check itself, with what the error says of it. */
const BEYOND: [string, () => JwtIssuer, string][] = [
  ['an algorithm that it does not know', () => issuer({ algorithms: [JwtAlgorithm.RS256, JwtAlgorithm.PS256] }), 'it does not verify PS256'],
  ['EdDSA', () => issuer({ algorithms: [JwtAlgorithm.EDDSA] }), 'it does not verify EdDSA'],
  ['a shared secret', () => partnerIn(newStack()), 'it does not verify HS256'],
  ['keys at another URL', () => issuer({ keys: JwtKeys.jwks('https://keys.example.com/jwks') }), 'it takes keys from the OpenID configuration'],
  ['access tokens of a user pool', () => OF_POOL(false), 'it looks for the audience in aud, and these tokens name it in client_id'],
  ['a type of token', () => issuer({ tokenType: 'at+jwt' }), 'it does not look at the header typ'],
  ['a maximum age', () => issuer({ maxAge: Duration.hours(1) }), 'it knows no age of tokens but their exp'],
  ['a clock tolerance', () => issuer({ clockTolerance: Duration.seconds(5) }), 'its clock tolerance cannot be set'],
  ['some claims in the context', () => issuer({ contextClaims: ['email'] }), 'it hands on all claims, and contextClaims asks for some'],
  ['a claim that is no text', () => issuer({ claims: { verified: true } }), 'it compares claims of text other than iss, aud, exp, nbf, iat, scope, scp, and verified is not one'],
];

inBothFlagModes(() => {
  test('API Gateway verifies by the properties that its documentation names', () => {
    const template = synthesized((route) => {
      const strict = issuer({ algorithms: [JwtAlgorithm.ES256, JwtAlgorithm.RS512], claims: { tenant: 'acme' }, tokenUse: 'access', header: 'X-Token' });
      route('/orders', RouteAuth.jwt(strict, { scopes: ['orders/read'] }));
    });
    const { id, resource } = only(template, AUTHORIZER);
    expect(resource.Properties).toEqual({
      Type: 'JWT',
      Name: expect.stringMatching(/^JWT-[0-9a-f]{8}$/),
      RestApiId: expect.anything(),
      IdentitySource: 'method.request.header.X-Token',
      JwtConfiguration: {
        DefaultAlgorithms: ['ES256', 'RS512'],
        Issuers: [{
          Issuer: URL,
          Audiences: ['orders'],
          AdditionalClaims: [
            { ClaimName: 'tenant', Format: 'SINGLE_STRING', Required: true, ExpectedValues: ['acme'] },
            { ClaimName: 'token_use', Format: 'SINGLE_STRING', Required: true, ExpectedValues: ['access'] },
          ],
        }],
      },
    });
    template.hasResourceProperties('AWS::ApiGateway::Method', {
      HttpMethod: 'GET', AuthorizationType: 'JWT', AuthorizerId: { Ref: id }, AuthorizationScopes: ['orders/read'],
    });
    expect(Object.keys(template.findResources('AWS::Lambda::Function'))).toHaveLength(1); // the one behind the route
  });

  test('and nobody is told that the scopes of its route are ignored', () => {
    const stack = newStack();
    const { api, fn } = emptyApiIn(stack);
    api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwt(issuer({}), NATIVE) });
    Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('AuthorizationScopes'));
    Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::Method', { AuthorizationType: 'JWT', AuthorizationScopes: NATIVE.scopes });
  });

  test('routes with one issuer share the authorizer, each with scopes of its own, or none', () => {
    const template = synthesized((route) => {
      route('/a', RouteAuth.jwt(LOGIN, { scopes: ['a', 'b'] }));
      route('/b', RouteAuth.jwt(issuer({}), { withoutScopes: true }));
    });
    only(template, AUTHORIZER);
    const scopes = Object.values(template.findResources('AWS::ApiGateway::Method')).map(({ Properties }) => Properties.AuthorizationScopes);
    expect(scopes).toEqual([['a', 'b'], undefined]);
  });

  test('ID tokens of a user pool name their client in aud', () => {
    const template = synthesized((route) => route('/orders', RouteAuth.jwt(OF_POOL(true), { withoutScopes: true })));
    expect(only(template, AUTHORIZER).resource.Properties.JwtConfiguration.Issuers[0]).toMatchObject({
      Audiences: ['client-1'], AdditionalClaims: [{ ClaimName: 'token_use', ExpectedValues: ['id'] }],
    });
  });

  test('a deployment follows the scopes and the issuer', () => {
    const deployment = (from: JwtIssuer, scope: string): string => only(synthesized((route) =>
      route('/orders', RouteAuth.jwt(from, { scopes: [scope] }))), 'AWS::ApiGateway::Deployment').id;
    const ids = [deployment(LOGIN, 'a'), deployment(LOGIN, 'b'), deployment(issuer({ audiences: ['returns'] }), 'a')];
    expect(new Set(ids).size).toBe(3);
    expect(deployment(LOGIN, 'a')).toBe(ids[0]);
  });

  describe('beyond it, a function verifies', () => {
    test.each(BEYOND)('%s', (_, from, why) => {
      const template = synthesized((route) => route('/orders', RouteAuth.jwt(from(), { scopes: ['read'] })));
      expect(only(template, AUTHORIZER).resource.Properties.Type).toBe('REQUEST');
      const { api, fn } = emptyApiIn(newStack());
      expect(() => api.addRoute('GET', '/orders', fn, { auth: RouteAuth.jwt(from(), NATIVE) })).toThrow(
        `[Stack/Api] GET /orders auth.verifier = "NATIVE": API Gateway cannot check all that is asked of the tokens: ${why}`,
      );
    });

    test('and wherever it is asked for', () => {
      const template = synthesized((route) => route('/orders', RouteAuth.jwt(LOGIN, { scopes: ['read'], verifier: JwtVerifier.FUNCTION })));
      expect(only(template, AUTHORIZER).resource.Properties.Type).toBe('REQUEST');
    });
  });

  test.each<[string, (node: apigateway.CfnAuthorizer | apigateway.CfnMethod) => void]>([
    ['algorithms', (node) => node.addPropertyOverride('JwtConfiguration.DefaultAlgorithms', ['RS256', 'ES256'])],
    ['audiences', (node) => node.addPropertyOverride('JwtConfiguration.Issuers', [{ Issuer: URL, Audiences: ['*'] }])],
    ['scopes', (node) => { (node as apigateway.CfnMethod).authorizationScopes = undefined; }],
  ])('%s that are changed later fail the synth', (name, change) => {
    expect(() => synthesized((route, _, api) => {
      route('/orders', RouteAuth.jwt(LOGIN, { scopes: ['read'] }));
      const type = name === 'scopes' ? apigateway.CfnMethod : apigateway.CfnAuthorizer;
      Aspects.of(api).add({ visit: (node) => { if (node instanceof type) change(node); } });
    })).toThrow(/something changed it after construction/);
  });
});
