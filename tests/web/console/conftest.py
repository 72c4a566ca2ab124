"""What the tests of the console start from."""

from tests.stages.conftest import desk, migrated

__all__ = ["desk", "migrated"]
