import type { IConstruct } from 'constructs';
import { weaknessesOf } from './weak-scripts';
import { requireLiteral } from '../private/literal';
import { fail, warn } from '../private/misuse';

/** Everything from the site itself, nothing from elsewhere, no inline scripts or styles, in nobody's frame. */
export const STRICT_CSP = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** Stops on what is no policy; warns of one that lets injected scripts run. */
export function validateContentSecurityPolicy(scope: IConstruct, policy: string | undefined): void {
  if (policy === undefined) return;
  requireLiteral(scope, 'contentSecurityPolicy', policy);
  const directives = directivesOf(policy);
  if (directives.size === 0 || !/^[\x20-\x7E]*$/.test(policy) || policy.includes(',') || [...directives.keys()].some((name) => !/^[a-z-]+$/.test(name))) {
    fail(scope, {
      prop: 'contentSecurityPolicy',
      value: policy,
      problem: 'it is no list of directives, separated by semicolons on one line, in ASCII and without commas, which would begin another policy',
      instead: `Write for example "${STRICT_CSP}".`,
    });
  }
  const weak = weaknessesOf(directives);
  if (weak.length > 0) {
    warn(scope, 'weak-content-security-policy', `[${scope.node.path}] contentSecurityPolicy lets injected scripts run: ${weak.join(', ')}. Name the hosts, `
      + 'or the hashes of inline scripts, in script-src.');
  }
}

/** By name, as browsers read them: without regard to case, and of directives that come twice the first one. */
function directivesOf(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const directive of policy.split(';')) {
    const [name, ...sources] = directive.trim().split(/\s+/);
    const known = name.toLowerCase();
    if (known !== '' && !directives.has(known)) directives.set(known, sources);
  }
  return directives;
}
