import { CfnParameter, Duration, Fn } from 'aws-cdk-lib';
import { ClientAttributes } from 'aws-cdk-lib/aws-cognito';
import { CLIENT, usersIn } from './pool-under-test';
import { AppClientOptions, Profile } from '../../src';
import { ENV, FLAG_MODES, inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

const CLIENT_TYPE = 'AWS::Cognito::UserPoolClient';

describe.each(FLAG_MODES)('a client %s', (_, flags) => {
  test('signs in by the authorization code flow alone, with short-lived tokens and rotated refresh tokens', () => {
    const stack = newStack(flags, ENV);
    const users = usersIn(stack);
    users.addScopes('orders', { read: 'See orders' });
    users.addClient('Web', { ...CLIENT, logoutUrls: ['https://shop.example.com/'] });
    const template = templateOf(stack);
    const client = only(template, CLIENT_TYPE);
    expect(client.resource.Properties).toEqual({
      UserPoolId: { Ref: only(template, 'AWS::Cognito::UserPool').id },
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'orders/read'],
      CallbackURLs: ['https://shop.example.com/callback'],
      LogoutURLs: ['https://shop.example.com/'],
      ExplicitAuthFlows: ['ALLOW_USER_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      AuthSessionValidity: 3,
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 720,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      WriteAttributes: ['email', 'family_name', 'given_name', 'locale', 'name', 'nickname', 'picture', 'zoneinfo'],
    });
    // Cognito refuses scopes that are not there yet, and its pages have no look without branding
    expect(client.resource.DependsOn).toEqual([only(template, 'AWS::Cognito::UserPoolResourceServer').id]);
    expect(only(template, 'AWS::Cognito::ManagedLoginBranding').resource.Properties).toMatchObject({
      ClientId: { Ref: client.id }, UseCognitoProvidedValues: true,
    });
  });

  test('on a server has a secret, and what a user wants of it', () => {
    const stack = newStack(flags, ENV);
    usersIn(stack).addClient('Server', {
      ...CLIENT,
      scopes: ['openid'],
      confidential: true,
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(90),
      readAttributes: new ClientAttributes().withStandardAttributes({ emailVerified: true }).withCustomAttributes('tenant'),
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
    });
    expect(only(templateOf(stack), CLIENT_TYPE).resource.Properties).toMatchObject({
      GenerateSecret: true,
      AccessTokenValidity: 5,
      IdTokenValidity: 60,
      RefreshTokenValidity: 129_600,
      ReadAttributes: ['custom:tenant', 'email_verified'],
      WriteAttributes: ['email'],
    });
  });

  test('calls back to this machine in an ephemeral environment', () => {
    const stack = newStack(flags, ENV);
    Profile.set(stack, Profile.EPHEMERAL);
    const callbackUrls = ['http://localhost:3000/callback', 'https://preview.shop.example.com/'];
    usersIn(stack, { firewall: undefined }).addClient('Web', { ...CLIENT, callbackUrls });
    expect(only(templateOf(stack), CLIENT_TYPE).resource.Properties.CallbackURLs).toEqual(callbackUrls);
  });
});

describe('what is literal beside a token decides', () => {
  const url = (of: (token: string) => string, profile = Profile.PRODUCTION) => () => {
    const stack = newStack(undefined, ENV);
    Profile.set(stack, profile);
    usersIn(stack, { firewall: undefined }).addClient('Web', { ...CLIENT, callbackUrls: [of(new CfnParameter(stack, 'Host').valueAsString)] });
    templateOf(stack);
  };

  test.each<[string, (token: string) => string, RegExp]>([
    ['no TLS', (host) => `http://${host}`, /Web callbackUrls = .*codes sent to http: can be taken/],
    ['this machine in production', (port) => `http://localhost:${port}/`, /in production, whoever runs something on the same machine/],
    ['a name that begins like this machine', (more) => `http://localhost${more}/`, /codes sent to http:/],
    ['a wildcard before', (domain) => `https://*.${domain}`, /with a wildcard/],
    ['a wildcard behind', (host) => `https://${host}/*`, /with a wildcard/],
    ['a scheme of an app', (host) => `myshop://${host}`, /another app that claims the scheme/],
    ['a user', (password) => `https://shop:${password}@evil.example.org/`, /no absolute URL without user/],
    ['a fragment', (host) => `https://${host}/#/callback`, /no absolute URL without user and fragment/],
    ['a fragment behind an unknown address', (base) => `${base}#/callback`, /no absolute URL without user and fragment/],
    ['a path', (path) => `/callback/${path}`, /no absolute URL/],
    ['the placeholder', (path) => `https://example.com/${path}`, /it is a placeholder/],
  ])('%s is refused', (_, of, message) => {
    expect(url(of)).toThrow(message);
  });

  test('a join, which is one token, is looked into at synth', () => {
    expect(url((host) => Fn.join('', ['http://', host]))).toThrow(/CallbackURLs = .*known pages over HTTPS only/);
    expect(url((host) => Fn.sub('https://*.${Host}', { Host: host }))).toThrow(/CallbackURLs = .*known pages over HTTPS only/);
  });

  test.each<[string, (token: string) => string, Profile]>([
    ['a host', (host) => `https://${host}/callback`, Profile.PRODUCTION],
    ['a domain', (domain) => `https://shop.${domain}`, Profile.PRODUCTION],
    ['a subdomain', (name) => `https://${name}.shop.example.com/`, Profile.PRODUCTION],
    ['a port', (port) => `https://shop.example.com:${port}/callback`, Profile.PRODUCTION],
    ['an address', (base) => `${base}/callback`, Profile.PRODUCTION],
    ['all of it', (whole) => whole, Profile.PRODUCTION],
    ['a port of this machine, in an ephemeral environment', (port) => `http://localhost:${port}/callback`, Profile.EPHEMERAL],
  ])('%s may be known at deployment only', (_, of, profile) => {
    expect(url(of, profile)).not.toThrow();
  });
});

inBothFlagModes(() => {
  test.each<[string, Partial<AppClientOptions>, RegExp]>([
    ['this machine in production', { callbackUrls: ['http://localhost:3000'] }, /Web callbackUrls = "http:\/\/localhost:3000": in production.*Profile\.EPHEMERAL/],
    ['this machine in production, with TLS', { callbackUrls: ['https://localhost:3000'] }, /callbackUrls = "https:\/\/localhost:3000": in production/],
    ['an address with TLS', { callbackUrls: ['https://192.0.2.7/'] }, /it is the address of a machine.*Write the name/],
    ['a longer address with TLS', { callbackUrls: ['https://[::1]:3000/'] }, /it is the address of a machine/],
    ['an address of this machine', { callbackUrls: ['http://127.0.0.1:3000'] }, /codes sent to http: can be taken/],
    ['a wildcard', { callbackUrls: ['https://*.example.com/callback'] }, /with a wildcard, every page that matches.*List each/],
    ['no TLS', { callbackUrls: ['http://shop.example.com'] }, /codes sent to http: can be taken on the way.*Write https/],
    ['a scheme of an app', { callbackUrls: ['myshop://callback'] }, /codes sent to myshop:.*another app that claims the scheme.*RFC 8252/],
    ['CDK\'s placeholder', { callbackUrls: ['https://example.com'] }, /it is a placeholder/],
    ['a fragment', { callbackUrls: ['https://shop.example.com/#/callback'] }, /no absolute URL without user and fragment/],
    ['a user in the URL', { callbackUrls: ['https://shop.example.com@evil.example.org/'] }, /no absolute URL without user and fragment/],
    ['a path', { callbackUrls: ['/callback'] }, /no absolute URL/],
    ['no callback', { callbackUrls: [] }, /Web callbackUrls = \[\]: Cognito would not know where/],
    ['a logout page without TLS', { logoutUrls: ['http://shop.example.com'] }, /Web logoutUrls = "http:/],
    ['no scopes', { scopes: [] }, /Web scopes = \[\]: without scopes, Cognito gives the client all/],
    ['a scope without API', { scopes: ['write'] }, /Web scopes = "write": a scope is one of openid.*addScopes/],
    ['the scope that changes accounts', { scopes: ['aws.cognito.signin.user.admin'] }, /whoever has an access token changes the account/],
    ['long-lived access tokens', { accessTokenValidity: Duration.hours(2) }, /Web accessTokenValidity = .*5 minutes to 1 hour/],
    ['long-lived ID tokens', { idTokenValidity: Duration.days(1) }, /Web idTokenValidity/],
    ['tokens of no whole minute', { accessTokenValidity: Duration.seconds(330) }, /in whole minutes/],
    ['a session of years', { refreshTokenValidity: Duration.days(365) }, /Web refreshTokenValidity = .*1 hour to 90 days/],
  ])('%s is an error that says what to write', (_, options, message) => {
    const stack = newStack(undefined, ENV);
    const users = usersIn(stack);
    expect(() => users.addClient('Web', { ...CLIENT, ...options })).toThrow(message);
    expect(() => users.addClient('Web', { ...CLIENT, ...options })).toThrow('[Stack/Users] ');
  });
});
