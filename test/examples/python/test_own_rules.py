"""Rules that a user writes in Python."""
import unittest

import jsii
from aws_cdk import CfnParameter, CfnTag
from aws_cdk import aws_s3 as s3
from cdk_hardened import (
    CustomRule,
    FindingSeverity,
    IRule,
    Profile,
    PropertyOperator,
    PropertyRule,
    RuleAnswer,
    RuleSet,
    RuleSubject,
    RuleVerdict,
)

from judging import BLOCK, judge

ABOUT = {
    "id": "acme/bucket-prefix",
    "title": "Buckets carry the prefix of the company",
    "severity": FindingSeverity.HIGH,
    "resource_types": ["AWS::S3::Bucket"],
    "fix": "Start the name with acme-.",
}


def bucket(**props):
    return lambda stack: s3.CfnBucket(stack, "Bucket", **props)


def by_parameter(stack):
    s3.CfnBucket(stack, "Bucket", bucket_name=CfnParameter(stack, "Name").value_as_string)


def asked(rule, build, **settings):
    return judge(build, rule_sets=[RuleSet.of(rule)], **settings)


class Prefix(CustomRule):
    def __init__(self, answer, reads=None, about_data_life=None):
        super().__init__(**ABOUT, reads=reads, about_data_life=about_data_life)
        self.answer = answer
        self.seen = []

    def check(self, subject):
        self.seen.append(subject)
        return self.answer(subject)


def by_name(subject):
    if subject.properties.get("BucketName", "").startswith("acme-"):
        return RuleAnswer(verdict=RuleVerdict.COMPLIANT)
    return RuleAnswer(verdict=RuleVerdict.NON_COMPLIANT, property="BucketName", message="the name has no prefix")


