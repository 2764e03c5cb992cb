"""Which rules are asked, and what follows from their findings."""
import unittest

from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sqs as sqs
from cdk_hardened import EnforcementMode, FindingSeverity, RuleMode, RuleSet, S3Rules, SqsRules

from judging import WARN, judge


def resources(stack):
    s3.CfnBucket(stack, "Bucket", access_control="PublicRead")
    sns.Topic(stack, "Topic")
    sqs.Queue(stack, "Queue")
    lambda_.Function(
        stack,
        "Function",
        runtime=lambda_.Runtime.PYTHON_3_12,
        handler="index.handler",
        code=lambda_.Code.from_inline("def handler(event, context): pass"),
    )


def found(*sets, modes=()):
    """Rules with a finding, and the controls that findings name."""
    violations = judge(resources, rule_sets=list(sets), modes=[WARN, *modes]).violations
    return {violation["ruleName"]: violation["ruleMetadata"] for violation in violations}


class Frameworks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.all = found(RuleSet.ALL)

    def assert_framework(self, rule_set, control):
        """Of all findings, the set has those that name a control of the framework."""
        expected = {rule for rule, metadata in self.all.items() if control in metadata}
        self.assertTrue(expected)
        self.assertLess(len(expected), len(self.all))
        self.assertEqual(set(found(rule_set)), expected)

    def test_aws_fsbp(self):
        self.assert_framework(RuleSet.AWS_FSBP, "fsbp")

    def test_cis_aws(self):
        self.assert_framework(RuleSet.CIS_AWS, "cis")

    def test_pci_dss_4(self):
        self.assert_framework(RuleSet.PCI_DSS_4, "pciDss4")

    def test_hipaa(self):
        self.assert_framework(RuleSet.HIPAA, "hipaa")

    def test_nist_800_53_r5(self):
        self.assert_framework(RuleSet.NIST_800_53_R5, "nist80053r5")

    def test_soc_2(self):
        self.assert_framework(RuleSet.SOC_2, "soc2")

    def test_gdpr(self):
        self.assert_framework(RuleSet.GDPR, "gdpr")

    def test_well_architected(self):
        self.assert_framework(RuleSet.WELL_ARCHITECTED, "wellArchitected")

    def test_owasp_serverless(self):
        self.assert_framework(RuleSet.OWASP_SERVERLESS, "owaspServerless")

    def test_default_is_what_is_asked_without_more(self):
        rules = set(found(RuleSet.DEFAULT))
        self.assertEqual(rules, {violation["ruleName"] for violation in judge(resources, modes=[WARN]).violations})
        self.assertLess(rules, set(self.all))


class Sets(unittest.TestCase):
    def test_hold_rules_by_id_and_prefix(self):
        self.assertEqual(set(found(RuleSet.of_rules("s3/versioning", "sqs/tls-*"))), {"s3/versioning", "sqs/tls-only"})

    def test_hold_rules_by_constant(self):
        self.assertEqual(set(found(RuleSet.of(S3Rules.VERSIONING, SqsRules.TLS_ONLY))), {"s3/versioning", "sqs/tls-only"})

    def test_hold_rules_by_service(self):
        self.assertEqual({rule.split("/")[0] for rule in found(RuleSet.of_services("s3", "sns"))}, {"s3", "sns"})

    def test_are_joined(self):
        self.assertEqual(set(found(RuleSet.of_rules("s3/versioning").plus(RuleSet.of_rules("sqs/tls-only")))), {"s3/versioning", "sqs/tls-only"})

    def test_are_reduced(self):
        self.assertEqual(set(found(RuleSet.of_rules("s3/versioning", "sqs/tls-only").minus(RuleSet.of_services("sqs")))), {"s3/versioning"})

    def test_are_filtered_by_service(self):
        self.assertEqual(set(found(RuleSet.DEFAULT.only_services("s3"))), {rule for rule in found(RuleSet.DEFAULT) if rule.startswith("s3/")})

    def test_are_filtered_by_severity(self):
        everything = found(RuleSet.ALL)
        for severity, name in [
            (FindingSeverity.CRITICAL, "critical"),
            (FindingSeverity.HIGH, "high"),
            (FindingSeverity.MEDIUM, "medium"),
            (FindingSeverity.LOW, "low"),
            (FindingSeverity.INFORMATIONAL, "informational"),
        ]:
            expected = {rule for rule, metadata in everything.items() if metadata["severity"] == name}
            self.assertTrue(expected or severity is FindingSeverity.INFORMATIONAL)
            self.assertEqual(set(found(RuleSet.ALL.only_severities(severity))), expected)

    def test_refuse_rules_that_do_not_exist(self):
        misuse = judge(resources, rule_sets=[RuleSet.of_rules("s3/tls-onyl")]).misuse
        self.assertRegex(misuse, "no rule is called so.*s3/tls-only")


class Modes(unittest.TestCase):
    RULES = [RuleSet.of_rules("s3/versioning", "s3/tls-only", "sqs/tls-only", "s3/bucket-block-public-access")]

    def severities(self, *modes):
        return judge(resources, rule_sets=self.RULES, modes=list(modes)).severities

    def test_by_rule(self):
        severities = self.severities(RuleMode.of_rules(EnforcementMode.OFF, "s3/v*"), RuleMode.of_rules(EnforcementMode.BLOCK, "s3/tls-only"))
        self.assertNotIn("s3/versioning", severities)
        self.assertEqual(severities["s3/tls-only"], "error")

    def test_by_service(self):
        severities = self.severities(RuleMode.of_services(EnforcementMode.BLOCK, "sqs"))
        self.assertEqual((severities["sqs/tls-only"], severities["s3/tls-only"]), ("error", "warning"))

    def test_by_severity(self):
        severities = self.severities(RuleMode.of_severities(EnforcementMode.WARN, FindingSeverity.HIGH, FindingSeverity.CRITICAL))
        self.assertEqual(set(severities.values()), {"warning"})
        self.assertIn("s3/bucket-block-public-access", severities)

    def test_the_last_that_matches_wins(self):
        severities = self.severities(RuleMode.of_services(EnforcementMode.BLOCK, "s3"), RuleMode.of_rules(EnforcementMode.WARN, "s3/versioning"))
        self.assertEqual((severities["s3/versioning"], severities["s3/tls-only"]), ("warning", "error"))

    def test_remediate_mends(self):
        judged = judge(resources, rule_sets=self.RULES, modes=[RuleMode.of_rules(EnforcementMode.REMEDIATE, "s3/versioning")])
        self.assertEqual(judged.properties("AWS::S3::Bucket")[0]["VersioningConfiguration"], {"Status": "Enabled"})

    def test_can_be_read(self):
        self.assertEqual(RuleMode.of_rules(EnforcementMode.OFF, "s3/versioning").mode, EnforcementMode.OFF)
