import { CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct, IConstruct } from 'constructs';
import { AwsService } from './aws-service';
import { checkRoutes, functionSubnets } from './function-subnets';
import { allowNetworkInterfaces } from './network-interfaces';
import { checkPeerRange, egressOutOfReach } from './peer-range';
import type { PrefixListIds } from './prefix-list-ids';
import { prefixListId, validatePrefixLists } from './prefix-lists';
import { refusePublicApi } from './public-apis';
import { sealClosedGroup } from './security-group-seal';
import { VpcEndpoints } from './vpc-endpoints';
import { placed } from '../functions/placement';
import { SecureFunction } from '../functions/secure-function';
import type { SecureFunctionProps } from '../functions/secure-function-props';
import { descriptionOf } from '../private/description';
import { whenPathNeeded } from '../private/network-path';
import { seal, staysSet } from '../private/seal';

/** Properties of a function inside a VPC. */
export interface VpcLambdaProps extends SecureFunctionProps {
  /** The VPC: `SecureVpc.vpc`, another one of the app, or an import that knows its subnets. */
  readonly vpc: ec2.IVpc;

  /**
   * Subnets to run in; never public ones, where functions have no address to speak from.
   *
   * @default - the isolated subnets, or where there are none the private ones
   */
  readonly subnets?: ec2.SubnetSelection;

  /**
   * Ids of the region's prefix lists for S3 and DynamoDB, to spare the stack its lookup function.
   *
   * @default - found at deploy time by one custom resource for the stack
   */
  readonly prefixLists?: PrefixListIds;
}

/**
 * A hardened function inside a VPC, whose security group lets out nothing but what the function was granted.
 *
 * A grant of a data construct opens the network path too: the VPC gets the service's endpoint, once, and the group one rule,
 * to the prefix list of a gateway endpoint or to the security group of an interface endpoint. The function's code cannot use
 * the network-interface permissions of its role, which outlive the network interfaces when the stack is deleted.
 *
 * Moving a deployed function out of its VPC takes two deployments: its docs page says how. Costs what a function costs, and about 7.30 USD a
 * month in each availability zone for every service that needs an interface endpoint; those for S3 and DynamoDB are free.
 *
 * @example
 * const vpc = new SecureVpc(this, 'Vpc').vpc;
 * const orders = new VpcLambda(this, 'Orders', {
 *   vpc,
 *   code: lambda.Code.fromInline('exports.handler = async () => {};'),
 * });
 * orders.connectTo(AwsService.SSM);
 */
export class VpcLambda extends SecureFunction implements ec2.IConnectable {
  /** The VPC that the function runs in. */
  public readonly vpc: ec2.IVpc;

  /** The function's own security group; closed but for what was granted. */
  public readonly securityGroup: ec2.SecurityGroup;

  /** To let the function reach others in the VPC, or be reached: see also `connectToPeer`. */
  public readonly connections: ec2.Connections;

  private readonly subnets: ec2.ISubnet[];
  private readonly prefixLists?: PrefixListIds;
  private readonly connected = new Set<string>();

  /**
   * @throws as `SecureFunction` does; and when the VPC was imported without subnets, a subnet is public, or a prefix list id is
   * malformed.
   */
  constructor(scope: Construct, id: string, props: VpcLambdaProps) {
    super(scope, id, placed(props, (self) => {
      validatePrefixLists(self, props.prefixLists);
      const subnets = functionSubnets(self, props.vpc, props.subnets);
      return { vpc: props.vpc, subnets: { subnets }, securityGroups: [defineGroup(self, props.vpc)] };
    }));
    this.vpc = props.vpc;
    this.prefixLists = props.prefixLists;
    this.subnets = functionSubnets(this, props.vpc, props.subnets);
    this.securityGroup = this.node.findChild('SecurityGroup') as ec2.SecurityGroup;
    this.connections = this.lambdaFunction.connections;

    const interfaces = allowNetworkInterfaces(this, this.role);
    this.lambdaFunction.node.addDependency(interfaces);
    // AWS deletes the group only when the last network interface is gone, so that the permissions to delete those outlive them
    this.securityGroup.node.defaultChild!.node.addDependency(interfaces);
    this.dependOn(this.securityGroup); // with the rules that others add to it

    whenPathNeeded(this.grantPrincipal, (service) => {
      if (service === 'execute-api') refusePublicApi(this);
      this.connectTo(AwsService.of(service, service));
    });
    this.sealNetwork();
  }

