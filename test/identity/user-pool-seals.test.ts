import { CfnResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  CfnLogDeliveryConfiguration,
  CfnUserPoolClient, CfnUserPoolRiskConfigurationAttachment, CfnUserPoolRiskConfigurationAttachmentProps, ClientAttributes, OAuthScope,
  UserPoolClient, UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { CLIENT, usersIn } from './pool-under-test';
import { SecureFunction, SecureUserPool, UserPoolPlan } from '../../src';
import { ENV, FLAG_MODES, newStack, templateOf } from '../harness/apps';

function world(flags?: Record<string, unknown>): { stack: Stack; users: SecureUserPool } {
  const stack = newStack(flags, ENV);
  return { stack, users: usersIn(stack) };
}

const resource = (users: SecureUserPool, path: string): CfnResource =>
  path.split('/').reduce((node, id) => node.node.findChild(id), users as any) as CfnResource;

describe.each(FLAG_MODES)('%s, a later change is an error at synth', (_, flags) => {
  test.each<[string, string, unknown, RegExp]>([
    ['Resource/Resource', 'MfaConfiguration', 'OPTIONAL', /MfaConfiguration = "OPTIONAL": .*every user has a second factor/],
    ['Resource/Resource', 'EnabledMfas', ['SMS_MFA'], /EnabledMfas.*the second factor is one of SOFTWARE_TOKEN_MFA, and .*smsMfa/],
    ['Resource/Resource', 'DeviceConfiguration', { ChallengeRequiredOnNewDevice: true }, /DeviceConfiguration.*remembered devices too/],
    ['Resource/Resource', 'WebAuthnFactorConfiguration', 'SINGLE_FACTOR', /WebAuthnFactorConfiguration = "SINGLE_FACTOR".*two factors only/],
    ['Resource/Resource', 'WebAuthnUserVerification', 'preferred', /WebAuthnUserVerification = "preferred"/],
    ['Resource/Resource', 'WebAuthnRelyingPartyID', 'evil.example.com', /passkeys are bound to the sign-in pages/],
    ['Resource/Resource', 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'EMAIL_OTP'], /not by codes sent to them/],
    ['Resource/Resource', 'Policies.PasswordPolicy.MinimumLength', 8, /MinimumLength = 8: .*passwordMinLength/],
    ['Resource/Resource', 'Policies.PasswordPolicy.RequireSymbols', false, /RequireSymbols = false/],
    ['Resource/Resource', 'AdminCreateUserConfig.AllowAdminCreateUserOnly', false, /only administrators make users.*selfSignUp/],
    ['Resource/Resource', 'AccountRecoverySetting.RecoveryMechanisms', [{ Name: 'verified_phone_number', Priority: 1 }], /verified e-mail alone/],
    ['Resource/Resource', 'AutoVerifiedAttributes', [], /AutoVerifiedAttributes.*counts once it is verified/],
    ['Resource/Resource', 'UserAttributeUpdateSettings', undefined, /AttributesRequireVerificationBeforeUpdate = "absent".*counts once it is verified/],
    ['Resource/Resource', 'UsernameConfiguration', undefined, /CaseSensitive.*one address is one user/],
    ['Resource/Resource', 'UserPoolAddOns.AdvancedSecurityMode', 'AUDIT', /AdvancedSecurityMode = "AUDIT": .*UserPoolPlan\.ESSENTIALS/],
    ['Resource/Resource', 'DeletionProtection', 'INACTIVE', /cannot be deleted.*Profile\.EPHEMERAL/],
    ['Domain/Resource', 'ManagedLoginVersion', 1, /ManagedLoginVersion = 1: .*by passkey/],
    ['RiskResponse', 'AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction', 'NO_ACTION', /risky sign-ins are acted on/],
    ['RiskResponse', 'CompromisedCredentialsRiskConfiguration.Actions.EventAction', 'NO_ACTION', /passwords that have leaked are refused/],
    ['RiskResponse', 'RiskExceptionConfiguration', { SkippedIPRangeList: ['0.0.0.0/0'] }, /no address is exempt/],
    ['SignInLog', 'LogConfigurations', [], /sign-ins are logged/],
    ['SignInLog', 'LogConfigurations.0.CloudWatchLogsConfiguration.LogGroupArn', 'arn:aws:logs:eu-west-1:444455556666:log-group:theirs', /sign-ins are logged, here/],
    ['SignInLog', 'LogConfigurations.0.LogLevel', 'ERROR', /sign-ins are logged, here/],
    ['SignIns/Resource', 'RetentionInDays', undefined, /log events expire/],
    ['Web/Resource', 'AllowedOAuthFlows', ['code', 'implicit'], /AllowedOAuthFlows.*tokens are never in URLs.*addClient/],
    ['Web/Resource', 'ExplicitAuthFlows', ['ALLOW_USER_PASSWORD_AUTH'], /ExplicitAuthFlows/],
    ['Web/Resource', 'ExplicitAuthFlows', undefined, /ExplicitAuthFlows = "absent"/],
    ['Web/Resource', 'CallbackURLs', ['https://shop.example.com/callback', 'https://*.example.com'], /CallbackURLs.*known pages/],
    ['Web/Resource', 'LogoutURLs', ['http://shop.example.com'], /LogoutURLs.*known pages/],
    ['Web/Resource', 'CallbackURLs', [{ 'Fn::Sub': 'http://${AWS::StackName}.example.com' }], /CallbackURLs.*known pages/],
    ['Web/Resource', 'CallbackURLs', [{ 'Fn::Join': ['', ['https://*.', { Ref: 'AWS::StackName' }]] }], /CallbackURLs.*known pages/],
    ['Web/Resource', 'CallbackURLs', { 'Fn::Split': [',', { Ref: 'AWS::StackName' }] }, /CallbackURLs.*known pages/],
    ['Web/Resource', 'SupportedIdentityProviders', ['COGNITO', 'Google'], /where the second factor is asked for/],
    ['Web/Resource', 'PreventUserExistenceErrors', 'LEGACY', /do not tell whether a user exists/],
    ['Web/Resource', 'EnableTokenRevocation', false, /can be revoked/],
    ['Web/Resource', 'GenerateSecret', true, /GenerateSecret = true.*confidential/],
    ['Web/Resource', 'RefreshTokenRotation.Feature', 'DISABLED', /good for one use/],
    ['Web/Resource', 'AccessTokenValidity', 1440, /AccessTokenValidity = 1440: .*short-lived/],
    ['Web/Resource', 'TokenValidityUnits.RefreshToken', 'days', /TokenValidityUnits\.RefreshToken = "days"/],
    ['Web/Resource', 'RefreshTokenRotation.RetryGracePeriodSeconds', 60, /RetryGracePeriodSeconds = 60: .*lost on its way/],
    ['Web/Resource', 'WriteAttributes', ['email', 'custom:tenant'], /WriteAttributes = .*custom:tenant.*writeAttributes/],
    ['Web/Resource', 'ReadAttributes', ['custom:salary'], /ReadAttributes = .*custom:salary.*readAttributes/],
    ['Web/Resource', 'AllowedOAuthScopes', ['openid', 'orders/read', 'orders/write'], /AllowedOAuthScopes = .*asks for the scopes that it was given.*addClient/],
    ['Web/Resource', 'CallbackURLs', ['https://shop.example.com/callback', 'https://evil.example.org/'], /CallbackURLs = .*evil.*callbackUrls/],
    ['Web/Resource', 'LogoutURLs', ['https://evil.example.org/'], /LogoutURLs = .*evil.*logoutUrls/],
    ['Web/Resource', 'DefaultRedirectURI', 'https://evil.example.org/', /DefaultRedirectURI = .*which of its pages/],
    ['Web/Resource', 'UserPoolId', 'eu-west-1_theirs', /UserPoolId = .*users of this pool/],
    ['Web/Resource', 'AuthSessionValidity', 15, /AuthSessionValidity = 15: .*begun and not ended/],
    ['Web/Resource', 'EnablePropagateAdditionalUserContextData', true, /EnablePropagateAdditionalUserContextData = true: .*sees itself/],
    ['Web/Resource', 'AnalyticsConfiguration', { ApplicationId: 'a', UserDataShared: true }, /AnalyticsConfiguration = .*no other service/],
    ['Resource/Resource', 'UsernameAttributes', ['email', 'phone_number'], /UsernameAttributes = .*by e-mail address alone/],
    ['Resource/Resource', 'AliasAttributes', ['preferred_username'], /AliasAttributes = .*by e-mail address alone/],
    ['Resource/Resource', 'SmsConfiguration', { SnsCallerArn: 'arn:aws:iam::111122223333:role/mine' }, /SmsConfiguration = .*no text messages.*smsMfa/],
    ['RiskResponse', 'ClientId', 'one-client', /ClientId = "one-client": .*in every client/],
    ['RiskResponse', 'UserPoolId', 'eu-west-1_theirs', /UserPoolId = .*in every client/],
    ['RiskResponse', 'CompromisedCredentialsRiskConfiguration.EventFilter', ['SIGN_UP'], /EventFilter = \["SIGN_UP"\]: .*leaked are refused/],
    ['SignInLog', 'UserPoolId', 'eu-west-1_theirs', /UserPoolId = .*sign-ins are logged/],
    ['Domain/Resource', 'Domain', 'other-accounts', /UserPoolDomain Domain = "other-accounts": .*bound to/],
    ['Domain/Resource', 'UserPoolId', 'eu-west-1_theirs', /UserPoolDomain UserPoolId = .*bound to/],
    ['GroupScopes/Resource/Resource', 'Code', { ZipFile: 'exports.handler = async (event) => event;' }, /Code = .*scopes that the groups of their user hold/],
    ['GroupScopes/Resource/Resource', 'Code.S3Key', 'theirs.zip', /Code = .*theirs\.zip.*scopes that the groups of their user hold/],
    ['GroupScopes/Resource/Resource', 'Handler', 'index.other', /Handler = "index\.other": .*scopes that the groups of their user hold/],
    ['GroupScopes/Resource/Resource', 'Environment.Variables.GROUP_SCOPES', '{}', /GROUP_SCOPES = "\{\}": .*scopes that the groups of their user hold/],
    ['Resource/Resource', 'LambdaConfig.PreTokenGenerationConfig.LambdaArn', 'arn:aws:lambda:eu-west-1:111122223333:function:mine', /tokens hold the scopes.*none that changes the account/],
  ])('%s %s = %p', (path, property, value, message) => {
    const { stack, users } = world(flags);
    users.addScopes('orders', { read: 'See orders' });
    users.addGroup('staff', ['orders/read']);
    users.addClient('Web', CLIENT);
    resource(users, path).addPropertyOverride(property, value);
    expect(() => templateOf(stack)).toThrow(message);
  });
});

