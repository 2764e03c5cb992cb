import { mustBeNamedBy } from '../../engine/checks';
import { hasValues } from '../../engine/policy/has-values';
import { namesNoCaller } from '../../engine/policy/open-values';
import { statementsOf } from '../../engine/policy/policies';
import { isEveryone } from '../../engine/policy/statement';
import type { Condition, Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { openPart } from '../../engine/value';
import type { Value } from '../../engine/value';
import { allOf, anyOf, some } from '../../engine/violation';
import { coversByAny } from '../s3/policy-statements';
import { isOpen } from '../sqs/open-statements';

export const rule = defineRule({
  id: 'secretsmanager/restrictive-policy',
  title: 'Secrets have a policy that denies reading to all but named principals',
  severity: 'high',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  controls: {
    owaspServerless: ['S6'],
  },
  peers: {
    prowler: ['secretsmanager_has_restrictive_resource_policy'],
  },
  rationale: 'Without it, every principal of the account with a broad IAM policy, an administrator or a careless role with `*`, reads the secret.',
  whenNotToUse: 'Accounts in which few principals have broad policies; where a mistake in the policy that locks everybody out is the bigger danger.',
  fix: 'Call `secret.addToResourcePolicy` with a statement of `iam.Effect.DENY`, `iam.AnyPrincipal` and a condition such as '
    + '`ArnNotEquals` on `aws:PrincipalArn` that names every reader, the role of a rotation function included.',
  sources: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
  absent: {
    means: 'Without a policy, the IAM policies of the account decide alone.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
  },
  outsideDefault: 'only one tool asks for it, and most apps rightly rely on IAM policies',
  check: mustBeNamedBy(
    'AWS::SecretsManager::ResourcePolicy', 'SecretId', 'it has no policy that denies reading to all but named principals', isRestrictive,
  ),
  remediation: { kind: 'companion', adds: 'a policy of the secret' },
  unreachable: { NOT_APPLICABLE: 'every secret can have a policy' },
});

function isRestrictive(policy: Resource): boolean {
  const statements = statementsOf(policy);
  return allOf(() => some(statements, deniesTheRest), () => !some(statements, isOpen));
}

/** Everybody but some may not read. */
function deniesTheRest(statement: Statement): boolean {
  const { conditions } = statement;
  const exempts = conditions.filter((condition) => !isAboutServices(condition));
  return allOf(
    () => !statement.allows,
    () => coversByAny(statement, 'secretsmanager:GetSecretValue'),
    () => anyOf(
      () => statement.hasNotPrincipal && exempts.length === 0,
      () => some(statement.principals, isEveryone) && exempts.length > 0 && exempts.every(exemptsPrincipals),
    ),
  );
}

/** AWS's own services may be left out of the denial. */
function isAboutServices({ operator, key, values }: Condition): boolean {
  return key === 'aws:principalisawsservice' && /^Bool(?:IfExists)?$/i.test(operator) && values.every((value) => value.is(false));
}

function exemptsPrincipals(condition: Condition): boolean {
  const { operator, key, values } = condition;
  if (!/^(?:String|Arn)Not(?:Equals|Like|EqualsIgnoreCase)(?:IfExists)?$/i.test(operator)) return false;
  if (!/^aws:(?:principal(?:account|arn|orgid|orgpaths)|userid)$/.test(key)) return false;
  return hasValues(condition) && !some(values, exemptsEverybody);
}

/** Whether a value is what anybody can have, such as the star or every organization; gives up on what may be. */
function exemptsEverybody(value: Value): boolean {
  const text = value.textWith('…') ?? '*';
  const open = openPart(value.parts() ?? []);
  return namesNoCaller(text) || (open !== undefined && /^[…*]+$/.test(text) ? unknown(open.why, value.location) : false);
}
