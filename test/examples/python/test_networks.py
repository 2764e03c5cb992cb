"""Networks and the functions in them, from Python."""
import unittest

from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from cdk_hardened import AwsService, PrefixListIds, SecureVpc, VpcEndpoints, VpcLambda

from apps import key_in, only, properties, stack_in


class Networks(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        network = SecureVpc(
            stack,
            "Vpc",
            availability_zones=["eu-west-1a", "eu-west-1b"],
            cidr="10.1.0.0/16",
            encryption_key=key_in(stack),
            flow_log_retention=logs.RetentionDays.ONE_MONTH,
            nat_gateways=1,
            organization_id="o-a1b2c3d4e5",
        )
        network.endpoints.add(AwsService.SQS, subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED))
        self.assertEqual(only(stack, "AWS::EC2::VPC")["CidrBlock"], "10.1.0.0/16")
        self.assertEqual({each["AvailabilityZone"] for each in properties(stack, "AWS::EC2::Subnet")}, {"eu-west-1a", "eu-west-1b"})
        self.assertEqual(len(properties(stack, "AWS::EC2::NatGateway")), 1)
        self.assertEqual(stack.resolve(network.flow_log_group.log_group_arn)["Fn::GetAtt"][1], "Arn")
        self.assertIn("o-a1b2c3d4e5", str(only(stack, "AWS::EC2::VPCEndpoint")))
        stack = stack_in()
        SecureVpc(stack, "Vpc", max_azs=2)
        self.assertEqual(len({str(each["AvailabilityZone"]) for each in properties(stack, "AWS::EC2::Subnet")}), 2)

    def test_use_the_endpoints_that_are_there(self):
        stack = stack_in()
        network = SecureVpc(stack, "Vpc")
        endpoints = VpcEndpoints.of(network.vpc)
        endpoints.trust_organization("o-a1b2c3d4e5")
        tables = [each.route_table.route_table_id for each in network.vpc.isolated_subnets]
        endpoints.use_existing(AwsService.DYNAMODB, route_table_ids=tables)
        group = ec2.SecurityGroup.from_security_group_id(stack, "Group", "sg-0123456789abcdef0")
        endpoints.use_existing(AwsService.SQS, security_group=group)
        orders = VpcLambda(
            stack,
            "Orders",
            vpc=network.vpc,
            code=lambda_.Code.from_inline("exports.handler = async () => {};"),
            prefix_lists=PrefixListIds(dynamodb="pl-01234567", s3="pl-89abcdef"),
            subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED),
        )
        orders.connect_to(AwsService.DYNAMODB, AwsService.SQS, AwsService.S3)
        database = ec2.SecurityGroup(stack, "Database", vpc=network.vpc, allow_all_outbound=False)
        orders.connect_to_peer(database, ec2.Port.tcp(5432))
        self.assertEqual(orders.connections.security_groups[0].node.path, orders.security_group.node.path)
        self.assertEqual(stack.resolve(orders.vpc.vpc_id), stack.resolve(network.vpc.vpc_id))
        rules = str(properties(stack, "AWS::EC2::SecurityGroupEgress") + properties(stack, "AWS::EC2::SecurityGroup"))
        self.assertEqual([each in rules for each in ("pl-01234567", "pl-89abcdef", "sg-0123456789abcdef0", "5432")], [True] * 4)

    def test_know_services(self):
        services = [
            AwsService.CLOUDWATCH,
            AwsService.CLOUDWATCH_LOGS,
            AwsService.DYNAMODB,
            AwsService.EVENTBRIDGE,
            AwsService.EXECUTE_API,
            AwsService.KINESIS,
            AwsService.KMS,
            AwsService.LAMBDA_,
            AwsService.S3,
            AwsService.SCHEDULER,
            AwsService.SECRETS_MANAGER,
            AwsService.SNS,
            AwsService.SQS,
            AwsService.SSM,
            AwsService.STEP_FUNCTIONS,
            AwsService.STS,
        ]
        self.assertEqual(len({each.endpoint_name for each in services}), len(services))
        self.assertEqual([each.endpoint_name for each in services if each.is_gateway], ["dynamodb", "s3"])
        athena = AwsService.of("athena", "athena")
        self.assertEqual((athena.endpoint_name, athena.action_prefix, athena.is_gateway), ("athena", "athena", False))
