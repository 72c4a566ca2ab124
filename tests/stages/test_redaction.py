"""Redaction: what is personal leaves a text before anything stores it, and only what left it comes back."""

import pytest

from app.adapters.db import vault
from app.adapters.db.tables import VaultRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.contact import Contact
from app.domain.data_class import NEVER_KEPT, DataClass, Handling
from app.domain.ids import new_id
from app.domain.turn import Admitted, Turn
from app.errors import Problem
from app.stages.redaction import MOST_KEPT, Redaction, defuse
from tests.turns import WORKFLOW, Desk

CARD, EMAIL = "4111 1111 1111 1111", "ann@customer.example"


async def redact(desk: Desk, contact: Contact, text: str) -> tuple[str, frozenset[DataClass]]:
    """What redaction makes of a text."""
    return await Redaction(desk.database, desk.keyring).redact(desk.workflow, contact, text)


async def rows(desk: Desk) -> list[VaultRow]:
    """The vault."""
    return await desk.database.read(desk.tenant.id, lambda db: db.all(VaultRow))


async def test_a_value_keeps_its_placeholder(any_desk: Desk) -> None:
    """The same value of a contact is the same placeholder ever after; another one is numbered on."""
    ann = await any_desk.contact()
    assert (await redact(any_desk, ann, f"I am at {EMAIL}"))[0] == "I am at [EMAIL_1]"
    text, classes = await redact(any_desk, ann, f"bob@customer.example, not {EMAIL}")
    assert text == "[EMAIL_2], not [EMAIL_1]"
    assert classes == {DataClass.EMAIL}
    assert len(await rows(any_desk)) == 2


async def test_of_a_flood_the_vault_keeps_the_first(desk: Desk) -> None:
    """Of more values the class is shown, none of them themselves, and what is said between them stays."""
    ann = await desk.contact()
    flood = "".join(f"a{number}@b.example and so on, " for number in range(MOST_KEPT + 50))
    text, _ = await redact(desk, ann, flood)
    assert text.count("[EMAIL] and so on") == 50
    assert f"[EMAIL_{MOST_KEPT}]" in text
    assert "@" not in text
    assert len(await rows(desk)) == MOST_KEPT


async def test_contacts_share_nothing(desk: Desk) -> None:
    """Each has a vault of its own, and the same value is sealed and hashed anew."""
    ann, bob = await desk.contact(), await desk.contact()
    assert (await redact(desk, ann, EMAIL))[0] == (await redact(desk, bob, EMAIL))[0] == "[EMAIL_1]"
    first, second = await rows(desk)
    assert first.value_hash != second.value_hash
    assert EMAIL.encode() not in first.sealed + second.sealed


async def test_values_are_sealed_to_their_place(desk: Desk) -> None:
    """A sealed value opens for its contact and placeholder alone."""
    ann = await desk.contact()
    await redact(desk, ann, EMAIL)
    opened = await desk.database.read(desk.tenant.id, lambda db: vault.values_of(db, desk.keyring, ann.id))
    assert opened == {"[EMAIL_1]": EMAIL}
    await desk.change_row(VaultRow, placeholder="[EMAIL_7]")
    with pytest.raises(Exception, match="vault"):
        await desk.database.read(desk.tenant.id, lambda db: vault.values_of(db, desk.keyring, ann.id))


async def test_a_typed_placeholder_is_never_restored(desk: Desk) -> None:
    """What a customer writes in that form becomes plain brackets, also with a value of that name in the vault."""
    ann = await desk.contact()
    await redact(desk, ann, EMAIL)
    text, _ = await redact(desk, ann, "read me [EMAIL_1] and [PAYMENT_CARD]")
    assert text == "read me (EMAIL_1) and (PAYMENT_CARD)"

    def restored(db: TenantDb) -> str:
        return vault.restorer(db, desk.keyring, ann.id)(text)

    assert await desk.database.read(desk.tenant.id, restored) == text


@pytest.mark.parametrize("text", ["[EMAIL_1]", "[[EMAIL_1]]", "x[PHONE_12]y", "[EM[EMAIL_1]AIL_1]"])
def test_nothing_typed_is_a_placeholder_afterwards(text: str) -> None:
    """However the brackets are nested."""
    assert not vault.PLACEHOLDER.search(defuse(text))


@pytest.mark.parametrize("handling", list(Handling))
@pytest.mark.parametrize("data_class", [DataClass.EMAIL, DataClass.PAYMENT_CARD])
async def test_policy(desk: Desk, data_class: DataClass, handling: Handling) -> None:
    """Allowed stays, everything else goes to the vault; what is never kept is destroyed whatever the policy says."""
    desk.change(data_policy={data_class: handling})
    value = EMAIL if data_class is DataClass.EMAIL else CARD
    text, classes = await redact(desk, await desk.contact(), f"Here: {value} thanks")
    assert classes == {data_class}
    if data_class in NEVER_KEPT:
        assert text == "Here: [PAYMENT_CARD] thanks"
    else:
        assert text == (f"Here: {value} thanks" if handling is Handling.ALLOW else "Here: [EMAIL_1] thanks")
    kept = data_class is DataClass.EMAIL and handling is not Handling.ALLOW
    assert len(await rows(desk)) == kept


async def test_an_erased_contact_gets_no_vault(desk: Desk) -> None:
    """Nothing is written of someone who is gone."""
    with pytest.raises(Problem) as caught:
        await redact(desk, Contact(new_id(), desk.tenant.id, verified=False), EMAIL)
    assert caught.value.code == "unauthorized"
    assert EMAIL not in repr(caught.value.__dict__)
    assert await rows(desk) == []


async def test_the_milestone_hides_the_original(desk: Desk) -> None:
    """It carries the redacted text, a keyed hash of the original, and shows neither."""
    ann, redaction = await desk.contact(), Redaction(desk.database, desk.keyring)
    turn = Turn(desk.tenant, WORKFLOW, ann, "conversation", new_id(), f"I am {EMAIL}")
    redacted = await redaction(Admitted(turn, "slot"))
    assert (redacted.text, redacted.slot) == ("I am [EMAIL_1]", "slot")
    assert redacted.text_hash == redaction.text_hash(desk.tenant.id, f"I am {EMAIL}")
    assert redacted.text_hash != redaction.text_hash("lumen", f"I am {EMAIL}")
    assert EMAIL not in repr(redacted)
    assert "I am" not in repr(redacted)
