/** Given anew with each answer, it names scripts; here the policy is one text, which everybody can read. */
const NONCE = /^'nonce-/i;

/** Keywords that let scripts run which nobody named. */
const WEAK_KEYWORDS = ["'unsafe-inline'", "'unsafe-eval'"];

/** A scheme without a host (`https:`, `blob:`), every host (`*`, `https://*:443`), or every host below a top-level domain (`*.com`). */
const WEAK_HOSTS = [/^[a-z][a-z0-9+.-]*:$/, /^([a-z][a-z0-9+.-]*:\/\/)?\*(\.[a-z0-9-]+)?(:(\d+|\*))?(\/.*)?$/];

/** The directives that decide on scripts: elements, and handlers in attributes; each stands in for the one before where that is missing. */
const OF_SCRIPTS = [['script-src-elem', 'script-src', 'default-src'], ['script-src-attr', 'script-src', 'default-src'], ['script-src', 'default-src']];

/**
 * What makes a policy nearly worthless against injected scripts; empty if nothing does.
 *
 * @see https://www.w3.org/TR/CSP3/#directives-fetch
 */
export function weaknessesOf(directives: Map<string, string[]>): string[] {
  const decisive = OF_SCRIPTS.map((names) => names.find((name) => directives.has(name)));
  if (decisive.includes(undefined)) return ['no script-src or default-src'];
  return [...new Set(decisive.flatMap((name) => weakOf(directives.get(name!)!)))];
}

function weakOf(sources: string[]): string[] {
  const has = (pattern: RegExp) => sources.some((source) => pattern.test(source));
  const namesInline = has(NONCE) || has(/^'sha(256|384|512)-/i); // then browsers ignore 'unsafe-inline'
  const handsTrustOn = has(/^'strict-dynamic'$/i); // then also hosts and schemes
  return sources.filter((source) => {
    const known = source.toLowerCase();
    if (known === "'unsafe-inline'" && (namesInline || handsTrustOn)) return false;
    return WEAK_KEYWORDS.includes(known) || NONCE.test(known) || (!handsTrustOn && WEAK_HOSTS.some((pattern) => pattern.test(known)));
  });
}
