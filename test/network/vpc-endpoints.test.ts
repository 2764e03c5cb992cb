import { Aws, CfnResource, Fn, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { importVpc, newFunction } from './functions';
import { AwsService, SecureVpc, VpcEndpoints } from '../../src/network';
import { FLAG_MODES, newApp, newStack, only, templateOf } from '../harness/apps';
import { readable, statementsOf } from '../harness/readable';

const OWN = { 'aws:PrincipalAccount': '<account>', 'aws:ResourceAccount': '<account>' };

/** The policy of the only endpoint, by statement id. */
function policyOf(service: AwsService, flags?: Record<string, unknown>): Record<string, any> {
  const stack = newStack(flags);
  new SecureVpc(stack, 'Vpc').endpoints.add(service);
  const { resource } = only(templateOf(stack), 'AWS::EC2::VPCEndpoint');
  const regionWithoutDashes = { 'Fn::Join': ['', { 'Fn::Split': ['-', { Ref: 'AWS::Region' }] }] };
  const document = JSON.parse(JSON.stringify(resource.Properties.PolicyDocument)
    .split(JSON.stringify(regionWithoutDashes)).join('"<regionwithoutdashes>"'));
  return Object.fromEntries(statementsOf({ Properties: { PolicyDocument: document } }).map(({ Sid, ...statement }) => [Sid, statement]));
}

describe.each(FLAG_MODES)('the policy of an endpoint %s', (_, flags) => {
  test('serves principals and resources of this account', () => {
    expect(policyOf(AwsService.SQS, flags)).toEqual({
      OwnPrincipalsOnOwnResources: { Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*', Condition: { StringEquals: OWN } },
      AwsServicesOnOwnResources: {
        Effect: 'Allow',
        Principal: '*',
        Action: 'sqs:*',
        Resource: '*',
        Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' }, StringEquals: { 'aws:ResourceAccount': '<account>' } },
      },
    });
  });

  test('lets custom resources and wait conditions answer CloudFormation', () => {
    expect(policyOf(AwsService.S3, flags).CloudFormationResponses).toEqual({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: [
        'arn:aws:s3:::cloudformation-custom-resource-response-<regionwithoutdashes>/*',
        'arn:aws:s3:::cloudformation-waitcondition-<region>/*',
      ],
    });
  });

  test('lets code read the public parameters of AWS', () => {
    expect(policyOf(AwsService.SSM, flags).PublicParameters).toEqual({
      Effect: 'Allow',
      Principal: '*',
      Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
      Resource: 'arn:aws:ssm:<region>::parameter/aws/*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '<account>' } },
    });
  });

  test('lets unsigned calls through to private APIs of this account', () => {
    expect(policyOf(AwsService.EXECUTE_API, flags).UnsignedCallsOfOwnApis).toEqual({
      Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'arn:aws:execute-api:<region>:<account>:*',
    });
  });

  test('lets calls that name no resource through for services that have such calls', () => {
    expect(policyOf(AwsService.STS, flags).OwnPrincipalsOnOwnResources.Condition).toEqual({
      StringEquals: { 'aws:PrincipalAccount': '<account>' }, StringEqualsIfExists: { 'aws:ResourceAccount': '<account>' },
    });
  });
});

describe('the registry', () => {
  test('is one for a VPC', () => {
    const { vpc, endpoints } = new SecureVpc(newStack(), 'Vpc');
    expect(VpcEndpoints.of(vpc)).toBe(endpoints);
  });

  test('is one for all imports of a VPC id in a stage, so that no service gets two endpoints', () => {
    const app = newApp();
    const [one, two] = [new Stack(app, 'One'), new Stack(app, 'Two')];
    newFunction(one, { vpc: importVpc(one) }).connectTo(AwsService.SQS, AwsService.S3);
    newFunction(two, { vpc: importVpc(two) }).connectTo(AwsService.SQS, AwsService.S3);
    templateOf(one).resourceCountIs('AWS::EC2::VPCEndpoint', 2);
    const second = templateOf(two);
    second.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
    second.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
    second.resourceCountIs('AWS::EC2::SecurityGroupEgress', 2);
    expect(JSON.stringify(templateOf(one).toJSON())).not.toContain('Fn::ImportValue');
  });

  test.each(['vpc-0fffffffffffffff0', Fn.importValue('VpcId')])('keeps VPCs apart that are not known to be one: %s', (vpcId) => {
    const stack = newStack();
    const [a, b, c] = [importVpc(stack, {}, 'A'), importVpc(stack, { vpcId }, 'B'), importVpc(stack, { vpcId: Fn.importValue('VpcId') }, 'C')];
    expect(new Set([a, b, c].map((vpc) => VpcEndpoints.of(vpc))).size).toBe(3);
  });

  test('uses a gateway endpoint that the VPC was given by CDK', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Plain', {
      maxAzs: 2, restrictDefaultSecurityGroup: false, gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
    });
    newFunction(stack, { vpc }).connectTo(AwsService.S3);
    templateOf(stack).resourceCountIs('AWS::EC2::VPCEndpoint', 1);
  });

  test('uses an interface endpoint that the VPC was given by CDK, by a rule to its group', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Plain', { maxAzs: 2, restrictDefaultSecurityGroup: false });
    const queue = vpc.addInterfaceEndpoint('Queues', { service: ec2.InterfaceVpcEndpointAwsService.SQS, open: false });
    newFunction(stack, { vpc }).connectTo(AwsService.SQS);
    const template = templateOf(stack);
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', {
      DestinationSecurityGroupId: stack.resolve(queue.connections.securityGroups[0].securityGroupId), FromPort: 443,
    });
  });

  test('takes an interface endpoint of S3 for none of the gateway', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Plain', { maxAzs: 2, restrictDefaultSecurityGroup: false });
    vpc.addInterfaceEndpoint('Objects', { service: ec2.InterfaceVpcEndpointAwsService.S3, privateDnsEnabled: false });
    newFunction(stack, { vpc }).connectTo(AwsService.S3);
    templateOf(stack).hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' });
  });

  test('creates nothing for endpoints that are declared to exist', () => {
    const stack = newStack();
    const vpc = importVpc(stack);
    VpcEndpoints.of(vpc).useExisting(AwsService.S3);
    VpcEndpoints.of(vpc).useExisting(AwsService.SQS, {
      securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Open', 'sg-0a', { mutable: false }),
    });
    VpcEndpoints.of(vpc).useExisting(AwsService.SNS, { securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Closed', 'sg-0b') });
    newFunction(stack, { vpc }).connectTo(AwsService.S3, AwsService.SQS, AwsService.SNS);
    const template = templateOf(stack);
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 3);
    expect(readable(only(template, 'AWS::EC2::SecurityGroupIngress').resource.Properties)).toMatchObject({ GroupId: 'sg-0b', FromPort: 443 });
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('puts an endpoint into the subnets that it is told, one in each zone', () => {
    const stack = newStack();
    const { vpc, endpoints } = new SecureVpc(stack, 'Vpc', { maxAzs: 3 });
    endpoints.add(AwsService.of('bedrock-runtime', 'bedrock'), { subnets: { subnets: vpc.isolatedSubnets.slice(0, 2) } });
    const { resource } = only(templateOf(stack), 'AWS::EC2::VPCEndpoint');
    expect(resource.Properties.SubnetIds).toHaveLength(2);
    expect(readable(resource.Properties.ServiceName)).toBe('com.amazonaws.<region>.bedrock-runtime');
  });

  test('knows the names of services in China', () => {
    const stack = newStack(undefined, { account: '111122223333', region: 'cn-north-1' });
    new SecureVpc(stack, 'Vpc').endpoints.add(AwsService.SQS);
    expect(only(templateOf(stack), 'AWS::EC2::VPCEndpoint').resource.Properties.ServiceName).toBe('cn.com.amazonaws.cn-north-1.sqs');
  });
});

describe('says', () => {
  test('what the interface endpoints cost every month, once', () => {
    const stack = newStack();
    const { endpoints } = new SecureVpc(stack, 'Vpc', { maxAzs: 3 });
    for (const service of [AwsService.SQS, AwsService.SNS, AwsService.S3]) endpoints.add(service);
    const infos = Annotations.fromStack(stack).findInfo('*', Match.anyValue());
    expect(infos.map(({ entry }) => entry.data)).toEqual([
      expect.stringContaining('Interface endpoints cost about 43.80 USD a month, and 0.01 USD per GB (us-east-1 list prices): sqs in 3 zones, sns in 3 zones.'),
    ]);
  });

  test('nothing where endpoints cost nothing', () => {
    const stack = newStack();
    new SecureVpc(stack, 'Vpc').endpoints.add(AwsService.S3);
    expect(Annotations.fromStack(stack).findInfo('*', Match.anyValue())).toEqual([]);
  });

  test('that an endpoint in one zone fails with it', () => {
    const stack = newStack();
    const { vpc, endpoints } = new SecureVpc(stack, 'Vpc');
    endpoints.add(AwsService.SQS, { subnets: { subnets: [vpc.isolatedSubnets[0]] } });
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('for sqs is in one availability zone only.*cdk-hardened:endpoint-in-one-zone'));
  });

  test('that two stages make the same endpoint, of which one can be deployed', () => {
    const app = newApp();
    const stacks = ['Blue', 'Green'].map((id) => new Stack(new Stage(app, id), 'Stack'));
    for (const stack of stacks) newFunction(stack, { vpc: importVpc(stack) }).connectTo(AwsService.SQS);
    Annotations.fromStack(stacks[0]).hasWarning('*', Match.stringLikeRegexp('of another stage is an endpoint for sqs in the same VPC'));
  });
});

