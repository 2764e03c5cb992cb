import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { emptyWebSocketApiIn, LOGIN, webSocketApiIn } from './web-socket-api-under-test';
import { ConnectToken, JwtAuthorizer, JwtIssuer, JwtVerifier, RouteAuth, SecureApi, SecureWebSocketApiProps } from '../../../src/api';
import { inBothFlagModes, newApp, newStack, only, templateOf } from '../../harness/apps';
import { functionIn, userPool } from '../api-under-test';

const AUTHORIZER = 'AWS::ApiGatewayV2::Authorizer';
const JWT = RouteAuth.jwt(LOGIN, { scopes: ['chat'] });
const QUERY = apigateway.IdentitySource.queryString('token');

/** The message of an API with these props. */
function messageOf(props: (stack: Stack) => Partial<SecureWebSocketApiProps>): string {
  const stack = newStack();
  try {
    emptyWebSocketApiIn(stack, props(stack));
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}

const connectOf = (stack: Stack): any => Object.values(templateOf(stack).findResources('AWS::ApiGatewayV2::Route', { Properties: { RouteKey: '$connect' } }))[0].Properties;

inBothFlagModes(() => {
  test('AWS identities connect by their signature, without an authorizer', () => {
    const stack = newStack();
    webSocketApiIn(stack);
    expect(connectOf(stack).AuthorizationType).toBe('AWS_IAM');
    templateOf(stack).resourceCountIs(AUTHORIZER, 0);
  });

  test.each([
    ['in the query string', ConnectToken.queryString(), 'route.request.querystring.token', { place: { kind: 'query', name: 'token' } }],
    ['in a parameter of another name', ConnectToken.queryString('access_token'), 'route.request.querystring.access_token', { place: { kind: 'query', name: 'access_token' } }],
    ['behind a subprotocol', ConnectToken.subprotocol('chat.v1'), 'route.request.header.Sec-WebSocket-Protocol', { place: { kind: 'protocol', name: 'chat.v1' } }],
    ['in the header', ConnectToken.header(), 'route.request.header.Authorization', { header: 'authorization', place: { kind: 'header' } }],
  ])('API Gateway asks the function with a token %s, where that looks for it', (_, token, identitySource, settings) => {
    const stack = newStack();
    webSocketApiIn(stack, { auth: JWT, token, onConnect: functionIn(stack, 'Connect') });
    const template = templateOf(stack);
    const { id, resource } = only(template, AUTHORIZER);
    expect(resource.Properties).toEqual({
      ApiId: expect.anything(), AuthorizerType: 'REQUEST', AuthorizerUri: expect.anything(), IdentitySource: [identitySource], Name: expect.stringMatching(/^JWT-FUNCTION-/),
    });
    expect(connectOf(stack)).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: id } });
    expect(connectOf(stack)).not.toHaveProperty('AuthorizationScopes'); // of native authorizers only
    const [fn] = Object.values(template.findResources('AWS::Lambda::Function', { Properties: { Description: 'Verifies JSON Web Tokens' } }));
    expect(JSON.parse(fn.Properties.Environment.Variables.JWT_AUTHORIZER_SETTINGS as string)).toMatchObject({ ...settings, scopes: { $connect: ['chat'] }, audiences: ['chat'] });
    expect(JSON.stringify(template.findResources('AWS::Lambda::Permission'))).toContain(`"/authorizers/",{"Ref":"${id}"}`);
  });

  test('a header of the issuer\'s choice is asked for as it is written', () => {
    const stack = newStack();
    const issuer = JwtIssuer.at('https://login.example.com/', { audiences: ['chat'], header: 'X-Token' });
    webSocketApiIn(stack, { auth: RouteAuth.jwt(issuer, { withoutScopes: true }), token: ConnectToken.header() });
    expect(only(templateOf(stack), AUTHORIZER).resource.Properties.IdentitySource).toEqual(['route.request.header.X-Token']);
  });

  test('users of a pool connect by tokens of its clients', () => {
    const stack = newStack();
    const users = userPool(stack);
    const issuer = JwtIssuer.userPool(users, { clients: [users.addClient('Web', { disableOAuth: true })] });
    webSocketApiIn(stack, { auth: RouteAuth.jwt(issuer, { withoutScopes: true }), token: ConnectToken.queryString() });
    expect(only(templateOf(stack), AUTHORIZER).resource.Properties.AuthorizerType).toBe('REQUEST');
  });

  test('a function of the user\'s is asked by what it looks at, and its answer is not kept', () => {
    const stack = newStack();
    const decides = functionIn(stack, 'Decides');
    const identitySources = [QUERY, apigateway.IdentitySource.header('X-Signature'), apigateway.IdentitySource.context('identity.sourceIp'), apigateway.IdentitySource.stageVariable('tenant')];
    webSocketApiIn(stack, { auth: RouteAuth.lambdaRequest(decides, { identitySources }) });
    const { Properties } = only(templateOf(stack), AUTHORIZER).resource;
    expect(Properties.IdentitySource).toEqual(['route.request.querystring.token', 'route.request.header.X-Signature', 'context.identity.sourceIp', 'stageVariables.tenant']);
    expect(Object.keys(Properties).sort()).toEqual(['ApiId', 'AuthorizerType', 'AuthorizerUri', 'IdentitySource', 'Name']);
  });

  test('a function of the library\'s serves one API only', () => {
    const stack = newStack();
    const authorizer = new JwtAuthorizer(stack, 'Jwt', { issuer: LOGIN });
    const auth = RouteAuth.jwtAuthorizer(authorizer, { scopes: ['chat'] });
    emptyWebSocketApiIn(stack, { auth, token: ConnectToken.queryString() });
    expect(() => new SecureApi(stack, 'Rest').addRoute('GET', '/', functionIn(stack, 'Other'), { auth })).toThrow(/it serves Stack\/Api\/Resource already/);
  });
});

