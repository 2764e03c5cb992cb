import { namedInNag } from './named-in-nag';
import type { Rule } from '../engine/rule';

/** What of a finding says whether a name means it. */
interface Named {
  readonly ruleId: string;
  readonly message: string;
}

/** Whether what a user wrote names the rule of a finding: by id, by prefix with a star, by service, or by what cdk-nag calls it. */
export function matchesRule(written: string, { ruleId, message }: Named, rule: Rule | undefined): boolean {
  const name = written.replace(/^cdk-hardened::/, '');
  if (name === ruleId || name === '*') return true;
  if (name.endsWith('*') && ruleId.startsWith(name.slice(0, -1))) return true;
  if (!name.includes('/') && ruleId.startsWith(`${name}/`)) return true;
  const nag = namedInNag(name);
  if (rule?.peers.cdkNag?.includes(nag.rule) !== true) return false;
  return nag.detail === undefined || isAbout(nag.detail, message);
}

/**
 * What cdk-nag puts in brackets is one of several findings of a rule about a resource: `Resource::<Orders.Arn>/*`, `Policy::arn:...:aws:policy/Admin`.
 * It accepts no others. Rules here that find the same begin their message with it.
 */
function isAbout(detail: string, message: string): boolean {
  const [what] = message.split(' ');
  const found = detail.replace(/^[^:]*::/, '');
  return found === what || (found.includes(':iam::aws:policy/') && found.endsWith(`/${what}`));
}