test('a pool that would go with its production stack is an error', () => {
  const { stack, users } = world();
  users.userPool.applyRemovalPolicy(RemovalPolicy.DESTROY);
  expect(() => templateOf(stack)).toThrow(/AWS::Cognito::UserPool DeletionPolicy = "Delete".*outlives its stack/);
});

describe('with text messages, a later change is an error', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['Resource/Resource', 'SmsConfiguration.SnsCallerArn', 'arn:aws:iam::444455556666:role/theirs', /SnsCallerArn = .*by the role made for this pool/],
    ['Resource/Resource', 'SmsConfiguration.ExternalId', 'known', /ExternalId = "known": .*by the role made for this pool/],
    ['Resource/Resource', 'AutoVerifiedAttributes', ['email'], /AutoVerifiedAttributes = \["email"\]: .*counts once it is verified/],
    ['Resource/Resource', 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', ['email'], /BeforeUpdate = \["email"\]: .*counts once/],
    ['SmsRole/Resource', 'AssumeRolePolicyDocument.Statement.0.Principal', { AWS: '*' }, /AssumeRolePolicyDocument.*Cognito alone/],
    ['SmsRole/Resource', 'AssumeRolePolicyDocument.Statement.0.Condition', undefined, /AssumeRolePolicyDocument.*Cognito alone/],
    ['SmsRole/Resource', 'Policies.0.PolicyDocument.Statement.1', undefined, /Policies.*and to no topic/],
    ['SmsRole/Resource', 'ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess'], /ManagedPolicyArns.*and to no topic/],
  ])('%s %s = %p', (path, property, value, message) => {
    const stack = newStack(undefined, ENV);
    resource(usersIn(stack, { smsMfa: true }), path).addPropertyOverride(property, value);
    expect(() => templateOf(stack)).toThrow(message);
  });
});