describe('who may connect is refused', () => {
  const fn = (stack: Stack) => functionIn(stack, 'Connect');

  test.each<[string, (stack: Stack) => Partial<SecureWebSocketApiProps>, RegExp]>([
    ['where nobody says it', () => ({ auth: undefined }), /\[Stack\/Api\] \$connect auth = "absent": every route says who may call it, and this one does not/],
    ['for everybody without a reason', () => ({ auth: RouteAuth.public(' ') }), /\$connect auth reason = " ": a route that everybody may call needs a reason/],
    ['by user pools', (stack) => ({ auth: RouteAuth.cognito([userPool(stack)], { scopes: ['chat'] }) }),
      /\$connect auth = "RouteAuth\.cognito": WebSocket APIs have no authorizer for user pools\. Write RouteAuth\.jwt\(JwtIssuer\.userPool\(pool, \{ clients: \[client\] \}\), \{ scopes: \["chat"\] \}\), and where/],
    ['by an authorizer of type TOKEN', (stack) => ({ auth: RouteAuth.lambdaToken(fn(stack)) }), /\$connect auth = "RouteAuth\.lambdaToken": authorizers of type TOKEN are for REST APIs.*Write RouteAuth\.lambdaRequest/],
    ['by a function that would be asked for everybody', (stack) => ({ auth: RouteAuth.lambdaRequest(fn(stack)) }),
      /\$connect auth\.identitySources = \[\]: API Gateway would ask the function for everybody who connects.*Name what the function looks at/],
    ['by several values', (stack) => ({ auth: RouteAuth.lambdaRequest(fn(stack), { identitySources: ['method.request.multivalueheader.X'] }) }),
      /\$connect auth\.identitySources = "method\.request\.multivalueheader\.X": identity sources of several values are for REST APIs/],
    ['by what is nowhere', (stack) => ({ auth: RouteAuth.lambdaRequest(fn(stack), { identitySources: ['X-Signature'] }) }), /\$connect auth\.identitySources = "X-Signature": it does not say where in the request it is/],
    ['by API Gateway itself', () => ({ auth: RouteAuth.jwt(LOGIN, { scopes: ['chat'], verifier: JwtVerifier.NATIVE }), token: ConnectToken.header() }),
      /\$connect auth\.verifier = "NATIVE": .*WebSocket APIs have no authorizer of their own for tokens\. Leave the verifier out/],
    ['by tokens without scopes', () => ({ auth: RouteAuth.jwt(LOGIN, {}), token: ConnectToken.header() }), /\$connect auth\.scopes = "absent": without scopes every token/],
    ['by tokens that are nowhere', () => ({ auth: JWT }),
      /\[Stack\/Api\] token = "absent": browsers cannot set headers on a WebSocket, so it must be said where clients put their token\. Write ConnectToken\.subprotocol\("chat\.v1"\) for browsers, \.queryString\(\)/],
    ['by a token where none is looked for', () => ({ auth: RouteAuth.iam(), token: ConnectToken.header() }), /token = "ConnectToken": only the JWT authorizer looks for a token there\. Drop token/],
    ['by a parameter with a blank', () => ({ auth: JWT, token: ConnectToken.queryString('my token') }), /token = "my token": API Gateway takes names of letters, digits and \. _ - only\. Write the bare name/],
    ['by a parameter without a name', () => ({ auth: JWT, token: ConnectToken.queryString('') }), /token = ""/],
    ['by two subprotocols', (stack) => ({ auth: JWT, token: ConnectToken.subprotocol('chat,v1'), onConnect: fn(stack) }), /token = "chat,v1": a subprotocol is one word without blanks, commas and slashes/],
    ['by a subprotocol that nobody answers', () => ({ auth: JWT, token: ConnectToken.subprotocol('chat.v1') }),
      /token = "chat\.v1": a browser closes the connection unless it is answered with the subprotocol.*Give onConnect a function that returns \{ statusCode: 200, headers: \{ "Sec-WebSocket-Protocol": "chat\.v1" \} \}/],
  ])('%s', (_, props, message) => {
    expect(messageOf(props)).toMatch(message);
  });
});

