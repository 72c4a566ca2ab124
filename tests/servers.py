"""Real servers for the tests; the load tests share them, so they stand there."""

from loadtests.servers import PostgresServer, RedisServer, ServerFailedError, free_port, packaged

__all__ = ["PostgresServer", "RedisServer", "ServerFailedError", "free_port", "packaged"]
