"""A restored backup: whoever was erased since is erased again, and nobody else."""

from pathlib import Path

import pytest

from app.adapters.db.tables import ContactRow, ReceiptRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.erasures import FileErasures
from app.domain.contact import Contact
from app.usecases.erase_contact import EraseContact
from app.usecases.keep_erased import KeepErased
from app.usecases.sweep_retention import SweepRetention
from tests.turns import Desk, Files


@pytest.fixture
def notes(tmp_path: Path) -> FileErasures:
    """Notes outside the database."""
    return FileErasures(tmp_path / "notes")


def keeping(desk: Desk, notes: FileErasures) -> KeepErased:
    """The use case, as a process makes it when it starts."""
    erasing = EraseContact(desk.database, desk.feed, desk.keyring, None, notes)
    return KeepErased(desk.database, notes, desk.keyring, erasing)


async def restore(desk: Desk, contact: Contact) -> None:
    """Bring a contact back as a backup does: with the row, without the receipt."""

    def unit(db: TenantDb) -> None:
        db.delete(ReceiptRow)
        db.insert(ContactRow, id=contact.id, verified=False, records=[], created_at=db.now)

    await desk.database.write(contact.tenant_id, unit)


async def ids(desk: Desk) -> set[str]:
    """Who is there."""
    return {row.id for row in await desk.database.read("harbor", lambda db: db.all(ContactRow))}


async def test_the_erased_stay_erased(any_desk: Desk, notes: FileErasures) -> None:
    """By whichever process starts first; a second look, or another process, finds nothing more to do."""
    erased, other = await any_desk.contact(), await any_desk.contact()
    await EraseContact(any_desk.database, any_desk.feed, any_desk.keyring, None, notes)("harbor", erased.id, "shell")
    await restore(any_desk, erased)
    assert await ids(any_desk) == {erased.id, other.id}
    first = keeping(any_desk, notes)
    assert [await first(), await first(), await keeping(any_desk, notes)()] == [1, 0, 0]
    assert await ids(any_desk) == {other.id}
    assert await any_desk.count(ReceiptRow) == 1
    assert (await any_desk.acts())[-1] == "contact.erased"


async def test_who_came_after_the_backup(desk: Desk, notes: FileErasures) -> None:
    """Is not in it, and is looked for once."""
    erased = await desk.contact()
    await EraseContact(desk.database, desk.feed, desk.keyring, None, notes)("harbor", erased.id, "shell")
    await desk.database.write("harbor", lambda db: db.delete(ReceiptRow))
    starting = keeping(desk, notes)
    assert await starting() == 0
    await restore(desk, erased)
    assert [await starting(), await keeping(desk, notes)()] == [0, 1]


async def test_notes_that_were_lost_are_made_anew(any_desk: Desk, notes: FileErasures) -> None:
    """From the receipts: an erasure that could not be noted is noted later."""
    await SweepRetention(any_desk.database, Files((any_desk.tenant,)), any_desk.clock).remember()  # type: ignore[arg-type]  # all that it asks of them
    erased = await any_desk.contact()
    nowhere = FileErasures(Path("/dev/null/nowhere"))
    await EraseContact(any_desk.database, any_desk.feed, any_desk.keyring, None, nowhere)("harbor", erased.id, "shell")
    assert await notes.all() == set()
    await keeping(any_desk, notes).note()
    assert len(await notes.all()) == 1
    await restore(any_desk, erased)
    assert await keeping(any_desk, notes)() == 1
