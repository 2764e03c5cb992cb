import * as fs from 'fs';
import * as path from 'path';
import type { IConstruct } from 'constructs';
import { letsLargerBodiesThrough } from './body-size-rules';
import type { FirewallTestRequest } from './firewall-test-request';
import { ManagedRuleAction, type ManagedRuleGroup, type ManagedRuleOverride } from './managed-rule-group';
import type { UploadRoute } from './upload-route';

const TABLE = path.join(__dirname, '..', '..', '..', 'data', 'firewall-requests.json');

/** Groups that refuse a sender for where it is or what it runs on, whatever it sends: tests run in clouds, by programs. */
const JUDGE_SENDERS = ['AWSManagedRulesBotControlRuleSet', 'AWSManagedRulesAnonymousIpList'];

/** What decides on the requests of the table. */
interface Deciding {
  readonly groups: ManagedRuleGroup[];
  readonly overrides: ManagedRuleOverride[];
  readonly uploadRoutes: UploadRoute[];
}

/** The requests whose outcome follows from these groups, overrides and upload routes. */
export function testRequestsOf(scope: IConstruct, { groups, overrides, uploadRoutes }: Deciding): FirewallTestRequest[] {
  const { requests } = JSON.parse(fs.readFileSync(TABLE, 'utf8')) as { requests: FirewallTestRequest[] };
  const overridden = (request: FirewallTestRequest) =>
    overrides.find(({ group, rule }) => rule === request.rule && group.name === request.ruleGroup);
  const passesAsUpload = ({ rule, method, path: target }: FirewallTestRequest) =>
    rule === 'OversizeBodies' && uploadRoutes.some((route) => letsLargerBodiesThrough(scope, route, method, target));
  const anySenderPasses = !groups.some(({ vendorName, name }) => vendorName === 'AWS' && JUDGE_SENDERS.includes(name));
  return requests
    .filter(({ refused }) => refused || anySenderPasses)
    .filter((request) => !passesAsUpload(request))
    // groups that count or challenge a rule say nothing of what the next rules do with the request
    .filter((request) => (overridden(request)?.action ?? ManagedRuleAction.BLOCK) === ManagedRuleAction.BLOCK)
    .filter(({ ruleGroup }) => ruleGroup === undefined || groups.some(({ vendorName, name }) => vendorName === 'AWS' && name === ruleGroup));
}
