"""The Python of the page about rules of one's own runs as it stands there."""
import re
import unittest
from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from cdk_hardened import RuleSet

from judging import judge, new_app, synth

PAGE = Path(__file__).parents[3] / "docs" / "guardrails" / "writing-your-own-rule.md"
SNIPPETS = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)


def run(snippet, **names):
    exec(compile(snippet, str(PAGE), "exec"), names)
    return names


def function(timeout, memory):
    """A function that runs for some seconds with some megabytes."""
    return lambda stack: lambda_.CfnFunction(
        stack,
        "Report",
        code=lambda_.CfnFunction.CodeProperty(zip_file="def handler(event, context): pass"),
        role="arn:aws:iam::111122223333:role/report",
        timeout=timeout,
        memory_size=memory,
    )


class Snippets(unittest.TestCase):
    def test_are_one_of_each_form(self):
        self.assertEqual([("PropertyRule(" in each, "CustomRule)" in each) for each in SNIPPETS], [(True, False), (False, True)])

    def test_one_property_stops_the_synth(self):
        for name, finds in (("orders", True), ("acme-orders", False), (None, False)):
            with self.subTest(name=name):
                app, stack = new_app()
                run(SNIPPETS[0], app=app)
                s3.Bucket(stack, "Orders", bucket_name=name, block_public_access=s3.BlockPublicAccess.BLOCK_ALL)
                judged = synth(app)
                self.assertEqual((judged.stopped, judged.severities.get("acme/bucket-prefix")), (finds, "error" if finds else None))

    def test_code_finds_what_has_too_little_memory(self):
        rule = run(SNIPPETS[1])["MemoryFitsTimeout"]()
        for timeout, memory, finds in ((300, 128, True), (300, None, True), (300, 1024, False), (None, None, False), (59, 128, False)):
            with self.subTest(timeout=timeout, memory=memory):
                violations = judge(function(timeout, memory), rule_sets=[RuleSet.of(rule)]).violations
                self.assertEqual([each["ruleName"] for each in violations], ["acme/memory-fits-timeout"] if finds else [])
