import { CfnResource, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { isLiteral } from '../private/literal';
import { fail, warn } from '../private/misuse';
import { resourcesOfStage } from '../private/validation-memory';

/** The subnets that a function runs in; CDK's own messages name subnet groups, not what to pass. */
export function functionSubnets(scope: IConstruct, vpc: ec2.IVpc, asked: ec2.SubnetSelection | undefined): ec2.ISubnet[] {
  if (isPendingLookup(vpc)) return vpc.selectSubnets(asked ?? { subnets: vpc.privateSubnets }).subnets; // placeholders until the CLI has looked it up
  const { isolatedSubnets, privateSubnets, publicSubnets } = vpc;
  if (!asked?.subnets && isolatedSubnets.length + privateSubnets.length + publicSubnets.length === 0) {
    fail(scope, {
      prop: 'vpc',
      value: vpc.vpcId,
      problem: 'the VPC was imported without its subnets, so there is nothing that the function could run in',
      instead: 'Pass isolatedSubnetIds or privateSubnetIds to ec2.Vpc.fromVpcAttributes, or use ec2.Vpc.fromLookup.',
    });
  }
  const selection = asked ?? { subnets: isolatedSubnets.length > 0 ? isolatedSubnets : privateSubnets };
  const subnets = selection.subnets?.length === 0 ? [] : vpc.selectSubnets(selection).subnets;
  const inPublic = subnets.find((subnet) => publicSubnets.includes(subnet));
  if (inPublic !== undefined || subnets.length === 0) {
    fail(scope, {
      prop: 'subnets',
      value: inPublic?.node.path ?? 'none',
      problem: subnets.length === 0
        ? 'the VPC has public subnets only, and functions get no public address there: they would reach nothing'
        : 'it is a public subnet, and functions get no public address there: they would reach nothing',
      instead: 'Use isolated subnets, or private ones behind a NAT gateway.',
    });
  }
  if (isInOneZone(subnets)) {
    warn(scope, 'one-availability-zone', `[${scope.node.path}] The function runs in one availability zone only, and fails with it. `
      + 'Give it subnets in two or more.');
  }
  return subnets;
}

/** Whether subnets are known to be in a single zone; imported ones may not say, or be a list that is not known yet. */
export function isInOneZone(subnets: ec2.ISubnet[]): boolean {
  const zones = subnets.map(zoneOf);
  return !zones.includes(undefined) && new Set(zones).size < 2;
}

function zoneOf(subnet: ec2.ISubnet): string | undefined {
  if (Token.isUnresolved([subnet.subnetId])) return undefined; // one subnet stands for a list of them
  try {
    return subnet.availabilityZone;
  } catch {
    return undefined; // what CDK does for ec2.Subnet.fromSubnetId
  }
}

/** Whether all that is known of the VPC are CDK's placeholders: `ec2.Vpc.fromLookup` before the CLI has answered. */
export function isPendingLookup(vpc: ec2.IVpc): boolean {
  return vpc.selectSubnets({ subnets: [] }).isPendingLookup ?? false;
}

/**
 * Checks that the function's subnets route to a gateway endpoint, as far as their routes are known.
 *
 * Subnets behind a NAT gateway reach the service anyway.
 */
export function checkRoutes(
  scope: IConstruct, vpc: ec2.IVpc, subnets: ec2.ISubnet[], service: string, routeTableIds: string[] | undefined,
): void {
  const withoutRoute = subnets.filter((subnet) => !vpc.privateSubnets.includes(subnet)
    && !routeTableIds?.includes(subnet.routeTable?.routeTableId));
  const known = [...vpc.isolatedSubnets, ...vpc.publicSubnets].map((subnet) => subnet.routeTable?.routeTableId);
  // a token other than the VPC's own route tables may turn out to be any of them
  if (withoutRoute.length === 0 || routeTableIds?.some((id) => !isLiteral(id) && !known.includes(id))) return;
  const problem = `the routes of ${withoutRoute.map((subnet) => subnet.node.path).join(', ')} do not lead to the endpoint for ${service}`;
  const isOfThisApp = vpc.node.defaultChild !== undefined && CfnResource.isCfnResource(vpc.node.defaultChild);
  if (isOfThisApp && withoutRoute.every((subnet) => subnet.routeTable?.routeTableId !== undefined)) {
    fail(scope, {
      prop: 'subnets',
      value: withoutRoute.map((subnet) => subnet.node.path),
      problem: `the function is granted access to ${service}, and ${problem}`,
      instead: `Put the function into other subnets, or add their route tables to the endpoint for ${service}.`,
    });
  }
  warn(scope, 'routes-unknown', `[${scope.node.path}] As far as the import says, ${problem}. If they do, import the VPC with its route table `
    + 'ids, or declare the endpoint: VpcEndpoints.of(vpc).useExisting(...).');
}

/** Whether a range outside the VPC is reachable from the subnets: by a NAT gateway, or by a route that covers it. */
export function hasRouteTo(vpc: ec2.IVpc, subnets: ec2.ISubnet[], covers: (route: string) => boolean): boolean {
  const routes = resourcesOfStage(vpc, ['AWS::EC2::Route']) as ec2.CfnRoute[];
  return subnets.every((subnet) => routes.some((route) =>
    route.routeTableId === subnet.routeTable?.routeTableId && covers(route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? '')));
}
