import * as fs from 'fs';
import * as path from 'path';
import type { FirewallTestRequest } from './firewall-test-request';
import { ManagedRuleAction, type ManagedRuleGroup, type ManagedRuleOverride } from './managed-rule-group';

const TABLE = path.join(__dirname, '..', '..', '..', 'data', 'firewall-requests.json');

/** Groups that refuse a sender for where it is or what it runs on, whatever it sends: tests run in clouds, by programs. */
const JUDGE_SENDERS = ['AWSManagedRulesBotControlRuleSet', 'AWSManagedRulesAnonymousIpList'];

/** The requests whose outcome follows from these groups and overrides. */
export function testRequestsOf(groups: ManagedRuleGroup[], overrides: ManagedRuleOverride[]): FirewallTestRequest[] {
  const { requests } = JSON.parse(fs.readFileSync(TABLE, 'utf8')) as { requests: FirewallTestRequest[] };
  const overridden = (request: FirewallTestRequest) =>
    overrides.find(({ group, rule }) => rule === request.rule && group.name === request.ruleGroup);
  const anySenderPasses = !groups.some(({ vendorName, name }) => vendorName === 'AWS' && JUDGE_SENDERS.includes(name));
  return requests
    .filter(({ refused }) => refused || anySenderPasses)
    // groups that count or challenge a rule say nothing of what the next rules do with the request
    .filter((request) => (overridden(request)?.action ?? ManagedRuleAction.BLOCK) === ManagedRuleAction.BLOCK)
    .filter(({ ruleGroup }) => ruleGroup === undefined || groups.some(({ vendorName, name }) => vendorName === 'AWS' && name === ruleGroup));
}
