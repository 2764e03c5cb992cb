import { parseCidr, privateRangeOf } from '../../src/private/cidr';
import { newStack } from '../harness/apps';

test.each([
  ['203.0.113.0/24', 4, 24], ['0.0.0.0/0', 4, 0], ['2001:db8::/32', 6, 32], ['::1/128', 6, 128],
])('takes %s apart', (cidr, version, prefix) => {
  expect(parseCidr(newStack(), 'cidrs', cidr)).toMatchObject({ cidr, version, prefix });
});

test.each(['', '/', '10.0.0.0/', '10.0.0/8', '256.0.0.0/8', '10.0.0.0/33', '10.0.0.0/08', '10.0.0.0/-1', '10.0.0.0/8/8', '::/129', 'example.com/24'])(
  'refuses %j', (cidr) => {
    expect(() => parseCidr(newStack(), 'cidrs', cidr)).toThrow(/\[Stack\] cidrs = .* it is no address range/);
  });

test('tells a single address how to be a range', () => {
  expect(() => parseCidr(newStack(), 'cidrs', '2001:db8::1')).toThrow('cidrs = "2001:db8::1": it is a single address without a prefix length. Write "2001:db8::1/128".');
});

test.each([
  ['10.1.2.0/24', '10.0.0.0/8'], ['172.31.0.0/16', '172.16.0.0/12'], ['fd12::/16', 'fc00::/7'], ['100.64.1.0/24', '100.64.0.0/10'],
  ['8.0.0.0/5', undefined], ['172.32.0.0/16', undefined], ['203.0.113.0/24', undefined], ['2001:db8::/32', undefined],
])('knows whether %s is private', (cidr, range) => {
  expect(privateRangeOf(cidr)).toBe(range);
});
