import { CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { describeMisuse } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';
import { seal } from '../private/seal';
import { resourcesOfStage } from '../private/validation-memory';

/** A rule as it stands in a template, inside its group or as a resource of its own. */
interface Rule {
  readonly CidrIp?: unknown;
  readonly CidrIpv6?: unknown;
}

const RULE_TYPES = ['AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'];

/** What CDK writes to say "no egress": CloudFormation opens a group without any egress rule to everything. */
const NO_TRAFFIC = { cidrIp: '255.255.255.255/32', ipProtocol: 'icmp', fromPort: 252, toPort: 86, description: 'Disallow all traffic' };

/** Widest ranges that are no opening to everybody; two halves of the internet are as open as the whole. */
const MINIMUM_PREFIX = { v4: 8, v6: 16 };

/** Fails the synth when somebody opens the group to everybody, in the group itself or by a rule resource in any stack. */
export function sealClosedGroup(owner: IConstruct, group: ec2.SecurityGroup): void {
  const resource = group.node.defaultChild as ec2.CfnSecurityGroup;
  keepEgressDeclared(resource);
  seal(owner, resource, [{
    path: 'SecurityGroupEgress',
    promise: 'egress is declared, because a group without any declaration is open',
    instead: 'Leave the rule that allows no traffic in place.',
    holds: (rules) => Array.isArray(rules) && rules.length > 0,
  }]);
  owner.node.addValidation({
    validate: () => {
      const { SecurityGroupIngress = [], SecurityGroupEgress = [] } = (resolveResource(resource).Properties ?? {}) as Record<string, Rule[]>;
      return [...SecurityGroupIngress, ...SecurityGroupEgress, ...ruleResourcesOf(owner, group.securityGroupId).map(propertiesOf)]
        .filter(isOpen)
        .map((rule) => describeMisuse(owner, {
          prop: `security group ${resource.node.path}`,
          value: rule,
          problem: 'the construct promises that the group is open to nobody in general, and this rule opens it to everybody',
          instead: 'Name the peer: a security group, a prefix list, or an address range of at least /8; for an AWS service connectTo(AwsService...).',
        }));
    },
  });
}

/** Fails the synth when somebody adds a rule to a group that must have none. */
export function sealEmptyGroup(owner: IConstruct, groupId: string, name: string): void {
  owner.node.addValidation({
    validate: () => ruleResourcesOf(owner, groupId).map((rule) => describeMisuse(owner, {
      prop: rule.node.path,
      value: propertiesOf(rule),
      problem: `the construct promises that ${name} has no rules, so that what is in it by mistake reaches nothing`,
      instead: 'Create a security group for this purpose.',
    })),
  });
}

/** Rules in other constructs and stacks hold the group's id as the same string, token or not. */
function ruleResourcesOf(owner: IConstruct, groupId: string): CfnResource[] {
  return resourcesOfStage(owner, RULE_TYPES).filter((rule) =>
    (rule as ec2.CfnSecurityGroupIngress | ec2.CfnSecurityGroupEgress).groupId === groupId);
}

function propertiesOf(rule: CfnResource): Rule {
  return resolveResource(rule).Properties ?? {};
}

/** Whether a rule is for everybody. */
export function isOpen(rule: Rule): boolean {
  return prefixOf(rule.CidrIp) < MINIMUM_PREFIX.v4 || prefixOf(rule.CidrIpv6) < MINIMUM_PREFIX.v6;
}

/** Prefix length of a literal range; a reference to a range, or none, is not judged. */
function prefixOf(cidr: unknown): number {
  return typeof cidr === 'string' && cidr.includes('/') ? Number(cidr.split('/')[1]) : Infinity;
}

/** CDK drops its no-traffic rule when the first rule arrives, also when that one becomes a resource of its own. */
function keepEgressDeclared(resource: ec2.CfnSecurityGroup): void {
  const declared = resource.securityGroupEgress;
  resource.securityGroupEgress = Lazy.any({
    produce: () => {
      const rules = Stack.of(resource).resolve(declared) as unknown[] | undefined;
      return rules?.length ? declared : [NO_TRAFFIC]; // unresolved: it may hold references to other stacks
    },
  });
}
