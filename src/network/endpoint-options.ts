import type * as ec2 from 'aws-cdk-lib/aws-ec2';

/** Where a new interface endpoint has its network interfaces. */
export interface EndpointOptions {
  /**
   * Subnets of the endpoint, of which it takes one in each availability zone. Name them where a service does not support all
   * zones of the VPC: `aws ec2 describe-vpc-endpoint-services` lists its zones.
   *
   * @default - the isolated subnets, or where there are none the private ones
   */
  readonly subnets?: ec2.SubnetSelection;
}

/** An endpoint that a VPC has already, made outside this app. */
export interface ExistingEndpoint {
  /**
   * Security group of an interface endpoint. Each connected function adds a rule to it; import it with `mutable: false` where
   * it lets the functions in already.
   *
   * @default - none: a gateway endpoint
   */
  readonly securityGroup?: ec2.ISecurityGroup;

  /**
   * Route tables of a gateway endpoint, to check that functions can reach it.
   *
   * @default - unknown: not checked
   */
  readonly routeTableIds?: string[];
}