describe('refuses', () => {
  test('a second endpoint for a service', () => {
    const { endpoints } = new SecureVpc(newStack(), 'Vpc');
    endpoints.add(AwsService.SQS);
    expect(() => endpoints.add(AwsService.SQS)).toThrow('add(sqs): the VPC has an endpoint for this service already');
    expect(() => endpoints.useExisting(AwsService.SQS)).toThrow('useExisting(sqs): the VPC has an endpoint for this service already');
  });

  test('a second endpoint that somebody adds beside ours later', () => {
    const stack = newStack();
    const { vpc, endpoints } = new SecureVpc(stack, 'Vpc');
    endpoints.add(AwsService.S3);
    vpc.addGatewayEndpoint('Again', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    expect(() => templateOf(stack)).toThrow(/Stack\/Vpc\/Resource\/Again\/Resource: it is a second endpoint for s3 in this VPC, which AWS refuses/);
  });

  test('an existing interface endpoint without its group', () => {
    expect(() => VpcEndpoints.of(importVpc(newStack())).useExisting(AwsService.SQS))
      .toThrow('securityGroup: functions reach the interface endpoint of sqs by its security group. Pass securityGroup');
  });

  test('a gateway endpoint where the route tables are unknown', () => {
    expect(() => VpcEndpoints.of(importVpc(newStack(), { isolatedSubnetRouteTableIds: undefined })).add(AwsService.S3))
      .toThrow('vpc = "vpc-0123456789abcdef0": its route tables are unknown');
  });

  test('an interface endpoint where there are no subnets', () => {
    expect(() => VpcEndpoints.of(importVpc(newStack(), { isolatedSubnetIds: undefined, isolatedSubnetRouteTableIds: undefined })).add(AwsService.SQS))
      .toThrow('subnets: the VPC has no isolated or private subnets that the endpoint for sqs could be in');
  });

  test.each(['com.amazonaws.eu-west-1.sqs', 'SQS', 'sqs.'])('the endpoint name %s', (name) => {
    expect(() => new SecureVpc(newStack(), 'Vpc').endpoints.add(AwsService.of(name, 'sqs')))
      .toThrow(`endpointName = "${name}": it is no endpoint name. Write the part after "com.amazonaws.<region>."`);
  });

  test('an organization once there are endpoints', () => {
    const { endpoints } = new SecureVpc(newStack(), 'Vpc');
    endpoints.add(AwsService.S3);
    expect(() => endpoints.trustOrganization('o-a1b2c3d4e5')).toThrow('the VPC has endpoints already (s3), whose policies name this account');
  });

  test('a VPC without DNS, where endpoints would not be found', () => {
    const vpc = new ec2.Vpc(newStack(), 'Plain', { enableDnsHostnames: false });
    expect(() => VpcEndpoints.of(vpc)).toThrow('[Stack/Plain] enableDnsHostnames, enableDnsSupport = false');
  });

  test.each<[string, Partial<iam.PolicyStatementProps>]>([
    ['everything', { resources: ['*'] }],
    ['all buckets', { resources: ['arn:aws:s3:::*'] }],
    ['all buckets of any partition', { resources: [`arn:${Aws.PARTITION}:s3:::*`] }],
    ['buckets of names that anybody may give theirs', { resources: ['arn:aws:s3:::prod-*'] }],
    ['what is in such buckets', { resources: [`arn:${Aws.PARTITION}:s3:::logs-${Aws.ACCOUNT_ID}-*/*`] }],
    ['all objects of all buckets', { resources: ['arn:aws:s3:::*/*'] }],
    ['a bucket of whatever account', { resources: ['arn:aws:s3:eu-west-1:*:accesspoint/orders'] }],
    ['whoever belongs to some organization', { resources: ['*'], conditions: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }],
    ['a role of any account', { resources: ['*'], conditions: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/reader' } } }],
    ['whatever is of the own organization of the caller', { resources: ['*'], conditions: { StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } } }],
    ['whoever belongs to any account', { resources: ['*'], conditions: { StringLike: { 'aws:PrincipalAccount': '*' } } }],
    ['whoever belongs to the account or to none', { resources: ['*'], conditions: { StringEqualsIfExists: { 'aws:PrincipalAccount': '111122223333' } } }],
  ])('a statement for everybody on everything, added to an endpoint: %s', (_, statement) => {
    const stack = newStack();
    const endpoint = new SecureVpc(stack, 'Vpc').endpoints.add(AwsService.S3) as ec2.GatewayVpcEndpoint;
    endpoint.addToPolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['s3:GetObject'], ...statement }));
    expect(() => templateOf(stack)).toThrow('the endpoint serves known principals and resources only');
  });

  test('a policy that was replaced', () => {
    const stack = newStack();
    const endpoint = new SecureVpc(stack, 'Vpc').endpoints.add(AwsService.S3);
    (endpoint.node.defaultChild as ec2.CfnVPCEndpoint).policyDocument = undefined;
    expect(() => templateOf(stack)).toThrow('the endpoint serves its owner, and what AWS needs through it');
  });

  test('an endpoint that lets in everybody, or without private DNS', () => {
    const stack = newStack();
    const endpoint = new SecureVpc(stack, 'Vpc').endpoints.add(AwsService.SQS) as ec2.InterfaceVpcEndpoint;
    endpoint.connections.allowDefaultPortFromAnyIpv4();
    (endpoint.node.defaultChild as ec2.CfnVPCEndpoint).privateDnsEnabled = false;
    expect(() => templateOf(stack)).toThrow(/opens it to everybody[\s\S]*leads to its endpoint|leads to its endpoint[\s\S]*opens it to everybody/);
  });
});

