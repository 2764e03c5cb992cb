import { App, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { CODE, importVpc, newFunction } from './functions';
import { SecureBucket, SecureTable } from '../../src/data';
import { SecureFunction } from '../../src/functions';
import { AwsService, SecureVpc, VpcEndpoints, VpcLambda } from '../../src/network';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

const HTTPS = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

function newTable(stack: Stack): SecureTable {
  return new SecureTable(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
}

/** The template's resource whose logical id starts so. */
function named(template: ReturnType<typeof templateOf>, prefix: string): [string, any] {
  return Object.entries<any>(template.toJSON().Resources).find(([id]) => id.startsWith(prefix))!;
}

describe.each(FLAG_MODES)('VpcLambda %s', (_, flags) => {
  test('runs in the isolated subnets, in a group of its own that lets nothing out', () => {
    const stack = newStack(flags);
    newFunction(stack);
    const template = templateOf(stack);
    const { id, resource: group } = only(template, 'AWS::EC2::SecurityGroup');
    expect(group.Properties.SecurityGroupEgress).toEqual([expect.objectContaining({ CidrIp: '255.255.255.255/32', IpProtocol: 'icmp' })]);
    expect(group.Properties.SecurityGroupIngress).toBeUndefined();
    const [, fn] = named(template, 'FnD');
    expect(readable(fn.Properties.VpcConfig.SecurityGroupIds)).toEqual([`${id}.GroupId`]);
    expect(fn.Properties.VpcConfig.SubnetIds.map((subnet: any) => subnet.Ref)).toEqual([
      expect.stringContaining('IsolatedSubnet1'), expect.stringContaining('IsolatedSubnet2'),
    ]);
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
  });

  test('describes its group and rules in characters and a length that EC2 takes, whatever its id', () => {
    const stack = newStack(flags);
    const fn = newFunction(stack, {}, `Größe <"it's" ${'x'.repeat(220)}>`);
    fn.connectTo(AwsService.SQS);
    fn.connectToPeer(new ec2.SecurityGroup(stack, 'Peer', { vpc: fn.vpc, description: 'Peer' }), ec2.Port.tcp(5432));
    const template = templateOf(stack).toJSON().Resources;
    const descriptions = Object.values<any>(template)
      .filter(({ Type }) => Type.startsWith('AWS::EC2::SecurityGroup'))
      .map(({ Properties }) => Properties.GroupDescription ?? Properties.Description);
    expect(descriptions).toEqual(expect.arrayContaining([
      expect.stringContaining('Function Stack/Gr__e __it_s_ xxx'), expect.stringContaining('from Stack/Gr__e __it_s_ xxx'),
    ]));
    for (const description of descriptions) expect(description).toMatch(/^[a-zA-Z0-9 ._:/()#,@[\]+=&;{}!$*-]{1,255}$/);
  });

  test('denies its code what Lambda needs to place it, and keeps that until the network interfaces are gone', () => {
    const stack = newStack(flags);
    newFunction(stack);
    const template = templateOf(stack);
    const [policyId, policy] = named(template, 'FnNetworkInterfaces');
    const [, , deny] = statementsOf(policy);
    expect(deny).toMatchObject({
      Effect: 'Deny',
      Resource: '*',
      Condition: { ArnLike: { 'lambda:SourceFunctionArn': 'arn:aws:lambda:*:<account>:function:*' } },
    });
    const allowed = statementsOf(policy).filter((statement) => statement.Effect === 'Allow').flatMap((statement) => statement.Action);
    expect(deny.Action).toEqual(expect.arrayContaining(allowed));
    // CloudFormation deletes in reverse: the function, then its group, which waits for the interfaces, then the policy
    expect(named(template, 'FnD')[1].DependsOn).toContain(policyId);
    expect(named(template, 'FnSecurityGroup')[1].DependsOn).toContain(policyId);
  });

  test('reaches a bucket and a table by the grants alone: a gateway endpoint each, and egress to their prefix lists', () => {
    const stack = newStack(flags);
    const fn = newFunction(stack);
    newTable(stack).grantGet(fn);
    new SecureBucket(stack, 'Bucket').grantRead(fn);
    const template = templateOf(stack);
    const endpoints = Object.values(template.findResources('AWS::EC2::VPCEndpoint')).map((endpoint) => endpoint.Properties);
    expect(endpoints.map((endpoint) => [readable(endpoint.ServiceName), endpoint.VpcEndpointType, endpoint.RouteTableIds.length])).toEqual([
      ['com.amazonaws.<region>.dynamodb', 'Gateway', 2], ['com.amazonaws.<region>.s3', 'Gateway', 2],
    ]);
    const [lookupId, lookup] = named(template, 'CdkHardenedPrefixLists4');
    expect(lookup.Properties.Services).toEqual(['dynamodb', 's3']);
    const rules = Object.values(template.findResources('AWS::EC2::SecurityGroupEgress')).map((rule) => readable(rule.Properties));
    expect(rules).toEqual([
      expect.objectContaining({ ...HTTPS, DestinationPrefixListId: `${lookupId}.dynamodb` }),
      expect.objectContaining({ ...HTTPS, DestinationPrefixListId: `${lookupId}.s3` }),
    ]);
  });

  test('reaches a secret by an interface endpoint whose group lets in this function only', () => {
    const stack = newStack(flags);
    const fn = newFunction(stack);
    fn.grantSecretRead(secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-a1B2c3'));
    const template = templateOf(stack);
    const [groupId, group] = named(template, 'VpcCdkHardenedEndpointsSecretsmanagerSecurityGroup');
    expect(group.Properties.SecurityGroupIngress).toBeUndefined();
    const endpoint = readable(only(template, 'AWS::EC2::VPCEndpoint').resource.Properties);
    expect(endpoint).toMatchObject({ VpcEndpointType: 'Interface', PrivateDnsEnabled: true, SecurityGroupIds: [`${groupId}.GroupId`] });
    expect(endpoint.SubnetIds).toHaveLength(2);
    const [fnGroupId] = named(template, 'FnSecurityGroup');
    expect(readable(only(template, 'AWS::EC2::SecurityGroupEgress').resource.Properties)).toMatchObject({
      ...HTTPS, GroupId: `${fnGroupId}.GroupId`, DestinationSecurityGroupId: `${groupId}.GroupId`,
    });
    expect(readable(only(template, 'AWS::EC2::SecurityGroupIngress').resource.Properties)).toMatchObject({
      ...HTTPS, GroupId: `${groupId}.GroupId`, SourceSecurityGroupId: `${fnGroupId}.GroupId`,
    });
    template.resourceCountIs('AWS::CloudFormation::CustomResource', 1); // no prefix list to find
    const policies = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(statementsOf);
    expect(policies).toContainEqual({
      Action: 'secretsmanager:GetSecretValue', Effect: 'Allow', Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-a1B2c3',
    });
  });

  test('finds prefix lists with a function of its own that may do nothing else', () => {
    const stack = newStack(flags);
    newFunction(stack).connectTo(AwsService.S3);
    const template = templateOf(stack);
    const [, policy] = named(template, 'CdkHardenedPrefixListsFunctionRoleDefaultPolicy');
    expect(statementsOf(policy).filter((statement) => `${statement.Action}`.startsWith('ec2'))).toEqual([{
      Action: 'ec2:DescribeManagedPrefixLists', Effect: 'Allow', Resource: '*', Condition: { StringEquals: { 'aws:RequestedRegion': '<region>' } },
    }]);
    const [, lookup] = named(template, 'CdkHardenedPrefixListsFunctionA');
    expect(lookup.Properties).toMatchObject({
      Architectures: ['arm64'], TracingConfig: { Mode: 'Active' }, LoggingConfig: { LogFormat: 'JSON' }, KmsKeyArn: expect.anything(), RecursiveLoop: 'Terminate',
    });
    expect(lookup.Properties.VpcConfig).toBeUndefined();
  });
});

test('takes prefix lists that it is given, without a lookup', () => {
  const stack = newStack();
  newFunction(stack, { prefixLists: { s3: 'pl-6da54004' } }).connectTo(AwsService.S3);
  const template = templateOf(stack);
  expect(only(template, 'AWS::EC2::SecurityGroupEgress').resource.Properties.DestinationPrefixListId).toBe('pl-6da54004');
  template.resourceCountIs('AWS::CloudFormation::CustomResource', 1); // the default security group's
});

test('grants on the L2 function open the path too', () => {
  const stack = newStack();
  newTable(stack).grantGet(newFunction(stack).lambdaFunction);
  only(templateOf(stack), 'AWS::EC2::VPCEndpoint');
});

test('opens each path once, however often it is granted', () => {
  const stack = newStack();
  const fn = newFunction(stack);
  const table = newTable(stack);
  table.grantGet(fn);
  table.grantPut(fn);
  fn.connectTo(AwsService.DYNAMODB, AwsService.of('dynamodb', 'dynamodb'));
  templateOf(stack).resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
});

test('functions of a VPC share its endpoints, with a rule each', () => {
  const stack = newStack();
  const vpc = new SecureVpc(stack, 'Vpc').vpc;
  for (const id of ['One', 'Two']) newFunction(stack, { vpc }, id).connectTo(AwsService.SQS, AwsService.S3);
  const template = templateOf(stack);
  template.resourceCountIs('AWS::EC2::VPCEndpoint', 2);
  template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 2);
  template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 4);
});

test('connects to a peer on one port, both ways declared and egress still closed otherwise', () => {
  const stack = newStack();
  const fn = newFunction(stack);
  const database = new ec2.SecurityGroup(stack, 'Database', { vpc: fn.vpc, allowAllOutbound: false });
  fn.connectToPeer(database, ec2.Port.tcp(5432));
  const template = templateOf(stack);
  template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { FromPort: 5432, ToPort: 5432, DestinationSecurityGroupId: Match.anyValue() });
  template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: Match.anyValue() });
  expect(named(template, 'FnSecurityGroup')[1].Properties.SecurityGroupEgress).toHaveLength(1); // absent would mean open
});

