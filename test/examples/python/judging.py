"""Apps as the tests write them, and what their synth leaves behind."""
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from aws_cdk import App, Environment, Stack
from cdk_hardened import EnforcementMode, Guardrails, RuleMode

ENV = Environment(account="111122223333", region="eu-west-1")
BLOCK = RuleMode.of_rules(EnforcementMode.BLOCK, "*")
WARN = RuleMode.of_rules(EnforcementMode.WARN, "*")
REMEDIATE = RuleMode.of_rules(EnforcementMode.REMEDIATE, "*")


@dataclass(frozen=True)
class Judged:
    """An app after its synth."""

    folder: Path
    error: str

    @property
    def stopped(self):
        return "Validation failed" in self.error

    @property
    def report(self):
        """What the validation report of CDK holds of this library."""
        file = self.folder / "validation-report.json"
        reports = json.loads(file.read_text())["pluginReports"] if file.exists() else []
        return next((each for each in reports if each["pluginName"] == "cdk-hardened"), {"violations": [], "metadata": {}})

    @property
    def misuse(self):
        """What is wrong with the settings."""
        return self.report["metadata"].get("error", "")

    @property
    def violations(self):
        """What rules and settings object to."""
        return [violation for violation in self.report["violations"] if violation["ruleName"] != "engine/not-known"]

    @property
    def not_known(self):
        """What is said of resources that cannot be judged."""
        return "".join(violation["description"] for violation in self.report["violations"] if violation["ruleName"] == "engine/not-known")

    @property
    def severities(self):
        """Severity in CDK's words, by rule."""
        return {violation["ruleName"]: violation["severity"] for violation in self.violations}

    def of(self, rule):
        """The one violation of a rule."""
        (violation,) = [violation for violation in self.violations if violation["ruleName"] == rule]
        return violation

    def paths(self, rule):
        return [construct["constructPath"] for construct in self.of(rule)["violatingConstructs"]]

    def properties(self, resource_type, stack="Shop"):
        """Properties of the resources of a type."""
        (template,) = self.folder.glob(f"{stack}.template.json")
        resources = json.loads(template.read_text())["Resources"].values()
        return [resource.get("Properties", {}) for resource in resources if resource["Type"] == resource_type]


def new_app(**settings):
    """An app with guardrails, if there are settings, and a stack of it."""
    app = App(outdir=tempfile.mkdtemp(), analytics_reporting=False)
    if settings:
        Guardrails.enforce(app, **settings)
    return app, Stack(app, "Shop", env=ENV)


def synth(app):
    try:
        app.synth()
    except RuntimeError as error:
        return Judged(Path(app.outdir), str(error))
    return Judged(Path(app.outdir), "")


def judge(build, **settings):
    """The synth of a stack in an app with guardrails."""
    app, stack = new_app(**settings)
    build(stack)
    return synth(app)
