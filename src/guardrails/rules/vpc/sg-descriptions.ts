import { rulesOf } from './security-group-rules';
import type { Direction } from './security-group-rules';
import { shown } from '../../engine/checks';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'vpc/sg-descriptions',
  title: 'Security groups and their rules say what they are for',
  severity: 'low',
  resourceTypes: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  controls: {},
  peers: {
    cdkNag: ['EC2SecurityGroupDescription'],
    guard: ['SECURITY_GROUP_DESCRIPTION_RULE'],
    checkov: ['CKV_AWS_23'],
    other: ['cfn_nag:W36', 'trivy:AWS-0099', 'trivy:AWS-0124'],
  },
  rationale: 'Nobody dares to remove a rule that nobody can explain: it stays open for years after its purpose is gone.',
  whenNotToUse: 'Throw-away stacks.',
  fix: 'Set `description` on the group, and the third argument of `addIngressRule` and `addEgressRule`.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  absent: {
    means: 'A rule has none: CloudFormation asks for the description of a group only.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html',
  },
  divergences: [
    {
      peer: 'cdkNag:EC2SecurityGroupDescription',
      how: 'It asks groups only, not their rules, and takes any text.',
      source: 'https://github.com/cdklabs/cdk-nag/blob/main/src/rules/ec2/EC2SecurityGroupDescription.ts',
    },
    {
      peer: 'checkov:CKV_AWS_23',
      how: 'It is content with any text, and looks at the rules of a list only, not at a single one.',
      source: 'https://github.com/bridgecrewio/checkov/blob/main/checkov/cloudformation/checks/resource/aws/SecurityGroupRuleDescription.py',
    },
  ],
  check: (resource) => every(PARTS, (part) => part(resource)),
  unreachable: {
    NOT_APPLICABLE: 'every security group and every rule of one can be described',
  },
});

/** Texts that are there because something had to be. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'sg', 'securitygroup', 'security group', 'default', 'default security group', 'vpc security group', 'default vpc security group', 'description', 'rule',
  'ingress', 'egress', 'group', 'test', 'temp', 'tmp', 'todo', 'tbd', 'fixme', 'none', 'n/a', 'na', 'foo', 'bar', 'managed by terraform',
]);

const PARTS: readonly ((resource: Resource) => Outcome)[] = [describesGroup, describesRules('ingress'), describesRules('egress')];

function describesGroup(resource: Resource): Outcome {
  return resource.type === 'AWS::EC2::SecurityGroup' ? describes(resource.get('GroupDescription')) : 'COMPLIANT';
}

function describesRules(direction: Direction) {
  return (resource: Resource): Outcome => {
    const isOther = resource.type === (direction === 'ingress' ? 'AWS::EC2::SecurityGroupEgress' : 'AWS::EC2::SecurityGroupIngress');
    if (isOther) return 'COMPLIANT';
    return every(rulesOf(resource, direction), (permission) => (permission.isDefault ? 'COMPLIANT' : describes(permission.value.at('Description'))));
  };
}

function describes(description: Value): Outcome {
  if (description.isAbsent) return violation(description, 'there is no description');
  const text = description.textWith('…');
  if (text === undefined || text === '…') return unknown(description.whyUnknown ?? 'text is expected here', description.location);
  const words = text.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, '');
  if (/[a-z]{2}/.test(words) && !PLACEHOLDERS.has(words)) return 'COMPLIANT';
  return violation(description, `${text.trim() === '' ? 'an empty text' : shown(description)} says nothing`);
}
