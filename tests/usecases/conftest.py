"""What the tests of the use cases start from."""

from tests.databases import database, database_url, empty_url, kind, migrated, migrated_on_postgres
from tests.stages.conftest import any_desk, desk

__all__ = ["any_desk", "database", "database_url", "desk", "empty_url", "kind", "migrated", "migrated_on_postgres"]
