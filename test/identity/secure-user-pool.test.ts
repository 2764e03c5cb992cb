import { Fn, NestedStack, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { StringAttribute, UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { usersIn } from './pool-under-test';
import { Profile, SecureUserPool, SecureUserPoolProps, SignInDomain, UserPoolPlan, WebFirewall } from '../../src';
import { ENV, FLAG_MODES, inBothFlagModes, newApp, newStack, only, templateOf } from '../harness/apps';
import { readable } from '../harness/readable';

const POOL = 'AWS::Cognito::UserPool';
const CERTIFICATE = 'arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555';

describe.each(FLAG_MODES)('SecureUserPool %s', (_, flags) => {
  test('asks everybody for a second factor, and protects passwords, recovery and the pool itself', () => {
    const stack = newStack(flags, ENV);
    usersIn(stack);
    const { resource } = only(templateOf(stack), POOL);
    expect(resource).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        Policies: {
          PasswordPolicy: {
            MinimumLength: 12,
            RequireLowercase: true,
            RequireUppercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
            TemporaryPasswordValidityDays: 3,
            PasswordHistorySize: 5,
          },
          SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
        },
        WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
        WebAuthnRelyingPartyID: 'shop-accounts.auth.eu-west-1.amazoncognito.com',
        WebAuthnUserVerification: 'required',
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        AutoVerifiedAttributes: ['email'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
        UsernameConfiguration: { CaseSensitive: false },
        DeletionProtection: 'ACTIVE',
        UserPoolTier: 'PLUS',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED', AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' } },
      },
    });
    expect(resource.Properties).not.toHaveProperty('SmsConfiguration');
    expect(resource.Properties).not.toHaveProperty('DeviceConfiguration');
  });

  test('blocks risky sign-ins and leaked passwords in every client, and logs sign-ins', () => {
    const stack = newStack(flags, ENV);
    const users = usersIn(stack);
    const template = templateOf(stack);
    expect(only(template, 'AWS::Cognito::UserPoolRiskConfigurationAttachment').resource.Properties).toMatchObject({
      ClientId: 'ALL',
      AccountTakeoverRiskConfiguration: {
        Actions: { LowAction: { EventAction: 'MFA_REQUIRED' }, MediumAction: { EventAction: 'MFA_REQUIRED' }, HighAction: { EventAction: 'BLOCK' } },
      },
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
    });
    const logGroup = stack.resolve((users.signInLogGroup!.node.defaultChild as { logicalId?: string }).logicalId);
    expect(readable(only(template, 'AWS::Cognito::LogDeliveryConfiguration').resource.Properties.LogConfigurations)).toEqual([{
      EventSource: 'userAuthEvents',
      LogLevel: 'INFO',
      CloudWatchLogsConfiguration: { LogGroupArn: `arn:aws:logs:eu-west-1:111122223333:log-group:${logGroup}` },
    }]);
    const { Properties, DeletionPolicy } = template.findResources('AWS::Logs::LogGroup')[logGroup];
    expect(readable(Properties).LogGroupName).toMatch(/^\/aws\/vendedlogs\/cognito\/Stack-?Users-/);
    expect(Properties).toMatchObject({ RetentionInDays: 365 });
    expect(Properties).not.toHaveProperty('KmsKeyId'); // Cognito refuses it
    expect(DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('stands behind a firewall, its own unless one is given', () => {
    const stack = newStack(flags, ENV);
    const users = new SecureUserPool(stack, 'Users', { signInDomain: SignInDomain.prefix('shop-accounts') });
    const template = templateOf(stack);
    expect(readable(only(template, 'AWS::WAFv2::WebACLAssociation').resource.Properties)).toEqual({
      ResourceArn: `${only(template, POOL).id}.Arn`, WebACLArn: `${only(template, 'AWS::WAFv2::WebACL').id}.Arn`,
    });
    expect(users.firewall.node.path).toBe('Stack/Users/Firewall');
  });

  test('costs less without threat protection, and has then neither its answer nor its log', () => {
    const stack = newStack(flags, ENV);
    const users = usersIn(stack, { plan: UserPoolPlan.ESSENTIALS });
    const template = templateOf(stack);
    expect(only(template, POOL).resource.Properties).toMatchObject({ UserPoolTier: 'ESSENTIALS', MfaConfiguration: 'ON' });
    expect(only(template, POOL).resource.Properties).not.toHaveProperty('UserPoolAddOns');
    for (const type of ['UserPoolRiskConfigurationAttachment', 'LogDeliveryConfiguration']) template.resourceCountIs(`AWS::Cognito::${type}`, 0);
    expect(users.signInLogGroup).toBeUndefined();
  });

  test('sends text messages only if asked, by a role that reaches no topic and is assumed for pools of this account', () => {
    const stack = newStack(flags, ENV);
    usersIn(stack, { smsMfa: true });
    const template = templateOf(stack);
    const role = Object.values(template.findResources('AWS::IAM::Role')).find(({ Properties }) =>
      JSON.stringify(Properties).includes('cognito-idp.amazonaws.com'))!;
    const { resource: { Properties } } = only(template, POOL);
    expect(Properties).toMatchObject({
      EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
      SmsConfiguration: { SnsRegion: 'eu-west-1' },
      AutoVerifiedAttributes: ['email', 'phone_number'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email' }] },
    });
    expect(readable(role.Properties)).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [{
          Principal: { Service: 'cognito-idp.amazonaws.com' },
          Condition: {
            StringEquals: { 'sts:ExternalId': Properties.SmsConfiguration.ExternalId, 'aws:SourceAccount': '111122223333' },
            ArnLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*' },
          },
        }],
      },
      Policies: [{
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
            { Effect: 'Deny', Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*' },
          ],
        },
      }],
    });
  });

  test('takes what a user wants of it', () => {
    const stack = newStack(flags, ENV);
    usersIn(stack, {
      selfSignUp: true,
      passwordMinLength: 16,
      email: UserPoolEmail.withSES({ fromEmail: 'accounts@shop.example.com', sesRegion: 'eu-west-1' }),
      customAttributes: { tenant: new StringAttribute({ maxLen: 40 }) },
      logRetention: RetentionDays.TWO_YEARS,
    });
    const template = templateOf(stack);
    expect(only(template, POOL).resource.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      Policies: { PasswordPolicy: { MinimumLength: 16 } },
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' },
      Schema: expect.arrayContaining([expect.objectContaining({ Name: 'tenant' })]),
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 731 });
  });

  test('goes with its stack in an ephemeral environment, with its second factor all the same', () => {
    const stack = newStack(flags, ENV);
    Profile.set(stack, Profile.EPHEMERAL);
    usersIn(stack);
    const { resource } = only(templateOf(stack), POOL);
    expect(resource).toMatchObject({ DeletionPolicy: 'Delete', Properties: { DeletionProtection: 'INACTIVE', MfaConfiguration: 'ON' } });
  });

  test('has a domain of its own, to which passkeys are bound and records point, without a custom resource', () => {
    const stack = newStack(flags, ENV);
    const users = usersIn(stack, {
      signInDomain: SignInDomain.custom({
        domainName: 'auth.example.com',
        certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE),
        hostedZone: HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' }),
      }),
    });
    const template = templateOf(stack);
    const domain = only(template, 'AWS::Cognito::UserPoolDomain');
    expect(domain.resource.Properties).toMatchObject({
      Domain: 'auth.example.com', ManagedLoginVersion: 2, CustomDomainConfig: { CertificateArn: CERTIFICATE },
    });
    expect(only(template, POOL).resource.Properties.WebAuthnRelyingPartyID).toBe('auth.example.com');
    expect(users.signInUrl).toMatch(/^https:\/\//);
    const records = Object.values(template.findResources('AWS::Route53::RecordSet')).map(({ Properties }) => readable(Properties));
    expect(records.map(({ Type }) => Type).sort()).toEqual(['A', 'AAAA']);
    for (const record of records) {
      expect(record).toMatchObject({ Name: 'auth.example.com.', AliasTarget: { DNSName: `${domain.id}.CloudFrontDistribution` } });
    }
    expect(Object.values(template.toJSON().Resources).filter(({ Type }: any) => Type.startsWith('Custom::'))).toEqual([]);
  });

  test('can be in a nested stack, its firewall in the parent', () => {
    const stack = new Stack(newApp(flags), 'Stack', { env: ENV });
    const nested = new NestedStack(stack, 'Nested');
    usersIn(nested, { firewall: new WebFirewall(stack, 'Firewall') });
    templateOf(nested).resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  });
});