test('connects to a known range through a NAT gateway', () => {
  const stack = newStack();
  const vpc = new SecureVpc(stack, 'Vpc', { natGateways: 2 }).vpc;
  newFunction(stack, { vpc, subnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } }).connectToPeer(ec2.Peer.ipv4('203.0.113.0/24'), ec2.Port.tcp(443));
  expect(named(templateOf(stack), 'FnSecurityGroup')[1].Properties.SecurityGroupEgress).toEqual([expect.objectContaining({ CidrIp: '203.0.113.0/24' })]);
});

test('reads a secret under a known key, through Secrets Manager only', () => {
  const stack = newStack();
  const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-0000-0000-000000000000');
  newFunction(stack).grantSecretRead(secretsmanager.Secret.fromSecretAttributes(stack, 'Secret', {
    secretPartialArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:key', encryptionKey,
  }));
  const statements = Object.values(templateOf(stack).findResources('AWS::IAM::Policy')).flatMap(statementsOf);
  expect(statements).toContainEqual(expect.objectContaining({ Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-??????' }));
  expect(statements).toContainEqual({
    Action: 'kms:Decrypt',
    Effect: 'Allow',
    Resource: encryptionKey.keyArn,
    Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.<region>.amazonaws.com' } },
  });
});

test('works in an imported VPC that knows its subnets', () => {
  const stack = newStack(undefined, ENV);
  newFunction(stack, { vpc: importVpc(stack) }).connectTo(AwsService.S3, AwsService.SQS);
  const template = templateOf(stack);
  template.hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway', RouteTableIds: ['rtb-0a', 'rtb-0b'] });
  template.hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', SubnetIds: ['subnet-0a', 'subnet-0b'] });
  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
});

test('works in a plain VPC with private subnets only', () => {
  const stack = newStack();
  const vpc = new ec2.Vpc(stack, 'Plain', { maxAzs: 2, restrictDefaultSecurityGroup: false });
  newFunction(stack, { vpc }).connectTo(AwsService.S3);
  expect(named(templateOf(stack), 'FnD')[1].Properties.VpcConfig.SubnetIds[0].Ref).toContain('PrivateSubnet1');
});

test('synthesizes in a VPC that the CLI has not looked up yet', () => {
  const stack = newStack(undefined, ENV);
  const vpcs = ['orders', 'payments'].map((vpcName) => ec2.Vpc.fromLookup(stack, vpcName, { vpcName }));
  for (const vpc of vpcs) {
    VpcEndpoints.of(vpc).add(AwsService.SQS);
    newFunction(stack, { vpc, subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } }, `In-${vpc.node.id}`).connectTo(AwsService.S3, AwsService.SQS);
  }
  expect((stack.node.root as App).synth().manifest.missing).toHaveLength(2);
});

test('runs in subnets that it is given by id, also where the VPC was imported without any', () => {
  const stack = newStack(undefined, ENV);
  const subnets = ['subnet-0c', 'subnet-0d'].map((id) => ec2.Subnet.fromSubnetId(stack, id, id));
  const vpc = importVpc(stack, { isolatedSubnetIds: undefined, isolatedSubnetRouteTableIds: undefined });
  newFunction(stack, { vpc, subnets: { subnets } }).connectTo(AwsService.S3);
  expect(named(templateOf(stack), 'FnD')[1].Properties.VpcConfig.SubnetIds).toEqual(['subnet-0c', 'subnet-0d']);
  Annotations.fromStack(stack).hasNoWarning('/Stack/Fn', Match.stringLikeRegexp('one-availability-zone'));
  Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp('routes-unknown'));
});

test('warns, and does not fail, where a subnet of an app\'s VPC is given by id: its routes are unknown', () => {
  const stack = newStack();
  const subnets = ['subnet-0c', 'subnet-0d'].map((id) => ec2.Subnet.fromSubnetId(stack, id, id));
  newFunction(stack, { subnets: { subnets } }).connectTo(AwsService.S3);
  Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp('routes-unknown'));
});

