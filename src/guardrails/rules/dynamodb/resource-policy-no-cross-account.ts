import { TABLES } from './replicas';
import { hasValues } from '../../engine/policy/has-values';
import { OPEN, OWN_ACCOUNT, accountNamedBy } from '../../engine/policy/other-accounts';
import { policiesOf, statementsOf } from '../../engine/policy/policies';
import type { Condition, Statement } from '../../engine/policy/statement';
import { isEveryoneInEffect } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, some, violation } from '../../engine/violation';

interface Options {
  readonly trustedAccounts?: readonly string[];
}

export const rule = defineRule<Options>({
  id: 'dynamodb/resource-policy-no-cross-account',
  title: 'Resource policies of DynamoDB tables let in nobody but trusted accounts',
  severity: 'medium',
  resourceTypes: TABLES,
  controls: {
    owaspServerless: ['S6'],
  },
  peers: {
    prowler: ['dynamodb_table_cross_account_access'],
  },
  rationale: 'A statement for everybody, or for an account that nobody knows any more, lets strangers read and change the items, and no policy of '
    + 'your own roles shows it.',
  whenNotToUse: 'Never for everybody; list the accounts that share the table in the option.',
  fix: 'Name roles of trusted accounts as `principals` of the statements in `resourcePolicy` of the table. If only roles of the own account use it, '
    + 'leave the policy out and call `table.grantReadData(role)` and the like.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html',
  ],
  partly: 'Which accounts a condition on an organisation or a network lets in.',
  outsideDefault: 'needs the option trustedAccounts',
  options: {
    trustedAccounts: { type: 'string[]', description: 'Ids of the accounts, beside that of the stack, that policies of tables may let in' },
  },
  check: (table, _app, options) => {
    if (policiesOf(table, 'resource').length === 0) return 'NOT_APPLICABLE';
    return every(statementsOf(table, 'resource'), (statement) => judge(statement, table, options));
  },
});

function judge(statement: Statement, table: Resource, options: Options): Outcome {
  if (!statement.allows) return 'COMPLIANT';
  const conditions = statement.conditions.filter(namesAccounts);
  if (some(conditions, ({ values }) => values.every((value) => isTrusted(value, table, options)))) return 'COMPLIANT';
  if (statement.hasNotPrincipal) return violation(statement.value.at('NotPrincipal'), 'it allows everybody else');
  return every(statement.principals, (principal) => {
    const { kind, value } = principal;
    if (!isEveryoneInEffect(principal)) return kind !== 'AWS' || isTrusted(value, table, options) ? 'COMPLIANT' : violation(value, 'it allows an account that is not trusted');
    if (conditions.length > 0) return violation(value, 'its condition lets in accounts that are not trusted');
    if (statement.isNarrowedToCallers) return unknown('which accounts the condition lets in is not in the template', value.location);
    return violation(value, 'it allows everybody');
  });
}

/** Such a condition lets in nobody but the accounts that it names. */
function namesAccounts(condition: Condition): boolean {
  const { operator, key } = condition;
  return /^(String|Arn)(Equals|Like|EqualsIgnoreCase)$/i.test(operator) && /^aws:(principal|source)(account|arn)$/.test(key) && hasValues(condition);
}

function isTrusted(value: Value, table: Resource, { trustedAccounts }: Options): boolean {
  const account = accountNamedBy(value);
  if (account === OWN_ACCOUNT) return true;
  if (!account || account.includes(OPEN)) return unknown(value.whyUnknown ?? 'an account or ARN is expected here', value.location);
  if (/[*?]/.test(account)) return false;
  const own = table.template.root.facts.account;
  if (account === own || trustedAccounts?.includes(account)) return true;
  if (trustedAccounts === undefined) return unknown('the option trustedAccounts is not given', value.location);
  return own === undefined ? unknown(`the account of the stack is not known, so ${account} may be its own`, value.location) : false;
}
