import { NetworkAclEntry } from './network-acl-entries';
import { portsInWords } from './protocols-and-ports';
import type { Port } from './protocols-and-ports';
import type { AppModel } from '../../engine/app-model';
import { shown } from '../../engine/checks';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { allOf, violation, which } from '../../engine/violation';

export const rule = defineRule({
  id: 'vpc/nacl-no-open-ssh-rdp',
  title: 'Network ACLs let nobody on the internet reach SSH or Remote Desktop',
  severity: 'medium',
  resourceTypes: ['AWS::EC2::NetworkAclEntry'],
  controls: {
    fsbp: ['EC2.21'],
    cis: ['CIS AWS v3.0 5.1', 'CIS AWS v5.0 5.2', 'CIS AWS v7.0 6.2'],
    pciDss4: ['1.2.8', '1.3.1', '1.3.2', '1.4.2', '1.5.1', 'A1.1.3'],
    hipaa: ['164.308(a)(1)(ii)(B)', '164.312(e)(1)'],
    nist80053r5: [
      'AC-4(21)', 'AC-17(1)', 'AC-17(4)(a)', 'AC-17(9)', 'AC-17(10)', 'AC-17(b)', 'CA-9(1)', 'CM-2', 'CM-2(2)', 'CM-2(a)',
      'CM-6(a)', 'CM-7', 'CM-7(b)', 'CM-8(6)', 'CM-9(b)', 'SC-7', 'SC-7(5)', 'SC-7(7)', 'SC-7(11)', 'SC-7(12)', 'SC-7(16)',
      'SC-7(21)', 'SC-7(24)(b)', 'SC-7(25)', 'SC-7(26)', 'SC-7(27)', 'SC-7(28)', 'SC-7(a)', 'SC-7(c)',
    ],
    soc2: ['CC6.6'],
    wellArchitected: ['SEC05-BP02', 'SEC05-BP03'],
  },
  peers: {
    prowler: [
      'ec2_networkacl_allow_ingress_any_port', 'ec2_networkacl_allow_ingress_tcp_port_22',
      'ec2_networkacl_allow_ingress_tcp_port_3389',
    ],
    other: ['config:nacl-no-unrestricted-ssh-rdp', 'trivy:AWS-0105'],
  },
  rationale: 'The network ACL is what still holds when somebody opens a security group by mistake. Open for ports 22 and 3389, it holds nothing '
    + 'back.',
  whenNotToUse: 'Public subnets whose ACL has to let answers to ports 1024 to 65535 in, which covers 3389: put a deny of port 3389 with a lower '
    + 'number before it.',
  fix: 'Deny the ports first: `acl.addEntry(\'NoRdp\', { ruleNumber: 90, ruleAction: ec2.Action.DENY, cidr: ec2.AclCidr.anyIpv4(), traffic: '
    + 'ec2.AclTraffic.tcpPort(3389) })`.',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  ],
  divergences: [
    {
      peer: 'config:nacl-no-unrestricted-ssh-rdp',
      how: 'Here an entry with a lower number that denies the port to the same addresses counts, since EC2 takes the first entry that matches.',
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/nacl-no-unrestricted-ssh-rdp.html',
    },
  ],
  check: (resource, app) => judge(new NetworkAclEntry(resource), app),
  unreachable: {
    NOT_APPLICABLE: 'entries that deny, or are for egress, comply',
  },
});

const PORTS: readonly Port[] = [{ protocol: 'tcp', number: 22 }, { protocol: 'tcp', number: 3389 }, { protocol: 'udp', number: 3389 }];

function judge(entry: NetworkAclEntry, app: AppModel): Outcome {
  const open = which(PORTS, (port) => allOf(
    () => entry.allows,
    () => entry.isIngress,
    () => entry.openRange !== undefined,
    () => entry.covers(port),
    () => !entry.isPrecededByDeny(port, entry.openRange!, app),
  ));
  if (open.length === 0) return 'COMPLIANT';
  const range = entry.openRange!;
  return violation(range, `${portsInWords(open)} open to ${shown(range)}`, entry.resource.get('PortRange').content);
}
