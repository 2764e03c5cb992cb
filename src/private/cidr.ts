import { BlockList, isIP } from 'net';
import type { IConstruct } from 'constructs';
import { fail } from './misuse';

/** An address range as written, and what it says. */
export interface Cidr {
  readonly cidr: string;
  readonly address: string;
  readonly version: 4 | 6;
  readonly prefix: number;
}

/** Takes a literal CIDR apart; a malformed one stops the synth. */
export function parseCidr(scope: IConstruct, prop: string, cidr: string): Cidr {
  const [address, length, ...rest] = cidr.split('/');
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  if (version === 0 || rest.length > 0 || !/^(0|[1-9]\d{0,2})$/.test(length ?? '') || Number(length) > bits) {
    fail(scope, {
      prop,
      value: cidr,
      problem: version !== 0 && length === undefined
        ? 'it is a single address without a prefix length'
        : 'it is no address range: an IPv4 or IPv6 address, "/", and a prefix length',
      instead: version !== 0 && length === undefined ? `Write "${address}/${bits}".` : 'Write for example "203.0.113.0/24" or "2001:db8::/32".',
    });
  }
  return { cidr, address, version: version as 4 | 6, prefix: Number(length) };
}

/** Ranges that are never the source of a request that came through the internet (RFC 1918, 6598, 4193, 4291). */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', 'fc00::/7', 'fe80::/10'];

/** The private range that the literal, well-formed CIDR lies in, if any. */
export function privateRangeOf(cidr: string): string | undefined {
  return PRIVATE_RANGES.find((range) => contains(range, cidr));
}

/** Whether a literal, well-formed range holds all of another one. */
export function contains(range: string, cidr: string): boolean {
  const [network, length] = range.split('/');
  const [address, prefix] = cidr.split('/');
  if (isIP(network) !== isIP(address) || Number(prefix) < Number(length)) return false;
  const list = new BlockList();
  const version = isIP(network) === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(network, Number(length), version);
  return list.check(address, version);
}
