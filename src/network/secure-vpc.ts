import { CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { closeDefaultGroup } from './default-security-group';
import { defineFlowLog } from './flow-logs';
import { subnetLayout } from './subnet-layout';
import { VpcEndpoints } from './vpc-endpoints';
import { firstZones, withZones } from './without-zone-lookup';
import { validateKey } from '../data/keys/validate-key';
import { isLiteral, requireLiteral } from '../private/literal';
import { describeMisuse, fail, warn } from '../private/misuse';
import { seal, stays } from '../private/seal';
import { resourcesOfStage } from '../private/validation-memory';

/** How many availability zones a VPC may use; a region has at most six. */
const ZONES = { min: 2, max: 6 };

/** Properties of a VPC without a way in or out. */
export interface SecureVpcProps {
  /**
   * IPv4 range of the VPC, /16 to /28; isolated subnets take a sixteenth of it each.
   *
   * @default '10.0.0.0/16'
   */
  readonly cidr?: string;

  /**
   * How many availability zones to use: the first ones of the region, 2 to 6.
   *
   * @default 2
   */
  readonly maxAzs?: number;

  /**
   * The availability zones to use, by name, in place of `maxAzs`; name them where the region may get more zones or a service
   * you need is not in all of them.
   *
   * @default - the first `maxAzs` zones of the region that the stack is deployed to
   */
  readonly availabilityZones?: string[];

  /**
   * NAT gateways, which give the VPC an internet gateway, public subnets that hold nothing else, and private subnets whose
   * functions can call the internet (those in isolated subnets still cannot). Each costs about 36.50 USD a month
   * (https://aws.amazon.com/vpc/pricing/) and 0.045 USD per GB; one per availability zone survives the loss of a zone.
   *
   * @default 0 - no way to the internet
   */
  readonly natGateways?: number;

  /**
   * Organization whose accounts the endpoint policies serve: `o-` and 10 to 32 lower-case letters or digits.
   *
   * @default - principals and resources of this account only
   */
  readonly organizationId?: string;

  /**
   * How long flow logs are kept.
   *
   * @default - by the profile: 365 days in production, 7 days in an ephemeral environment
   */
  readonly flowLogRetention?: logs.RetentionDays;

  /**
   * Customer-managed key of the flow logs.
   *
   * @default - the stack's shared key, `SecureKey.of(this)`
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A VPC without a way in or out: isolated subnets, a default security group without rules, encrypted flow logs, and endpoints
 * for the AWS services that code in it calls, created by the grants to it.
 *
 * It needs no lookup: the first availability zones of a region are found at deploy time. Costs nothing by itself but the flow
 * logs (about 0.50 USD per GB); each interface endpoint costs about 7.30 USD a month in each availability zone
 * (https://aws.amazon.com/privatelink/pricing/), which the synth prints. Network ACLs stay as AWS creates them: they keep no
 * state and cannot name prefix lists, so that replies from S3 and DynamoDB would have to be let in from everywhere.
 *
 * @example
 * const network = new SecureVpc(this, 'Network', { maxAzs: 3 });
 * network.endpoints.add(AwsService.SECRETS_MANAGER);
 */
export class SecureVpc extends Construct {
  /** The L2 VPC, to pass wherever an `IVpc` is taken. */
  public readonly vpc: ec2.Vpc;

  /** The VPC's endpoints. */
  public readonly endpoints: VpcEndpoints;

  /** The encrypted log group of the flow logs. */
  public readonly flowLogGroup: logs.LogGroup;

  /**
   * @throws when the range is malformed or too small for its subnets, there are fewer than two availability zones or more NAT
   * gateways than zones, the organization id is malformed, or the key is known to be in another region.
   */
  constructor(scope: Construct, id: string, props: SecureVpcProps = {}) {
    super(scope, id);
    validateKey(this, props.encryptionKey);
    const zones = this.zones(props);
    const natGateways = this.validNat(props.natGateways ?? 0, zones.length);

    this.vpc = this.defineVpc(props.cidr ?? '10.0.0.0/16', zones, natGateways);
    this.flowLogGroup = defineFlowLog(this, this.vpc, props.encryptionKey, props.flowLogRetention).logGroup;
    closeDefaultGroup(this, this.vpc, this.vpc.vpcDefaultSecurityGroup);
    this.endpoints = VpcEndpoints.of(this.vpc);
    if (props.organizationId !== undefined) this.endpoints.trustOrganization(props.organizationId);

    this.sealVpc(natGateways > 0);
  }

  private zones(props: SecureVpcProps): string[] {
    if (props.availabilityZones && props.maxAzs !== undefined) {
      fail(this, {
        prop: 'maxAzs',
        value: props.maxAzs,
        problem: 'availabilityZones already says which zones to use',
        instead: 'Give one of the two.',
      });
    }
    requireLiteral(this, 'maxAzs', props.maxAzs);
    requireLiteral(this, 'availabilityZones', props.availabilityZones);
    const count = props.availabilityZones?.length ?? props.maxAzs ?? ZONES.min;
    if (!Number.isInteger(count) || count < ZONES.min || count > ZONES.max) {
      fail(this, {
        prop: props.availabilityZones ? 'availabilityZones' : 'maxAzs',
        value: props.availabilityZones ?? props.maxAzs,
        problem: 'a VPC needs two availability zones to survive the loss of one, and regions have at most six',
        instead: `Use ${ZONES.min} to ${ZONES.max}.`,
      });
    }
    return props.availabilityZones ? this.validZones(props.availabilityZones) : firstZones(count);
  }

  private validZones(zones: string[]): string[] {
    const { region } = Stack.of(this);
    const literal = zones.filter((zone) => isLiteral(zone));
    const elsewhere = isLiteral(region) ? literal.find((zone) => !zone.startsWith(region)) : undefined;
    const twice = literal.find((zone, index) => literal.indexOf(zone) !== index);
    if (elsewhere !== undefined || twice !== undefined) {
      fail(this, {
        prop: 'availabilityZones',
        value: elsewhere ?? twice,
        problem: elsewhere !== undefined ? `the stack is deployed to ${region}, and this is no zone of it` : 'the zone is named twice',
        instead: 'Name each zone once, as the region calls it, such as "eu-west-1a".',
      });
    }
    return zones;
  }

  private validNat(natGateways: number, zones: number): number {
    requireLiteral(this, 'natGateways', natGateways);
    if (!Number.isInteger(natGateways) || natGateways < 0 || natGateways > zones) {
      fail(this, {
        prop: 'natGateways',
        value: natGateways,
        problem: `the VPC has ${zones} availability zones, and at most one NAT gateway in each`,
        instead: `Use 0 to ${zones}.`,
      });
    }
    if (natGateways > 0 && natGateways < zones) {
      warn(this, 'nat-in-fewer-zones', `[${this.node.path}] ${natGateways} NAT gateway(s) for ${zones} availability zones: when a zone with one fails, `
        + 'functions of other zones lose the internet too.');
    }
    return natGateways;
  }

  private defineVpc(cidr: string, zones: string[], natGateways: number): ec2.Vpc {
    requireLiteral(this, 'cidr', cidr);
    const subnetConfiguration = subnetLayout(this, cidr, zones.length, natGateways > 0);
    return withZones(Stack.of(this), zones, () => new ec2.Vpc(this, 'Resource', {
      ipAddresses: ec2.IpAddresses.cidr(cidr),
      availabilityZones: zones,
      subnetConfiguration,
      natGateways,
      vpcName: this.node.path,
      restrictDefaultSecurityGroup: false, // done by our own custom resource, whose role has no managed policy
      enableDnsHostnames: true,
      enableDnsSupport: true,
    }));
  }

  private sealVpc(nat: boolean): void {
    const dns = 'Leave it on: the DNS names of AWS services lead to their endpoints by it.';
    seal(this, this.vpc.node.defaultChild as CfnResource, [
      stays('EnableDnsHostnames', true, 'DNS hostnames are on', dns),
      stays('EnableDnsSupport', true, 'DNS is on', dns),
    ]);
    for (const subnet of [...this.vpc.isolatedSubnets, ...this.vpc.privateSubnets, ...this.vpc.publicSubnets]) {
      seal(this, subnet.node.defaultChild as CfnResource, [{
        path: 'MapPublicIpOnLaunch',
        promise: 'nothing in the VPC gets a public address by itself',
        instead: 'Put a load balancer or API Gateway in front of what the internet must reach.',
        holds: (value) => value !== true && value !== 'true',
      }]);
    }
    if (nat) return;
    this.node.addValidation({
      validate: () => this.internetGateways().map((attachment) => describeMisuse(this, {
        prop: attachment.node.path,
        problem: 'the construct promises a VPC without a way to the internet, and this attaches an internet gateway',
        instead: 'Set natGateways for ways out; for a way in use another VPC.',
      })),
    });
  }

  private internetGateways(): CfnResource[] {
    return (resourcesOfStage(this, ['AWS::EC2::VPCGatewayAttachment']) as ec2.CfnVPCGatewayAttachment[])
      .filter(({ vpcId, internetGatewayId }) => vpcId === this.vpc.vpcId && internetGatewayId !== undefined);
  }
}