test('a pool that loses its plan is an error, whichever it was', () => {
  const stack = newStack(undefined, ENV);
  resource(usersIn(stack, { plan: UserPoolPlan.ESSENTIALS }), 'Resource/Resource').addPropertyOverride('UserPoolTier', 'LITE');
  expect(() => templateOf(stack)).toThrow(/UserPoolTier = "LITE": .*passkeys/);
});

describe('threat protection of one client', () => {
  const withResponse = (props: Partial<CfnUserPoolRiskConfigurationAttachmentProps>) => {
    const { stack, users } = world();
    const { userPoolClientId: clientId } = users.addClient('Web', { ...CLIENT, scopes: ['openid'] });
    new CfnUserPoolRiskConfigurationAttachment(new Stack(stack.node.root, 'Other', { env: ENV }), 'Mine', {
      userPoolId: users.userPool.userPoolId, clientId, ...props,
    });
    return stack;
  };

  test('that takes the place of the pool\'s is an error, wherever it was made', () => {
    expect(() => templateOf(withResponse({}))).toThrow(/RiskConfigurationAttachment = \\?"Other\/Mine\\?".*in every client.*takes this one instead/);
  });

  test('of another pool is not this pool\'s affair', () => {
    expect(() => templateOf(withResponse({ userPoolId: 'eu-west-1_other', clientId: 'other' }))).not.toThrow();
  });
});

