import { Fn, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { AwsService, SecureVpc } from '../../src/network';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

describe.each(FLAG_MODES)('SecureVpc %s', (_, flags) => {
  test('has isolated subnets in two availability zones, and no way in or out', () => {
    const stack = newStack(flags);
    new SecureVpc(stack, 'Vpc');
    const template = templateOf(stack);
    const subnets = Object.values(template.findResources('AWS::EC2::Subnet')).map((subnet) => readable(subnet.Properties));
    expect(subnets.map((subnet) => subnet.CidrBlock)).toEqual(['10.0.0.0/20', '10.0.16.0/20']);
    expect(new Set(subnets.map((subnet) => JSON.stringify(subnet.AvailabilityZone))).size).toBe(2);
    expect(subnets.every((subnet) => subnet.MapPublicIpOnLaunch === false)).toBe(true);
    for (const type of ['InternetGateway', 'NatGateway', 'Route', 'VPCEndpoint', 'SecurityGroup']) template.resourceCountIs(`AWS::EC2::${type}`, 0);
  });

  test('records all traffic in an encrypted log group that expires', () => {
    const stack = newStack(flags);
    new SecureVpc(stack, 'Vpc', { flowLogRetention: logs.RetentionDays.TWO_YEARS });
    const template = templateOf(stack);
    const { resource: flowLog } = only(template, 'AWS::EC2::FlowLog');
    expect(flowLog.Properties).toMatchObject({ TrafficType: 'ALL', ResourceType: 'VPC', LogDestinationType: 'cloud-watch-logs' });
    const group = template.findResources('AWS::Logs::LogGroup')[flowLog.Properties.LogGroupName.Ref];
    expect(group.Properties).toMatchObject({ KmsKeyId: expect.anything(), RetentionInDays: 731 });
    const role = template.findResources('AWS::IAM::Role')[flowLog.Properties.DeliverLogsPermissionArn['Fn::GetAtt'][0]];
    expect(readable(role.Properties.AssumeRolePolicyDocument.Statement)).toEqual([{
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
      Condition: {
        StringEquals: { 'aws:SourceAccount': '<account>' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:ec2:<region>:<account>:vpc-flow-log/*' },
      },
    }]);
    expect(readable(role.Properties.Policies[0].PolicyDocument.Statement)).toEqual([{
      Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      Effect: 'Allow',
      Resource: `${flowLog.Properties.LogGroupName.Ref}.Arn`,
    }]);
  });

  test('closes the default security group by a function that may change no other', () => {
    const stack = newStack(flags);
    new SecureVpc(stack, 'Vpc');
    const template = templateOf(stack);
    const { resource: vpc, id: vpcId } = { ...only(template, 'AWS::EC2::VPC') };
    expect(vpc.Properties).toMatchObject({ EnableDnsHostnames: true, EnableDnsSupport: true });
    const { resource: closed } = only(template, 'AWS::CloudFormation::CustomResource');
    expect(readable(closed.Properties)).toMatchObject({ GroupId: `${vpcId}.DefaultSecurityGroup`, ServiceTimeout: 300 });
    const { id: functionId } = only(template, 'AWS::Lambda::Function');
    expect(readable(closed.Properties.ServiceToken)).toBe(`${functionId}.Arn`);
    const { id: policyId, resource: policy } = only(template, 'AWS::IAM::Policy');
    expect(closed.DependsOn).toContain(policyId);
    expect(statementsOf(policy).filter((statement) => `${statement.Action}`.includes('ec2:'))).toEqual([{
      Action: ['ec2:RevokeSecurityGroupEgress', 'ec2:RevokeSecurityGroupIngress'],
      Effect: 'Allow',
      Resource: `arn:aws:ec2:<region>:<account>:security-group/${vpcId}.DefaultSecurityGroup`,
    }]);
    expect(Object.values(template.findResources('AWS::IAM::Role')).map((role) => role.Properties.ManagedPolicyArns)).toEqual([undefined, undefined]);
  });

  test('has NAT gateways on request, in public subnets without public addresses of their own', () => {
    const stack = newStack(flags);
    const { vpc } = new SecureVpc(stack, 'Vpc', { natGateways: 2 });
    const template = templateOf(stack);
    template.resourceCountIs('AWS::EC2::NatGateway', 2);
    expect([vpc.isolatedSubnets.length, vpc.privateSubnets.length, vpc.publicSubnets.length]).toEqual([2, 2, 2]);
    const subnets = Object.values(template.findResources('AWS::EC2::Subnet')).map((subnet) => subnet.Properties);
    expect(subnets.every((subnet) => subnet.MapPublicIpOnLaunch === false)).toBe(true);
  });
});

test('asking for NAT gateways later moves no isolated subnet', () => {
  const ranges = (natGateways?: number) => {
    const stack = newStack();
    new SecureVpc(stack, 'Vpc', { cidr: '10.20.0.0/18', natGateways });
    return Object.entries(templateOf(stack).findResources('AWS::EC2::Subnet'))
      .filter(([id]) => id.includes('Isolated')).map(([id, subnet]) => [id, subnet.Properties.CidrBlock]);
  };
  expect(ranges(2)).toEqual(ranges());
  expect(ranges()).toHaveLength(2);
});

test('needs no lookup in a stack with a known environment, and acknowledges nothing in its user\'s name', () => {
  const stack = newStack(undefined, ENV);
  new SecureVpc(stack, 'Vpc', { maxAzs: 3 });
  const assembly = (stack.node.root as any).synth();
  expect(assembly.manifest.missing ?? []).toEqual([]);
  expect(stack.node.findAll().flatMap((child) => child.node.metadata).map(({ type }) => type)).not.toContain('aws:cdk:acknowledged-rules');
  expect(Object.getOwnPropertyDescriptor(stack, 'availabilityZones')).toBeUndefined();
});

test('uses the availability zones that it is given', () => {
  const stack = newStack();
  new SecureVpc(stack, 'Vpc', { availabilityZones: ['eu-west-1b', 'eu-west-1c'] });
  const zones = Object.values(templateOf(stack).findResources('AWS::EC2::Subnet')).map((subnet) => subnet.Properties.AvailabilityZone);
  expect(zones).toEqual(['eu-west-1b', 'eu-west-1c']);
});

test('two VPCs of a stack share the function that closes their default security groups', () => {
  const stack = newStack();
  new SecureVpc(stack, 'One');
  new SecureVpc(stack, 'Two');
  const template = templateOf(stack);
  template.resourceCountIs('AWS::CloudFormation::CustomResource', 2);
  template.resourceCountIs('AWS::Lambda::Function', 1);
});

test('serves an organization in its endpoint policies on request', () => {
  const stack = newStack();
  new SecureVpc(stack, 'Vpc', { organizationId: 'o-a1b2c3d4e5' }).endpoints.add(AwsService.SQS);
  expect(statementsOf(only(templateOf(stack), 'AWS::EC2::VPCEndpoint').resource)[0].Condition).toEqual({
    StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:ResourceOrgID': 'o-a1b2c3d4e5' },
  });
});

test('warns of fewer NAT gateways than availability zones', () => {
  const stack = newStack();
  new SecureVpc(stack, 'Vpc', { natGateways: 1 });
  Annotations.fromStack(stack).hasWarning('/Stack/Vpc', Match.stringLikeRegexp('1 NAT gateway.* for 2 availability zones.*cdk-hardened:nat-in-fewer-zones'));
});

describe('refuses', () => {
  test.each([
    [{ cidr: '10.0.0/16' }, '[Stack/Vpc] cidr = "10.0.0/16": it is no address range'],
    [{ cidr: '10.0.0.0' }, 'cidr = "10.0.0.0": it is a single address without a prefix length. Write "10.0.0.0/32".'],
    [{ cidr: '10.0.0.0/8' }, 'cidr = "10.0.0.0/8": the range of a VPC is an IPv4 one of /16 to /28. Write for example "10.0.0.0/16".'],
    [{ cidr: '10.0.1.0/16' }, 'cidr = "10.0.1.0/16": 10.0.1.0 is inside a /16 range, not its first address'],
    [{ cidr: 'fd00::/16' }, 'the range of a VPC is an IPv4 one'],
    [{ cidr: '10.0.0.0/27', natGateways: 2 }, '6 subnets do not fit: each has at least 16 addresses'],
    [{ maxAzs: 1 }, 'maxAzs = 1: a VPC needs two availability zones to survive the loss of one'],
    [{ availabilityZones: ['eu-west-1a'] }, 'availabilityZones = ["eu-west-1a"]: a VPC needs two availability zones'],
    [{ availabilityZones: ['eu-west-1a', 'eu-west-1b'], maxAzs: 2 }, 'maxAzs = 2: availabilityZones already says which zones to use'],
    [{ natGateways: 3 }, 'natGateways = 3: the VPC has 2 availability zones, and at most one NAT gateway in each. Use 0 to 2.'],
    [{ organizationId: 'r-root' }, 'organizationId = "r-root": an organization id is "o-" and 10 to 32'],
  ])('%j', (props, message) => {
    expect(() => new SecureVpc(newStack(), 'Vpc', props)).toThrow(message);
  });

  test.each([
    [['us-east-1a', 'eu-west-1b'], 'availabilityZones = "us-east-1a": the stack is deployed to eu-west-1, and this is no zone of it'],
    [['eu-west-1a', 'eu-west-1a'], 'availabilityZones = "eu-west-1a": the zone is named twice'],
  ])('the zones %j', (availabilityZones, message) => {
    expect(() => new SecureVpc(newStack(undefined, ENV), 'Vpc', { availabilityZones })).toThrow(message);
  });

  test('a key of another region', () => {
    const stack = newStack(undefined, ENV);
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-0000-0000-000000000000');
    expect(() => new SecureVpc(stack, 'Vpc', { encryptionKey })).toThrow('[Stack/Vpc] encryptionKey');
  });

  test.each(['cidr', 'maxAzs', 'natGateways'])('a token as %s', (prop) => {
    const token = prop === 'cidr' ? Fn.importValue('x') : Token.asNumber(Fn.importValue('x'));
    expect(() => new SecureVpc(newStack(), 'Vpc', { [prop]: token })).toThrow(`[Stack/Vpc] ${prop} = <token {"Fn::ImportValue":"x"}>: ${prop} decides what is built`);
  });

  test('a rule in the default security group, wherever it is written', () => {
    const stack = newStack();
    const { vpc } = new SecureVpc(stack, 'Vpc');
    ec2.SecurityGroup.fromSecurityGroupId(stack, 'Default', vpc.vpcDefaultSecurityGroup)
      .addIngressRule(ec2.Peer.ipv4('10.0.0.0/16'), ec2.Port.tcp(443));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Vpc\] Stack\/Default\/from.*the default security group of .* has no rules/);
  });

  test('an internet gateway that nobody asked for', () => {
    const stack = newStack();
    const { vpc } = new SecureVpc(stack, 'Vpc');
    new ec2.CfnVPCGatewayAttachment(stack, 'Door', { vpcId: vpc.vpcId, internetGatewayId: new ec2.CfnInternetGateway(stack, 'Igw').ref });
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Vpc\] Stack\/Door: the construct promises a VPC without a way to the internet/);
  });

  test.each([
    ['EnableDnsSupport', false, 'DNS is on'],
    ['EnableDnsHostnames', false, 'DNS hostnames are on'],
  ])('an escape hatch on %s', (property, value, promise) => {
    const stack = newStack();
    const { vpc } = new SecureVpc(stack, 'Vpc');
    (vpc.node.defaultChild as ec2.CfnVPC).addPropertyOverride(property, value);
    expect(() => templateOf(stack)).toThrow(promise);
  });

  test('public addresses in a subnet', () => {
    const stack = newStack();
    const { vpc } = new SecureVpc(stack, 'Vpc', { natGateways: 2 });
    (vpc.publicSubnets[0].node.defaultChild as ec2.CfnSubnet).mapPublicIpOnLaunch = true;
    expect(() => templateOf(stack)).toThrow('nothing in the VPC gets a public address by itself');
  });

  test('flow logs of rejected traffic only', () => {
    const stack = newStack();
    (new SecureVpc(stack, 'Vpc').node.findChild('FlowLog') as ec2.CfnFlowLog).trafficType = 'REJECT';
    expect(() => templateOf(stack)).toThrow('accepted and rejected traffic is recorded');
  });
});
