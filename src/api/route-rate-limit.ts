import { createHash } from 'crypto';
import type { Construct } from 'constructs';
import { FirewallRule } from './firewall/firewall-rule';
import { RequestMatch } from './firewall/request-match';
import type { WebFirewall } from './firewall/web-firewall';

/** Where the name of a rule is cut, so that it fits with its ending. */
const LONGEST = 100;

/** Has the firewall count the requests of each address to this route by themselves. */
export function limitRoute(api: Construct, firewall: WebFirewall, method: string, path: string, limit: number | undefined): void {
  if (limit === undefined) return;
  const name = `Route-${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`.slice(0, LONGEST);
  // of the path: another one may read the same without its signs; of the API: several may share a firewall and have the same routes
  const id = createHash('sha256').update(`${api.node.addr} ${path}`).digest('hex').slice(0, 8);
  firewall.addRule(FirewallRule.limit(`${name}-${id}`, limit, RequestMatch.route(method, path)));
}