describe('a grant', () => {
  const role = (stack: Stack) => new iam.Role(stack, 'Client', { assumedBy: new iam.AccountRootPrincipal() });
  /** What follows the API in an ARN. */
  const inApi = (arn: unknown): string => JSON.stringify(arn).replace(/^.*\{"Ref":"Api9AF3637B"\},"([^"]*)".*$/, '$1');
  const allowed = (stack: Stack): string[] => Object.values(templateOf(stack).findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes('Client'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as { Action: string; Resource: unknown }[])
    .flatMap(({ Action, Resource }) => [Resource].flat().map((resource) => `${Action} ${inApi(resource)}`))
    .sort();

  test('to connect is for $connect and each route, whenever they are added, and for nothing beside them', () => {
    const stack = newStack();
    const { api, fn } = webSocketApiIn(stack);
    api.grantInvoke(role(stack));
    api.addRoute('later', fn, { unvalidatedBody: 'test' });
    expect(allowed(stack)).toEqual(['/live/$connect', '/live/$default', '/live/later', '/live/order'].map((route) => `execute-api:Invoke ${route}`));
  });

  test('to connect changes nothing where no AWS identity is asked for', () => {
    const stack = newStack();
    const { api } = webSocketApiIn(stack, { auth: RouteAuth.public('ticker') });
    expect(() => api.grantInvoke(role(stack))).toThrow(/grantInvoke = "public": the API does not ask for an AWS identity, so a grant changes nothing\. Choose auth: RouteAuth\.iam\(\)/);
  });

  test.each(['POST', 'DELETE', 'GET'] as const)('to %s connections is for this verb in this stage of this API', (verb) => {
    const stack = newStack();
    const { api } = webSocketApiIn(stack);
    const client = role(stack);
    if (verb === 'POST') api.grantPostToConnections(client);
    else if (verb === 'DELETE') api.grantDeleteConnections(client);
    else api.grantReadConnections(client);
    expect(allowed(stack)).toEqual([`execute-api:ManageConnections /live/${verb}/@connections/*`]);
  });

  test('to a principal of another account is refused', () => {
    const stack = new Stack(newApp(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
    const { api } = webSocketApiIn(stack);
    const other = iam.Role.fromRoleArn(stack, 'Other', 'arn:aws:iam::444455556666:role/other');
    expect(() => api.grantPostToConnections(other)).toThrow(/\[Stack\/Api\] grantee = .*it belongs to account 444455556666.*Grant to a role of this account/);
  });
});
