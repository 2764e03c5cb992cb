import type { Construct } from 'constructs';
import type { AppClientOptions } from './app-client-options';
import { isThisMachine } from './callback-urls';
import { RULES_ON_LOCALHOST } from '../api/firewall/rules-on-localhost';
import type { WebFirewall } from '../api/firewall/web-firewall';
import { literalTextBeforeSynth } from '../private/literal-text-before-synth';
import { fail } from '../private/misuse';

/** Has the pool's own firewall let sign-ins of apps on this machine through, and stops where a firewall of others would not. */
export function letSignInsPass(owner: Construct, id: string, options: AppClientOptions, firewall: WebFirewall): void {
  const url = [...options.callbackUrls, ...options.logoutUrls ?? []].find((each) => isThisMachine(literalTextBeforeSynth(each)));
  if (url === undefined) return;
  if (firewall.node.scope === owner) firewall._letLocalhostPass();
  if (firewall._letsLocalhostPass) return;
  const overrides = RULES_ON_LOCALHOST.map((rule) => `ManagedRuleGroup.COMMON.overrideRule("${rule}", ManagedRuleAction.COUNT)`);
  fail(owner, {
    prop: `${id} callbackUrls`,
    value: url,
    problem: `the firewall ${firewall.node.path} refuses requests that name this machine, and sign-ins do, so that their page would not open`,
    instead: `Pass overrides: [${overrides.join(', ')}] to it, or leave firewall of SecureUserPool out.`,
  });
}
