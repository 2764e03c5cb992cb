import type { IConstruct } from 'constructs';
import { requireLiteral } from '../private/literal';
import { REFERENCE } from '../private/literal-text';
import { literalTextBeforeSynth } from '../private/literal-text-before-synth';
import { fail } from '../private/misuse';
import { Profile } from '../profile';

/** The one name that Cognito takes without TLS. */
const THIS_MACHINE = 'localhost';

/** As `URL` writes addresses; the core rule set refuses those of version 4 in a query, whatever they lead to. */
const ADDRESS = /^([\d.]+|\[.*\])$/;

/** What CDK writes where nobody said anything. */
const PLACEHOLDER = /^(www\.)?example\.(com|org|net)$/;

/** A port that is known at deployment only. */
const PORT = new RegExp(`:${REFERENCE}(?=[/?#]|$)`, 'g');

/**
 * Why users must not be sent there, and what to write instead; undefined where they may. What is literal decides: `url` has marks for what is
 * known at deployment only.
 */
export function callbackProblem(scope: IConstruct, url: string): { problem: string; instead: string } | undefined {
  const parsed = parse(url);
  if (url.includes('*')) {
    return { problem: 'with a wildcard, every page that matches gets codes of your users', instead: 'List each callback.' };
  }
  if (parsed === undefined || parsed.hash !== '' || parsed.username !== '' || parsed.password !== '') {
    return { problem: 'it is no absolute URL without user and fragment', instead: 'Write for example "https://shop.example.com/callback".' };
  }
  if (['http:', 'https:'].includes(parsed.protocol) && parsed.hostname === THIS_MACHINE) {
    return Profile.of(scope) === Profile.EPHEMERAL ? undefined : {
      problem: 'in production, whoever runs something on the same machine gets the codes of its user',
      instead: 'Use it in environments marked Profile.EPHEMERAL, or list the HTTPS address of the app.',
    };
  }
  if (parsed.protocol !== 'https:') {
    return {
      problem: `codes sent to ${parsed.protocol} can be taken on the way, or by another app that claims the scheme`,
      instead: 'Write https://; a mobile app claims such a link (RFC 8252, section 7.2).',
    };
  }
  if (ADDRESS.test(parsed.hostname)) {
    return { problem: 'it is the address of a machine, which no certificate for a name is good for, and firewalls refuse it in requests', instead: 'Write the name of the app.' };
  }
  if (PLACEHOLDER.test(parsed.hostname)) {
    return { problem: 'it is a placeholder, not a page of yours', instead: 'Write the address that your app answers.' };
  }
  return undefined;
}

/** Whether users are sent to the machine that they sign in from. */
export function isThisMachine(url: string): boolean {
  return parse(url)?.hostname === THIS_MACHINE;
}

function parse(url: string): URL | undefined {
  const example = exampleOf(url);
  return URL.canParse(example) ? new URL(example) : undefined;
}

/** A URL of this form: where a scheme or a host is not known, the most harmless. */
function exampleOf(url: string): string {
  const begun = url.startsWith(REFERENCE) ? `https://a${url.slice(REFERENCE.length)}` : url;
  return begun.replace(PORT, ':1').replaceAll(REFERENCE, 'a');
}

/** Stops the synth at the first address to which users must not be sent. */
export function validateUrls(scope: IConstruct, prop: string, urls: string[]): void {
  requireLiteral(scope, prop, urls);
  for (const url of urls) {
    const misuse = callbackProblem(scope, literalTextBeforeSynth(url));
    if (misuse) fail(scope, { prop, value: url, ...misuse });
  }
}
