import { isBoundToOwners, refusesStrangers } from './endpoint-policies';
import { OPEN, OWN_ACCOUNT, accountNamedBy } from '../../engine/policy/other-accounts';
import { statementsOf } from '../../engine/policy/policies';
import { isEveryResource } from '../../engine/policy/statement';
import type { Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { allOf, anyOf, every, some, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'vpc/endpoint-policy-restricted',
  title: 'VPC endpoints serve known principals or resources only',
  severity: 'high',
  resourceTypes: ['AWS::EC2::VPCEndpoint'],
  controls: {
    wellArchitected: ['SEC05-BP01'],
    owaspServerless: ['S5'],
  },
  peers: {
    prowler: ['vpc_endpoint_connections_trust_boundaries'],
  },
  rationale: 'With the default policy, code in the VPC can carry data to buckets and queues of anybody\'s account, with keys of that account.',
  whenNotToUse: 'Services whose endpoints take no policy. Endpoints of services by other accounts, Gateway Load Balancers and resources are not '
    + 'judged.',
  fix: 'Bind what `endpoint.addToPolicy(...)` allows by `aws:PrincipalAccount`, `aws:PrincipalOrgID`, `aws:ResourceAccount` or '
    + '`aws:ResourceOrgID`, name resources by ARNs with their account, or use `SecureVpc`.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html',
  ],
  absent: {
    means: 'The default policy allows full access to the service.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html',
  },
  check: (endpoint) => (takesPolicy(endpoint) ? judge(endpoint) : 'NOT_APPLICABLE'),
});

/** Gateway and interface endpoints of AWS services do. The default of the type is Gateway. */
function takesPolicy(endpoint: Resource): boolean {
  const type = endpoint.get('VpcEndpointType');
  if (!type.isAbsent && !type.is('Gateway', 'Interface')) return false;
  return !/(^|\.)vpce\./.test(endpoint.get('ServiceName').textWith('?') ?? '');
}

function judge(endpoint: Resource): Outcome {
  const policy = endpoint.get('PolicyDocument');
  if (policy.isAbsent) return violation(policy, 'there is no policy, so that everything is allowed');
  const statements = statementsOf(endpoint, 'resource');
  if (statements.length === 0) return unknown('a policy without statements', policy.location);
  if (some(statements, (statement) => refusesStrangers(statement, endpoint))) return 'COMPLIANT';
  return every(statements, (statement) => {
    const isOpen = allOf(
      () => statement.allows,
      () => statement.isForEveryone,
      () => reachesEveryAccount(statement),
      () => !some(statement.conditions, isBoundToOwners),
    );
    return isOpen ? violation(statement.value, 'everybody may reach resources of any account') : 'COMPLIANT';
  });
}

/**
 * Whether it names everything of a service in whichever account, or what anybody may call the same in an account of their own.
 * `arn:aws:execute-api:*:111122223333:*` is everything of one account.
 */
function reachesEveryAccount(statement: Statement): boolean {
  return statement.hasNotResource || some(statement.resources, (resource) => anyOf(
    () => isOfAnyAccount(resource) || isPatternOfBuckets(resource),
    () => allOf(() => isEveryResource(resource), () => !isOfOneAccount(resource)),
  ));
}

/** `arn:aws:sqs:eu-west-1:*:orders` */
function isOfAnyAccount(arn: Value): boolean {
  const account = accountNamedBy(arn);
  if (account?.includes(OPEN)) return unknown(arn.whyUnknown ?? 'the account of an ARN is not known', arn.location);
  return account !== undefined && /[*?]/.test(account);
}

/** `arn:aws:s3:::orders-*`: names of buckets are unique in all accounts, and whoever is first has those that nobody has yet. */
function isPatternOfBuckets(arn: Value): boolean {
  return /^arn:[^:]*:s3:[^:]*::[^/]*[*?]/.test(arn.textWith('x') ?? '');
}

/** ARNs that leave the account out, as those of buckets do, are of nobody in particular. */
function isOfOneAccount(arn: Value): boolean {
  const account = accountNamedBy(arn);
  if (account?.includes(OPEN)) return unknown(arn.whyUnknown ?? 'the account of an ARN is not known', arn.location);
  return account === OWN_ACCOUNT || /^\d{12}$/.test(account ?? '');
}
