import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { CfnIPSet } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { FirewallScope } from './firewall-scope';
import { parseCidr } from '../../private/cidr';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { seal, staysEqual } from '../../private/seal';

/** Quota that cannot be raised: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MAX_ADDRESSES = 10_000;

/** Address ranges of one IP version, as AWS WAF holds them. */
export class IpSet {
  /** IPv4 ranges: `203.0.113.0/24`; a single address is `203.0.113.7/32`. */
  public static v4(cidrs: string[]): IpSet {
    return new IpSet(4, cidrs);
  }

  /** IPv6 ranges: `2001:db8::/32`; a single address is `2001:db8::1/128`. */
  public static v6(cidrs: string[]): IpSet {
    return new IpSet(6, cidrs);
  }

  /** An IP set of the firewall's scope that exists already, by its ARN; for ranges that change without a deployment. */
  public static existing(ipSetArn: string): IpSet {
    return new IpSet(0, [], ipSetArn);
  }

  private constructor(
    private readonly version: number,
    private readonly cidrs: string[],
    private readonly ipSetArn?: string,
  ) {}

  /**
   * The statement that matches these addresses; makes the IP set, unless it exists.
   *
   * @internal
   */
  public _bind(scope: Construct, prop: string, id: string, firewallScope: FirewallScope): CfnWebACL.StatementProperty {
    const arn = this.ipSetArn ? this.checkedArn(scope, prop, this.ipSetArn, firewallScope) : this.define(scope, prop, id, firewallScope);
    return { ipSetReferenceStatement: { arn } };
  }

  private define(scope: Construct, prop: string, id: string, firewallScope: FirewallScope): string {
    this.validate(scope, prop);
    const made = { Scope: firewallScope, IPAddressVersion: `IPV${this.version}`, Addresses: this.cidrs };
    const set = new CfnIPSet(scope, id, { scope: made.Scope, ipAddressVersion: made.IPAddressVersion, addresses: made.Addresses });
    const promise = `${prop} has the address ranges that it was given`;
    const instead = `Name the ranges in ${prop}; for those that change without a deployment, use IpSet.existing(arn).`;
    seal(scope, set, Object.entries(made).map(([path, value]) => staysEqual(scope, path, value, promise, instead)));
    return set.attrArn;
  }

  private validate(scope: Construct, prop: string): void {
    if (this.cidrs.length === 0 || this.cidrs.length > MAX_ADDRESSES) {
      fail(scope, {
        prop,
        value: `${this.cidrs.length} address ranges`,
        problem: `an IP set holds 1 to ${MAX_ADDRESSES} address ranges`,
        instead: this.cidrs.length === 0 ? 'Name a range, or leave the set out.' : 'Merge neighbouring ranges, or pass several sets.',
      });
    }
    for (const cidr of this.cidrs.filter(isLiteral)) {
      const { version, prefix } = parseCidr(scope, prop, cidr);
      if (version !== this.version) {
        fail(scope, {
          prop,
          value: cidr,
          problem: `it is an IPv${version} range in IpSet.v${this.version}: an IP set holds one IP version`,
          instead: `Move it to a set of its own: IpSet.v${version}(["${cidr}"]).`,
        });
      }
      if (prefix === 0) {
        fail(scope, {
          prop,
          value: cidr,
          problem: 'AWS WAF takes no range of all addresses',
          instead: `Split it: ${version === 4 ? '"0.0.0.0/1" and "128.0.0.0/1"' : '"::/1" and "8000::/1"'}, or leave the set out.`,
        });
      }
    }
  }

  private checkedArn(scope: Construct, prop: string, arn: string, firewallScope: FirewallScope): string {
    const isRegional = firewallScope === FirewallScope.REGIONAL;
    const wanted = isRegional ? /^arn:[^:]+:wafv2:[^:]+:\d{12}:regional\/ipset\/[^/]+\/[^/]+$/ : /^arn:[^:]+:wafv2:us-east-1:\d{12}:global\/ipset\/[^/]+\/[^/]+$/;
    if (isLiteral(arn) && !wanted.test(arn)) {
      fail(scope, {
        prop,
        value: arn,
        problem: isRegional ? 'it is no ARN of a regional IP set' : 'it is no ARN of an IP set for CloudFront',
        instead: `Write arn:aws:wafv2:${isRegional ? '<region>:<account>:regional' : 'us-east-1:<account>:global'}/ipset/<name>/<id>.`,
      });
    }
    return arn;
  }
}
