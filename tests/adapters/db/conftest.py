"""What the tests of the rows start from."""

from tests.databases import database, database_url, empty_url

__all__ = ["database", "database_url", "empty_url"]