test.each<[string, Partial<iam.PolicyStatementProps>]>([
  ['on objects of a bucket that begin so', { resources: ['arn:aws:s3:::partner-bucket/2026-*', `arn:${Aws.PARTITION}:s3:::logs-${Aws.ACCOUNT_ID}/*`] }],
  ['on a bucket', { resources: ['arn:aws:s3:::partner-bucket/*'] }],
  ['on the resources of an account', { resources: ['arn:aws:s3:eu-west-1:111122223333:*'] }],
  ['for the roles of an account', { resources: ['*'], conditions: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } }],
  ['for a role of the app', { resources: ['*'], conditions: { ArnEquals: { 'aws:PrincipalArn': Fn.getAtt('Reader', 'Arn') } } }],
  ['for a part of an organization', {
    resources: ['*'], conditions: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-*' } },
  }],
])('a narrow statement may be added to an endpoint: %s', (_, statement) => {
  const stack = newStack();
  new CfnResource(stack, 'Reader', { type: 'AWS::IAM::Role' });
  const endpoint = new SecureVpc(stack, 'Vpc').endpoints.add(AwsService.S3) as ec2.GatewayVpcEndpoint;
  endpoint.addToPolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['s3:GetObject'], ...statement }));
  expect(Object.keys(only(templateOf(stack), 'AWS::EC2::VPCEndpoint').resource.Properties.PolicyDocument.Statement)).toHaveLength(4);
});
