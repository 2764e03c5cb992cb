import { Stack } from 'aws-cdk-lib';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import * as fc from 'fast-check';
import { apiIn, emptyApiIn, functionIn, PUBLIC } from './api-under-test';
import { leadsTo, matches, readingsOf } from './paths-as-read';
import { FirewallRule, RequestMatch, SecureApi, WebFirewall } from '../../src/api';
import { inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

/** The rules of the one web ACL whose name begins like this. */
function rulesOf(stack: Stack, prefix = 'Route-'): any[] {
  return only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties.Rules.filter(({ Name }: any) => Name.startsWith(prefix));
}

/** What knows the requests of a route that is limited. */
function statementOf(path: string): any {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack);
  api.addRoute('GET', path, fn, { auth: PUBLIC, rateLimitPerAddress: 10 });
  return rulesOf(stack)[0].Statement.RateBasedStatement.ScopeDownStatement;
}

/** What knows the requests that a rule is about. */
function statementOfMatch(match: RequestMatch): any {
  const stack = newStack();
  new WebFirewall(stack, 'Firewall', { rules: [FirewallRule.block('Mine', match)] });
  return rulesOf(stack, 'Mine')[0].Statement;
}

inBothFlagModes(() => {
  test('a route has a limit of its own for each address, whatever the spelling of its path', () => {
    const stack = newStack();
    const { api, fn } = emptyApiIn(stack);
    api.addRoute('POST', '/login', fn, { auth: PUBLIC, unvalidatedBody: 'test', rateLimitPerAddress: 20 });
    const [rule] = rulesOf(stack);
    expect(rule.Name).toMatch(/^Route-POST-login-[0-9a-f]{8}$/);
    expect(rule.Priority).toBe(500);
    expect(rule.Action.Block.CustomResponse.ResponseCode).toBe(429);
    expect(rule.Statement.RateBasedStatement).toMatchObject({ AggregateKeyType: 'IP', Limit: 20, EvaluationWindowSec: 300 });
    expect(rule.Statement.RateBasedStatement.ScopeDownStatement.AndStatement.Statements[0])
      .toEqual({ ByteMatchStatement: expect.objectContaining({ SearchString: 'POST', FieldToMatch: { Method: {} } }) });
  });

  test('routes whose paths differ in signs only have each their limits', () => {
    const stack = newStack();
    const { api, fn } = emptyApiIn(stack);
    for (const path of ['/orders/{id}', '/orders-id', '/orders.id']) api.addRoute('GET', path, fn, { auth: PUBLIC, rateLimitPerAddress: 10 });
    expect(new Set(rulesOf(stack).map(({ Name }) => Name)).size).toBe(3);
  });

  test('APIs that share a firewall have each their limits', () => {
    const stack = newStack();
    const firewall = new WebFirewall(stack, 'Firewall', { rules: [FirewallRule.block('Mine', RequestMatch.method('PUT'))] });
    for (const id of ['A', 'B']) {
      new SecureApi(stack, id, { firewall }).addRoute('GET', '/search', functionIn(stack, `Fn${id}`), { auth: PUBLIC, rateLimitPerAddress: 10 });
    }
    const rules = rulesOf(stack);
    expect(new Set(rules.map(({ Name }) => Name)).size).toBe(2);
    expect(rules.map(({ Priority }) => Priority)).toEqual([501, 502]);
  });

  test('a rule is added for a route, and stays as made', () => {
    const stack = newStack();
    const { api } = apiIn(stack);
    api.firewall.addRule(FirewallRule.count('Watched', RequestMatch.route('GET', '/orders/{id}')));
    expect(rulesOf(stack, 'Watched')[0]).toMatchObject({ Action: { Count: {} } });
    const other = newStack();
    const { firewall } = apiIn(other).api;
    firewall.addRule(FirewallRule.block('Closed', RequestMatch.route('GET', '/orders/{id}')));
    firewall.webAcl.rules = (firewall.webAcl.rules as CfnWebACL.RuleProperty[]).filter(({ name }) => name !== 'Closed');
    expect(() => templateOf(other)).toThrow(/WebACL Rules/);
  });
});

test.each<[string, string[], string[]]>([
  ['/login', [
    '/login', '/live/login', '/login/', '/v1/shop/login', '/%6cogin', '/%256Cogin', '//login', '/live//login/', '/./login', '/live/x/../login', '/live/%2e/login',
    '/live%2Flogin', '/login%2f', '/login;a=b', '/login%3Ba', '/live;a/login', '/live/login/.', '/live/login/x/..', '/login;/..;/x/../login',
  ], ['/logins', '/login/x', '/xlogin', '/login.', '/Login', '/log%20in']],
  ['/orders/{id}', [
    '/live/orders/7', '/orders/a.b/', '/orders/a%0Ab', '/orders/%0A', '/orders/a%2Fb', '/%6frders/a%2fb', '/orders/%2E%2E', '/orders/..', '/orders/a%252Fb', '/orders/7;v=1',
    '/orders;v=1/7', '/orders/x/../a%2Fb', '/orders/%00', '/orders/a%20b', '/orders/%zz', '/orders/+',
  ], ['/orders', '/orders/', '/orders/7/lines', '/orders/a%20b/lines', '/order/7']],
  ['/orders/{id}/lines', ['/orders/7/lines', '/orders/7%2F8/./lines', '/orders/%0A/lines', '/orders/7/%6cines'], ['/orders/7', '/orders/7/8/lines', '/orders//lines']],
  ['/files/{key+}', ['/live/files/a/b/c', '/files/a%0Ab', '/files/%0A', '/files//', '/files/a/%2e%2e/b'], ['/live/files', '/live/files/']],
  ['/', ['/', '/live', '/live/', '/live/x/..', '//', '/%2F'], ['/live/orders']],
  ['/a.b', ['/a.b', '/a%2Eb', '/a%2eb/'], ['/axb']],
])('requests to %s are known, however they are spelled', (path, hits, misses) => {
  const statement = statementOf(path);
  expect(hits.filter((each) => !matches(statement, { method: 'GET', path: each }))).toEqual([]);
  expect(misses.filter((each) => matches(statement, { method: 'GET', path: each }))).toEqual([]);
  expect(matches(statement, { method: 'POST', path: hits[0] })).toBe(false);
});

