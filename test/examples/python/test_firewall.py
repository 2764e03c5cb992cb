"""Web firewalls, from Python."""
import unittest

from aws_cdk import Duration, SecretValue
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_kinesisfirehose as firehose
from aws_cdk import aws_logs as logs
from aws_cdk import aws_secretsmanager as secretsmanager
from cdk_hardened import (
    FirewallLogDestination,
    FirewallRule,
    FirewallScope,
    IpSet,
    ManagedRuleAction,
    ManagedRuleGroup,
    ManagedRuleOverride,
    RequestMatch,
    StringMatch,
    UploadRoute,
    WebFirewall,
)

from apps import ACCOUNT, key_in, only, properties, rules, stack_in

PARTNERS = f"arn:aws:wafv2:eu-west-1:{ACCOUNT}:regional/ipset/partners/11111111-2222-3333-4444-555555555555"


class Firewalls(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        firewall = WebFirewall(
            stack,
            "Firewall",
            allowed_ips=[IpSet.v4(["203.0.113.0/24"])],
            blocked_ips=[IpSet.v6(["2001:db8::/32"])],
            encryption_key=key_in(stack),
            extra_rule_groups=[ManagedRuleGroup.LINUX, ManagedRuleGroup.of("Acme", "AcmeRules", 50)],
            log_destination=FirewallLogDestination.log_group(),
            log_query_strings=True,
            log_retention=logs.RetentionDays.ONE_MONTH,
            overrides=[
                ManagedRuleGroup.COMMON.override_rule("NoUserAgent_HEADER", ManagedRuleAction.COUNT),
                ManagedRuleOverride(ManagedRuleGroup.COMMON, "CrossSiteScripting_BODY", ManagedRuleAction.CHALLENGE),
            ],
            rate_limit=500,
            rules=[FirewallRule.block("Old", RequestMatch.header("x-version", StringMatch.starts_with("1.")))],
            scope=FirewallScope.REGIONAL,
            sensitive_headers=["x-session"],
            trusted_ips=[IpSet.existing(PARTNERS)],
            upload_routes=[UploadRoute(method="PUT", path="/files/{id}", max_bytes=32_768)],
        )
        firewall.add_upload_route(method="PUT", path="/photos/{id}", max_bytes=16_384)
        firewall.add_rule(FirewallRule.count("New", RequestMatch.header("x-version", StringMatch.present())))
        found = rules(stack)
        self.assertEqual(found["RateLimit"]["Statement"]["RateBasedStatement"]["Limit"], 500)
        self.assertNotIn("QUERY_STRING", str(only(stack, "AWS::WAFv2::WebACL")["DataProtectionConfig"]))
        self.assertEqual([name for name in found if name in ("Old", "New")], ["Old", "New"])
        self.assertEqual((list(found["Old"]["Action"]), list(found["New"]["Action"])), (["Block"], ["Count"]))
        statements = [rule["Statement"].get("ManagedRuleGroupStatement") for rule in found.values()]
        common = next(each for each in statements if each and each["Name"] == "AWSManagedRulesCommonRuleSet")
        overridden = {each["Name"]: list(each["ActionToUse"])[0] for each in common["RuleActionOverrides"]}
        self.assertLessEqual({"NoUserAgent_HEADER": "Count", "CrossSiteScripting_BODY": "Challenge"}.items(), overridden.items())
        vendors = {each["VendorName"] for each in statements if each}
        self.assertEqual(vendors, {"AWS", "Acme"})
        self.assertEqual({each["IPAddressVersion"] for each in properties(stack, "AWS::WAFv2::IPSet")}, {"IPV4", "IPV6"})
        self.assertIn(PARTNERS, str(found))
        redacted = only(stack, "AWS::WAFv2::LoggingConfiguration")["RedactedFields"]
        self.assertIn("x-session", str(redacted))
        group = only(stack, "AWS::Logs::LogGroup")
        self.assertEqual((group["RetentionInDays"], group["KmsKeyId"]), (30, f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/a"))
        self.assertTrue(0 < firewall.capacity <= 5_000)
        self.assertEqual((firewall.scope, firewall.log_bucket), (FirewallScope.REGIONAL, None))
        metric = firewall.metric_blocked_requests(period=Duration.minutes(1))
        self.assertEqual(stack.resolve(metric.dimensions["WebACL"]), stack.resolve(firewall.metric_name))
        self.assertEqual(stack.resolve(firewall.log_group.log_group_arn)["Fn::GetAtt"][1], "Arn")

    def test_protect_stages_and_user_pools(self):
        stack = stack_in()
        firewall = WebFirewall(stack, "Firewall")
        api = apigateway.RestApi(stack, "Api", cloud_watch_role=False)
        api.root.add_method("GET")
        firewall.associate(api.deployment_stage)
        firewall.associate_user_pool(cognito.UserPool.from_user_pool_id(stack, "Pool", "eu-west-1_Example00"))
        associated = [each["WebACLArn"] for each in properties(stack, "AWS::WAFv2::WebACLAssociation")]
        self.assertEqual(associated, [stack.resolve(firewall.web_acl.attr_arn)] * 2)

    def test_protect_distributions(self):
        stack = stack_in("us-east-1")
        firewall = WebFirewall(stack, "Firewall", scope=FirewallScope.CLOUDFRONT)
        behavior = cloudfront.BehaviorOptions(origin=origins.HttpOrigin("origin.example.com"))
        firewall.associate_distribution(cloudfront.Distribution(stack, "Site", default_behavior=behavior))
        self.assertEqual(only(stack, "AWS::WAFv2::WebACL")["Scope"], "CLOUDFRONT")
        self.assertEqual(
            only(stack, "AWS::CloudFront::Distribution")["DistributionConfig"]["WebACLId"], stack.resolve(firewall.web_acl.attr_arn)
        )
        with self.assertRaisesRegex(RuntimeError, r'scope.*lives in us-east-1 only, and this stack is in eu-west-1\. Put it into'):
            WebFirewall(stack_in(), "Firewall", scope=FirewallScope.CLOUDFRONT)

    def test_ask_for_the_header_of_a_distribution(self):
        stack = stack_in()
        firewall = WebFirewall(stack, "Firewall")
        secret = secretsmanager.Secret.from_secret_name_v2(stack, "Origin", "shop/origin")
        firewall.require_header("x-origin", secret.secret_value)
        self.assertIn("{{resolve:secretsmanager:", str(only(stack, "AWS::WAFv2::WebACL")["Rules"]))
        with self.assertRaisesRegex(RuntimeError, "would stand in the template.*Keep it in a secret"):
            WebFirewall(stack_in(), "Firewall").require_header("x-origin", SecretValue.unsafe_plain_text("letters-and-digits"))

    def test_log_to_buckets_and_streams(self):
        stack = stack_in()
        firewall = WebFirewall(stack, "Firewall", log_destination=FirewallLogDestination.bucket())
        self.assertEqual((firewall.log_group, firewall.log_bucket is None), (None, False))
        stack = stack_in()
        arn = f"arn:aws:firehose:eu-west-1:{ACCOUNT}:deliverystream/aws-waf-logs-siem"
        stream = firehose.DeliveryStream.from_delivery_stream_arn(stack, "Stream", arn)
        destination = FirewallLogDestination.stream(stream)
        WebFirewall(stack, "Firewall", log_destination=destination)
        self.assertEqual(only(stack, "AWS::WAFv2::LoggingConfiguration")["LogDestinationConfigs"], [arn])
        kinds = [each.kind for each in (destination, FirewallLogDestination.bucket(), FirewallLogDestination.log_group())]
        self.assertEqual(len(set(kinds)), 3)
        self.assertEqual((destination.delivery_stream.delivery_stream_arn, FirewallLogDestination.bucket().delivery_stream), (arn, None))

    def test_tell_which_requests_to_test_them_with(self):
        requests = WebFirewall(stack_in(), "Firewall").test_requests
        self.assertEqual(len({each.name for each in requests}), len(requests))
        for each in requests:
            with self.subTest(each.name):
                self.assertTrue(each.method.isupper() and each.path.startswith("/") and each.source)
                self.assertEqual(each.refused, each.rule is not None)
                self.assertTrue(each.rule_group is None or each.refused)
        agent = next(each for each in requests if each.without_headers)
        self.assertEqual((agent.without_headers, agent.rule), (["user-agent"], "NoUserAgent_HEADER"))
        self.assertTrue(any(each.body for each in requests if each.method == "POST"))
        self.assertTrue(any(each.headers for each in requests))
        self.assertEqual({each.refused for each in requests}, {True, False})
