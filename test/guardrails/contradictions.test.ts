import { rulesOf, SELECTIONS } from '../../src/guardrails/rule-sets/selection';
import { ALL_RULES } from '../../src/guardrails/rules/all-rules';

/** Requirements of the catalogue that say the opposite, or the same in two ways. Both exist; who takes both is told the contrary, or twice. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ['vpc/no-custom-nacls', 'vpc/nacl-in-use', 'no network ACL, or one that is used'],
  ['vpc/no-custom-nacls', 'vpc/nacl-no-open-ssh-rdp', 'no network ACL, or one that filters'],
  ['vpc/no-custom-nacls', 'vpc/nacl-port-range', 'no network ACL, or one that filters'],
  ['vpc/no-custom-nacls', 'vpc/nacl-protocol', 'no network ACL, or one that filters'],
  ['vpc/no-custom-nacls', 'vpc/nacl-deny-effective', 'no network ACL, or one that denies'],
  ['cloudformation/no-explicit-physical-names', 'sqs/redrive-allow-policy', 'two queues that name each other need a fixed name'],
  ['apigateway/domain-recommended-security-policy', 'apigateway/domain-tls12', 'the newer list of policies, or TLS 1.2'],
  ['appsync/logging-configured', 'appsync/field-level-logging', 'the same property by two tools, each with values of its own'],
  ['dynamodb/global-table-pitr', 'dynamodb/point-in-time-recovery', 'the same property of the same type'],
];

describe.each(PAIRS)('%s and %s: %s', (one, other) => {
  test('both exist', () => {
    expect(ALL_RULES.map(({ id }) => id)).toEqual(expect.arrayContaining([one, other]));
  });

  test('the default set has at most one of them', () => {
    expect(rulesOf(SELECTIONS.default).filter(({ id }) => id === one || id === other).length).toBeLessThan(2);
  });
});

test('a rule that gives a contradiction as its reason is in a pair', () => {
  const named = ALL_RULES.filter(({ outsideDefault }) => /contradict|asks? for the same|asks the same/.test(outsideDefault ?? '')).map(({ id }) => id);
  expect(named.filter((id) => !PAIRS.some((pair) => pair.includes(id)))).toEqual([]);
});