test('takes lists of subnets that are known at deployment only', () => {
  const stack = newStack();
  const unknown = { availabilityZones: Fn.split(',', Fn.importValue('Zones')), isolatedSubnetRouteTableIds: undefined };
  const vpc = importVpc(stack, { isolatedSubnetIds: Fn.split(',', Fn.importValue('Subnets')), ...unknown });
  newFunction(stack, { vpc }).connectTo(AwsService.SQS);
  const template = templateOf(stack);
  const list = { 'Fn::Split': [',', { 'Fn::ImportValue': 'Subnets' }] };
  expect(named(template, 'FnD')[1].Properties.VpcConfig.SubnetIds).toEqual(list);
  expect(only(template, 'AWS::EC2::VPCEndpoint').resource.Properties.SubnetIds).toEqual(list);
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('one-availability-zone|endpoint-in-one-zone'));
});

test('depends on its way to a peer, for code that runs at deploy time', () => {
  const stack = newStack();
  const fn = newFunction(stack);
  fn.connectToPeer(new ec2.SecurityGroup(stack, 'Database', { vpc: fn.vpc, allowAllOutbound: false }), ec2.Port.tcp(5432));
  const template = templateOf(stack);
  const { DependsOn } = named(template, 'FnD')[1];
  for (const type of ['AWS::EC2::SecurityGroupEgress', 'AWS::EC2::SecurityGroupIngress']) expect(DependsOn).toContain(only(template, type).id);
});