describe('whichever way a server reads a path', () => {
  const ROUTES = ['/login', '/orders/{id}', '/orders/{id}/lines', '/files/{key+}', '/{tenant}/orders', '/', '/{any+}'];
  const noise = fc.constantFrom('/', 'live', 'login', 'orders', 'lines', 'files', '7', '.', '..', '%2F', '%2f', '%2e', '%2E%2E', '%252F', '%252e', '%25', ';', '%3B',
    ';v=1', '%0A', '%00', '%6cogin', '%6Frders', '%256cogin', '+', '%zz');
  const some = (maxLength: number) => fc.array(noise, { maxLength }).map((parts) => parts.join(''));
  const separator = fc.oneof(fc.constantFrom('/', '/', '/', '//', '/./', '/x/../', '%2F', '%252f', ';/', ';v=1/'), some(3).map((inner) => `/${inner}/`));
  const encoded = (text: string) => [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join('');
  const segmentOf = (segment: string) => (segment.startsWith('{') ? some(4)
    : fc.constantFrom(segment, segment, encoded(segment), encoded(segment).replace(/%/g, '%25'), `${segment};v=1`));
  /** Paths that are near the route, and some that are not. */
  const pathsNear = (route: string) => fc.oneof(some(12).map((text) => `/${text}`), fc.tuple(
    fc.constantFrom('', '/live'), ...route.split('/').filter(Boolean).flatMap((segment) => [separator, segmentOf(segment)]), fc.constantFrom('', '', '/', '/.', '%2F', ';'),
  ).map((parts) => parts.join('') || '/'));

  test.each(ROUTES)('a request that leads to %s is known', (route) => {
    const statement = statementOf(route);
    let reached = 0;
    fc.assert(fc.property(pathsNear(route), (path) => {
      if (!readingsOf(path).some((segments) => leadsTo(route, segments))) return true;
      reached += 1;
      return matches(statement, { method: 'GET', path });
    }), { numRuns: 600, seed: 7 });
    expect(reached).toBeGreaterThan(40); // or the property would say little
  });

  test.each(ROUTES)('what is left out as %s leads nowhere else', (route) => {
    const statement = statementOfMatch(RequestMatch.otherThan(RequestMatch.route('GET', route)));
    fc.assert(fc.property(pathsNear(route), (path) => {
      if (matches(statement, { method: 'GET', path })) return true; // not left out
      return readingsOf(path).every((segments) => leadsTo(route, segments));
    }), { numRuns: 600, seed: 7 });
  });
});

test('a route is left out by its plain path only', () => {
  const statement = statementOfMatch(RequestMatch.otherThan(RequestMatch.anyOf(RequestMatch.route('GET', '/health'), RequestMatch.route('GET', '/.well-known/{name}'))));
  const isLeftOut = (path: string, method = 'GET') => !matches(statement, { method, path });
  expect(['/health', '/live/health', '/.well-known/jwks.json', '/.well-known/a%20b'].filter((path) => !isLeftOut(path))).toEqual([]);
  expect(['/health/../admin', '/health;/../admin', '/%68ealth', '/a/b/health', '/admin%2F..%2Fhealth', '/.well-known/..', '/.well-known/%2e%2e'].filter((path) => isLeftOut(path))).toEqual([]);
  expect(isLeftOut('/health', 'POST')).toBe(false);
  const twice = statementOfMatch(RequestMatch.otherThan(RequestMatch.otherThan(RequestMatch.route('GET', '/health'))));
  expect(matches(twice, { method: 'GET', path: '/%68ealth' })).toBe(true);
});

describe('a limit of a route is refused', () => {
  const limiting = (rateLimitPerAddress: number) => () => {
    const { api, fn } = emptyApiIn(newStack());
    api.addRoute('GET', '/search', fn, { auth: PUBLIC, rateLimitPerAddress });
  };

  test.each([9, 10.5, 2_000_000_001])('of %p', (limit) => {
    expect(limiting(limit)).toThrow(/\[Stack\/Api\/Firewall\] rules Route-GET-search-[0-9a-f]{8} = .*: AWS WAF limits rates of 10 to 2,000,000,000 requests in 5 minutes/);
  });

  test('beyond what a firewall holds', () => {
    const { api, fn } = emptyApiIn(newStack());
    const add = (path: string) => api.addRoute('GET', path, fn, { auth: PUBLIC, rateLimitPerAddress: 10 });
    for (let index = 1; index <= 9; index += 1) add(`/${index}`);
    expect(() => add('/10')).toThrow('[Stack/Api/Firewall] rules = "11 rate limits": a web ACL holds 10 rate limits, rateLimit among them');
  });

  test('for a method or path that no route has', () => {
    const rule = (method: string, path: string) => () => { new WebFirewall(newStack(), 'Firewall').addRule(FirewallRule.block('Mine', RequestMatch.route(method, path))); };
    expect(rule('ANY', '/a')).toThrow('[Stack/Firewall] rules Mine method = "ANY": no route has this method. Write one of GET, HEAD, POST');
    expect(rule('GET', 'a')).toThrow('[Stack/Firewall] rules Mine path = "a": it is no path of a route. Write it as in addRoute, for example "/documents/{id}".');
  });
});
