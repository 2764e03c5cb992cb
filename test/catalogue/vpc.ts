import { at, Check, list, unless } from './check';
import { allowsOf, isNarrowed } from './policies';
import type { Resource, Template } from './template';

const VPC = 'AWS::EC2::VPC';
const SUBNET = 'AWS::EC2::Subnet';
const GROUP = 'AWS::EC2::SecurityGroup';
const ENDPOINT = 'AWS::EC2::VPCEndpoint';
const INGRESS = 'AWS::EC2::SecurityGroupIngress';
const EGRESS = 'AWS::EC2::SecurityGroupEgress';

/** EC2.19 of Security Hub and the lists of cdk-nag and prowler. */
const RISKY_PORTS = [
  20, 21, 22, 23, 24, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3309, 3389, 4333, 5000, 5432, 5500, 5601, 6379, 8080, 8088, 8888, 9200,
  9300, 11211, 27017,
];
/** Rules of a group, before AWS has to be asked for more: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const RULES_OF_A_GROUP = 60;

/** Rules of one direction, in a group or on their own. */
function rulesOf({ type, properties }: Resource, direction: 'Ingress' | 'Egress'): any[] {
  if (type === GROUP) return list(properties[`SecurityGroup${direction}`]);
  return type === `AWS::EC2::SecurityGroup${direction}` ? [properties] : [];
}

const isOpen = (rule: any) => rule.CidrIp === '0.0.0.0/0' || rule.CidrIpv6 === '::/0';
const hasPort = (rule: any, port: number) => String(rule.IpProtocol) === '-1' || (rule.FromPort <= port && port <= rule.ToPort);

function rules(key: string, direction: 'Ingress' | 'Egress', wrong: (rule: any) => boolean, refused: object): Check {
  return {
    key,
    types: [GROUP, direction === 'Ingress' ? INGRESS : EGRESS],
    problem: (resource) => {
      const found = rulesOf(resource, direction).filter(wrong);
      return unless(found.length === 0, JSON.stringify(found));
    },
    // over IPv6, which lists of ports for IPv4 forget
    refuses: { Group: { Type: GROUP, Properties: { [`SecurityGroup${direction}`]: [{ IpProtocol: 'tcp', FromPort: 0, ToPort: 65535, CidrIpv6: '::/0', ...refused }] } } },
  };
}

function zonesOf(subnets: any[], template: Template): Set<string> {
  return new Set(subnets.map((subnet) => JSON.stringify(template.target(subnet)?.properties.AvailabilityZone)));
}

function subnetsOf(vpc: Resource, template: Template): Resource[] {
  return template.of(SUBNET).filter(({ properties }) => template.target(properties.VpcId) === vpc);
}

/** Has a route to an internet gateway. */
function isPublicSubnet(subnet: Resource, template: Template): boolean {
  const tables = template.of('AWS::EC2::SubnetRouteTableAssociation').filter(({ properties }) => template.target(properties.SubnetId) === subnet)
    .map(({ properties }) => properties.RouteTableId);
  return template.of('AWS::EC2::Route').some((route) => tables.includes(route.properties.RouteTableId) && leadsOut(route, template));
}

function leadsOut({ properties }: Resource, template: Template): boolean {
  return template.target(properties.GatewayId)?.type === 'AWS::EC2::InternetGateway';
}

function endpointsFor(key: string, services: string[]): Check {
  return {
    key,
    types: [VPC],
    problem: (vpc, template) => {
      const there = template.of(ENDPOINT).filter(({ properties }) => template.target(properties.VpcId) === vpc)
        .map(({ properties }) => String(properties.ServiceName));
      const missing = services.filter((service) => !there.some((name) => name.endsWith(`.${service}`)));
      return unless(missing.length === 0, `no endpoint for ${missing}`);
    },
  };
}