test('a nested stack of functions waits for the endpoints of the stack around it', () => {
  const stack = newStack();
  const fn = newFunction(new NestedStack(stack, 'Code'), { vpc: new SecureVpc(stack, 'Vpc').vpc });
  fn.connectTo(AwsService.S3, AwsService.SQS);
  const template = templateOf(stack);
  const { DependsOn } = only(template, 'AWS::CloudFormation::Stack').resource;
  const endpoints = Object.keys(template.findResources('AWS::EC2::VPCEndpoint'));
  expect(endpoints).toHaveLength(2);
  expect(DependsOn).toEqual(expect.arrayContaining(endpoints));
});

test('becomes a SecureFunction without being replaced', () => {
  const ids = (make: (stack: Stack, vpc: ec2.IVpc) => void) => {
    const stack = newStack();
    make(stack, new SecureVpc(stack, 'Vpc').vpc);
    return Object.entries<any>(templateOf(stack).toJSON().Resources).filter(([id]) => id.startsWith('Fn')).map(([id, { Type }]) => `${id} ${Type}`);
  };
  const inside = ids((stack, vpc) => newFunction(stack, { vpc }));
  expect(inside).toEqual(expect.arrayContaining(ids((stack) => new SecureFunction(stack, 'Fn', { code: CODE }))));
});

