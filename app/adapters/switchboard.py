"""The kill switch as a replica knows it: rows are read twice a second, and at once when Redis tells of a change."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

import msgspec
import structlog
from redis import asyncio as aio

from app.adapters.redis import RedisHealth, RedisUnavailable, end
from app.adapters.redis_channels import ChannelReader
from app.domain.kill_switch import STALE_AFTER, Snapshot, Switch, SwitchMode, strongest

CHANNEL = "frontdesk:switch"
READ_EVERY = 0.5
HELD_FOR = 1.0
"""Seconds that replicas keep a switch which could not be stored yet, told again meanwhile, whatever rows say."""
READ_WITHIN = 2.0
"""Seconds after which reading or writing rows counts as failed: tried again long before the state is stale."""
REPORT_EVERY = 1.0

Listener = Callable[[frozenset[str]], None]
"""Called on the loop with scopes that have just been stopped; interrupts what runs under them before it returns."""


class Push(msgspec.Struct, frozen=True):
    """A switch as replicas tell each other: without its reason, and without who set it."""

    scope: str
    on: bool
    mode: SwitchMode
    at: datetime
    expires_at: datetime | None
    version: int
    held: bool = False

    def switch(self) -> Switch:
        """Return it as the domain knows it."""
        return Switch(self.scope, self.on, self.mode, "", "", self.at, self.expires_at, self.version)


class ReplicaSwitchboard:
    """Implements domain.kill_switch.Switchboard. Rows are the truth; a message alone can stop, but never resume.

    `read` reads every switch from rows; `report` writes down that this replica has applied a version, and lives.
    `settle` waits until nothing is said any more that a switch covers: only then has the replica applied it. `on_news`
    is called with switches that rows have had since they were last read.
    """

    def __init__(
        self,
        read: Callable[[], Awaitable[Snapshot]],
        report: Callable[[int], Awaitable[None]],
        now: Callable[[], datetime],
        *,
        redis: "aio.Redis | None" = None,
        health: RedisHealth | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read = read
        self._report = report
        self._now = now
        self._redis = redis
        self._health = health
        self._monotonic = monotonic
        self._rows: dict[str, Switch] = {}
        self._pushed: dict[str, tuple[Switch, float]] = {}
        self._held: dict[str, Switch] = {}
        self._switches: dict[str, Switch] = {}
        self._wake = asyncio.Event()
        self._applied = asyncio.Event()
        self._settled = asyncio.Event()
        self.listeners: list[Listener] = []
        self.on_news: Callable[[list[Switch]], None] = lambda _: None
        self.settle: Callable[[], Awaitable[None]] = _at_once
        self.settled = 0
        self.version = 0
        self.fresh_at: float | None = None

    def stopped(self, scopes: Iterable[str]) -> SwitchMode | None:
        """Say which mode applies; HANDOFF while nothing is known, or nothing newer than `STALE_AFTER`."""
        if self.fresh_at is None or self._monotonic() - self.fresh_at > STALE_AFTER:
            return SwitchMode.HANDOFF
        if not self._switches:
            return None
        found = [switch for scope in scopes if (switch := self._switches.get(scope)) is not None]
        if not found:
            return None
        now = self._now()
        return strongest(switch.mode for switch in found if switch.active(now))

    async def run(self) -> None:
        """Keep what is known fresh, until cancelled."""
        work = (self._poll(), self._keep_settling(), self._keep_reporting())
        tasks = [asyncio.create_task(coroutine) for coroutine in work]
        if self._redis is not None:
            reader = ChannelReader(self._redis, self._receive, lambda _channel: self._wake.set())
            reader.follow(CHANNEL)
            tasks.append(asyncio.create_task(reader.run()))
        try:
            await asyncio.gather(*tasks)
        finally:
            await end(tasks)

    async def refresh(self) -> None:
        """Read rows once and apply them; raises what reading raises."""
        began = self._monotonic()
        async with asyncio.timeout(READ_WITHIN):
            snapshot = await self._read()
        self.apply(snapshot, began)

    def apply(self, snapshot: Snapshot, began: float | None = None) -> None:
        """Take over what rows say, read from `began` on (monotonic; now if None), and tell the listeners."""
        began = self._monotonic() if began is None else began
        self._rows = {switch.scope: switch for switch in snapshot.switches if switch.on}
        self._pushed = {scope: known for scope, known in self._pushed.items() if known[1] >= began}
        self._merge()
        if self.fresh_at is None or snapshot.version != self.version:
            self._applied.set()
        news = [switch for switch in snapshot.switches if switch.version > self.version]
        if news and self.fresh_at is not None:
            self.on_news(news)
        self.version = snapshot.version
        self.fresh_at = began

    async def announce(self, switch: Switch) -> None:
        """Tell each replica, this one first, of a switch whose row is committed. Never raises: rows are read anyway."""
        await self._tell(Push(switch.scope, switch.on, switch.mode, switch.at, switch.expires_at, switch.version))

    async def hold(self, scope: str, mode: SwitchMode, expires_at: datetime | None) -> None:
        """Stop a scope here and on every replica that hears of it, before a row says so; here until `release`."""
        push = Push(scope, on=True, mode=mode, at=self._now(), expires_at=expires_at, version=self.version, held=True)
        self._held[scope] = push.switch()
        self._merge()
        await self._tell(push)

    def release(self, scope: str) -> None:
        """Leave a held scope to the rows."""
        self._held.pop(scope, None)
        self._merge()

    async def _tell(self, push: Push) -> None:
        self._take(push)
        redis, health = self._redis, self._health
        if redis is not None and health is not None:
            try:
                await health.call(lambda: redis.publish(CHANNEL, msgspec.json.encode(push)))
            except RedisUnavailable:
                structlog.get_logger().warning("switch_not_announced", scope=push.scope, version=push.version)

    async def _poll(self) -> None:
        while True:
            self._wake.clear()
            try:
                await self.refresh()
            except Exception as error:  # noqa: BLE001 - whatever fails, it is tried again, and stale means stopped
                structlog.get_logger().warning("switches_not_read", error=type(error).__name__)
                await asyncio.sleep(READ_EVERY / 5)
            try:
                async with asyncio.timeout(READ_EVERY):
                    await self._wake.wait()
            except TimeoutError:
                pass

    async def _keep_settling(self) -> None:
        """Find out, after each change, when what it covers has fallen silent."""
        while True:
            await self._applied.wait()
            self._applied.clear()
            version = self.version
            await self.settle()
            self.settled = version
            self._settled.set()

    async def _keep_reporting(self) -> None:
        """Report each version once it is applied, and life in between; rows that can't be written delay no read."""
        while True:
            try:
                async with asyncio.timeout(REPORT_EVERY if self.fresh_at is not None else None):
                    await self._settled.wait()
            except TimeoutError:
                pass
            self._settled.clear()
            try:
                async with asyncio.timeout(READ_WITHIN):
                    await self._report(self.settled)
            except Exception as error:  # noqa: BLE001 - whatever fails, it is tried again within a second
                structlog.get_logger().warning("switches_not_reported", error=type(error).__name__)

    def _receive(self, _channel: str, message: bytes) -> None:
        try:
            self._take(msgspec.json.decode(message, type=Push))
        except msgspec.MsgspecError as error:
            structlog.get_logger().warning("switch_message_dropped", error=type(error).__name__)
            self._wake.set()

    def _take(self, push: Push) -> None:
        """Stop at once where a message says so; rows are read right after, and decide."""
        if not push.held:
            self._pushed.pop(push.scope, None)  # one that was held until it could be stored
        if push.on and (push.held or push.version > self.version):
            self._pushed[push.scope] = (push.switch(), self._monotonic() + (HELD_FOR if push.held else 0.0))
            self._merge()
        self._wake.set()

    def _merge(self) -> None:
        """Put rows and messages together, and tell the listeners which scopes have become stopped."""
        now = self._now()
        before = {scope for scope, switch in self._switches.items() if switch.active(now)}
        self._switches = self._rows | {scope: switch for scope, (switch, _) in self._pushed.items()} | self._held
        stopped = frozenset(scope for scope, switch in self._switches.items() if switch.active(now)) - before
        if stopped:
            for listener in self.listeners:
                try:
                    listener(stopped)
                except Exception as error:  # noqa: BLE001 - one listener's failure must not keep the switch from others
                    structlog.get_logger().error("switch_listener_failed", error=type(error).__name__)


async def _at_once() -> None:
    """Wait for nothing: nobody speaks."""
