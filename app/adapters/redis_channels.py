"""Redis pub/sub that comes back: one connection that follows channels and tells of every gap it cannot rule out."""

import asyncio
import time
from collections.abc import Callable

import structlog
from redis import asyncio as aio
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

from app.adapters.redis import BOUND, end

SILENCE = 0.3
"""Seconds without a message after which the server is asked for a sign of life, and then given up."""
GAP_EVERY = 0.7
"""Seconds between gaps told while Redis is down: who reads rows then has what is new within a second."""
TRY_EVERY = 0.1
SUBSCRIBE_AT_ONCE = 500


class ChannelReader:
    """Follows channels for as long as `run` runs.

    `on_message(channel, payload)` and `on_gap(channel or None)` are called on the loop and must not block. A gap means
    that messages of the channel, of every channel if it is None, may have been missed; what is read elsewhere after
    the call is complete again, unless Redis is still down: then the next gap is told within `GAP_EVERY`.
    """

    def __init__(
        self, redis: "aio.Redis", on_message: Callable[[str, bytes], None], on_gap: Callable[[str | None], None]
    ) -> None:
        self._redis = redis
        self._on_message = on_message
        self._on_gap = on_gap
        self._wanted: set[str] = set()
        self._changed: set[str] = set()
        self._wake = asyncio.Event()
        self._asked: set[str] = set()
        self._confirmed: set[str] = set()
        self._resuming: set[str] = set()
        self._waiting: dict[str, list[asyncio.Future[None]]] = {}
        self._late: set[str] = set()
        self._connected = False
        self._gap_told = 0.0

    def follow(self, channel: str) -> None:
        """Have a channel's messages from soon on; `confirmed` tells from when."""
        self._wanted.add(channel)
        self._change(channel)

    def unfollow(self, channel: str) -> None:
        """Stop following a channel."""
        self._wanted.discard(channel)
        self._late.discard(channel)
        self._change(channel)

    async def confirmed(self, channel: str) -> bool:
        """Wait until the channel is followed, for at most `BOUND`; if it comes later than that, a gap is told."""
        if channel in self._confirmed:
            return True
        if not self._connected:
            return False
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(channel, []).append(waiter)
        try:
            async with asyncio.timeout(BOUND):
                await waiter
        except TimeoutError:
            self._late.add(channel)
            return False
        else:
            return True
        finally:
            self._forget(channel, waiter)

    async def run(self) -> None:
        """Read until cancelled, over every outage."""
        while True:
            connection = self._redis.connection_pool.make_connection()  # type: ignore[no-untyped-call]  # redis-py leaves it bare
            try:
                await self._listen(connection)
            except (RedisError, OSError, TimeoutError) as error:
                if self._connected:
                    structlog.get_logger().warning("redis_channels_lost", error=type(error).__name__)
            finally:
                self._connected = False
                self._asked.clear()
                self._confirmed.clear()
                await connection.disconnect(nowait=True)
            self._tell_gap()
            await asyncio.sleep(TRY_EVERY)

    def _change(self, channel: str) -> None:
        self._changed.add(channel)
        self._wake.set()

    def _forget(self, channel: str, waiter: asyncio.Future[None]) -> None:
        """Take a waiter off the list, and the list away with its last one."""
        waiters = self._waiting[channel]
        waiters.remove(waiter)
        if not waiters:
            del self._waiting[channel]

    def _tell_gap(self) -> None:
        """Tell of a gap, though not with every attempt to connect."""
        now = time.monotonic()
        if now - self._gap_told >= GAP_EVERY:
            self._gap_told = now
            self._on_gap(None)

    async def _listen(self, connection: "aio.connection.AbstractConnection") -> None:
        """Connect, subscribe to everything wanted, and read until something fails."""
        async with asyncio.timeout(BOUND):
            await connection.connect()  # type: ignore[no-untyped-call]  # redis-py leaves it bare
            await connection.send_command("PING", check_health=False)  # a stopped server still accepts connections
            await connection.read_response()
        self._resuming = set(self._wanted)
        self._changed = set(self._wanted)
        self._wake.set()
        self._connected = True
        if not self._resuming:
            self._on_gap(None)
        sender = asyncio.create_task(self._send_changes(connection))
        try:
            await self._read(connection)
        finally:
            await end([sender])

    async def _read(self, connection: "aio.connection.AbstractConnection") -> None:
        asked_for_life = False
        while True:
            if not connection.is_connected:  # the sender failed; reading would connect again and hide the gap
                raise RedisConnectionError("The connection was closed.")
            answer = await connection.read_response(timeout=SILENCE, disconnect_on_error=False)
            if answer is not None:
                asked_for_life = False
                self._take(answer)
            elif asked_for_life:
                raise RedisConnectionError("Nothing was heard, not even an answer to a ping.")
            else:
                asked_for_life = True
                await connection.send_command("PING", check_health=False)

    async def _send_changes(self, connection: "aio.connection.AbstractConnection") -> None:
        """Subscribe and unsubscribe as wanted, many channels at once; however it ends, the connection ends with it."""
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                changed, self._changed = self._changed, set()
                new, gone = (changed & self._wanted) - self._asked, (changed - self._wanted) & self._asked
                await self._send(connection, "SUBSCRIBE", list(new))
                await self._send(connection, "UNSUBSCRIBE", list(gone))
        finally:
            await connection.disconnect(nowait=True)

    async def _send(self, connection: "aio.connection.AbstractConnection", command: str, channels: list[str]) -> None:
        if command == "SUBSCRIBE":
            self._asked.update(channels)
        else:
            self._asked.difference_update(channels)
            self._confirmed.difference_update(channels)
        for start in range(0, len(channels), SUBSCRIBE_AT_ONCE):
            if not connection.is_connected:  # sending would connect again and hide the gap
                raise RedisConnectionError("The connection was closed.")
            await connection.send_command(command, *channels[start : start + SUBSCRIBE_AT_ONCE], check_health=False)

    def _take(self, answer: object) -> None:
        """Sort out one answer of the server: [kind, channel, payload], both names as bytes."""
        match answer:
            case [b"message", bytes(channel), bytes(payload)]:
                self._on_message(channel.decode(), payload)
            case [b"subscribe", bytes(channel), _]:
                self._confirm(channel.decode())
            case _:
                pass  # pong, unsubscribe

    def _confirm(self, channel: str) -> None:
        """A channel is followed from here on: tell who waits, and of a gap if someone gave up waiting or it was cut."""
        if channel in self._asked:
            self._confirmed.add(channel)
        for waiter in self._waiting.get(channel, ()):
            if not waiter.done():
                waiter.set_result(None)
        if channel in self._late:
            self._late.discard(channel)
            self._on_gap(channel)
        if channel in self._resuming:
            self._resuming.discard(channel)
            if not self._resuming:
                self._gap_told = time.monotonic()
                self._on_gap(None)
