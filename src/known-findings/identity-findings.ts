import { ifWithout, KnownRule, KnownWildcards } from './catalogue';
import { REASONS } from './reasons';
import { SecureIdentityPool } from '../identity/secure-identity-pool';
import { SecureUserPool } from '../identity/secure-user-pool';
import { SessionTaggedRole } from '../identity/session-tagged-role';

const SMS_ROLE = { owner: isUserPool, at: 'SmsRole/Resource', type: 'AWS::IAM::Role' };

/** Findings on user pools, identity pools and the roles of their users; the function for groups is found as every `SecureFunction` is. */
export const IDENTITY_RULES: KnownRule[] = [
  {
    owner: isUserPool,
    at: 'SignIns/Resource',
    type: 'AWS::Logs::LogGroup',
    rules: ['CloudWatchLogGroupEncrypted'],
    reason: ifWithout('KmsKeyId', REASONS.signInLog),
  },
  { ...SMS_ROLE, rules: ['IAMNoInlinePolicy'], reason: REASONS.inlinePolicy },
  {
    owner: (each) => each instanceof SecureIdentityPool,
    at: 'Role/DefaultPolicy/Resource',
    type: 'AWS::IAM::Policy',
    rules: ['IAMNoInlinePolicy'],
    reason: REASONS.inlinePolicy,
  },
  {
    owner: (each) => each instanceof SessionTaggedRole,
    at: 'Resource/DefaultPolicy/Resource',
    type: 'AWS::IAM::Policy',
    rules: ['IAMNoInlinePolicy'],
    reason: REASONS.inlinePolicy,
  },
];

export const IDENTITY_WILDCARDS: KnownWildcards[] = [{
  ...SMS_ROLE,
  wildcards: [{ resource: (text) => text === '*', actions: ['sns:Publish'], reason: REASONS.textMessages }],
}];

function isUserPool(each: unknown): boolean {
  return each instanceof SecureUserPool;
}
