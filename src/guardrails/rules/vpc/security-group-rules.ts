import { contains, knownRangeOf, rangeOf, reachesInternet } from './address-ranges';
import { isOpenPrefixList } from './prefix-lists';
import { coversPort, protocolOf } from './protocols-and-ports';
import type { Port, Ports, Protocol } from './protocols-and-ports';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation, which } from '../../engine/violation';
import type { Violation } from '../../engine/violation';

export type Direction = 'ingress' | 'egress';

/** Where a direction's rules stand: in the group, or as resources of their own. */
const PLACES = {
  ingress: { inline: 'SecurityGroupIngress', alone: 'AWS::EC2::SecurityGroupIngress', others: 'Source' },
  egress: { inline: 'SecurityGroupEgress', alone: 'AWS::EC2::SecurityGroupEgress', others: 'Destination' },
} as const;

/** What EC2 puts into a group that is created without egress rules. */
const DEFAULT_EGRESS = { IpProtocol: '-1', CidrIp: '0.0.0.0/0', CidrIpv6: '::/0' };

/** Loopback, as AWS writes it to keep EC2 from adding its own rule, and the broadcast address of CDK. */
const NOBODY = ['127.0.0.0/8', '::1/128', '255.255.255.255/32'].map((range) => rangeOf(range)!);

/** One rule of a security group, wherever it is written. */
export class SecurityGroupRule {
  public constructor(
    /** Its properties. */
    public readonly value: Value,
    private readonly direction: Direction,
    /** Nobody wrote it: EC2 adds it. */
    public readonly isDefault = false,
  ) {}

  public get protocol(): Protocol {
    return protocolOf(this.value.at('IpProtocol'));
  }

  /** Ports, or type and code of ICMP. */
  public get ports(): Ports {
    return { protocol: this.value.at('IpProtocol'), from: this.value.at('FromPort'), to: this.value.at('ToPort') };
  }

  public covers(port: Port): boolean {
    return coversPort(this.ports, port);
  }

  /** The address ranges that it names. */
  public get ranges(): readonly Value[] {
    return this.present('CidrIp', 'CidrIpv6');
  }

  /** The security group on its other side. */
  public get otherGroup(): Value | undefined {
    const { others } = PLACES[this.direction];
    return this.present(`${others}SecurityGroupId`, `${others}SecurityGroupName`)[0];
  }

  /** What of it is as good as the whole internet; undefined if nothing is. */
  public get openEnd(): Value | undefined {
    const ends = [...this.ranges, ...this.present(`${PLACES[this.direction].others}PrefixListId`)];
    if (ends.length === 0 && this.otherGroup === undefined) return unknown('the rule does not say who is on the other side', this.value.location);
    return which(ends, isOpen)[0];
  }

  /** It lets nothing reach anybody: EC2 only leaves its own rule out of a group that has some other. */
  public get reachesNobody(): boolean {
    if (this.ranges.length === 0 || this.otherGroup !== undefined || this.present(`${PLACES[this.direction].others}PrefixListId`).length > 0) return false;
    return this.ranges.map(knownRangeOf).every((range) => range !== undefined && NOBODY.some((nobody) => contains(nobody, range)));
  }

  /** Says what is wrong with it, at one of its values. */
  public violation(at: Value, message: string): Violation {
    if (this.isDefault) return violation(this.value.location, `no rule is declared, so that everything may leave: ${message}`);
    const { protocol, from, to } = this.ports;
    return violation(at, message, [protocol, from, to].map(({ content }) => content));
  }

  private present(...keys: readonly string[]): Value[] {
    return keys.map((key) => this.value.at(key)).filter((value) => !value.isAbsent);
  }
}

/** The rules that a resource has for a direction: a security group those inside it, else the resource itself. */
export function rulesOf(resource: Resource, direction: Direction): readonly SecurityGroupRule[] {
  const { inline, alone } = PLACES[direction];
  if (resource.type === alone) return [new SecurityGroupRule(resource.properties, direction)];
  const declared = resource.get(inline);
  const rules = declared.list().map((value) => new SecurityGroupRule(value, direction));
  if (direction === 'ingress' || rules.length > 0) return rules;
  return [new SecurityGroupRule(declared.holding(DEFAULT_EGRESS), direction, true)];
}

/** Judges each rule of a direction. */
export function eachRule(direction: Direction, judge: (rule: SecurityGroupRule) => Outcome) {
  return (resource: Resource): Outcome => every(rulesOf(resource, direction), judge);
}

/** Whether a range, or any entry of a prefix list of the app, is as good as the whole internet. */
function isOpen(end: Value): boolean {
  return end.location.endsWith('PrefixListId') ? isOpenPrefixList(end) : reachesInternet(end, end.location.endsWith('v6') ? 6 : 4);
}
