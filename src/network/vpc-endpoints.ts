import { Annotations, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct, type IConstruct } from 'constructs';
import type { AwsService } from './aws-service';
import { defineGateway, defineInterface, EndpointPath } from './define-endpoint';
import { endpointsOf, serves } from './endpoint-in-tree';
import type { EndpointOptions, ExistingEndpoint } from './endpoint-options';
import { INTERFACE_ENDPOINT, monthlyCost } from './endpoint-prices';
import { isPendingLookup } from './function-subnets';
import { isLiteral, requireLiteral } from '../private/literal';
import { describeMisuse, fail, warn } from '../private/misuse';

/** Child id of a VPC's registry; a contract, because the endpoints' logical ids follow from it. */
const REGISTRY_ID = 'CdkHardenedEndpoints';

/** VPCs by construct, and imported ones also by their literal id within a stage. */
const byVpc = new WeakMap<ec2.IVpc, VpcEndpoints>();
const byId = new WeakMap<IConstruct, Map<string, VpcEndpoints>>();

/**
 * The endpoints of one VPC: each service has one, however many functions call it, created when the first one does.
 *
 * Works for every `ec2.IVpc`. All constructs and stacks of a stage that import the same VPC id share one registry; its
 * endpoints are created where the VPC was first used, so call `VpcEndpoints.of(vpc)` in the stack that should own them.
 * Each endpoint has a policy that serves this account's (or organization's) principals and resources only, and each interface
 * endpoint a security group of its own that lets in HTTPS from connected functions alone.
 *
 * The synth prints what the interface endpoints cost: about 7.30 USD a month for each availability zone
 * (https://aws.amazon.com/privatelink/pricing/).
 *
 * @example
 * const vpc = ec2.Vpc.fromVpcAttributes(this, 'Network', {
 *   vpcId: 'vpc-0123456789abcdef0',
 *   availabilityZones: ['eu-west-1a', 'eu-west-1b'],
 *   isolatedSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
 *   isolatedSubnetRouteTableIds: ['rtb-0123456789abcdef0', 'rtb-0123456789abcdef0'],
 * });
 * VpcEndpoints.of(vpc).useExisting(AwsService.S3, { routeTableIds: ['rtb-0123456789abcdef0'] });
 */
export class VpcEndpoints extends Construct {
  /**
   * The endpoints of a VPC.
   *
   * @throws when the VPC has no DNS support or DNS hostnames, which private DNS names of endpoints need.
   */
  public static of(vpc: ec2.IVpc): VpcEndpoints {
    const known = byVpc.get(vpc);
    if (known) return known;
    const imported = !isOfThisApp(vpc) && isLiteral(vpc.vpcId) && !isPendingLookup(vpc); // placeholders are all alike
    const ids = imported ? idsIn(Stage.of(vpc) ?? vpc.node.root) : undefined;
    const registry = ids?.get(vpc.vpcId) ?? new VpcEndpoints(vpc);
    ids?.set(vpc.vpcId, registry);
    byVpc.set(vpc, registry);
    return registry;
  }

  private readonly vpc: ec2.IVpc;
  private readonly paths = new Map<string, EndpointPath>();
  private organizationId?: string;

  private constructor(vpc: ec2.IVpc) {
    super(vpc as unknown as Construct, REGISTRY_ID);
    this.vpc = vpc;
    const resource = vpc.node.defaultChild as ec2.CfnVPC | undefined;
    if (isOfThisApp(vpc) && (resource?.enableDnsHostnames === false || resource?.enableDnsSupport === false)) {
      fail(vpc, {
        prop: 'enableDnsHostnames, enableDnsSupport',
        value: false,
        problem: 'the DNS names of AWS services lead to interface endpoints only in a VPC that has both',
        instead: 'Set both to true.',
      });
    }
    this.node.addValidation({
      validate: () => {
        this.announceCost();
        return this.duplicates();
      },
    });
  }

  /**
   * Widens the endpoint policies from this account to all accounts of an organization. Call it before endpoints are created.
   *
   * @throws when the id is malformed, or the VPC has endpoints already.
   */
  public trustOrganization(organizationId: string): void {
    if (isLiteral(organizationId) && !/^o-[a-z0-9]{10,32}$/.test(organizationId)) {
      fail(this, {
        prop: 'organizationId',
        value: organizationId,
        problem: 'an organization id is "o-" and 10 to 32 lower-case letters or digits',
        instead: 'Write the id as AWS Organizations shows it.',
      });
    }
    if (this.paths.size > 0) {
      fail(this, {
        prop: 'organizationId',
        value: organizationId,
        problem: `the VPC has endpoints already (${[...this.paths.keys()].join(', ')}), whose policies name this account`,
        instead: 'Call trustOrganization right after the VPC is created.',
      });
    }
    this.organizationId = organizationId;
  }

  /**
   * Creates the endpoint of a service now, so that it is there for code that is none of our functions, or in other subnets.
   *
   * @throws when the VPC has an endpoint for the service, the name is no endpoint name, or there are no subnets for it.
   */
  public add(service: AwsService, options: EndpointOptions = {}): ec2.VpcEndpoint {
    this.refuseSecond(service, 'add');
    return this.define(service, options).endpoint ?? fail(this, {
      prop: 'vpc',
      value: this.vpc.vpcId,
      problem: 'its route tables are unknown, and a gateway endpoint is a route in them',
      instead: 'Import the VPC with its route table ids.',
    });
  }

