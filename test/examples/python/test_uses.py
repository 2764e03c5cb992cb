"""The record of what is used tells members from all else that has their names."""
import unittest

from aws_cdk import aws_s3 as s3
from cdk_hardened import (
    CustomRule,
    EnforcementMode,
    FindingSeverity,
    RemediationMixin,
    RuleAnswer,
    RuleMode,
    RuleSet,
    RuleVerdict,
    S3Rules,
    Waiver,
)

from judging import judge
from public_api import types
from uses import Uses

TYPES = types()
KEY = "arn:aws:kms:eu-west-1:111122223333:key/a"


class Namesake:
    rule_id = "a"
    rule = "b"

    def plus(self, reason):
        return f"{self.rule_id}{self.rule}{reason}"


class Region(CustomRule):
    def __init__(self):
        about = {"id": "acme/region", "title": "a", "severity": FindingSeverity.LOW, "resource_types": ["AWS::S3::Bucket"], "fix": "b"}
        super().__init__(**about)

    def check(self, subject):
        return RuleAnswer(verdict=RuleVerdict.COMPLIANT if subject.region else RuleVerdict.INSUFFICIENT_DATA)


def used(code):
    uses = Uses(TYPES)
    with uses.recorded():
        code()
    return uses.seen


class Record(unittest.TestCase):
    def test_holds_no_namesakes(self):
        self.assertEqual(used(lambda: Namesake().plus(reason="c")), set())
        self.assertEqual(used(lambda: RuleSet.ALL.plus(RuleSet.DEFAULT)), {("RuleSet", "ALL"), ("RuleSet", "DEFAULT"), ("RuleSet", "plus")})

    def test_holds_what_a_struct_is_given(self):
        given = used(lambda: Waiver(rule="s3", scope="Shop", reason="a", owner="b", expires=None))
        self.assertEqual(given, {("Waiver", member) for member in ("rule", "scope", "reason", "owner")})

    def test_holds_keywords_by_the_struct_that_they_fill(self):
        given = used(lambda: RemediationMixin.of(RuleSet.ALL, encryption_key_arn=KEY))
        structs = {(struct, "encryption_key_arn") for struct in ("RemediationMixinProps", "RemediationSupplies")}
        self.assertEqual(given, {("RuleSet", "ALL"), ("RemediationMixin", "of"), *structs})

    def test_holds_what_is_read_of_an_object_of_the_library(self):
        self.assertEqual(used(lambda: S3Rules.VERSIONING.rule_id), {("S3Rules", "VERSIONING"), ("IRule", "rule_id")})

    def test_holds_members_of_enumerations_that_are_read(self):
        self.assertEqual(used(lambda: FindingSeverity.LOW), {("FindingSeverity", "LOW")})
        mode = EnforcementMode.BLOCK
        self.assertEqual(used(lambda: RuleMode.of_rules(mode, "*").mode), {("RuleMode", "of_rules"), ("RuleMode", "mode")})

    def test_holds_what_is_implemented_when_the_library_calls_it(self):
        self.assertNotIn(("CustomRule", "check"), used(Region))
        asked = used(lambda: judge(lambda stack: s3.CfnBucket(stack, "Bucket"), rule_sets=[RuleSet.of(Region())]))
        self.assertLessEqual({("CustomRule", "__init__"), ("CustomRule", "check")}, asked)
        self.assertEqual({member for name, member in asked if name == "RuleSubject"}, {"region"})
        self.assertNotIn(("CustomRuleProps", "reads"), asked)
