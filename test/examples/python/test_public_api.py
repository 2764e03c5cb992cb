"""What is public, as Python sees it."""
import inspect
import re
import unittest

import cdk_hardened
from aws_cdk import aws_s3 as s3
from cdk_hardened import (
    CustomRule,
    CustomRuleProps,
    Guardrails,
    GuardrailsProps,
    OwnRuleProps,
    PropertyRule,
    PropertyRuleProps,
    ProviderLogs,
    ProviderLogsProps,
    RemediationMixin,
    RemediationMixinProps,
    RemediationSupplies,
    RuleSet,
)

from judging import judge
from public_api import members, types

TYPES = types()
CONSTANTS = {name: cls for name, cls in TYPES.items() if name.endswith("Rules")}
PYTHONIC = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*|[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")


def letters(name):
    """Names without what Python adds to them: LOG4_J_RULE is waf/log4j-rule."""
    return re.sub("[-_]", "", name).lower()


def keywords(function):
    return {name for name, parameter in inspect.signature(function).parameters.items() if parameter.kind is inspect.Parameter.KEYWORD_ONLY}


class PublicApi(unittest.TestCase):
    def test_is_exported(self):
        self.assertGreater(len(TYPES), 150)
        self.assertLessEqual(set(TYPES), set(cdk_hardened.__all__))

    def test_structs_are_given_as_keywords(self):
        for struct, function in [
            (GuardrailsProps, Guardrails.enforce),
            (ProviderLogsProps, ProviderLogs.keep),
            (RemediationMixinProps, RemediationMixin.of),
            (PropertyRuleProps, PropertyRule.__init__),
            (CustomRuleProps, CustomRule.__init__),
        ]:
            with self.subTest(struct.__name__):
                self.assertEqual(keywords(struct.__init__), keywords(function))
        self.assertLess(keywords(RemediationSupplies.__init__), keywords(Guardrails.enforce))
        self.assertLess(keywords(OwnRuleProps.__init__), keywords(PropertyRule.__init__))


class Names(unittest.TestCase):
    def test_are_those_of_python(self):
        """What is written after a dot or before an equals sign; jsii puts a `_` behind words that Python or a struct has taken."""
        odd = set()
        for name, cls in TYPES.items():
            functions = [getattr(member, "__func__", member) for member in vars(cls).values()]
            signatures = [inspect.signature(each) for each in functions if inspect.isfunction(each)]
            keywords_of = {each.name for signature in signatures for each in signature.parameters.values() if each.kind is each.KEYWORD_ONLY}
            odd |= {(name, each) for each in (*members(cls), *keywords_of) if not PYTHONIC.fullmatch(each)}
        # as CDK's own: InterfaceVpcEndpointAwsService.LAMBDA_, JsonSchema(not_=...)
        self.assertEqual(odd, {("AwsService", "LAMBDA_"), ("BodyModel", "not_")})


class RuleConstants(unittest.TestCase):
    def test_name_the_rules_of_their_service(self):
        for name, cls in CONSTANTS.items():
            with self.subTest(name):
                ids = {member: getattr(cls, member).rule_id for member in members(cls)}
                self.assertTrue(ids)
                for member, rule_id in ids.items():
                    self.assertEqual(letters(rule_id), letters(f"{name[:-5]}/{member}"))

    def test_are_all_rules_that_there_are(self):
        constants = [getattr(cls, member) for cls in CONSTANTS.values() for member in members(cls)]
        bucket = lambda stack: s3.Bucket(stack, "Bucket")  # noqa: E731
        asked = [judge(bucket, rule_sets=[rules]).report["metadata"]["rules"] for rules in (RuleSet.ALL, RuleSet.of(*constants))]
        self.assertEqual(asked, [str(len(constants))] * 2)