class PropertyRules(unittest.TestCase):
    def problem(self, operator, values, build, **props):
        """What a rule about the name says of a bucket."""
        rule = PropertyRule(**ABOUT, operator=operator, values=values, **{"property": "BucketName", **props})
        violations = asked(rule, build).violations
        return violations[0]["description"] if violations else ""

    def test_compare_by_every_operator(self):
        days = {"property": "LifecycleConfiguration.Rules.*.ExpirationInDays"}
        kept = s3.CfnBucket.RuleProperty(status="Enabled", expiration_in_days=30)
        keeps = bucket(lifecycle_configuration=s3.CfnBucket.LifecycleConfigurationProperty(rules=[kept]))
        for operator, values, build, problem, props in [
            (PropertyOperator.ONE_OF, ["a", "b"], bucket(bucket_name="b"), "", {}),
            (PropertyOperator.ONE_OF, ["a"], bucket(bucket_name="b"), "BucketName is b", {}),
            (PropertyOperator.NONE_OF, ["a"], bucket(), "", {}),
            (PropertyOperator.NONE_OF, ["a"], bucket(bucket_name="a"), "BucketName is a", {}),
            (PropertyOperator.SET, None, bucket(bucket_name="a"), "", {}),
            (PropertyOperator.SET, None, bucket(), "BucketName is not set", {}),
            (PropertyOperator.NOT_SET, None, bucket(), "", {}),
            (PropertyOperator.NOT_SET, None, bucket(bucket_name="a"), "BucketName is a", {}),
            (PropertyOperator.AT_LEAST, [30], keeps, "", days),
            (PropertyOperator.AT_LEAST, [31], keeps, "is 30", days),
            (PropertyOperator.AT_MOST, [30], keeps, "", days),
            (PropertyOperator.AT_MOST, [29], keeps, "is 30", days),
            (PropertyOperator.MATCHES, ["acme-.*"], bucket(bucket_name="acme-a"), "", {}),
            (PropertyOperator.MATCHES, ["acme-.*"], bucket(bucket_name="my-acme-a"), "BucketName is my-acme-a", {}),
            (PropertyOperator.MATCHES, ["acme-.*"], bucket(), "BucketName is not set", {}),
            (PropertyOperator.MATCHES, ["acme-.*"], bucket(), "", {"complies_when_absent": True}),
        ]:
            with self.subTest(operator=operator, values=values, problem=problem):
                said = self.problem(operator, values, build, **props)
                self.assertTrue(said.endswith(problem) if problem else said == "", said)

    def test_compare_booleans_as_such(self):
        props = {"property": "PublicAccessBlockConfiguration.BlockPublicAcls"}
        closed = s3.CfnBucket.PublicAccessBlockConfigurationProperty(block_public_acls=True)
        self.assertEqual(self.problem(PropertyOperator.ONE_OF, [True], bucket(public_access_block_configuration=closed), **props), "")

    def test_block_the_synth_by_their_severity(self):
        judged = asked(PropertyRule(**ABOUT, property="BucketName", operator=PropertyOperator.SET), bucket())
        self.assertTrue(judged.stopped)
        violation = judged.of("acme/bucket-prefix")
        self.assertEqual((violation["severity"], violation["suggestedFix"]), ("error", "Start the name with acme-."))

    def test_take_no_parameter_for_an_answer(self):
        rule = PropertyRule(**ABOUT, property="BucketName", operator=PropertyOperator.MATCHES, values=["acme-.*"])
        judged = asked(rule, by_parameter)
        self.assertEqual((judged.error, judged.violations), ("", []))
        self.assertIn("acme/bucket-prefix of Shop/Bucket", judged.not_known)
        self.assertIn("cannot be judged", asked(rule, by_parameter, strict=True).of("acme/bucket-prefix")["description"])

    def test_are_refused_at_once_if_they_make_no_sense(self):
        for wrong, message in [
            ({"id": "Prefix"}, 'id = "Prefix"'),
            ({"property": "Bucket Name"}, "property"),
            ({"values": ["("]}, "no regular expression"),
        ]:
            with self.subTest(wrong=wrong), self.assertRaisesRegex(RuntimeError, message):
                PropertyRule(**{**ABOUT, "property": "BucketName", "operator": PropertyOperator.MATCHES, "values": ["a"], **wrong})

    def test_know_their_id(self):
        rule = PropertyRule(**ABOUT, property="BucketName", operator=PropertyOperator.SET)
        self.assertEqual(rule.rule_id, "acme/bucket-prefix")

    def test_about_how_long_data_lives_yield_to_an_ephemeral_profile(self):
        for about, severity in [(True, "warning"), (False, "error")]:
            with self.subTest(about):
                rule = PropertyRule(**ABOUT, property="BucketName", operator=PropertyOperator.SET, about_data_life=about)
                self.assertEqual(asked(rule, bucket(), profile=Profile.EPHEMERAL).severities, {"acme/bucket-prefix": severity})


