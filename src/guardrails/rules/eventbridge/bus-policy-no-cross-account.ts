import { BUS_POLICY_TYPES, eachBusStatement, namesOrganization } from './bus-policies';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';
import { judgeAccount, judgeAccounts, TRUST_OPTIONS } from '../sns/foreign-accounts';
import type { Trust } from '../sns/foreign-accounts';

export const rule = defineRule<Trust>({
  id: 'eventbridge/bus-policy-no-cross-account',
  title: 'Policies of event buses let in no accounts but the own and trusted ones',
  severity: 'high',
  resourceTypes: BUS_POLICY_TYPES,
  controls: {
    owaspServerless: ['S6'],
  },
  peers: {
    prowler: ['eventbridge_bus_cross_account_access'],
  },
  rationale: 'Whoever gets into the other account sends events that start your functions and workflows; accounts of former partners and teams are '
    + 'forgotten in policies first.',
  whenNotToUse: 'Where no list of trusted accounts is kept.',
  fix: 'Put the accounts that are meant into the option `trustedAccounts`, and remove the statements for others that `bus.addToResourcePolicy` got.',
  sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],
  partly: 'Which accounts are trusted, and which ones an organization stands for, is not in the template.',
  outsideDefault: 'needs the accounts that are trusted',
  options: TRUST_OPTIONS,
  check: eachBusStatement(judgeAccounts, (policy, carrier, trust) => {
    const principal = policy.get('Principal');
    if (principal.isAbsent) return undefined;
    if (!principal.is('*')) return judgeAccount(principal, carrier, trust);
    if (namesOrganization(policy)) return unknown('which accounts are of the organization is not in the template', 'Properties.Condition');
    return violation(principal, 'it lets every account in');
  }),
});