test('a second configuration of logs is an error, wherever it was made', () => {
  const { stack, users } = world();
  new CfnLogDeliveryConfiguration(new Stack(stack.node.root, 'Other', { env: ENV }), 'Mine', { userPoolId: users.userPool.userPoolId, logConfigurations: [] });
  expect(() => templateOf(stack)).toThrow(/LogDeliveryConfiguration = \\?"Other\/Mine\\?".*promises that sign-ins are logged/);
});

test('a pool without its firewall is an error', () => {
  const { stack, users } = world();
  users.userPool.node.tryRemoveChild('WebFirewall');
  expect(() => templateOf(stack)).toThrow(/user pool Stack\/Users\/Resource: the firewall in front of it was taken away/);
});

test('a trigger of the user\'s own beside the groups is an error of CDK', () => {
  const { stack, users } = world();
  users.addGroup('staff', ['orders/read']);
  const fn = new SecureFunction(stack, 'Fn', { code: Code.fromInline('exports.handler = async (event) => event;') });
  expect(() => users.userPool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, fn.lambdaFunction)).toThrow(/already exists/);
});

describe('a client that was made on the pool', () => {
  test('by CDK\'s defaults is an error: implicit flow, placeholder callback, answers that tell who exists', () => {
    const { stack, users } = world();
    users.userPool.addClient('Mine');
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Users\] client Stack\/Users\/Resource\/Mine\/Resource AllowedOAuthFlows = \["implicit","code"\]: .*Use addClient of SecureUserPool/);
    expect(() => templateOf(stack)).toThrow(/Mine\/Resource CallbackURLs = \["https:\/\/example\.com"\]/);
    expect(() => templateOf(stack)).toThrow(/Mine\/Resource PreventUserExistenceErrors = "absent"/);
  });

  test('in another stack is found too', () => {
    const { stack, users } = world();
    const other = new Stack(stack.node.root, 'Other', { env: ENV });
    new UserPoolClient(other, 'Mine', { userPool: users.userPool });
    expect(() => templateOf(other)).toThrow(/client Other\/Mine\/Resource AllowedOAuthFlows/);
  });

  const writeAttributes = new ClientAttributes().withStandardAttributes({ nickname: true });
  const mine = (oAuth: { scopes?: OAuthScope[] } = { scopes: [OAuthScope.OPENID] }, attributes: ClientAttributes | undefined = writeAttributes) => {
    const { stack, users } = world();
    users.userPool.addClient('Mine', {
      authFlows: { user: true },
      oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls: ['https://shop.example.com/callback'], ...oAuth },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      refreshTokenRotationGracePeriod: Duration.seconds(10),
      writeAttributes: attributes,
    });
    return stack;
  };

  test('is taken if it keeps the promises', () => {
    templateOf(mine()).resourceCountIs('AWS::Cognito::UserPoolClient', 1);
  });

  test('is refused if its tokens may change what the user is known by, as those that CDK makes by default', () => {
    expect(() => templateOf(mine({}))).toThrow(/AllowedOAuthScopes = .*aws\.cognito\.signin\.user\.admin.*every client of this pool promises that tokens open APIs/);
  });

  const changed = (change: (client: CfnUserPoolClient) => void) => () => {
    const stack = mine();
    change(stack.node.findAll().find((node): node is CfnUserPoolClient => node instanceof CfnUserPoolClient)!);
    templateOf(stack);
  };

  test.each<[string, (client: CfnUserPoolClient) => void, RegExp]>([
    ['implicit flow', (client) => { client.allowedOAuthFlows = ['code', 'implicit']; }, /AllowedOAuthFlows = \["code","implicit"\]/],
    ['passwords in requests', (client) => { client.explicitAuthFlows = ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH']; }, /ExplicitAuthFlows = .*no flow goes around that/],
    ['access tokens of 2 hours', (client) => { client.accessTokenValidity = 2; client.tokenValidityUnits = undefined; }, /AccessTokenValidity = 2: .*good for 1 hour at most/],
    ['ID tokens of 90 minutes', (client) => { client.idTokenValidity = 90; client.tokenValidityUnits = { idToken: 'minutes' }; }, /IdTokenValidity = 90: .*1 hour at most/],
    ['refresh tokens of 91 days', (client) => { client.refreshTokenValidity = 91; client.tokenValidityUnits = undefined; }, /RefreshTokenValidity = 91: .*90 days at most/],
    ['a life that is known at deployment only', (client) => { client.addPropertyOverride('AccessTokenValidity', { Ref: 'Minutes' }); }, /AccessTokenValidity = .*1 hour at most/],
    ['a unit that is', (client) => { client.addPropertyOverride('TokenValidityUnits.AccessToken', { Ref: 'Unit' }); }, /AccessTokenValidity = "absent": .*1 hour at most/],
    ['refresh tokens that stay', (client) => { client.refreshTokenRotation = undefined; }, /RefreshTokenRotation\.Feature = "absent": .*good for one use/],
  ])('is refused for %s', (_, change, message) => {
    expect(changed(change)).toThrow(message);
  });

  test.each<[string, (client: CfnUserPoolClient) => void]>([
    ['what Cognito takes by itself', (client) => { client.accessTokenValidity = 0; client.tokenValidityUnits = undefined; }],
    ['an hour in seconds', (client) => { client.accessTokenValidity = 3600; client.tokenValidityUnits = { accessToken: 'seconds' }; }],
    ['90 days', (client) => { client.refreshTokenValidity = 90; client.tokenValidityUnits = { refreshToken: 'days' }; }],
  ])('is taken for %s', (_, change) => {
    expect(changed(change)).not.toThrow();
  });

  test('is refused if users may write every attribute', () => {
    const stack = mine();
    const client = stack.node.findAll().find((node): node is CfnUserPoolClient => node instanceof CfnUserPoolClient)!;
    client.writeAttributes = undefined;
    expect(() => templateOf(stack)).toThrow(/WriteAttributes = "absent"/);
  });
});