class CustomRules(unittest.TestCase):
    def test_see_plain_data(self):
        rule = Prefix(by_name)
        asked(rule, bucket(bucket_name="acme-a", tags=[CfnTag(key="a", value="b")]))
        (subject,) = rule.seen
        self.assertEqual(rule.rule_id, "acme/bucket-prefix")
        self.assertIsInstance(subject, RuleSubject)
        self.assertEqual(subject.properties, {"BucketName": "acme-a", "Tags": [{"Key": "a", "Value": "b"}]})
        self.assertEqual((subject.logical_id, subject.resource_type), ("Bucket", "AWS::S3::Bucket"))
        self.assertEqual((subject.construct_path, subject.account, subject.region), ("Shop/Bucket", "111122223333", "eu-west-1"))

    def test_may_take_the_subject_as_keywords(self):
        class ByKeyword(Prefix):
            def check(self, *, logical_id, properties, region=None, **_):
                return RuleAnswer(verdict=RuleVerdict.NON_COMPLIANT, message=f"{logical_id} in {region} has {properties}")

        violation = asked(ByKeyword(by_name), bucket(bucket_name="a")).of("acme/bucket-prefix")
        self.assertTrue(violation["description"].endswith("Bucket in eu-west-1 has {'BucketName': 'a'}"), violation)

    def test_see_references_and_what_is_not_known_as_such(self):
        rule = Prefix(by_name)

        def build(stack):
            target = s3.CfnBucket(stack, "Logs", bucket_name="acme-logs")
            name = CfnParameter(stack, "Name").value_as_string
            logging = s3.CfnBucket.LoggingConfigurationProperty(destination_bucket_name=target.ref, log_file_prefix=name)
            s3.CfnBucket(stack, "Bucket", bucket_name="acme-a", logging_configuration=logging)

        asked(rule, build)
        logging = rule.seen[-1].properties["LoggingConfiguration"]
        self.assertEqual(logging["DestinationBucketName"], {"$reference": "Logs.Ref"})
        self.assertEqual(set(logging["LogFilePrefix"]), {"$unknown"})

    def test_that_violate_stop_the_synth_and_say_where(self):
        judged = asked(Prefix(by_name), bucket(bucket_name="orders"))
        self.assertTrue(judged.stopped)
        violation = judged.of("acme/bucket-prefix")
        self.assertEqual(violation["description"], "Buckets carry the prefix of the company: the name has no prefix")
        resource = violation["violatingConstructs"][0]["cloudFormationResource"]
        self.assertEqual((resource["logicalId"], resource["propertyPaths"]), ("Bucket", ["Properties.BucketName"]))

    def test_that_comply_or_do_not_speak_of_a_resource_say_nothing(self):
        for verdict in (RuleVerdict.COMPLIANT, RuleVerdict.NOT_APPLICABLE):
            judged = asked(Prefix(lambda _, verdict=verdict: RuleAnswer(verdict=verdict)), bucket(), strict=True)
            self.assertEqual((judged.error, judged.violations), ("", []))

    def test_about_how_long_data_lives_yield_to_an_ephemeral_profile(self):
        for about, severity in [(True, "warning"), (False, "error")]:
            with self.subTest(about):
                rule = Prefix(by_name, about_data_life=about)
                self.assertEqual(asked(rule, bucket(), profile=Profile.EPHEMERAL).severities, {"acme/bucket-prefix": severity})

    def test_that_cannot_tell_fail_a_strict_synth(self):
        judged = asked(Prefix(lambda _: RuleAnswer(verdict=RuleVerdict.INSUFFICIENT_DATA, message="ask Ann")), bucket(), strict=True)
        self.assertIn("cannot be judged, ask Ann", judged.of("acme/bucket-prefix")["description"])

    def test_comply_only_if_nothing_that_they_read_is_unknown(self):
        complies = lambda _: RuleAnswer(verdict=RuleVerdict.COMPLIANT)  # noqa: E731
        self.assertTrue(asked(Prefix(complies), by_parameter, strict=True).stopped)
        self.assertTrue(asked(Prefix(complies, reads=["BucketName"]), by_parameter, strict=True).stopped)
        self.assertEqual(asked(Prefix(complies, reads=["Tags"]), by_parameter, strict=True).error, "")

    def test_that_raise_are_faults_of_the_rule_and_no_violations(self):
        def raising(subject):
            raise ValueError(f"no idea about {subject.logical_id}")

        judged = asked(Prefix(raising), bucket())
        self.assertTrue(judged.stopped)
        self.assertEqual(judged.severities, {"engine/rule-fault": "error"})
        fault = judged.of("engine/rule-fault")
        self.assertIn("no idea about Bucket", fault["description"])
        self.assertIn("acme/bucket-prefix is a rule of yours", fault["suggestedFix"])

    def test_can_be_waived_joined_and_filtered_like_others(self):
        sets = RuleSet.of_rules("s3/versioning").plus(RuleSet.of(Prefix(by_name)))
        self.assertEqual(judge(bucket(), rule_sets=[sets], modes=[BLOCK]).severities, {"s3/versioning": "error", "acme/bucket-prefix": "error"})
        self.assertEqual(set(judge(bucket(), rule_sets=[sets.only_services("acme")]).severities), {"acme/bucket-prefix"})


@jsii.implements(IRule)
class Named:
    """A rule of the library, for those who keep ids of their own."""

    @property
    def rule_id(self):
        return "s3/versioning"


class RulesByInterface(unittest.TestCase):
    def test_are_those_of_the_library(self):
        self.assertEqual(asked(Named(), bucket()).severities, {"s3/versioning": "warning"})
