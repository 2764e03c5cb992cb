"""Nothing is public without a test that uses it from Python. Asked after the tests, of what they called."""
import unittest

from public_api import has_constructor, members, types
from uses import CONSTRUCTOR, Uses

TYPES = types()
USES = Uses(TYPES)


def to_use(cls):
    return [*members(cls), *([CONSTRUCTOR] if has_constructor(cls) else [])]


class ToTheLastMember(unittest.TestCase):
    def test_the_public_api_is_used(self):
        for name, cls in TYPES.items():
            with self.subTest(name):
                self.assertTrue(to_use(cls))
                self.assertEqual([member for member in to_use(cls) if (name, member) not in USES], [])
