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
    BotInspectionLevel,
    FirewallLogDestination,
    FirewallPayloadType,
    FirewallResponses,
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

from apps import ACCOUNT, key_in, only, properties, stack_in

PARTNERS = f"arn:aws:wafv2:eu-west-1:{ACCOUNT}:regional/ipset/partners/11111111-2222-3333-4444-555555555555"
RESPONSES = FirewallResponses(success_codes=[200], failure_codes=[401, 403])


def rules(stack):
    """Rules of the one web ACL, by name."""
    return {rule["Name"]: rule for rule in only(stack, "AWS::WAFv2::WebACL")["Rules"]}


def managed(rule):
    return rule["Statement"]["ManagedRuleGroupStatement"]


def rule_of(match):
    """The statement of a rule that blocks what a match says."""
    stack = stack_in()
    WebFirewall(stack, "Firewall", rules=[FirewallRule.block("Mine", match)])
    return rules(stack)["Mine"]["Statement"]


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
        self.assertEqual([name for name in found if name in ("Old", "New")], ["Old", "New"])
        self.assertEqual((list(found["Old"]["Action"]), list(found["New"]["Action"])), (["Block"], ["Count"]))
        common = next(managed(rule) for rule in found.values() if "AWSManagedRulesCommonRuleSet" in str(rule))
        overridden = {each["Name"]: list(each["ActionToUse"])[0] for each in common["RuleActionOverrides"]}
        self.assertLessEqual({"NoUserAgent_HEADER": "Count", "CrossSiteScripting_BODY": "Challenge"}.items(), overridden.items())
        vendors = {managed(rule)["VendorName"] for rule in found.values() if "ManagedRuleGroupStatement" in rule["Statement"]}
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


class PaidGroups(unittest.TestCase):
    def test_look_for_bots(self):
        bots = ManagedRuleGroup.bot_control(
            inspection_level=BotInspectionLevel.TARGETED,
            machine_learning=False,
            requests=RequestMatch.path(StringMatch.starts_with("/live/search")),
        )
        stack = stack_in()
        WebFirewall(stack, "Firewall", extra_rule_groups=[bots])
        group = next(managed(rule) for rule in rules(stack).values() if "BotControl" in str(rule))
        settings = group["ManagedRuleGroupConfigs"][0]["AWSManagedRulesBotControlRuleSet"]
        self.assertEqual((settings["InspectionLevel"], settings["EnableMachineLearning"]), ("TARGETED", False))
        self.assertIn("/live/search", str(group["ScopeDownStatement"]))
        with self.assertRaisesRegex(RuntimeError, "the level COMMON has no machine learning. Set inspectionLevel"):
            common = ManagedRuleGroup.bot_control(inspection_level=BotInspectionLevel.COMMON, machine_learning=True)
            WebFirewall(stack_in(), "Firewall", extra_rule_groups=[common])

    def test_guard_logins_and_registrations(self):
        stack = stack_in("us-east-1")
        logins = ManagedRuleGroup.account_takeover_prevention(
            login_path="/login",
            payload_type=FirewallPayloadType.JSON,
            username_field="/user/email",
            password_field="/user/password",
            requests=RequestMatch.method("POST"),
            responses=RESPONSES,
        )
        registrations = ManagedRuleGroup.account_creation_fraud_prevention(
            registration_page_path="/register",
            creation_path="/accounts",
            payload_type=FirewallPayloadType.FORM_ENCODED,
            username_field="name",
            password_field="password",
            email_field="email",
            phone_number_fields=["phone"],
            address_fields=["street", "town"],
            requests=RequestMatch.method("POST"),
            responses=RESPONSES,
        )
        WebFirewall(stack, "Firewall", scope=FirewallScope.CLOUDFRONT, extra_rule_groups=[logins, registrations])
        found = [managed(rule) for rule in rules(stack).values() if "ManagedRuleGroupConfigs" in str(rule)]
        takeover, creation = [list(group["ManagedRuleGroupConfigs"][0].values())[0] for group in found]
        self.assertEqual(takeover["LoginPath"], "/login")
        self.assertEqual(takeover["RequestInspection"]["PasswordField"], {"Identifier": "/user/password"})
        self.assertEqual(takeover["RequestInspection"]["UsernameField"], {"Identifier": "/user/email"})
        self.assertEqual(takeover["ResponseInspection"]["StatusCode"], {"SuccessCodes": [200], "FailureCodes": [401, 403]})
        self.assertEqual((creation["CreationPath"], creation["RegistrationPagePath"]), ("/accounts", "/register"))
        self.assertEqual(creation["RequestInspection"]["PayloadType"], "FORM_ENCODED")
        self.assertEqual([each["Identifier"] for each in creation["RequestInspection"]["AddressFields"]], ["street", "town"])
        self.assertEqual(creation["RequestInspection"]["PhoneNumberFields"], [{"Identifier": "phone"}])
        self.assertEqual([creation["RequestInspection"][f"{each}Field"]["Identifier"] for each in ("Username", "Password", "Email")],
                         ["name", "password", "email"])

    def test_have_names_and_prices_in_capacity(self):
        groups = [
            ManagedRuleGroup.ADMIN_PROTECTION,
            ManagedRuleGroup.ANONYMOUS_IP,
            ManagedRuleGroup.COMMON,
            ManagedRuleGroup.IP_REPUTATION,
            ManagedRuleGroup.KNOWN_BAD_INPUTS,
            ManagedRuleGroup.LINUX,
            ManagedRuleGroup.SQL_INJECTION,
            ManagedRuleGroup.UNIX,
        ]
        self.assertEqual(len({each.name for each in groups}), len(groups))
        for each in groups:
            self.assertEqual((each.vendor_name, each.capacity > 0, len(each.rule_names) > 0), ("AWS", True, True))
        self.assertIsNone(ManagedRuleGroup.of("Acme", "AcmeRules", 50).rule_names)
        override = ManagedRuleGroup.COMMON.override_rule("NoUserAgent_HEADER", ManagedRuleAction.CAPTCHA)
        self.assertEqual((override.group.name, override.rule), (ManagedRuleGroup.COMMON.name, "NoUserAgent_HEADER"))
        self.assertEqual((override.action, len(set(ManagedRuleAction))), (ManagedRuleAction.CAPTCHA, 4))
        with self.assertRaisesRegex(RuntimeError, r"NoUserAgent_HEDER.*"):
            unknown = ManagedRuleGroup.COMMON.override_rule("NoUserAgent_HEDER", ManagedRuleAction.BLOCK)
            WebFirewall(stack_in(), "Firewall", overrides=[unknown])


