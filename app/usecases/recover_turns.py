"""Turns whose process died are taken up by another: under a new attempt, a begun reply withdrawn, or to a person."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import structlog

from app.adapters.db import contacts, conversations, events, leases, messages, turns
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tables import TurnLeaseRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.data_class import DataClass
from app.domain.event import Event
from app.domain.handoff import Reason
from app.domain.ids import new_id
from app.domain.live_feed import LiveFeed
from app.domain.turn import Accepted, Outcome, TurnStopped
from app.stages.handoff import Handoff, withdrawn
from app.usecases.running_turns import RunningTurns, stop_for
from app.usecases.take_turn import TakeTurn

log = structlog.get_logger()

LOOK_AGAIN = 2.0
MOST_ATTEMPTS = 3
BATCH = 50


@dataclass(frozen=True, slots=True)
class RecoverTurns:
    """Adopts turns whose lease ran out; one that was tried three times is set aside and handed off."""

    database: Database
    feed: LiveFeed
    tenants: Tenants
    take_turn: TakeTurn
    handoff: Handoff
    running: RunningTurns
    replica: str
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Look for orphans, for as long as the process lives; a database that is away is tried again."""
        while True:
            try:
                await self()
            except DatabaseUnavailable:
                log.warning("orphaned turns not looked for")
            await asyncio.sleep(LOOK_AGAIN)

    async def __call__(self) -> int:
        """Adopt what has run out by now; returns how many turns were taken up."""
        expired = await self.database.read_service(lambda db: leases.expired(db, db.now, BATCH))
        adopted = 0
        for lease in expired:
            if self.running.has(lease.turn_id):
                continue  # a clock that jumped: the turn is alive, and right here
            accepted = await self.database.write(lease.tenant_id, partial(self._adopt, lease))
            if accepted is not None:
                adopted += 1
                turn, told, asked, begun = accepted
                await self._go_on(turn, told, asked, begun=begun)
        return adopted

    async def _go_on(self, accepted: Accepted, told: list[Event], asked: str | None, *, begun: bool) -> None:
        """Take the turn from `Open` on, or end it where it was asked to stop or keeps failing."""
        self.feed.publish(accepted.tenant.id, accepted.conversation_id, told)
        log.info("turn adopted", turn_id=accepted.turn_id, attempt=accepted.attempt)
        stopped = stop_for(Reason(asked)) if asked else None
        if accepted.attempt > MOST_ATTEMPTS:
            stopped = TurnStopped(Outcome.HANDED_OFF, Reason.INTERRUPTED)
        if stopped is None:
            self.take_turn.take(accepted)
            return
        try:
            await self.handoff(replace(accepted, waiting=not begun), stopped, None, 0.0)
        except turns.TurnGone:
            log.info("turn gone", turn_id=accepted.turn_id)

    def _adopt(self, lease: TurnLeaseRow, db: TenantDb) -> tuple[Accepted, list[Event], str | None, bool] | None:
        """Rebuild `Accepted` from its rows, under a new attempt; None if another was faster, or the rows are gone."""
        turn, tenant = turns.find(db, lease.turn_id), self.tenants.get(lease.tenant_id)
        message = messages.find(db, turn.message_id) if turn else None
        contact = contacts.find(db, turn.contact_id) if turn else None
        if turn is None or message is None or contact is None:
            leases.drop(db, lease.turn_id)  # erased meanwhile: there is nothing left to end
            return None
        if tenant is None or turn.workflow not in tenant.workflows:
            return None  # its file is away: the turn waits for it, and loses no attempt
        attempt = leases.adopt(db, lease, self.replica)
        if attempt is None:
            return None
        accepted = Accepted(
            tenant,
            turn.workflow,
            contacts.to_contact(contact),
            turn.conversation_id,
            turn.id,
            message.id,
            message.seq,
            turn.epoch,
            attempt,
            new_id(),
            message.text,
            frozenset(DataClass(name) for name in turn.classes.split(",") if name),
            waiting=True,
        )
        db.audit(AuditEvent("service", "turn.adopted", f"turn:{turn.id}", "adopted", turn_id=turn.id))
        turns.adopt(db, turn.id, attempt, accepted.reply_id)
        if turn.state != "running" or turn.reply_id is None:
            return accepted, [], lease.interrupt, turn.state == "running"
        first = conversations.next_seqs(db, turn.conversation_id, 1) or 0
        news = [withdrawn(turn.reply_id, Reason.INTERRUPTED)]
        return accepted, events.append(db, turn.conversation_id, first, news, turn.id), lease.interrupt, True
