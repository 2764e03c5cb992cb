import type { IConstruct } from 'constructs';
import { requireLiteral } from '../private/literal';
import { fail, warn } from '../private/misuse';

/** Everything from the site itself, nothing from elsewhere, no inline scripts or styles, in nobody's frame. */
export const STRICT_CSP = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** What makes a policy nearly worthless against injected scripts (https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP). */
const WEAK_SOURCES = ["'unsafe-inline'", "'unsafe-eval'", '*', 'data:', 'http:', 'https:'];

/** Stops on what is no policy; warns of one that lets injected scripts run. */
export function validateContentSecurityPolicy(scope: IConstruct, policy: string | undefined): void {
  if (policy === undefined) return;
  requireLiteral(scope, 'contentSecurityPolicy', policy);
  const directives = directivesOf(policy);
  if (directives.size === 0 || /[\r\n]/.test(policy) || [...directives.keys()].some((name) => !/^[a-z-]+$/.test(name))) {
    fail(scope, {
      prop: 'contentSecurityPolicy', value: policy, problem: 'it is no list of directives, separated by semicolons on one line', instead: `Write for example "${STRICT_CSP}".`,
    });
  }
  const scripts = directives.get('script-src') ?? directives.get('default-src');
  const hasNonceOrHash = (scripts ?? []).some((source) => /^'(nonce|sha\d+)-/.test(source)); // then browsers ignore 'unsafe-inline'
  const weak = scripts === undefined ? ['no script-src or default-src']
    : scripts.filter((source) => WEAK_SOURCES.includes(source) && !(hasNonceOrHash && source === "'unsafe-inline'"));
  if (weak.length > 0) {
    warn(scope, 'weak-content-security-policy', `[${scope.node.path}] contentSecurityPolicy lets injected scripts run: ${weak.join(', ')}. Name the hosts, `
      + 'or the hashes of inline scripts, in script-src.');
  }
}

function directivesOf(policy: string): Map<string, string[]> {
  return new Map(policy.split(';').map((directive) => directive.trim().split(/\s+/)).filter(([name]) => name !== '')
    .map(([name, ...sources]): [string, string[]] => [name, sources]));
}
