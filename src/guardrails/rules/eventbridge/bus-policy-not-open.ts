import { BUS_POLICY_TYPES, eachBusStatement, namesOrganization } from './bus-policies';
import { defineRule } from '../../engine/rule';
import { allOf, violation } from '../../engine/violation';
import { judgeOpenness } from '../sqs/open-statements';

export const rule = defineRule({
  id: 'eventbridge/bus-policy-not-open',
  title: 'Policies of event buses let nobody in whom they do not name',
  severity: 'high',
  resourceTypes: BUS_POLICY_TYPES,
  controls: {
    cis: ['CIS AWS v7.0 2.21'],
    owaspServerless: ['S6'],
  },
  peers: {
    cdkNag: ['EventBusOpenAccess'],
    prowler: ['eventbridge_bus_exposed'],
  },
  rationale: 'With the principal `*`, any AWS account sends events that your rules take for those of your own services.',
  whenNotToUse: 'Never: who sends events can be named, by account or organization.',
  fix: 'Name accounts or roles as `principals` of the statement in `bus.addToResourcePolicy`, or the organization by '
    + '`new iam.OrganizationPrincipal(id)`, which is `*` with a condition on `aws:PrincipalOrgID`.',
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-events-eventbuspolicy.html',
  ],
  absent: {
    means: 'Without a policy, only principals of the own account can send events to a bus.',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
  },
  divergences: [
    {
      peer: 'cdkNag:EventBusOpenAccess',
      how: 'It takes any condition for one that narrows the callers, and does not look at the policy inside of a bus.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/eventbridge/EventBusOpenAccess.ts',
    },
  ],
  check: eachBusStatement(judgeOpenness, (policy) => {
    const principal = policy.get('Principal');
    if (principal.isAbsent) return undefined;
    const isOpen = allOf(() => principal.is('*'), () => !namesOrganization(policy));
    return isOpen ? violation(principal, 'it lets every account in, and no condition names an organization') : 'COMPLIANT';
  }),
});