class Rules(unittest.TestCase):
    def test_do_what_their_names_say(self):
        match = RequestMatch.path(StringMatch.starts_with("/live/prices"))
        made = [
            FirewallRule.block("Block", match),
            FirewallRule.captcha("Captcha", match, Duration.minutes(10)),
            FirewallRule.challenge("Challenge", match, Duration.minutes(20)),
            FirewallRule.count("Count", match).labelled("client:partner", "client:old"),
        ]
        limit = FirewallRule.limit("Limit", 100, match)
        stack = stack_in()
        WebFirewall(stack, "Firewall", rules=[*made, limit])
        found = rules(stack)
        for rule in made:
            self.assertEqual(list(found[rule.name]["Action"]), [rule.action.capitalize()])
        self.assertEqual(found["Captcha"]["CaptchaConfig"], {"ImmunityTimeProperty": {"ImmunityTime": 600}})
        self.assertEqual(found["Challenge"]["ChallengeConfig"], {"ImmunityTimeProperty": {"ImmunityTime": 1200}})
        self.assertEqual([each["Name"] for each in found["Count"]["RuleLabels"]], ["client:partner", "client:old"])
        self.assertEqual((made[3].labels, made[0].labels), (["client:partner", "client:old"], []))
        self.assertEqual(found["Limit"]["Statement"]["RateBasedStatement"]["Limit"], 100)
        self.assertEqual((limit.limit_per_address, made[0].limit_per_address), (100, None))
        self.assertEqual((made[1].immunity.to_minutes(), made[0].immunity), (10, None))
        self.assertIsInstance(limit.match, RequestMatch)

    def test_match_every_part_of_a_request(self):
        for match, said in [
            (RequestMatch.header("user-agent", StringMatch.contains("bot").ignoring_case()), ("CONTAINS", "LOWERCASE", "user-agent")),
            (RequestMatch.method("PUT", "POST"), ("'PUT'", "'POST'", "EXACTLY")),
            (RequestMatch.query_parameter("q", StringMatch.exactly("all")), ("SingleQueryArgument", "'q'", "'all'")),
            (RequestMatch.query_string(StringMatch.matches("^a+$")), ("'QueryString'", "'^a+$'")),
            (RequestMatch.path(StringMatch.ends_with(".php")), ("UriPath", "ENDS_WITH")),
            (RequestMatch.route("GET", "/orders/{id}"), ("'GET'", "orders")),
            (RequestMatch.label("awswaf:managed:aws:bot-control:bot:unverified"), ("LabelMatchStatement", "'LABEL'")),
            (RequestMatch.label_namespace("awswaf:managed:aws:bot-control:"), ("LabelMatchStatement", "'NAMESPACE'")),
            (RequestMatch.other_than(RequestMatch.method("GET")), ("NotStatement",)),
            (RequestMatch.all_of(RequestMatch.method("GET"), RequestMatch.path(StringMatch.exactly("/a"))), ("AndStatement",)),
            (RequestMatch.any_of(RequestMatch.method("GET"), RequestMatch.path(StringMatch.exactly("/a"))), ("OrStatement",)),
        ]:
            with self.subTest(said):
                statement = str(rule_of(match))
                self.assertEqual([each for each in said if each not in statement], [])

    def test_teach(self):
        for match, problem in [
            (RequestMatch.method("FETCH"), r'Mine.*"FETCH": there is no such HTTP method. Write one of'),
            (RequestMatch.path(StringMatch.exactly("")), "Write StringMatch.present"),
            (RequestMatch.label("client:"), "Write for example"),
        ]:
            with self.subTest(problem), self.assertRaisesRegex(RuntimeError, problem):
                rule_of(match)
        with self.assertRaisesRegex(RuntimeError, r"it is an IPv6 range in IpSet.v4.*Move it to a set of its own"):
            WebFirewall(stack_in(), "Firewall", blocked_ips=[IpSet.v4(["2001:db8::/32"])])
