"""The desk's notices on their way to operators: within one process, and through Redis to the others."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec
import structlog
from redis import asyncio as aio

from app.adapters.redis import RedisHealth, RedisUnavailable, end
from app.adapters.redis_channels import ChannelReader
from app.domain.desk import RESYNC, Notice
from app.domain.ids import new_id

CHANNEL: Final = "frontdesk:desk"
MOST_WAITING: Final = 500
"""Notices that wait for one operator, or for Redis; beyond that they are dropped and everyone reads rows again."""
TRY_AGAIN: Final = 0.5

_AGAIN: Final = Notice(RESYNC, None)


class LocalSubscription:
    """Implements domain.desk.DeskSubscription. For a single reader."""

    def __init__(self) -> None:
        self._notices: list[Notice] = []
        self._news = asyncio.Event()

    async def next(self, timeout: float) -> list[Notice]:  # noqa: ASYNC109 - as the port says
        """Return what came, or nothing after `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout):
                await self._news.wait()
        except TimeoutError:
            pass
        self._news.clear()
        notices, self._notices = self._notices, []
        return notices

    def wake(self) -> None:
        """Let the reader look up, with nothing new."""
        self._news.set()

    def put(self, notice: Notice) -> None:
        """Queue a notice."""
        self._notices = [*self._notices, notice] if len(self._notices) < MOST_WAITING else [_AGAIN]
        self._news.set()


class LocalDesk:
    """Implements domain.desk.Desk for a single process, and delivers in each of many."""

    def __init__(self) -> None:
        self._looking: set[LocalSubscription] = set()

    def tell(self, *notices: Notice) -> None:
        """Queue notices for everyone who looks here."""
        for subscription in self._looking:
            for notice in notices:
                subscription.put(notice)

    @contextmanager
    def subscribe(self) -> Iterator[LocalSubscription]:
        """Look from now on."""
        subscription = LocalSubscription()
        self._looking.add(subscription)
        try:
            yield subscription
        finally:
            self._looking.discard(subscription)


class RedisDesk:
    """Implements domain.desk.Desk over `local`. While Redis is down everyone reads rows again each second."""

    def __init__(self, local: LocalDesk, redis: "aio.Redis", health: RedisHealth) -> None:
        self._local = local
        self._redis = redis
        self._health = health
        self._name = new_id()
        self._queue: asyncio.Queue[Notice] = asyncio.Queue(MOST_WAITING)
        self._reader = ChannelReader(redis, self._receive, lambda _channel: local.tell(_AGAIN))
        self._reader.follow(CHANNEL)

    def tell(self, *notices: Notice) -> None:
        """Tell here at once, and the other replicas as soon as Redis passes it on."""
        self._local.tell(*notices)
        for notice in notices:
            if self._queue.full():
                self._queue.get_nowait()
                notice = _AGAIN  # noqa: PLW2901 - whoever missed the one that fell out reads everything again
            self._queue.put_nowait(notice)

    @contextmanager
    def subscribe(self) -> Iterator[LocalSubscription]:
        """Look from now on."""
        with self._local.subscribe() as subscription:
            yield subscription

    async def run(self) -> None:
        """Read and write until cancelled."""
        tasks = [asyncio.create_task(self._reader.run()), asyncio.create_task(self._write())]
        try:
            await asyncio.gather(*tasks)
        finally:
            await end(tasks)

    async def _write(self) -> None:
        """Pass notices on; one that Redis did not take becomes the wish to read everything again."""
        while True:
            notice = await self._queue.get()
            while not await self._sent(notice):
                notice = _AGAIN
                await asyncio.sleep(TRY_AGAIN)

    async def _sent(self, notice: Notice) -> bool:
        message = msgspec.json.encode((self._name, notice.kind, notice.tenant_id, notice.data))
        try:
            await self._health.call(lambda: self._redis.publish(CHANNEL, message))
        except RedisUnavailable:
            return False
        return True

    def _receive(self, _channel: str, message: bytes) -> None:
        try:
            sender, kind, tenant_id, data = msgspec.json.decode(
                message, type=tuple[str, str, str | None, dict[str, object]]
            )
        except msgspec.MsgspecError as error:
            structlog.get_logger().warning("desk_message_dropped", error=type(error).__name__)
            return
        if sender != self._name:  # what was told here comes back too
            self._local.tell(Notice(kind, tenant_id, data))