inBothFlagModes(() => {
  test.each<[string, (stack: Stack) => Partial<SecureUserPoolProps>, RegExp]>([
    ['a prefix of Amazon\'s', () => ({ signInDomain: SignInDomain.prefix('my-cognito') }),
      /\[Stack\/Users\] signInDomain\.prefix = "my-cognito": .*neither "aws", "amazon" nor "cognito".*SignInDomain\.prefix\("shop-accounts"\)/],
    ['a malformed prefix', () => ({ signInDomain: SignInDomain.prefix('Shop_') }), /signInDomain\.prefix = "Shop_": a prefix has 1 to 63/],
    ['a wildcard domain', (stack) => ({ signInDomain: custom(stack, '*.example.com') }), /signInDomain\.domainName = "\*\.example\.com": Cognito takes a subdomain/],
    ['an apex domain', (stack) => ({ signInDomain: custom(stack, 'example.com') }), /signInDomain\.domainName = "example\.com": Cognito takes a subdomain/],
    ['a zone of another name', (stack) => ({ signInDomain: custom(stack, 'auth.example.com', undefined, 'ample.com') }),
      /signInDomain\.hostedZone = "ample\.com": auth\.example\.com is no name of this zone/],
    ['a certificate of the pool\'s own region', (stack) => ({ signInDomain: custom(stack, 'auth.example.com', CERTIFICATE.replace('us-east-1', 'eu-west-1')) }),
      /signInDomain\.certificate = "Stack\/Certificate": it is in eu-west-1, and .*CloudFront.*crossRegionReferences/],
    ['short passwords', () => ({ passwordMinLength: 8 }), /passwordMinLength = 8: passwords here have 12 to 99 characters/],
    ['passwords of no whole length', () => ({ passwordMinLength: 12.5 }), /passwordMinLength = 12\.5/],
  ])('%s is an error that says what to write', (_, props, message) => {
    const stack = newStack(undefined, ENV);
    expect(() => usersIn(stack, props(stack))).toThrow(message);
  });
});

test('takes a certificate whose ARN is known at deployment only', () => {
  const stack = newStack(undefined, ENV);
  usersIn(stack, { signInDomain: custom(stack, 'auth.example.com', Fn.importValue('Certificate')) });
  expect(only(templateOf(stack), 'AWS::Cognito::UserPoolDomain').resource.Properties.CustomDomainConfig.CertificateArn)
    .toEqual({ 'Fn::ImportValue': 'Certificate' });
});

function custom(stack: Stack, domainName: string, arn = CERTIFICATE, zoneName = 'example.com'): SignInDomain {
  return SignInDomain.custom({
    domainName,
    certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', arn),
    hostedZone: HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName }),
  });
}
