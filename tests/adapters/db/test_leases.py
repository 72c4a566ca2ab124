"""Leases: a turn is its replica's for as long as it really runs there."""

from datetime import UTC, datetime, timedelta

from app.adapters.db import leases
from app.adapters.db.engine import Database

NOBODY_WAITS_LONGER = timedelta(seconds=11)


async def test_a_turn_that_was_given_up_runs_out(database: Database) -> None:
    """Only turns that run are renewed: another replica finds the one that its process has dropped."""
    for turn_id, seq in (("runs", 1), ("given-up", 2)):
        await database.write("harbor", lambda db, t=turn_id, s=seq: leases.take(db, t, "c1", s, "here"))  # type: ignore[misc]  # bound early
    before = await database.read("harbor", lambda db: leases.find(db, "given-up"))
    renewed = await database.write_service(lambda db: leases.renew(db, "here", ["runs"]))
    after = await database.read("harbor", lambda db: leases.find(db, "given-up"))
    assert list(renewed) == ["runs"]
    assert before is not None
    assert after is not None
    assert after.leased_until == before.leased_until
    assert renewed["runs"].leased_until > before.leased_until
    late = datetime.now(UTC) + NOBODY_WAITS_LONGER
    assert {row.turn_id for row in await database.read_service(lambda db: leases.expired(db, late, 10))} >= {"given-up"}
