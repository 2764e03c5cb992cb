import { BUCKET_POLICY_TYPES, eachStatement } from './policy-statements';
import { matchesWildcard } from '../../engine/policy/action-patterns';
import { narrowsCallers } from '../../engine/policy/callers';
import { isOfOtherAccount } from '../../engine/policy/other-accounts';
import type { Condition, Principal } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { every, some, violation } from '../../engine/violation';

/** What the option lists, or nothing. */
interface Trusted {
  readonly principals?: readonly string[];
  readonly services?: readonly string[];
  readonly ipRanges?: readonly string[];
  readonly vpcs?: readonly string[];
}

export const rule = defineRule<Trusted>({
  id: 's3/policy-grantee-allowlist',
  title: 'S3 policies allow something only to listed principals, services, addresses and VPCs',
  severity: 'medium',
  resourceTypes: BUCKET_POLICY_TYPES,
  controls: {
    hipaa: [
      '164.308(a)(3)(i)', '164.308(a)(3)(ii)(A)', '164.308(a)(3)(ii)(B)', '164.308(a)(4)(i)', '164.308(a)(4)(ii)(A)',
      '164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)',
    ],
    owaspServerless: ['S6'],
  },
  peers: {
    other: ['config:s3-bucket-policy-grantee-check', 'guard-stub:S3_BUCKET_POLICY_GRANTEE_CHECK'],
  },
  rationale: 'Every grantee outside the list is a way out for data that nobody has decided on.',
  whenNotToUse: 'Where no list of trusted parties is kept.',
  fix: 'Put the grantees that are meant into the options of the rule, and remove the others from the `iam.PolicyStatement`s.',
  sources: ['https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy-grantee-check.html'],
  partly: 'Who is meant to be trusted is known to the organisation only: it is given as options.',
  outsideDefault: 'needs the lists of those who are trusted',
  options: {
    principals: {
      type: 'string[]',
      description: 'Accounts, ARNs (`*` matches any text), canonical users, federated principals. Those of the app itself need not be listed.',
    },
    services: { type: 'string[]', description: 'Services, such as `logging.s3.amazonaws.com`.' },
    ipRanges: { type: 'string[]', description: 'Address ranges of `aws:SourceIp`, as the policy writes them.' },
    vpcs: { type: 'string[]', description: 'VPCs and VPC endpoints of `aws:SourceVpc` and `aws:SourceVpce`.' },
  },
  check: eachStatement<Trusted>((statement, carrier, trusted) => {
    if (Object.values(trusted).every((list) => list === undefined)) return unknown('none of the options is given');
    if (!statement.allows) return 'COMPLIANT';
    if (statement.hasNotPrincipal) return violation(statement.value.at('NotPrincipal'), 'it allows something to everybody but these');
    if (some(statement.conditions, (condition) => isTrustedOrigin(condition, trusted))) return 'COMPLIANT';
    return every(statement.principals, (principal) => judge(principal, carrier, trusted));
  }),
});

function judge(principal: Principal, carrier: Resource, { principals = [], services = [] }: Trusted): Outcome {
  const { kind, value } = principal;
  if (value.target() !== undefined && !isOfOtherAccount(principal, carrier)) return 'COMPLIANT'; // a principal of the app
  const name = value.text()!;
  const isListed = (): boolean => principals.some((pattern) => matchesWildcard(asArn(pattern), asArn(name)));
  const listed = kind === 'Service' ? services.includes(name) : kind !== '*' && isListed();
  return listed ? 'COMPLIANT' : violation(value, `${name} is not listed`);
}

/** An account is the same as its root principal. */
function asArn(principal: string): string {
  return /^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal;
}

/** A condition that lets nothing through but what comes from listed addresses or networks. */
function isTrustedOrigin(condition: Condition, { ipRanges = [], vpcs = [] }: Trusted): boolean {
  const listed = condition.key === 'aws:sourceip' ? ipRanges : /^aws:sourcevpce?$/.test(condition.key) ? vpcs : [];
  return listed.length > 0 && narrowsCallers(condition) && condition.values.every((value) => value.is(...listed));
}
