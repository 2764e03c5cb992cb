import { isBoundToPool, isForSignedIn, lettingGuestsIn, trustsIdentityPools } from './identity-pool-trust';
import { statementsOf } from '../../engine/policy/policies';
import type { Statement } from '../../engine/policy/statement';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'cognito/identity-pool-role-trust',
  title: 'Roles for identity pools are assumed by signed-in users of named pools only',
  severity: 'high',
  resourceTypes: ['AWS::IAM::Role'],
  controls: {
    wellArchitected: ['SEC03-BP02', 'SEC03-BP07'],
    owaspServerless: ['S2', 'S5'],
  },
  peers: {},
  rationale: 'Without a condition on the pool, users of any identity pool of any AWS account assume the role; without one on the '
    + 'sign-in, guests do who never gave a name.',
  whenNotToUse: 'Roles that are meant for guests of a pool that lets guests in: give them as little as everybody on the internet may '
    + 'have, and waive it together with `cognito/identity-pool-no-guests`.',
  fix: 'Use `cognito_identitypool.IdentityPool`, or give `iam.FederatedPrincipal` the conditions `StringEquals: { '
    + '\'cognito-identity.amazonaws.com:aud\': pool.ref }` and `\'ForAnyValue:StringLike\': { '
    + '\'cognito-identity.amazonaws.com:amr\': \'authenticated\' }`.',
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
  ],
  check: (role) => {
    const statements = statementsOf(role, 'trust');
    return statements.length === 0 ? 'NOT_APPLICABLE' : every(statements, judge);
  },
});

function judge(statement: Statement): Outcome {
  if (!statement.allows || !trustsIdentityPools(statement) || !statement.covers('sts:AssumeRoleWithWebIdentity')) return 'NOT_APPLICABLE';
  return every([
    () => (isBoundToPool(statement) ? 'COMPLIANT' : violation(statement.value, 'it trusts the users of any identity pool', 'pool')),
    () => (isForSignedIn(statement) ? 'COMPLIANT' : judgeGuests(statement)),
  ], (part) => part());
}

/** A role that names guests is out of their reach as long as the pool lets none in. */
function judgeGuests(statement: Statement): Outcome {
  return lettingGuestsIn(statement) ? violation(statement.value, 'it trusts users who have not signed in', 'guests') : 'COMPLIANT';
}
