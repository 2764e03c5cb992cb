"""Functions, from Python."""
import tempfile
import unittest
from pathlib import Path

from aws_cdk import Duration
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_secretsmanager as secretsmanager
from cdk_hardened import (
    AsyncInvoke,
    InvokeSource,
    NotSecret,
    SecureFunction,
    SecureQueue,
    SecureVpc,
    VpcLambda,
)

from apps import ACCOUNT, actions, key_in, only, properties, stack_in

CODE = "exports.handler = async () => {};"
LAYER = "arn:aws:lambda:eu-west-1:444455556666:layer:tools:1"
LOOKS_SECRET = "AKIAIOSFODNN7" + "REALKEY"  # as access keys look


def told(stack):
    """All that can be said of a function, its code apart."""
    profile = lambda_.CodeSigningConfig.from_code_signing_config_arn(
        stack, "Signing", f"arn:aws:lambda:eu-west-1:{ACCOUNT}:code-signing-config:csc-0123456789abcdef0"
    )
    return {
        "architecture": lambda_.Architecture.X86_64,
        "async_invoke": AsyncInvoke(on_failure=SecureQueue(stack, "Failed").queue, max_event_age=Duration.minutes(5), retry_attempts=1),
        "code_signing_config": profile,
        "description": "Places orders",
        "encryption_key": key_in(stack),
        "environment": {"MODEL": LOOKS_SECRET},
        "layers": [lambda_.LayerVersion.from_layer_version_arn(stack, "Layer", LAYER)],
        "log_retention": logs.RetentionDays.ONE_MONTH,
        "memory_size": 256,
        "not_secrets": [NotSecret(variable="MODEL", reason="the name of a model")],
        "reserved_concurrent_executions": 5,
        "timeout": Duration.seconds(20),
        "trusted_layer_accounts": ["444455556666"],
    }


def entry():
    file = Path(tempfile.mkdtemp()) / "orders.js"
    file.write_text(CODE)
    return str(file)


def vpc_in(stack):
    return SecureVpc(stack, "Vpc").vpc


class Functions(unittest.TestCase):
    def test_are_as_told(self):
        for build in (
            lambda stack: SecureFunction(stack, "Orders", code=lambda_.Code.from_inline(CODE), handler="index.handler", **told(stack)),
            lambda stack: VpcLambda(stack, "Orders", vpc=vpc_in(stack), code=lambda_.Code.from_inline(CODE), handler="index.handler", **told(stack)),
        ):
            stack = stack_in()
            orders = build(stack)
            (made,) = [each for each in properties(stack, "AWS::Lambda::Function") if each.get("Description") == "Places orders"]
            self.assertEqual((made["Architectures"], made["Layers"], made["Handler"]), (["x86_64"], [LAYER], "index.handler"))
            self.assertEqual((made["MemorySize"], made["Timeout"], made["ReservedConcurrentExecutions"]), (256, 20, 5))
            self.assertEqual(made["KmsKeyArn"], f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/a")
            self.assertIn("csc-0123456789abcdef0", made["CodeSigningConfigArn"])
            retries = only(stack, "AWS::Lambda::EventInvokeConfig")
            self.assertEqual((retries["MaximumEventAgeInSeconds"], retries["MaximumRetryAttempts"]), (300, 1))
            self.assertEqual(made["Environment"]["Variables"]["MODEL"], LOOKS_SECRET)
            self.assertEqual(stack.resolve(orders.lambda_function.role.role_arn), stack.resolve(orders.role.role_arn))
            self.assertIn(30, [each["RetentionInDays"] for each in properties(stack, "AWS::Logs::LogGroup")])
            self.assertEqual(made["LoggingConfig"]["LogGroup"], stack.resolve(orders.log_group.log_group_name))

    def test_are_bundled(self):
        runtime = lambda_.Runtime.NODEJS_22_X
        for build in (
            lambda stack: SecureFunction(stack, "Orders", entry=entry(), external_modules=["@aws-sdk/*"], runtime=runtime),
            lambda stack: VpcLambda(stack, "Orders", vpc=vpc_in(stack), entry=entry(), external_modules=["@aws-sdk/*"], runtime=runtime),
        ):
            stack = stack_in()
            build(stack)
            self.assertIn("nodejs22.x", [each["Runtime"] for each in properties(stack, "AWS::Lambda::Function")])

    def test_may_do_what_they_are_granted(self):
        stack = stack_in()
        orders = SecureFunction(stack, "Orders", code=lambda_.Code.from_inline(CODE))
        arn = f"arn:aws:sns:eu-west-1:{ACCOUNT}:orders"
        orders.add_to_role_policy(iam.PolicyStatement(actions=["sns:Publish"], resources=[arn]))
        orders.grant_secret_read(secretsmanager.Secret.from_secret_name_v2(stack, "Secret", "shop/key"))
        self.assertEqual(orders.grant_principal.policy_fragment.principal_json, orders.role.policy_fragment.principal_json)
        self.assertLessEqual({"sns:Publish", "secretsmanager:GetSecretValue"}, actions(stack))
        (invocations,) = orders.audited_resources
        self.assertEqual(invocations.resource_type, "AWS::Lambda::Function")

    def test_are_invoked_by_whom_they_name(self):
        stack = stack_in()
        orders = SecureFunction(stack, "Orders", code=lambda_.Code.from_inline(CODE))
        id = "vpce-0123456789abcdef0"
        endpoint = ec2.InterfaceVpcEndpoint.from_interface_vpc_endpoint_attributes(stack, "Endpoint", vpc_endpoint_id=id, port=443)
        sources = [
            InvokeSource.api(apigateway.RestApi.from_rest_api_id(stack, "Api", "a1b2c3d4e5")),
            InvokeSource.account("444455556666"),
            InvokeSource.organization("o-a1b2c3d4e5"),
        ]
        for source in sources:
            orders.allow_invoke_from(source)
        self.assertEqual(len(properties(stack, "AWS::Lambda::Permission")), 3)
        through = [InvokeSource.vpc_endpoint(endpoint), InvokeSource.vpc_endpoint_id(id)]
        self.assertEqual([each.kind for each in (*sources, *through)], ["api", "account", "organization", "vpcEndpoint", "vpcEndpoint"])
        self.assertEqual({each.binding for each in through}, {id})

    def test_mistakes_teach(self):
        with self.assertRaisesRegex(RuntimeError, r"environment\.MODEL.*looks like"):
            SecureFunction(stack_in(), "Orders", code=lambda_.Code.from_inline(CODE), environment={"MODEL": LOOKS_SECRET})
