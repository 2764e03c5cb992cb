import * as fs from 'fs';
import * as path from 'path';
import { FirewallTestRequest, ManagedRuleAction, ManagedRuleGroup, WebFirewall, WebFirewallProps } from '../../src/api';
import { inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

const { requests: TABLE } = JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', 'data', 'firewall-requests.json'), 'utf8')) as { requests: FirewallTestRequest[] };
const EXTRA = [ManagedRuleGroup.ADMIN_PROTECTION, ManagedRuleGroup.LINUX, ManagedRuleGroup.UNIX, ManagedRuleGroup.botControl()];
const GROUPS = [ManagedRuleGroup.COMMON, ManagedRuleGroup.KNOWN_BAD_INPUTS, ManagedRuleGroup.SQL_INJECTION, ...EXTRA];

const named = (props?: WebFirewallProps) => new WebFirewall(newStack(), 'Firewall', props).testRequests.map(({ name }) => name);

test.each(TABLE.map((request): [string, FirewallTestRequest] => [request.name, request]))('%s can be sent, and its rule exists', (_, request) => {
  const url = new URL(`https://shop.example.com${request.path}`);
  expect(url.pathname + url.search).toBe(request.path); // nothing that a client would write otherwise on the way
  const headers = new Headers(request.headers);
  expect([...headers.keys()].sort()).toEqual(Object.keys(request.headers ?? {}).sort());
  if (request.body !== undefined) expect(['POST', 'PUT', 'PATCH']).toContain(request.method);
  // more than API Gateway and CloudFront take would never reach the firewall
  expect([...headers].reduce((sum, [key, value]) => sum + key.length + value.length, 0)).toBeLessThan(8_192);
  if (!request.refused) {
    expect(request).not.toHaveProperty('rule');
    return;
  }
  if (request.ruleGroup === undefined) expect(request.rule).toBe('OversizeBodies');
  else expect(GROUPS.find(({ name }) => name === request.ruleGroup)!.ruleNames).toContain(request.rule);
  expect(request.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/waf\//);
});

test('names are unique, and there are hostile and harmless requests', () => {
  expect(new Set(TABLE.map(({ name }) => name)).size).toBe(TABLE.length);
  expect(TABLE.filter(({ refused }) => refused).length).toBeGreaterThan(25);
  expect(TABLE.filter(({ refused }) => !refused).length).toBeGreaterThan(7);
});

test('what is over a limit is over it, what is harmless is not', () => {
  const sizes = (name: string) => {
    const { path: target, body = '' } = TABLE.find((request) => request.name === name)!;
    const [pathname, query = ''] = target.split('?');
    return { pathname: pathname.length, query: query.length, body: Buffer.byteLength(body) };
  };
  expect(sizes('query-string-over-2048-bytes').query).toBeGreaterThan(2_048);
  expect(sizes('path-over-1024-bytes').pathname).toBeGreaterThan(1_024);
  expect(sizes('body-over-8192-bytes').body).toBeGreaterThan(8_192);
  expect(sizes('body-of-4096-bytes').body).toBe(4_096);
  for (const { name } of TABLE.filter(({ refused }) => !refused)) {
    expect(sizes(name).query).toBeLessThanOrEqual(2_048);
    expect(sizes(name).body).toBeLessThanOrEqual(8_192);
  }
});

inBothFlagModes(() => {
  test('a firewall hands out the requests that its own groups and rules decide', () => {
    const stack = newStack();
    const requests = new WebFirewall(stack, 'Firewall').testRequests;
    const rules = only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties.Rules.map(({ Name }: any) => Name);
    expect(requests.length).toBeGreaterThan(30);
    for (const { refused, rule, ruleGroup } of requests) expect(rules.includes(ruleGroup ?? rule)).toBe(refused);
    expect(named({ extraRuleGroups: EXTRA })).toEqual(TABLE.filter(({ refused }) => refused).map(({ name }) => name));
    expect(named({ extraRuleGroups: EXTRA.slice(0, 3) })).toEqual(TABLE.filter(({ ruleGroup }) => ruleGroup !== 'AWSManagedRulesBotControlRuleSet').map(({ name }) => name));
  });

  test.each<[boolean, string, string]>([
    [false, 'POST', '/{proxy+}'], // POST / of an API is sent to /live/
    [true, 'PUT', '/{proxy+}'],
    [true, 'POST', '/{id}'],
    [true, 'POST', '/documents/{key+}'],
  ])('hands out a body over the limit (%s) where an upload route takes %s %s', (handedOut, method, route) => {
    expect(named({ uploadRoutes: [{ method, path: route, maxBytes: 32_768 }] }).includes('body-over-8192-bytes')).toBe(handedOut);
  });

  test('hands out no body over the limit where an upload route that is named later takes it', () => {
    const firewall = new WebFirewall(newStack(), 'Firewall');
    firewall.addUploadRoute({ method: 'POST', path: '/{proxy+}', maxBytes: 32_768 });
    const names = firewall.testRequests.map(({ name }) => name);
    expect(names).not.toContain('body-over-8192-bytes');
    expect(names).toHaveLength(named().length - 1);
  });

  test.each([ManagedRuleGroup.botControl(), ManagedRuleGroup.ANONYMOUS_IP])('hands out no harmless request where a group judges who sends it', (group) => {
    const requests = new WebFirewall(newStack(), 'Firewall', { extraRuleGroups: [group] }).testRequests;
    expect(requests.length).toBeGreaterThan(20);
    expect(requests.filter(({ refused }) => !refused)).toEqual([]);
  });

  test('a rule that only counts refuses nothing, and what comes after it is not known', () => {
    const override = (action: ManagedRuleAction) => named({ overrides: [ManagedRuleGroup.COMMON.overrideRule('NoUserAgent_HEADER', action)] });
    expect(override(ManagedRuleAction.BLOCK)).toContain('no-user-agent');
    expect(override(ManagedRuleAction.COUNT)).not.toContain('no-user-agent');
    expect(override(ManagedRuleAction.CHALLENGE)).not.toContain('no-user-agent');
    expect(override(ManagedRuleAction.COUNT)).toContain('user-agent-of-a-scanner');
  });
});
