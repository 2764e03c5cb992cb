"""Runs the tests in Python, and then asks whether they used all that is public."""
import os
import sys
import unittest
from pathlib import Path

os.environ.setdefault("CDK_VALIDATION", "false")  # CDK's own validator has a step of its own

from to_the_last_member import USES, ToTheLastMember


def passed(tests):
    # what CDK prints of findings on purpose is shown only with a test that fails
    result = unittest.TextTestRunner(buffer=True).run(tests)
    return result.testsRun > 0 and result.wasSuccessful()


def main():
    loader = unittest.TestLoader()
    with USES.recorded():
        if not passed(loader.discover(str(Path(__file__).parent))):
            return 1
    return 0 if passed(loader.loadTestsFromTestCase(ToTheLastMember)) else 1


sys.exit(main())
