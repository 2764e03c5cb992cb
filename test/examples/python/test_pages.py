"""The Python of the pages of constructs runs as it stands there, and makes what the TypeScript above it makes."""
import json
import subprocess
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from aws_cdk import App, Stack

from judging import ENV, synth

ROOT = Path(__file__).parents[3]
PRINTED = ("npx", "ts-node", "--transpile-only", "--project", "test/tsconfig.json", "test/docs/print-twins.ts")
FLAGS = json.loads((ROOT / "node_modules" / "aws-cdk-lib" / "recommended-feature-flags.json").read_text())


def twins():
    """The examples in Python, and what those in TypeScript above them make."""
    run = subprocess.run(PRINTED, cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    return json.loads(run.stdout.splitlines()[-1])


def app_of(twin):
    """The app of an example: its own, or one with a stack whose constructor it is in."""
    names = {"self": Stack(App(outdir=tempfile.mkdtemp(), analytics_reporting=False, context=FLAGS), "Docs", env=ENV)}
    exec(compile(twin["python"], str(ROOT / twin["title"]), "exec"), names)
    return names.get("app", names["self"].node.root)


def resources_of(app):
    """How often a synthesized app has resources of which type."""
    templates = [json.loads(file.read_text()) for file in Path(app.outdir).rglob("*.template.json")]
    return Counter(resource["Type"] for template in templates for resource in template.get("Resources", {}).values())


class Pages(unittest.TestCase):
    def test_show_the_same_in_python(self):
        found = twins()
        self.assertGreater(len(found), 20)
        for twin in found:
            with self.subTest(twin["title"]):
                app = app_of(twin)
                self.assertEqual(synth(app).error, "")
                self.assertEqual(resources_of(app), Counter(twin["resources"]))
