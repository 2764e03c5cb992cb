import { Duration, Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { SecureUserPoolProps } from './secure-user-pool-props';
import { defineSmsSender, type SmsSender } from './sms-sender';
import { UserPoolPlan } from './user-pool-plan';
import { outlivesStack } from '../data/outlives-stack';
import { type Protection, seal, stays, staysAbsent, staysEqual } from '../private/seal';
import { Profile } from '../profile';

const MFA = ['every user has a second factor', 'Leave MFA required; add smsMfa where users have no authenticator app.'] as const;
const PASSKEYS = [
  'a passkey counts as two factors only where the device verifies its user', 'Leave the passkey settings to the construct.',
] as const;
const PASSWORDS = ['passwords are long, mixed, new and soon changed where others chose them', 'Raise passwordMinLength instead.'] as const;
const THREATS = ['risky sign-ins are acted on', 'Pass plan: UserPoolPlan.ESSENTIALS if you can do without threat protection.'] as const;
const RECOVERY = ['accounts are recovered by verified e-mail alone', 'Leave account recovery to the construct.'] as const;
const ADDRESSES = ['an address counts once it is verified', 'Leave verification of addresses to the construct.'] as const;
const KEPT = ['a production user pool cannot be deleted', 'Use Profile.EPHEMERAL for environments whose users may go.'] as const;
const INVITED = ['only administrators make users', 'Pass selfSignUp: true if everybody may make an account.'] as const;

const REQUIRED_CHARACTERS = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'];

/** Days that an invitation is good for. */
const INVITATION_DAYS = 3;

const PASSWORD_HISTORY = 5;

export const DEFAULT_MIN_LENGTH = 12;

/** The user pool, with passkeys bound to the domain of its sign-in pages. */
export function defineUserPool(owner: Construct, props: SecureUserPoolProps, relyingPartyId: string): cognito.UserPool {
  const { deletionProtection, removalPolicy } = Profile.of(owner);
  const plus = (props.plan ?? UserPoolPlan.PLUS) === UserPoolPlan.PLUS;
  const sms = props.smsMfa ? defineSmsSender(owner) : undefined;
  const userPool = new cognito.UserPool(owner, 'Resource', {
    featurePlan: plus ? cognito.FeaturePlan.PLUS : cognito.FeaturePlan.ESSENTIALS,
    standardThreatProtectionMode: plus ? cognito.StandardThreatProtectionMode.FULL_FUNCTION : undefined,
    customThreatProtectionMode: plus ? cognito.CustomThreatProtectionMode.FULL_FUNCTION : undefined,
    selfSignUpEnabled: props.selfSignUp ?? false,
    signInAliases: { email: true },
    signInCaseSensitive: false, // else one address could be two users
    autoVerify: { email: true, phone: sms ? true : undefined },
    keepOriginal: { email: true, phone: sms ? true : undefined }, // until the new address is verified
    standardAttributes: { email: { required: true, mutable: true } },
    customAttributes: props.customAttributes,
    mfa: cognito.Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: sms !== undefined },
    signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
    passkeyUserVerification: cognito.PasskeyUserVerification.REQUIRED,
    passwordPolicy: {
      minLength: props.passwordMinLength ?? DEFAULT_MIN_LENGTH,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(INVITATION_DAYS),
      passwordHistorySize: PASSWORD_HISTORY,
    },
    accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
    email: props.email,
    enableSmsRole: sms ? undefined : false,
    smsRole: sms?.role,
    smsRoleExternalId: sms?.externalId,
    snsRegion: sms && Stack.of(owner).region,
    deletionProtection,
    removalPolicy,
  });
  const resource = userPool.node.defaultChild as cognito.CfnUserPool;
  // the L2 takes no names longer than 63 characters, which Cognito does, and has no prop for the other
  resource.webAuthnRelyingPartyId = relyingPartyId;
  resource.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
  seal(owner, resource, [
    ...secondFactors(props),
    ...passwords(props.passwordMinLength ?? DEFAULT_MIN_LENGTH),
    ...plus ? threatProtection() : [{ path: 'UserPoolTier', ...hasPasskeys() }],
    staysEqual(owner, 'WebAuthnRelyingPartyID', relyingPartyId, 'passkeys are bound to the sign-in pages', PASSKEYS[1]),
    { path: 'AccountRecoverySetting.RecoveryMechanisms', ...recovery() },
    ...addresses(owner, sms),
    stays('UsernameConfiguration.CaseSensitive', false, 'one address is one user', 'Leave signInCaseSensitive to the construct.'),
    ...props.selfSignUp ? [] : [stays('AdminCreateUserConfig.AllowAdminCreateUserOnly', true, ...INVITED)],
    ...deletionProtection ? [stays('DeletionProtection', 'ACTIVE', ...KEPT)] : [],
    ...outlivesStack(owner),
  ]);
  return userPool;
}

