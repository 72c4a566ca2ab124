"""Watching sessions: a stream ends with its session, wherever and however that one ends."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from app.adapters.db import sessions
from app.domain.contact import Session
from app.usecases import watch_sessions
from app.usecases.watch_sessions import WatchSessions
from tests.turns import WORKFLOW, Desk, Files


async def begin(desk: Desk, hashed: str = "hash", *, key: str | None = None) -> Session:
    """A stored session of one hour."""
    contact, ends = await desk.contact(), desk.clock() + timedelta(hours=1)
    await desk.database.write("harbor", lambda db: sessions.start(db, hashed, contact.id, "site_harbor", key, ends))
    return Session("s", contact, "site_harbor", WORKFLOW, key, ends)


def watching(desk: Desk) -> WatchSessions:
    """The use case over the tenant's file."""
    return WatchSessions(desk.database, Files((desk.tenant,)), desk.clock)  # type: ignore[arg-type]  # all that it asks of them


@pytest.mark.parametrize("fault", ["ended", "expired", "no file", "no site", "not anonymous"])
async def test_streams_end(any_desk: Desk, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the row, the time, the tenant, the site, or the leave to chat without a name; another's stream goes on."""
    monkeypatch.setattr(watch_sessions, "LOOK_AGAIN", 0.02)
    session, other = await begin(any_desk), await begin(any_desk, "other")
    watch = watching(any_desk)
    looking = asyncio.create_task(watch.run())
    with watch("hash", session) as watched, watch("other", other) as others:
        await asyncio.sleep(0.1)
        assert {watched.ended, others.ended} == {False}
        site = any_desk.tenant.sites[0]
        if fault == "ended":
            await any_desk.database.write("harbor", lambda db: sessions.end(db, "hash"))
        elif fault == "expired":
            any_desk.clock.move(hours=1)
        else:
            sites = {
                "no file": None,
                "no site": (),
                "not anonymous": (msgspec.structs.replace(site, anonymous=False),),
            }[fault]
            tenants = () if sites is None else (replace(any_desk.tenant, sites=sites),)
            watch.tenants = Files(tenants)  # type: ignore[assignment]  # all that it asks of them
        async with asyncio.timeout(1):
            while not watched.ended:  # noqa: ASYNC110  # the flag is all that a stream is given
                await asyncio.sleep(0.01)
        assert others.ended is (fault != "ended")
    looking.cancel()


async def test_a_removed_key_ends_what_it_proved(desk: Desk) -> None:
    """A verified session holds as long as its key is there, and the same."""
    desk.tenant.identity_secrets["site_harbor", "k1"] = b"secret"
    session, watch = await begin(desk, key=desk.tenant.proof("site_harbor", "k1")), watching(desk)
    of_before = replace(session, identity_key="k1")  # as an earlier version kept it
    assert watch.still_proved(session)
    assert watch.still_proved(of_before)
    del desk.tenant.identity_secrets["site_harbor", "k1"]
    assert not watch.still_proved(session)
    assert not watch.still_proved(of_before)
    desk.tenant.identity_secrets["site_harbor", "k1"] = b"another"
    assert not watch.still_proved(session)
    desk.tenant.identity_secrets["site_harbor", "k1"] = b"secret"
    assert watch.still_proved(session)
    assert not watch.still_proved(replace(session, site_key="site_lumen"))
    desk.clock.move(hours=1)
    assert not watch.still_proved(session)


async def test_streams_are_counted_by_contact(desk: Desk) -> None:
    """Only those that count, only the contact's own, and only while they are open."""
    session, other, watch = await begin(desk), await begin(desk, "other"), watching(desk)
    with watch("hash", session, counted=True), watch("other", other, counted=True), watch("hash", session):
        assert watch.streams_of(session) == 1
        with watch("hash", session, counted=True):
            assert watch.streams_of(session) == 2
        assert watch.streams_of(session) == 1
    assert watch.streams_of(session) == 0