describe('warns', () => {
  test('of an imported VPC whose route tables are unknown', () => {
    const stack = newStack();
    newFunction(stack, { vpc: importVpc(stack, { isolatedSubnetRouteTableIds: undefined }) }).connectTo(AwsService.S3);
    Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp(
      'As far as the import says, the routes of .* do not lead to the endpoint for s3.*useExisting.*cdk-hardened:routes-unknown'));
    const template = templateOf(stack);
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
  });

  test('of a declared endpoint that the function\'s subnets do not route to', () => {
    const stack = newStack();
    const vpc = importVpc(stack);
    VpcEndpoints.of(vpc).useExisting(AwsService.S3, { routeTableIds: ['rtb-0a'] });
    newFunction(stack, { vpc }).connectTo(AwsService.S3);
    Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp('the routes of Stack/Imported/IsolatedSubnet2 do not lead'));
  });

  test('of a function in one availability zone', () => {
    const stack = newStack();
    const vpc = new SecureVpc(stack, 'Vpc').vpc;
    newFunction(stack, { vpc, subnets: { subnets: [vpc.isolatedSubnets[0]] } });
    Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp('one availability zone only.*cdk-hardened:one-availability-zone'));
  });
});

describe('refuses', () => {
  test('an imported VPC without subnets', () => {
    const stack = newStack();
    const vpc = importVpc(stack, { isolatedSubnetIds: undefined, isolatedSubnetRouteTableIds: undefined });
    expect(() => newFunction(stack, { vpc })).toThrow('[Stack/Fn] vpc = "vpc-0123456789abcdef0": the VPC was imported without its subnets, '
      + 'so there is nothing that the function could run in. Pass isolatedSubnetIds or privateSubnetIds to ec2.Vpc.fromVpcAttributes');
  });

  test('public subnets', () => {
    const stack = newStack();
    const vpc = new SecureVpc(stack, 'Vpc', { natGateways: 2 }).vpc;
    expect(() => newFunction(stack, { vpc, subnets: { subnetType: ec2.SubnetType.PUBLIC } }))
      .toThrow(/\[Stack\/Fn\] subnets = "Stack\/Vpc\/Resource\/PublicSubnet1": it is a public subnet/);
  });

  test('a VPC with public subnets only', () => {
    const stack = newStack();
    const vpc = importVpc(stack, { isolatedSubnetIds: undefined, isolatedSubnetRouteTableIds: undefined, publicSubnetIds: ['subnet-0a', 'subnet-0b'] });
    expect(() => newFunction(stack, { vpc })).toThrow('subnets = "none": the VPC has public subnets only');
  });

  test('subnets whose routes do not lead to what the function is granted', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Plain', {
      maxAzs: 2,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'app', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }, { name: 'other', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      ],
    });
    vpc.addGatewayEndpoint('Tables', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB, subnets: [{ subnetGroupName: 'other' }] });
    const fn = newFunction(stack, { vpc, subnets: { subnetGroupName: 'app' } });
    expect(() => newTable(stack).grantGet(fn)).toThrow(
      /\[Stack\/Fn\] subnets = .*: the function is granted access to dynamodb, and the routes of .*appSubnet1, .*appSubnet2 do not lead to the endpoint/);
  });

  test('a range that no route leads to', () => {
    const stack = newStack();
    newFunction(stack).connectToPeer(ec2.Peer.ipv4('203.0.113.0/24'), ec2.Port.tcp(443));
    expect(() => templateOf(stack)).toThrow(/\[Stack\/Fn\] egress = "203.0.113.0\/24": no route of the function's subnets leads there/);
  });

  test.each<[string, ec2.IPeer, string]>([
    ['0.0.0.0/0', ec2.Peer.anyIpv4(), 'peer = "0.0.0.0/0": the function may reach only what it needs, and this range is open to everybody'],
    ['::/0', ec2.Peer.anyIpv6(), 'peer = "::/0": the function may reach only what it needs'],
    ['half the internet', ec2.Peer.ipv4('128.0.0.0/1'), 'peer = "128.0.0.0/1"'],
    ['10.0.0.999/24', ec2.Peer.ipv4('10.0.0.999/24'), 'peer = "10.0.0.999/24": it is no address range'],
  ])('the peer %s', (_, peer, message) => {
    expect(() => newFunction(newStack()).connectToPeer(peer, ec2.Port.tcp(443))).toThrow(message);
  });

  test('a malformed prefix list', () => {
    expect(() => newFunction(newStack(), { prefixLists: { s3: 'com.amazonaws.eu-west-1.s3' } }))
      .toThrow('[Stack/Fn] prefixLists.s3 = "com.amazonaws.eu-west-1.s3": a prefix list id is "pl-" and 8 or 17 hexadecimal digits');
  });

  test.each<[string, (fn: VpcLambda) => void, RegExp]>([
    ['egress to everybody', (fn) => fn.connections.allowTo(ec2.Peer.anyIpv4(), ec2.Port.tcp(443)), /security group .*0\.0\.0\.0\/0.*opens it to everybody/],
    ['ingress from everybody', (fn) => fn.connections.allowFrom(ec2.Peer.anyIpv6(), ec2.Port.tcp(443)), /security group .*::\/0.*opens it to everybody/],
    ['half the internet', (fn) => fn.connections.allowTo(ec2.Peer.ipv4('0.0.0.0/1'), ec2.Port.tcp(443)), /0\.0\.0\.0\/1.*opens it to everybody/],
    ['a rule of its own resource', (fn) => new ec2.CfnSecurityGroupEgress(Stack.of(fn), 'Rule', {
      groupId: fn.securityGroup.securityGroupId, ipProtocol: '-1', cidrIp: '0.0.0.0/0',
    }), /opens it to everybody/],
    ['no declared egress', (fn) => (fn.securityGroup.node.defaultChild as any).addPropertyDeletionOverride('SecurityGroupEgress'),
      /egress is declared, because a group without any declaration is open/],
    ['another security group', (fn) => (fn.lambdaFunction.node.defaultChild as any).addPropertyOverride('VpcConfig.SecurityGroupIds', ['sg-1']),
      /the function has its own security group and no other/],
    ['no VPC', (fn) => (fn.lambdaFunction.node.defaultChild as any).addPropertyDeletionOverride('VpcConfig.SubnetIds'), /the function runs in the VPC/],
    ['a denial of network interfaces that holds sometimes', (fn) => (fn.node.findChild('NetworkInterfaces').node.defaultChild as any)
      .addPropertyOverride('PolicyDocument.Statement.2.Condition.Bool', { 'aws:SecureTransport': 'false' }), /the code cannot use the network-interface permissions/],
    ['no denial of network interfaces', (fn) => (fn.node.findChild('NetworkInterfaces').node.defaultChild as any)
      .addPropertyOverride('PolicyDocument.Statement', []), /the code cannot use the network-interface permissions/],
  ])('%s, added later', (_, open, message) => {
    const stack = newStack();
    open(newFunction(stack));
    expect(() => templateOf(stack)).toThrow(message);
  });
});

test('is a function like every other: both code and entry are refused', () => {
  const stack = newStack();
  expect(() => new VpcLambda(stack, 'Fn', { vpc: new SecureVpc(stack, 'Vpc').vpc, code: CODE, entry: 'x.ts' })).toThrow(/\[Stack\/Fn\]/);
});
