import { Stack } from 'aws-cdk-lib';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { apiIn, emptyApiIn, functionIn, PUBLIC } from './api-under-test';
import { FirewallRule, RequestMatch, SecureApi, WebFirewall } from '../../src/api';
import { inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

/** The rules of the one web ACL whose name begins like this. */
function rulesOf(stack: Stack, prefix = 'Route-'): any[] {
  return only(templateOf(stack), 'AWS::WAFv2::WebACL').resource.Properties.Rules.filter(({ Name }: any) => Name.startsWith(prefix));
}

/** The expression by which the paths of a route are known. */
function regexOf(path: string): RegExp {
  const stack = newStack();
  const { api, fn } = emptyApiIn(stack);
  api.addRoute('GET', path, fn, { auth: PUBLIC, rateLimitPerAddress: 10 });
  const [, { RegexMatchStatement }] = rulesOf(stack)[0].Statement.RateBasedStatement.ScopeDownStatement.AndStatement.Statements;
  return new RegExp(RegexMatchStatement.RegexString);
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
    expect(rule.Statement.RateBasedStatement.ScopeDownStatement.AndStatement.Statements).toEqual([
      { ByteMatchStatement: expect.objectContaining({ SearchString: 'POST', FieldToMatch: { Method: {} } }) },
      {
        RegexMatchStatement: {
          RegexString: '^(/.*)?/login/?$',
          FieldToMatch: { UriPath: {} },
          TextTransformations: [{ Priority: 0, Type: 'URL_DECODE' }, { Priority: 1, Type: 'NORMALIZE_PATH' }],
        },
      },
    ]);
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
  ['/login', ['/login', '/live/login', '/login/', '/v1/shop/login'], ['/logins', '/login/x', '/xlogin']],
  ['/orders/{id}', ['/live/orders/7', '/orders/a.b/'], ['/orders', '/orders/', '/orders/7/lines']],
  ['/files/{key+}', ['/live/files/a/b/c'], ['/live/files', '/live/files/']],
  ['/', ['/', '/live', '/live/'], ['/live/orders']],
  ['/a.b', ['/a.b'], ['/axb']],
])('requests to %s are known', (path, hits, misses) => {
  const regex = regexOf(path);
  expect(hits.filter((each) => !regex.test(each))).toEqual([]);
  expect(misses.filter((each) => regex.test(each))).toEqual([]);
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
