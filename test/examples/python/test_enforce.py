"""What Guardrails.enforce takes."""
import io
import json
import tempfile
import time
import unittest
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from pathlib import Path

from aws_cdk import App, CfnParameter, RemovalPolicy, Stack
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_s3 as s3
from aws_cdk.assertions import Annotations, Match
from cdk_hardened import Guardrails, LogsRules, Profile, RuleSet, Waiver

from judging import BLOCK, REMEDIATE, WARN, judge, new_app, synth

TLS = [RuleSet.of_rules("s3/tls-only")]
VERSIONING = [RuleSet.of_rules("s3/versioning")]
WAIVER = {"rule": "s3/tls-only", "scope": "Shop/Orders", "reason": "public data", "owner": "shop team"}
SUMMARY = b"cdk-hardened: 2 resources in 1 template, 1 rule: no findings\n"


def bucket(stack):
    s3.Bucket(stack, "Orders")


def by_parameter(stack):
    status = CfnParameter(stack, "Status").value_as_string
    s3.CfnBucket(stack, "Orders", versioning_configuration=s3.CfnBucket.VersioningConfigurationProperty(status=status))


def written(name, content):
    """Path of a new file."""
    file = Path(tempfile.mkdtemp()) / name
    file.write_text(json.dumps(content))
    return str(file)


