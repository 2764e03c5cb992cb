import { isInOutputs, isPlainlyNamed, resourcesThatName } from './mentions';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

export const rule = defineRule({
  id: 'vpc/sg-in-use',
  title: 'Security groups are used by a resource of the app',
  severity: 'medium',
  resourceTypes: ['AWS::EC2::SecurityGroup'],
  controls: {
    nist80053r5: ['CM-8(1)'],
    soc2: ['CC6.1', 'CC6.2'],
    wellArchitected: ['SEC05-BP03'],
  },
  peers: {
    prowler: ['ec2_securitygroup_not_used'],
    other: ['checkov-tf:CKV2_AWS_5', 'config:ec2-security-group-attached-to-eni-periodic'],
  },
  rationale: 'A group that nothing uses is attached some day because its name fits, with rules that nobody has looked at since.',
  whenNotToUse: 'Groups that are made for other apps: export them, then this rule leaves them alone.',
  fix: 'Remove the group, or pass it on: `securityGroups: [group]`.',
  sources: ['https://docs.aws.amazon.com/config/latest/developerguide/ec2-security-group-attached-to-eni-periodic.html'],
  partly: 'What is attached to the group outside the app, by its id.',
  divergences: [
    {
      peer: 'config:ec2-security-group-attached-to-eni-periodic',
      how: 'It asks for a network interface in the account; here a resource that names the group is enough.',
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/ec2-security-group-attached-to-eni-periodic.html',
    },
  ],
  check: (group, app) => {
    if (isPlainlyNamed(group, app, (type) => !PASSES_ON.has(type))) return 'COMPLIANT';
    const users = resourcesThatName(group, app);
    if (users.some(({ type }) => !PASSES_ON.has(type))) return 'COMPLIANT';
    const others = users.filter((user) => user.get('GroupId').target() !== group);
    if (others.length > 0) return unknown(`whether anything outside the app uses the group that ${others[0].logicalId} names`);
    if (isInOutputs(group, app)) return unknown('whether anything outside the app uses the group, which an output names');
    return violation('Properties', 'no resource of the app uses it');
  },
  unreachable: {
    NOT_APPLICABLE: 'every security group is there to be used',
  },
});

/** What names a group without using it: its own rules, rules of other groups that let its members in, and a note of its id. */
const PASSES_ON: ReadonlySet<string> = new Set([
  'AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress', 'AWS::SSM::Parameter',
]);