function secondFactors({ smsMfa }: SecureUserPoolProps): Protection[] {
  const allowed = ['SOFTWARE_TOKEN_MFA', ...smsMfa ? ['SMS_MFA'] : []];
  return [
    stays('MfaConfiguration', 'ON', ...MFA),
    {
      path: 'EnabledMfas',
      promise: `the second factor is one of ${allowed.join(', ')}`,
      instead: 'Pass smsMfa: true to take text messages too.',
      holds: (factors) => Array.isArray(factors) && factors.length > 0 && factors.every((factor) => allowed.includes(factor as string)),
    },
    staysAbsent(
      'DeviceConfiguration', 'the second factor is asked for on remembered devices too', 'Leave device tracking off, or lengthen refreshTokenValidity of the client.',
    ),
    stays('WebAuthnFactorConfiguration', 'MULTI_FACTOR_WITH_USER_VERIFICATION', ...PASSKEYS),
    stays('WebAuthnUserVerification', 'required', ...PASSKEYS),
    {
      path: 'Policies.SignInPolicy.AllowedFirstAuthFactors',
      promise: 'users sign in by password or passkey, not by codes sent to them',
      instead: 'Leave the sign-in policy to the construct.',
      holds: (factors) => Array.isArray(factors) && factors.every((factor) => ['PASSWORD', 'WEB_AUTHN'].includes(factor as string)),
    },
  ];
}

function passwords(minLength: number): Protection[] {
  const policy = 'Policies.PasswordPolicy';
  return [
    ...REQUIRED_CHARACTERS.map((name) => stays(`${policy}.${name}`, true, ...PASSWORDS)),
    {
      path: `${policy}.MinimumLength`,
      promise: PASSWORDS[0],
      instead: PASSWORDS[1],
      holds: (length) => typeof length === 'number' && length >= minLength,
    },
    stays(`${policy}.TemporaryPasswordValidityDays`, INVITATION_DAYS, ...PASSWORDS),
    stays(`${policy}.PasswordHistorySize`, PASSWORD_HISTORY, ...PASSWORDS),
  ];
}

function threatProtection(): Protection[] {
  return [
    stays('UserPoolTier', 'PLUS', ...THREATS),
    stays('UserPoolAddOns.AdvancedSecurityMode', 'ENFORCED', ...THREATS),
    stays('UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode', 'ENFORCED', ...THREATS),
  ];
}

/** Of ESSENTIALS, which may become more. */
function hasPasskeys(): Omit<Protection, 'path'> {
  return {
    promise: 'its plan has passkeys, and scopes by group',
    instead: 'Pass plan: UserPoolPlan.ESSENTIALS or UserPoolPlan.PLUS.',
    holds: (tier) => tier === 'ESSENTIALS' || tier === 'PLUS',
  };
}

/** By which addresses users are known, and how each is verified. */
function addresses(owner: Construct, sms: SmsSender | undefined): Protection[] {
  const known = ['users sign in by e-mail address alone', 'Leave signInAliases to the construct.'] as const;
  const sender = ['text messages are sent by the role made for this pool', 'Leave the role to the construct.'] as const;
  const verified = ['email', ...sms ? ['phone_number'] : []];
  return [
    staysEqual(owner, 'UsernameAttributes', ['email'], ...known),
    staysEqual(owner, 'AliasAttributes', undefined, ...known),
    ...['AutoVerifiedAttributes', 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate'].map((path) => ({
      path,
      promise: ADDRESSES[0],
      instead: ADDRESSES[1],
      holds: (attributes: unknown) => Array.isArray(attributes) && verified.every((each) => attributes.includes(each)),
    })),
    ...sms ? [
      staysEqual(owner, 'SmsConfiguration.SnsCallerArn', sms.role.roleArn, ...sender),
      stays('SmsConfiguration.ExternalId', sms.externalId, ...sender),
    ] : [staysEqual(owner, 'SmsConfiguration', undefined, 'the pool sends no text messages', 'Pass smsMfa: true where users have no authenticator app.')],
  ];
}

function recovery(): Omit<Protection, 'path'> {
  return {
    promise: RECOVERY[0],
    instead: RECOVERY[1],
    holds: (mechanisms) => Array.isArray(mechanisms) && mechanisms.length > 0
      && (mechanisms as { Name?: unknown }[]).every(({ Name }) => Name === 'verified_email'),
  };
}
