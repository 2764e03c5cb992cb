import { namesCallers } from '../../engine/policy/callers';
import { isEveryoneInEffect } from '../../engine/policy/statement';
import type { Condition, Principal, Statement } from '../../engine/policy/statement';
import { Opaque, Reference } from '../../engine/resolved';
import type { Resource } from '../../engine/resource';
import type { OptionDeclaration, Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';
import { isOpen } from '../sqs/open-statements';

/** Accounts beside its own that a policy may let in. */
export interface Trust {
  readonly trustedAccounts?: readonly string[];
}

export const TRUST_OPTIONS: Readonly<Record<keyof Trust, OptionDeclaration>> = {
  trustedAccounts: { type: 'string[]', description: 'Accounts that may be let in beside the one of the stack, by their 12 digits.' },
};

/** A statement that lets in accounts which are neither the own one nor trusted is a violation. */
export function judgeAccounts(statement: Statement, carrier: Resource, trust: Trust): Outcome {
  if (!statement.allows) return 'COMPLIANT';
  if (isOpen(statement)) return violation(statement.value, 'it lets every account in');
  return every(statement.principals, (principal) => judgePrincipal(principal, statement, carrier, trust));
}

function judgePrincipal(principal: Principal, { conditions }: Statement, carrier: Resource, trust: Trust): Outcome {
  if (isEveryoneInEffect(principal)) return every(conditions.filter(namesCallers), (condition) => judgeCondition(condition, carrier, trust));
  if (principal.kind === 'CanonicalUser') return unknown('the account of a canonical user is not in the template', principal.value.location);
  return principal.kind === 'AWS' ? judgeAccount(principal.value, carrier, trust) : 'COMPLIANT';
}

/** Everybody, where a condition says who that is. */
function judgeCondition({ key, values }: Condition, carrier: Resource, trust: Trust): Outcome {
  if (/^aws:(?:(?:principal|source)(?:account|arn)|sourceowner)$/.test(key)) return every(values, (value) => judgeAccount(value, carrier, trust));
  return unknown(`which accounts ${key} lets in is not in the template`);
}

/** An account, or an ARN with one in it, is the own or trusted. */
export function judgeAccount(value: Value, carrier: Resource, { trustedAccounts }: Trust): Outcome {
  const account = accountIn(value);
  if (account === undefined) return unknown(value.whyUnknown ?? 'the account is not in it', value.location);
  const own = carrier.template.root.facts.account;
  if (account === OWN || account === own || trustedAccounts?.includes(account)) return 'COMPLIANT';
  if (trustedAccounts === undefined) return unknown('option trustedAccounts is not given', value.location);
  if (own === undefined) return unknown(`the account of the stack is not known, so ${account} may be its own`, value.location);
  return violation(value, `it lets the account ${account} in, which is not trusted`);
}

const OWN = 'own';
const OPEN = '\u0000';

function accountIn(value: Value): string | undefined {
  const parts = value.parts() ?? [];
  // it leads to a resource of the same account: exports and nested stacks do not cross accounts
  if (parts[0] instanceof Reference) return OWN;
  const text = parts.map((part) => (typeof part === 'string' ? part : part instanceof Opaque && part.why === 'AWS::AccountId' ? OWN : OPEN)).join('');
  return /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12}|own)(?::|$)/.exec(text)?.[1];
}