export const VPC_CHECKS: Check[] = [
  {
    key: 'vpc/flow-logs',
    types: [VPC],
    problem: (vpc, template) => unless(template.of('AWS::EC2::FlowLog').some(({ properties }) =>
      template.target(properties.ResourceId) === vpc && /^(ALL|REJECT)$/.test(properties.TrafficType)), 'no flow logs'),
  },
  {
    key: 'vpc/default-security-group-closed',
    types: [VPC],
    problem: (vpc, template) => {
      const group = `${vpc.id}.DefaultSecurityGroup`;
      const isClosed = template.resources.some(({ type, properties }) =>
        /^(AWS::CloudFormation::CustomResource|Custom::\w+)$/.test(type) && properties.GroupId === group);
      return unless(isClosed && !template.of(INGRESS, EGRESS).some(({ properties }) => properties.GroupId === group), 'the default group has rules');
    },
  },
  {
    key: 'vpc/subnet-no-auto-public-ip',
    types: [SUBNET],
    problem: ({ properties }) => unless(properties.MapPublicIpOnLaunch !== true, 'gives public addresses'),
    refuses: { Subnet: { Type: SUBNET, Properties: { MapPublicIpOnLaunch: true } } },
  },
  rules('vpc/sg-no-open-ingress', 'Ingress', isOpen, {}),
  rules('vpc/sg-no-open-ssh', 'Ingress', (rule) => isOpen(rule) && hasPort(rule, 22), {}),
  rules('vpc/sg-no-open-rdp', 'Ingress', (rule) => isOpen(rule) && hasPort(rule, 3389), {}),
  rules('vpc/sg-no-open-http', 'Ingress', (rule) => isOpen(rule) && hasPort(rule, 80), {}),
  rules('vpc/sg-no-open-high-risk-ports', 'Ingress', (rule) => isOpen(rule) && RISKY_PORTS.some((port) => hasPort(rule, port)), {}),
  rules('vpc/sg-ingress-no-all-protocols', 'Ingress', ({ IpProtocol }) => String(IpProtocol) === '-1', { IpProtocol: '-1' }),
  rules('vpc/sg-no-open-egress', 'Egress', isOpen, {}),
  rules('vpc/sg-egress-no-all-protocols', 'Egress', ({ IpProtocol }) => String(IpProtocol) === '-1', { IpProtocol: '-1' }),
  {
    key: 'vpc/sg-egress-declared',
    types: [GROUP],
    problem: ({ properties }) => unless(list(properties.SecurityGroupEgress).length > 0, 'everything may go out'),
  },
  {
    key: 'vpc/sg-in-use',
    types: [GROUP],
    problem: (group, template) => unless(template.resources.some((resource) =>
      ![group.type, INGRESS, EGRESS].includes(resource.type) && JSON.stringify(resource.properties).includes(`"${group.id}.GroupId"`)), 'nothing uses it'),
  },
  {
    key: 'vpc/sg-rule-count',
    types: [GROUP],
    problem: (group, template) => unless((['Ingress', 'Egress'] as const).every((direction) =>
      rulesOf(group, direction).length + template.of(`AWS::EC2::SecurityGroup${direction}`)
        .filter(({ properties }) => template.target(properties.GroupId) === group).length <= RULES_OF_A_GROUP), 'too many rules'),
    refuses: { Group: { Type: GROUP, Properties: { SecurityGroupIngress: Array(RULES_OF_A_GROUP + 1).fill({ IpProtocol: 'tcp' }) } } },
  },
  endpointsFor('vpc/endpoint-for-ec2', ['ec2']),
  endpointsFor('vpc/interface-endpoints', ['ecr.api', 'ecr.dkr', 'ssm', 'ssm-contacts', 'ssm-incidents']),
  {
    key: 'vpc/endpoint-policy-restricted',
    types: [ENDPOINT],
    problem: (endpoint) => unless(
      endpoint.properties.PolicyDocument !== undefined && !allowsOf(endpoint).some((statement) =>
        statement.principals.some((principal) => /^(AWS:)?\*$/.test(principal)) && statement.resources.includes('*') && !isOwn(statement)),
      'lets every account through',
    ),
  },
  {
    key: 'vpc/endpoint-multi-az',
    types: [ENDPOINT],
    when: ({ properties }) => properties.VpcEndpointType === 'Interface',
    problem: ({ properties }, template) => unless(zonesOf(list(properties.SubnetIds), template).size >= 2, 'in one zone'),
    refuses: { Endpoint: { Type: ENDPOINT, Properties: { VpcEndpointType: 'Interface', SubnetIds: ['subnet-1'] } } },
  },
  {
    key: 'vpc/subnets-multi-az',
    types: [VPC],
    problem: (vpc, template) => unless(zonesOf(subnetsOf(vpc, template).map(({ id }) => id), template).size >= 2, 'in one zone'),
  },
  {
    key: 'vpc/public-private-separation',
    types: [VPC],
    problem: (vpc, template) => unless(subnetsOf(vpc, template).some((subnet) => !isPublicSubnet(subnet, template)), 'no private subnet'),
  },
  {
    key: 'vpc/no-default-route-to-igw',
    types: ['AWS::EC2::Route'],
    problem: (route, template) => unless(
      !(/^(0\.0\.0\.0|::)\/0$/.test(route.properties.DestinationCidrBlock ?? route.properties.DestinationIpv6CidrBlock) && leadsOut(route, template)),
      'everything leads to the internet gateway',
    ),
    refuses: {
      Gateway: { Type: 'AWS::EC2::InternetGateway' },
      Route: { Type: 'AWS::EC2::Route', Properties: { DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } } },
    },
  },
];

function isOwn(statement: Parameters<typeof isNarrowed>[0]): boolean {
  return isNarrowed(statement) || at(statement.condition, 'StringEquals')?.['aws:ResourceAccount'] !== undefined
    || at(statement.condition, 'StringEquals')?.['aws:ResourceOrgID'] !== undefined;
}