  /**
   * Opens the way to AWS services that the code calls: their endpoints in the VPC, and egress to these alone. Grants of the
   * data constructs do it by themselves; permissions are not granted here.
   *
   * @throws when the routes of the function's subnets are known and do not lead to the endpoint.
   */
  public connectTo(...services: AwsService[]): void {
    for (const service of services) {
      if (this.connected.has(service.endpointName)) continue;
      this.connected.add(service.endpointName);
      if (service.isGateway) this.openGateway(service);
      else this.openInterface(service);
    }
  }

  /**
   * Opens the way to a database, cache, load balancer or other peer that is reachable from the VPC: egress of the function
   * and ingress of the peer, on one port.
   *
   * @throws when the peer is a malformed address range, or one that is open to everybody.
   */
  public connectToPeer(peer: ec2.IConnectable, port: ec2.Port): void {
    checkPeerRange(this, peer);
    this.connections.allowTo(peer, port, descriptionOf(`from ${this.node.path}`));
    for (const group of peer.connections.securityGroups) this.dependOn(group);
  }

  private openGateway(service: AwsService): void {
    const { routeTableIds, endpoint, declared } = VpcEndpoints.of(this.vpc)._pathTo(service);
    if (!declared || routeTableIds) checkRoutes(this, this.vpc, this.subnets, service.endpointName, routeTableIds);
    this.dependOn(endpoint);
    this.dependOn(new ec2.CfnSecurityGroupEgress(this, `EgressTo${service._id}`, {
      groupId: this.securityGroup.securityGroupId,
      destinationPrefixListId: prefixListId(this, service, this.prefixLists),
      ...HTTPS,
      description: `to the gateway endpoint for ${service.endpointName}`,
    }));
  }

  private openInterface(service: AwsService): void {
    const { securityGroups = [], endpoint } = VpcEndpoints.of(this.vpc)._pathTo(service);
    this.dependOn(endpoint);
    if (!endpoint) { // somebody else's: CDK knows which groups take rules
      for (const group of securityGroups) this.connections.allowTo(group, ec2.Port.tcp(443), `to the endpoint for ${service.endpointName}`);
      return;
    }
    // both rules in the function's stack: the endpoint's own stack must not refer to it
    const [group] = securityGroups;
    this.dependOn(new ec2.CfnSecurityGroupEgress(this, `EgressTo${service._id}`, {
      groupId: this.securityGroup.securityGroupId,
      destinationSecurityGroupId: group.securityGroupId,
      ...HTTPS,
      description: `to the endpoint for ${service.endpointName}`,
    }));
    this.dependOn(new ec2.CfnSecurityGroupIngress(this, `IngressOf${service._id}`, {
      groupId: group.securityGroupId,
      sourceSecurityGroupId: this.securityGroup.securityGroupId,
      ...HTTPS,
      description: descriptionOf(`from ${this.node.path}`),
    }));
  }

  /** What runs at deploy time, such as a trigger, finds its way open. Other stacks than these are deployed before, or know nothing of this one. */
  private dependOn(dependency: IConstruct | undefined): void {
    if (dependency && stacksAround(this).includes(Stack.of(dependency))) this.lambdaFunction.node.addDependency(dependency);
  }

  private sealNetwork(): void {
    sealClosedGroup(this, this.securityGroup);
    seal(this, this.lambdaFunction.node.defaultChild as CfnResource, [
      staysSet('VpcConfig.SubnetIds', 'the function runs in the VPC', 'Use SecureFunction for code outside a VPC.'),
      {
        path: 'VpcConfig.SecurityGroupIds',
        promise: 'the function has its own security group and no other',
        instead: 'Let the function reach others with connectTo, connectToPeer or its connections.',
        holds: (ids) => JSON.stringify(ids) === JSON.stringify([Stack.of(this).resolve(this.securityGroup.securityGroupId)]),
      },
    ]);
    this.node.addValidation({ validate: () => egressOutOfReach(this, this.vpc, this.subnets, this.securityGroup) });
  }
}

/** The stack of a construct, and where that is nested, those that it is nested in. */
function stacksAround(scope: IConstruct): Stack[] {
  const stacks = [Stack.of(scope)];
  for (let parent = stacks[0].nestedStackParent; parent; parent = parent.nestedStackParent) stacks.push(parent);
  return stacks;
}

const HTTPS = { ipProtocol: 'tcp', fromPort: 443, toPort: 443 };

function defineGroup(scope: Construct, vpc: ec2.IVpc): ec2.SecurityGroup {
  return new ec2.SecurityGroup(scope, 'SecurityGroup', {
    vpc,
    description: descriptionOf(`Function ${scope.node.path}`),
    allowAllOutbound: false,
    disableInlineRules: false,
  });
}
