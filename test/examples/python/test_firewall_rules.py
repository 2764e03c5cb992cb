"""Rules and managed groups of web firewalls, from Python."""
import unittest

from aws_cdk import Duration
from cdk_hardened import (
    BotInspectionLevel,
    FirewallPayloadType,
    FirewallResponses,
    FirewallRule,
    FirewallScope,
    IpSet,
    ManagedRuleAction,
    ManagedRuleGroup,
    RequestMatch,
    StringMatch,
    WebFirewall,
)

from apps import rules, stack_in

RESPONSES = FirewallResponses(success_codes=[200], failure_codes=[401, 403])


def managed(rule):
    return rule["Statement"]["ManagedRuleGroupStatement"]


def rule_of(match):
    """The statement of a rule that blocks what a match says."""
    stack = stack_in()
    WebFirewall(stack, "Firewall", rules=[FirewallRule.block("Mine", match)])
    return rules(stack)["Mine"]["Statement"]


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