class Enforce(unittest.TestCase):
    def test_stops_the_synth_on_high_findings_and_warns_of_the_others(self):
        app, stack = new_app()
        Guardrails.enforce(app)
        bucket(stack)
        judged = synth(app)
        self.assertTrue(judged.stopped)
        self.assertEqual(judged.severities["s3/bucket-block-public-access"], "error")
        self.assertEqual(judged.severities["s3/versioning"], "warning")
        self.assertEqual(judged.paths("s3/versioning"), ["Shop/Orders/Resource"])

    def test_refuses_what_is_not_the_app(self):
        with self.assertRaisesRegex(RuntimeError, r"app.*is not the app"):
            Guardrails.enforce(Stack(App(), "Shop"))

    def test_asks_the_rule_sets_only(self):
        self.assertEqual(judge(bucket, rule_sets=TLS, modes=[BLOCK]).severities, {"s3/tls-only": "error"})
        self.assertEqual(judge(bucket, rule_sets=TLS, modes=[WARN]).severities, {"s3/tls-only": "warning"})

    def test_gives_rules_their_options(self):
        rule = LogsRules.RETENTION
        group = lambda stack: logs.CfnLogGroup(stack, "Group", retention_in_days=30)  # noqa: E731
        settings = {"rule_sets": [RuleSet.of(rule)]}
        self.assertEqual(judge(group, **settings).violations, [])
        judged = judge(group, **settings, rule_options={rule.rule_id: {"minimumDays": 365}})
        self.assertIn("is 30, less than 365", judged.of("logs/retention")["description"])
        self.assertIn("has no such option", judge(group, **settings, rule_options={rule.rule_id: {"colour": 1}}).misuse)

    def test_accepts_what_is_waived_until_the_waiver_ends(self):
        tomorrow = (date.today() + timedelta(days=2)).isoformat()
        judged = judge(bucket, rule_sets=TLS, modes=[BLOCK], waivers=[Waiver(**WAIVER, expires=tomorrow)])
        self.assertEqual((judged.error, judged.violations), ("", []))
        judged = judge(bucket, rule_sets=TLS, modes=[BLOCK], waivers=[Waiver(**WAIVER, expires="2020-02-29")])
        self.assertEqual(judged.severities, {"s3/tls-only": "error", "waiver/expired": "error"})
        self.assertIn("2020-02-29", judged.of("waiver/expired")["description"])

    def test_reports_waivers_that_are_malformed_or_match_nothing(self):
        waivers = [Waiver(**{**WAIVER, "reason": " "}), Waiver(**{**WAIVER, "scope": "Shop/Other"})]
        judged = judge(bucket, rule_sets=TLS, modes=[BLOCK], waivers=waivers)
        self.assertEqual(judged.severities, {"s3/tls-only": "error", "waiver/malformed": "error", "waiver/unmatched": "warning"})

    def test_knows_rules_by_the_ids_of_cdk_nag(self):
        for nag in ("AwsSolutions-S10", "S3BucketSSLRequestsOnly"):
            with self.subTest(nag):
                judged = judge(bucket, rule_sets=[*TLS, *VERSIONING], modes=[BLOCK], waivers=[Waiver(**{**WAIVER, "rule": nag})])
                self.assertEqual(judged.severities, {"s3/versioning": "error"})
        judged = judge(bucket, rule_sets=TLS, modes=[BLOCK], waivers=[Waiver(**{**WAIVER, "rule": "AwsSolutions-SQS4"})])
        self.assertEqual(judged.severities["s3/tls-only"], "error")

    def test_reads_waivers_from_files(self):
        judged = judge(bucket, rule_sets=TLS, modes=[BLOCK], waiver_files=[written("waivers.json", [WAIVER])])
        self.assertEqual((judged.error, judged.violations), ("", []))
        self.assertIn("there is no such file", judge(bucket, rule_sets=TLS, waiver_files=["nowhere.json"]).misuse)

    def test_accepts_what_the_baseline_holds_and_no_more(self):
        report = str(Path(tempfile.mkdtemp()) / "report.json")
        judge(bucket, rule_sets=TLS, modes=[WARN], report_files=[report])
        (finding,) = json.loads(Path(report).read_text())["findings"]
        entry = {"fingerprint": finding["fingerprint"], "ruleId": "s3/tls-only", "location": "", "count": 1}
        settings = {"rule_sets": TLS, "modes": [BLOCK], "baseline_file": written("baseline.json", {"schemaVersion": "1", "findings": [entry]})}
        self.assertEqual(judge(bucket, **settings).violations, [])
        two = lambda stack: [s3.Bucket(stack, name) for name in ("Orders", "More")]  # noqa: E731
        self.assertEqual(len(judge(two, **settings).paths("s3/tls-only")), 1)

    def test_writes_the_baseline_itself(self):
        report = Path(tempfile.mkdtemp()) / "today.baseline.json"
        found = judge(bucket, rule_sets=TLS, modes=[WARN], report_files=[str(report)]).severities
        self.assertEqual(found, {"s3/tls-only": "warning"})
        self.assertEqual([each["ruleId"] for each in json.loads(report.read_text())["findings"]], ["s3/tls-only"])
        judged = judge(bucket, rule_sets=TLS, modes=[BLOCK], baseline_file=str(report))
        self.assertEqual((judged.error, judged.violations), ("", []))

    def test_remediates(self):
        judged = judge(bucket, rule_sets=VERSIONING, modes=[REMEDIATE])
        self.assertEqual(judged.properties("AWS::S3::Bucket"), [{"VersioningConfiguration": {"Status": "Enabled"}}])
        self.assertNotIn("s3/versioning", judged.severities)

    def test_only_plans_in_a_dry_run(self):
        judged = judge(bucket, rule_sets=VERSIONING, modes=[REMEDIATE], dry_run=True)
        self.assertEqual(judged.properties("AWS::S3::Bucket"), [{}])
        self.assertIn("s3/versioning", judged.severities)
        self.assertIn("VersioningConfiguration.Status", json.dumps(judged.of("remediation/planned")))

    def test_hardens_defaults_of_what_is_made_afterwards(self):
        judged = judge(bucket, rule_sets=TLS, modes=[BLOCK], harden_defaults=True)
        self.assertEqual(judged.error, "")
        self.assertEqual(judged.properties("AWS::S3::Bucket")[0]["VersioningConfiguration"], {"Status": "Enabled"})

    def test_lets_pass_what_is_not_known_unless_it_is_strict(self):
        judged = judge(by_parameter, rule_sets=VERSIONING, modes=[BLOCK])
        self.assertEqual((judged.error, judged.violations), ("", []))
        self.assertIn("s3/versioning of Shop/Orders", judged.not_known)
        judged = judge(by_parameter, rule_sets=VERSIONING, modes=[BLOCK], strict=True)
        self.assertTrue(judged.stopped)
        self.assertEqual(judged.of("s3/versioning")["ruleMetadata"]["verdict"], "INSUFFICIENT_DATA")

    def test_writes_annotations_instead_of_lines_of_its_own(self):
        app, stack = new_app(rule_sets=TLS, modes=[WARN], annotations=True)
        bucket(stack)
        self.assertEqual(synth(app).violations, [])
        Annotations.from_stack(stack).has_warning("/Shop/Orders/Resource", Match.string_like_regexp("it has no bucket policy"))

    def test_writes_reports_in_the_format_of_their_endings(self):
        folder = Path(tempfile.mkdtemp())
        files = [str(folder / f"report.{ending}") for ending in ("sarif", "json", "md", "txt")]
        judge(bucket, rule_sets=TLS, modes=[WARN], report_files=files)
        self.assertEqual(json.loads((folder / "report.sarif").read_text())["version"], "2.1.0")
        self.assertEqual(json.loads((folder / "report.json").read_text())["schemaVersion"], "1")
        for text in ("md", "txt"):
            self.assertIn("s3/tls-only", (folder / f"report.{text}").read_text())

    def test_the_last_call_counts(self):
        app, stack = new_app(rule_sets=TLS, modes=[BLOCK])
        bucket(stack)
        Guardrails.enforce(app, rule_sets=TLS, modes=[WARN])
        self.assertEqual(synth(app).severities, {"s3/tls-only": "warning"})

    def test_yields_to_an_ephemeral_profile(self):
        key = lambda stack: kms.Key(stack, "Key", removal_policy=RemovalPolicy.DESTROY)  # noqa: E731
        settings = {"rule_sets": [RuleSet.of_rules("kms/not-scheduled-for-deletion")]}
        self.assertEqual(judge(key, **settings).severities, {"kms/not-scheduled-for-deletion": "error"})
        judged = judge(key, **settings, profile=Profile.EPHEMERAL)
        self.assertEqual(judged.severities, {"kms/not-scheduled-for-deletion": "warning"})
        self.assertEqual(judged.of("kms/not-scheduled-for-deletion")["ruleMetadata"]["profile"], "ephemeral")

    def test_lets_nobody_waive_what_is_unwaivable(self):
        judged = judge(bucket, rule_sets=TLS, unwaivable=["s3/*"], waivers=[Waiver(**WAIVER)])
        self.assertEqual(judged.severities, {"s3/tls-only": "fatal", "waiver/refused": "warning"})

    def test_says_what_it_judged_unless_it_is_to_be_quiet(self):
        out, err = (io.TextIOWrapper(io.BytesIO()) for _ in range(2))
        secure = lambda stack: s3.Bucket(stack, "Orders", enforce_ssl=True)  # noqa: E731
        with redirect_stdout(out), redirect_stderr(err):
            for quiet in (True, False):
                judge(secure, rule_sets=TLS, quiet=quiet)
            # a thread of jsii passes on what is said, in order: after the second summary there is no first to come
            end = time.monotonic() + 60
            while SUMMARY not in err.buffer.getvalue() and time.monotonic() < end:
                time.sleep(0.05)
        self.assertEqual(err.buffer.getvalue().count(b"resources in"), 1)
        self.assertIn(SUMMARY, err.buffer.getvalue())
        self.assertEqual(out.buffer.getvalue(), b"")
