"""What kind of Redis an address leads to: a start is refused where it could never work."""

from urllib.parse import urlsplit

from redis import asyncio as aio
from redis.exceptions import AuthenticationError, RedisError, ResponseError

from app.adapters.redis import close, connect

UNFIT = {
    "cluster": "this is a node of a Redis Cluster, which is not supported; write the address of a single Redis",
    "sentinel": "this is a Sentinel, which is not spoken to; write an address that always leads to the primary",
    "option": "behind its ? stands what is no option, or has no such value; TLS is rediss://",
    "plain": "it speaks no TLS; write redis://, or have it listen for TLS",
    "replica": "this is a read-only replica; write an address that always leads to the primary",
}


async def unfit(url: str) -> str | None:
    """Say why this Redis can't be used; None where it can, or where it does not answer now: it may come later."""
    try:
        redis = connect(url)
    except ValueError:
        return UNFIT["option"]
    try:
        return UNFIT.get(await _kind(redis))
    except (TypeError, ValueError, LookupError, AttributeError):  # as the client takes an option that it can't use
        return UNFIT["option"]
    except AuthenticationError:
        return "it refuses the login; see the user and the password in the address"
    except ResponseError as error:
        return "it has no database of this number" if "DB index" in str(error) else None
    except (RedisError, OSError, TimeoutError):
        return UNFIT["plain"] if url.startswith("rediss:") and await _speaks_plainly(url) else None
    finally:
        await close(redis)


async def _speaks_plainly(url: str) -> bool:
    """Tell whether a Redis answers without TLS; the login is not sent."""
    redis = connect(f"redis://{urlsplit(url).netloc.rpartition('@')[2]}")
    try:
        await redis.ping()
    except (AuthenticationError, ResponseError):
        return True
    except (RedisError, OSError, TimeoutError):
        return False
    else:
        return True
    finally:
        await close(redis)


async def _kind(redis: "aio.Redis") -> str:
    """Return its mode, or `replica`."""
    server = await redis.info("server")
    mode = str(server.get("redis_mode", server.get("server_mode", "standalone")))
    if mode != "standalone":
        return mode
    return "replica" if (await redis.info("replication")).get("role") == "slave" else mode