  /**
   * Declares an endpoint that the VPC has already, so that none is created.
   *
   * @throws when the endpoint of the service is known already, or an interface endpoint comes without its security group.
   */
  public useExisting(service: AwsService, existing: ExistingEndpoint = {}): void {
    this.refuseSecond(service, 'useExisting');
    if (!service.isGateway && !existing.securityGroup) {
      fail(this, {
        prop: 'securityGroup',
        problem: `functions reach the interface endpoint of ${service.endpointName} by its security group`,
        instead: 'Pass securityGroup: ec2.SecurityGroup.fromSecurityGroupId(...).',
      });
    }
    const securityGroups = existing.securityGroup && !service.isGateway ? [existing.securityGroup] : undefined;
    this.paths.set(service.endpointName, { service, securityGroups, routeTableIds: existing.routeTableIds, declared: true });
  }

  /**
   * How functions reach the service; its endpoint is created if there is none.
   *
   * @internal
   */
  public _pathTo(service: AwsService): EndpointPath {
    requireLiteral(this, 'AwsService.of endpointName', service.endpointName);
    return this.paths.get(service.endpointName) ?? this.findInApp(service) ?? this.define(service, {});
  }

  private define(service: AwsService, options: EndpointOptions): EndpointPath {
    const owner = { endpoints: this, vpc: this.vpc, organizationId: this.organizationId };
    const path = service.isGateway ? defineGateway(owner, service) : defineInterface(owner, service, options);
    this.paths.set(service.endpointName, path);
    return path;
  }

  /** An endpoint that was created beside us: by `vpc.addGatewayEndpoint(...)`, for example. */
  private findInApp(service: AwsService): EndpointPath | undefined {
    const found = this.endpointsBelow(Stage.of(this) ?? this.node.root).find((endpoint) => serves(endpoint, service));
    if (!found) return undefined;
    const securityGroups = (found.node.scope as ec2.InterfaceVpcEndpoint).connections?.securityGroups;
    if (!service.isGateway && !securityGroups?.length) {
      fail(this, {
        prop: found.node.path,
        problem: `it is the VPC's endpoint for ${service.endpointName}, and its security group is unknown`,
        instead: 'Declare it: VpcEndpoints.of(vpc).useExisting(service, { securityGroup }).',
      });
    }
    const path: EndpointPath = service.isGateway ? { service, routeTableIds: found.routeTableIds } : { service, securityGroups };
    this.paths.set(service.endpointName, path);
    return path;
  }

  /** Before the CLI has answered a lookup, all VPCs have one placeholder as id. */
  private endpointsBelow(scope: IConstruct): ec2.CfnVPCEndpoint[] {
    return isPendingLookup(this.vpc) ? [] : endpointsOf(this.vpc.vpcId, scope);
  }

  private refuseSecond(service: AwsService, method: string): void {
    requireLiteral(this, 'AwsService.of endpointName', service.endpointName);
    if (!this.paths.has(service.endpointName) && !this.findInApp(service)) return;
    fail(this, {
      prop: `${method}(${service.endpointName})`,
      problem: 'the VPC has an endpoint for this service already: by an earlier call, a grant to a function, or another construct',
      instead: 'Call it before the first grant, and once for each service and VPC.',
    });
  }

  /** Two private-DNS endpoints, or two routes to one service, roll a deployment back. */
  private duplicates(): string[] {
    const stage = Stage.of(this) ?? this.node.root;
    const all = this.endpointsBelow(this.node.root);
    return [...this.paths.values()].filter((path) => path.endpoint).flatMap(({ service, endpoint }) => {
      const name = service.endpointName;
      const others = all.filter((each) => serves(each, service) && each.node.scope !== endpoint);
      const elsewhere = others.filter((each) => (Stage.of(each) ?? each.node.root) !== stage);
      if (elsewhere.length > 0) {
        warn(this, 'endpoint-in-two-stages', `[${this.node.path}] ${elsewhere[0].node.path} of another stage is an endpoint for ${name} in the same `
          + 'VPC: only one of the two can be deployed. Declare it in the second stage: VpcEndpoints.of(vpc).useExisting(...).');
      }
      return others.filter((each) => !elsewhere.includes(each)).map((each) => describeMisuse(this, {
        prop: each.node.path,
        problem: `it is a second endpoint for ${name} in this VPC, which AWS refuses`,
        instead: 'Create it before the first grant, or let VpcEndpoints.of(vpc) create the only one.',
      }));
    });
  }

  private announceCost(): void {
    const paid = [...this.paths].filter(([, path]) => path.zones !== undefined);
    if (paid.length === 0) return;
    const zones = paid.reduce((sum, [, path]) => sum + path.zones!, 0);
    Annotations.of(this).addInfoV2('cdk-hardened:endpoint-cost', `[${this.node.path}] Interface endpoints cost about `
      + `${monthlyCost(zones).toFixed(2)} USD a month, and ${INTERFACE_ENDPOINT.perGigabyte} USD per GB (us-east-1 list prices): `
      + `${paid.map(([name, path]) => `${name} in ${path.zones} zones`).join(', ')}.`);
  }
}

function isOfThisApp(vpc: ec2.IVpc): boolean {
  return CfnResource.isCfnResource(vpc.node.defaultChild) && Stack.of(vpc) === Stack.of(vpc.node.defaultChild);
}

function idsIn(stage: IConstruct): Map<string, VpcEndpoints> {
  const ids = byId.get(stage) ?? new Map<string, VpcEndpoints>();
  byId.set(stage, ids);
  return ids;
}
