import { namedInNag } from './named-in-nag';
import type { Rule } from '../engine/rule';

/** What of a finding says whether a name means it. */
interface Named {
  readonly ruleId: string;
  readonly message: string;
}

/** Whether what a user wrote names the rule of a finding: by id, by prefix with a star, by service, or by what cdk-nag calls it. */
export function matchesRule(written: string, { ruleId, message }: Named, rule: Rule | undefined): boolean {
  const name = withoutPlugin(written);
  if (isPatternOf(name, ruleId)) return true;
  const nag = namedInNag(name);
  if (rule?.peers.cdkNag?.includes(nag.rule) !== true) return false;
  return nag.detail === undefined || isAbout(nag.detail, message);
}

/** Whether it names a rule at all, whatever that finds. */
export function namesRule(written: string, { id, peers }: Rule): boolean {
  const name = withoutPlugin(written);
  return isPatternOf(name, id) || peers.cdkNag?.includes(namedInNag(name).rule) === true;
}

function withoutPlugin(written: string): string {
  return written.replace(/^cdk-hardened::/, '');
}

function isPatternOf(name: string, id: string): boolean {
  if (name === id || name === '*') return true;
  if (name.endsWith('*') && id.startsWith(name.slice(0, -1))) return true;
  return !name.includes('/') && id.startsWith(`${name}/`);
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
