import { BUCKET_POLICY_TYPES, coversByAny, eachStatement } from './policy-statements';
import { isOfOtherAccount, isOnlyForOwnAccount } from '../../engine/policy/other-accounts';
import { defineRule } from '../../engine/rule';
import { allOf, anyOf, some, violation, which } from '../../engine/violation';

/** https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-blacklisted-actions-prohibited.html, as Security Hub uses it. */
const SETTINGS = ['s3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutBucketPolicy', 's3:PutEncryptionConfiguration', 's3:PutObjectAcl'] as const;

export const rule = defineRule({
  id: 's3/policy-limits-other-accounts',
  title: 'S3 policies keep the settings of the bucket, and its ACLs, from other accounts',
  severity: 'high',
  resourceTypes: BUCKET_POLICY_TYPES,
  controls: {
    fsbp: ['S3.6'],
    pciDss4: ['7.2.1', '7.2.2', '7.2.5', '7.2.6', '7.3.1', '7.3.2', '7.3.3', '8.2.7', '8.2.8', '8.3.4', '10.6.3'],
    nist80053r5: ['CA-9(1)', 'CM-2'],
    owaspServerless: ['S6'],
  },
  peers: {
    prowler: ['s3_bucket_cross_account_access'],
    other: ['config:s3-bucket-blacklisted-actions-prohibited'],
  },
  rationale: 'Another account that may write the policy, the ACLs or the encryption settings can let anybody in and lock the owner out.',
  whenNotToUse: 'Never for whole accounts; a central security account gets a role in the account of the bucket instead.',
  fix: 'Grant other accounts reading and writing of objects only, such as `bucket.grantRead(new iam.AccountPrincipal(account))`.',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  ],
  check: eachStatement((statement, carrier) => {
    if (!statement.allows) return 'COMPLIANT';
    const actions = which(SETTINGS, (action) => coversByAny(statement, action));
    if (actions.length === 0) return 'COMPLIANT';
    const reachesOthers = allOf(
      () => anyOf(() => statement.hasNotPrincipal, () => some(statement.principals, (principal) => isOfOtherAccount(principal, carrier))),
      () => !some(statement.conditions, (condition) => isOnlyForOwnAccount(condition, carrier)),
    );
    return reachesOthers ? violation(statement.value, `it allows other accounts ${actions.join(', ')}`) : 'COMPLIANT';
  }),
});
