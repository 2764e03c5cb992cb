import { REQUIREMENTS, strongerSettings } from './password-policy-settings';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

export const rule = defineRule<{ minimumLength: number }>({
  id: 'cognito/password-policy',
  title: 'User pools ask for passwords of a minimum length with letters of both cases, numbers and symbols',
  severity: 'medium',
  resourceTypes: ['AWS::Cognito::UserPool'],
  controls: {
    fsbp: ['Cognito.3'],
    owaspServerless: ['S2'],
  },
  peers: {
    cdkNag: ['CognitoUserPoolStrongPasswordPolicy'],
    prowler: [
      'cognito_user_pool_password_policy_lowercase', 'cognito_user_pool_password_policy_minimum_length_14',
      'cognito_user_pool_password_policy_number', 'cognito_user_pool_password_policy_symbol',
      'cognito_user_pool_password_policy_uppercase',
    ],
    other: ['config:cognito-user-pool-password-policy-check'],
  },
  rationale: 'Short and simple passwords are guessed by trying lists of common ones against the sign-in.',
  whenNotToUse: 'Pools whose users sign in without a password or at another identity provider.',
  fix: 'Leave `passwordPolicy` out, or set `minLength: 12` and `requireLowercase`, `requireUppercase`, `requireDigits` and '
    + '`requireSymbols` to `true`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cognito-userpool-passwordpolicy.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/cognito-user-pool-password-policy-check.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-3',
  ],
  absent: {
    means: 'Without any policy, eight characters with lowercase, uppercase, number and symbol are required; what one part of a '
      + 'policy means if others are left out is not documented.',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity-provider_example_cognito-identity-provider_CreateUserPool_section.html',
  },
  divergences: [
    {
      peer: 'cdkNag:CognitoUserPoolStrongPasswordPolicy',
      how: 'It takes a pool without a policy for one without requirements, and does not ask for lowercase letters.',
      source: 'https://github.com/cdklabs/cdk-nag/issues/1577',
    },
    {
      peer: 'prowler:cognito_user_pool_password_policy_minimum_length_14',
      how: 'It asks for 14 characters: set the option `minimumLength`.',
      source: 'https://github.com/prowler-cloud/prowler/tree/master/prowler/providers/aws/services/cognito/cognito_user_pool_password_policy_minimum_length_14',
    },
  ],
  options: {
    minimumLength: {
      type: 'number',
      description: 'Characters that a password has at least. The default is that of AWS Security Hub.',
      default: 8,
    },
  },
  check: (pool, _app, { minimumLength }) => judge(pool, minimumLength),
  remediation: { kind: 'property', changes: (pool, { minimumLength }) => strongerSettings(pool, minimumLength) },
  unreachable: {
    NOT_APPLICABLE: 'every user pool has a password policy',
  },
});

/** What Cognito asks for where there is no policy at all. */
const DEFAULT_LENGTH = 8;

function judge(pool: Resource, minimumLength: number): Outcome {
  const policy = pool.get('Policies.PasswordPolicy');
  if (policy.isAbsent && minimumLength <= DEFAULT_LENGTH) return 'COMPLIANT';
  if (policy.isAbsent) return violation(policy.get('MinimumLength'), `passwords of ${DEFAULT_LENGTH} characters are enough by default`);
  return every([
    () => judgeLength(policy.get('MinimumLength'), minimumLength),
    ...REQUIREMENTS.map((name) => () => judgeRequirement(policy.get(name), name)),
  ], (part) => part());
}

function judgeLength(length: Value, minimumLength: number): Outcome {
  const number = length.number() ?? unknown('what a password policy without MinimumLength means is not documented', length.location);
  return number >= minimumLength ? 'COMPLIANT' : violation(length, `passwords of ${number} characters are enough`);
}

function judgeRequirement(requirement: Value, name: string): Outcome {
  if (requirement.isAbsent) return unknown(`what a password policy without ${name} means is not documented`, requirement.location);
  return requirement.boolean(false) ? 'COMPLIANT' : violation(requirement, `${name} is false`);
}
