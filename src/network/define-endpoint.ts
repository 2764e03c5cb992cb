import { CfnResource } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { AwsService } from './aws-service';
import type { EndpointOptions } from './endpoint-options';
import { endpointPolicy, staysWithinPerimeter } from './endpoint-policy';
import { isInOneZone } from './function-subnets';
import { sealClosedGroup } from './security-group-seal';
import { fail, warn } from '../private/misuse';
import { seal, stays } from '../private/seal';
import { keepsStatements } from '../private/sealed-policy';

/** How functions in a VPC reach a service. */
export interface EndpointPath {
  readonly service: AwsService;
  /** The endpoint of this app, for functions of the same stack to depend on. */
  readonly endpoint?: ec2.VpcEndpoint;
  /** Groups to open egress to: an interface endpoint. */
  readonly securityGroups?: ec2.ISecurityGroup[];
  /** Route tables that lead to a gateway endpoint, where known. */
  readonly routeTableIds?: string[];
  /** The user told us about it: its routes are their word. */
  readonly declared?: boolean;
  /** Availability zones that an interface endpoint of ours is paid for in. */
  readonly zones?: number;
}

/** Whose endpoints these are. */
interface Owner {
  readonly endpoints: Construct;
  readonly vpc: ec2.IVpc;
  readonly organizationId?: string;
}

/** A gateway endpoint in all known route tables of the VPC; without any, there is none to create. */
export function defineGateway(owner: Owner, service: AwsService): EndpointPath {
  const { vpc, endpoints } = owner;
  const subnets = [...vpc.isolatedSubnets, ...vpc.privateSubnets, ...vpc.publicSubnets];
  const routeTableIds = [...new Set(subnets.map((subnet) => subnet.routeTable?.routeTableId).filter((id) => id !== undefined))];
  if (routeTableIds.length === 0) return { service }; // imported without: functions warn that their way is not known
  const endpoint = new ec2.GatewayVpcEndpoint(endpoints, service._id, {
    vpc,
    service: new ec2.GatewayVpcEndpointAwsService(service.endpointName),
  });
  limit(owner, endpoint, service);
  return { service, endpoint, routeTableIds };
}

/** An interface endpoint in one subnet of each availability zone, with a security group of its own. */
export function defineInterface(owner: Owner, service: AwsService, options: EndpointOptions): EndpointPath {
  const { vpc, endpoints } = owner;
  validateName(endpoints, service);
  const subnets: ec2.SubnetSelection = { ...(options.subnets ?? defaultSubnets(owner, service)), onePerAz: true };
  const selected = vpc.selectSubnets(subnets).subnets;
  if (isInOneZone(selected)) {
    warn(endpoints, 'endpoint-in-one-zone', `[${endpoints.node.path}] The endpoint for ${service.endpointName} is in one availability zone `
      + 'only: when that zone fails, functions in all zones lose the service.');
  }
  const group = new ec2.SecurityGroup(endpoints, `${service._id}SecurityGroup`, {
    vpc,
    description: `Endpoint for ${service.endpointName}: HTTPS from connected functions only`,
    allowAllOutbound: false,
    disableInlineRules: false,
  });
  const endpoint = new ec2.InterfaceVpcEndpoint(endpoints, service._id, {
    vpc,
    service: new ec2.InterfaceVpcEndpointAwsService(service.endpointName),
    subnets,
    securityGroups: [group],
    privateDnsEnabled: true,
    open: false, // CDK would let in the whole VPC
  });
  limit(owner, endpoint, service);
  sealClosedGroup(endpoints, group);
  seal(endpoints, endpoint.node.defaultChild as CfnResource, [
    stays('PrivateDnsEnabled', true, 'the service\'s usual DNS name leads to its endpoint', 'Leave private DNS on.'),
  ]);
  return { service, endpoint, securityGroups: [group], zones: selected.length };
}

function limit(owner: Owner, endpoint: ec2.GatewayVpcEndpoint | ec2.InterfaceVpcEndpoint, service: AwsService): void {
  const statements = endpointPolicy(service, owner.organizationId);
  for (const statement of statements) endpoint.addToPolicy(statement);
  seal(owner.endpoints, endpoint.node.defaultChild as CfnResource, [
    keepsStatements(statements.map((statement) => statement.sid!), 'the endpoint serves its owner, and what AWS needs through it'),
    staysWithinPerimeter(),
  ]);
}

function defaultSubnets({ vpc, endpoints }: Owner, service: AwsService): ec2.SubnetSelection {
  if (vpc.isolatedSubnets.length > 0) return { subnets: vpc.isolatedSubnets };
  if (vpc.privateSubnets.length > 0) return { subnets: vpc.privateSubnets };
  return fail(endpoints, {
    prop: 'subnets',
    problem: `the VPC has no isolated or private subnets that the endpoint for ${service.endpointName} could be in`,
    instead: 'Import the VPC with its subnets, or pass the endpoint\'s subnets to VpcEndpoints.of(vpc).add(...).',
  });
}

function validateName(scope: Construct, service: AwsService): void {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(service.endpointName) || service.endpointName.startsWith('com.')) {
    fail(scope, {
      prop: 'endpointName',
      value: service.endpointName,
      problem: 'it is no endpoint name',
      instead: 'Write the part after "com.amazonaws.<region>.", such as "bedrock-runtime".',
    });
  }
}
