import type { IConstruct } from 'constructs';
import type { ManagedRuleGroup } from './managed-rule-group';
import { fail } from '../../private/misuse';

/** The managed groups that look at sign-ins and sign-ups; a user pool takes no web ACL with them. */
const REFUSED_BY_COGNITO = ['AWSManagedRulesATPRuleSet', 'AWSManagedRulesACFPRuleSet'];

/** Stops on a group that Cognito refuses. */
export function validateGroupsOfUserPool(scope: IConstruct, groups: ManagedRuleGroup[]): void {
  const refused = groups.find(({ name }) => REFUSED_BY_COGNITO.includes(name));
  if (refused) {
    fail(scope, {
      prop: 'extraRuleGroups',
      value: refused.name,
      problem: 'Cognito takes no web ACL with this group in front of a user pool',
      instead: 'Leave the group out: threat protection of the user pool looks at its sign-ins. Or give the pool a WebFirewall of its own.',
    });
  }
}

/** Stops where sign-ins would need a header that only a distribution sends, whichever of the two came first. */
export function validateHeaderOfUserPools(scope: IConstruct, prop: string, userPools: IConstruct[], asksForHeader: boolean): void {
  if (!asksForHeader || userPools.length === 0) return;
  fail(scope, {
    prop,
    value: userPools.map(({ node }) => node.path).join(', '),
    problem: 'the firewall refuses every request without the header of a distribution (an API behind a SecureSite has it do so), '
      + 'and browsers reach the user pool without one: nobody could sign in',
    instead: 'Give the user pool and the API a WebFirewall each: leave firewall of SecureUserPool out.',
  });
}
