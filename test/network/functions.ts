import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureVpc, VpcLambda, VpcLambdaProps } from '../../src/network';

export const CODE = lambda.Code.fromInline('exports.handler = async () => {};');

/** A function in a VPC; in a new SecureVpc unless one is given. */
export function newFunction(stack: Stack, props: Partial<VpcLambdaProps> = {}, id = 'Fn'): VpcLambda {
  return new VpcLambda(stack, id, { code: CODE, vpc: props.vpc ?? new SecureVpc(stack, 'Vpc').vpc, ...props });
}

/** A VPC imported by its id, with two isolated subnets. */
export function importVpc(stack: Stack, attributes: Partial<ec2.VpcAttributes> = {}, id = 'Imported'): ec2.IVpc {
  return ec2.Vpc.fromVpcAttributes(stack, id, {
    vpcId: 'vpc-0123456789abcdef0',
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    isolatedSubnetIds: ['subnet-0a', 'subnet-0b'],
    isolatedSubnetRouteTableIds: ['rtb-0a', 'rtb-0b'],
    ...attributes,
  });
}
