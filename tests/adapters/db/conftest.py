"""What the tests of the rows start from."""

from tests.databases import database, database_url, empty_url, kind, migrated, migrated_on_postgres

__all__ = ["database", "database_url", "empty_url", "kind", "migrated", "migrated_on_postgres"]
