import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import type { AwsService } from './aws-service';

/**
 * The endpoints that a VPC has below a scope, whoever made them.
 *
 * VPCs are told apart by the string that they were given as id: for a token that is the token's own text, which is the same
 * wherever the VPC is passed on.
 */
export function endpointsOf(vpcId: string, below: IConstruct): ec2.CfnVPCEndpoint[] {
  return below.node.findAll().filter((child): child is ec2.CfnVPCEndpoint =>
    CfnResource.isCfnResource(child) && child.cfnResourceType === 'AWS::EC2::VPCEndpoint'
    && (child as ec2.CfnVPCEndpoint).vpcId === vpcId);
}

/** Whether an endpoint is the one for this service; S3 and DynamoDB have interface endpoints too, beside the gateway. */
export function serves(endpoint: ec2.CfnVPCEndpoint, service: AwsService): boolean {
  const isGateway = (endpoint.vpcEndpointType ?? 'Gateway') === 'Gateway';
  return isGateway === service.isGateway && endpointNameOf(endpoint).endsWith(`.${service.endpointName}`);
}

/** The name of the endpoint's service, with tokens, such as the region, as `*`. */
function endpointNameOf(endpoint: ec2.CfnVPCEndpoint): string {
  const name: unknown = Stack.of(endpoint).resolve(endpoint.serviceName);
  const parts: unknown[] = (name as { 'Fn::Join'?: [string, unknown[]] })?.['Fn::Join']?.[1] ?? [name];
  return parts.map((part) => (typeof part === 'string' ? part : '*')).join('');
}
