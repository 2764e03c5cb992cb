"""Stacks as tests of constructs write them, and the resources of their templates."""
import tempfile

from aws_cdk import App, Environment, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sns as sns
from aws_cdk.assertions import Template
from cdk_hardened import ApiMutualTls, SecureFunction

ACCOUNT = "111122223333"


def stack_in(region="eu-west-1"):
    return Stack(App(outdir=tempfile.mkdtemp(), analytics_reporting=False), "Shop", env=Environment(account=ACCOUNT, region=region))


def handler_in(scope, name="Handler"):
    """The Lambda function of a SecureFunction."""
    return SecureFunction(scope, name, code=lambda_.Code.from_inline("exports.handler = async () => ({ statusCode: 200 });")).lambda_function


def key_in(scope, region="eu-west-1"):
    return kms.Key.from_key_arn(scope, "Key", f"arn:aws:kms:{region}:{ACCOUNT}:key/a")


def topic_in(scope):
    return sns.Topic.from_topic_arn(scope, "Oncall", f"arn:aws:sns:eu-west-1:{ACCOUNT}:oncall")


def zone_in(scope):
    return route53.HostedZone.from_hosted_zone_attributes(scope, "Zone", hosted_zone_id="Z0123456789ABC", zone_name="example.com")


def certificate_in(scope, region="eu-west-1", name="Certificate"):
    return acm.Certificate.from_certificate_arn(scope, name, f"arn:aws:acm:{region}:{ACCOUNT}:certificate/{name}")


def mutual_tls_in(scope, **more):
    """Clients show certificates that an authority in a file of a bucket has signed."""
    return ApiMutualTls(truststore=s3.Bucket.from_bucket_name(scope, "Truststore", "shop-truststore"), key="clients.pem", **more)


def resources(stack, resource_type):
    """Resources of a type in the template, which is synthesized and checked first."""
    return list(Template.from_stack(stack).find_resources(resource_type).values())


def properties(stack, resource_type):
    """Properties of the resources of a type."""
    return [resource.get("Properties", {}) for resource in resources(stack, resource_type)]


def only(stack, resource_type):
    """Properties of the one resource of a type."""
    (found,) = properties(stack, resource_type)
    return found


def actions(stack):
    """What the policies of roles allow."""
    statements = [each for policy in properties(stack, "AWS::IAM::Policy") for each in policy["PolicyDocument"]["Statement"]]
    listed = [each["Action"] if isinstance(each["Action"], list) else [each["Action"]] for each in statements]
    return {action for each in listed for action in each}


def rules(stack):
    """Rules of the one web ACL, by name."""
    return {rule["Name"]: rule for rule in only(stack, "AWS::WAFv2::WebACL")["Rules"]}
