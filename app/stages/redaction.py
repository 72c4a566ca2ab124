"""Redaction: personal values leave a text before anything stores or sends it."""

import re

import msgspec

from app.adapters.db import contacts, vault
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.domain.contact import Contact
from app.domain.data_class import NEVER_KEPT, DataClass, Handling, Span
from app.domain.doubted_names import find_personal
from app.domain.plain_text import clean
from app.domain.turn import Admitted, Redacted
from app.domain.workflow import Workflow
from app.errors import Problem

_LOOKS_LIKE_PLACEHOLDER = re.compile(r"\[([A-Z][A-Z_]{1,30}(?:_\d{1,6})?)\]")

SHORTEST_KNOWN = 4
"""Characters of a name or address that is looked for as it stands; shorter ones are too often other words."""


MOST_KEPT = 1_000
"""Values of one message that the vault keeps: nobody asks for the thousandth again."""


class Profile(msgspec.Struct):
    """What a tenant's proof said of a contact."""

    sub: str
    name: str | None = None
    email: str | None = None


class Redaction:
    """Values never to be kept are destroyed, personal ones become placeholders whose values the vault keeps sealed."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring

    async def __call__(self, admitted: Admitted) -> Redacted:
        """Redact the turn's message under its workflow's policy."""
        turn = admitted.turn
        text, classes = await self.redact(turn.workflow, turn.contact, turn.text)
        return Redacted(turn, admitted.slot, text, self.text_hash(turn.tenant.id, turn.text), classes)

    def text_hash(self, tenant: str, text: str) -> str:
        """Hash an original, keyed, so that the same text under the same id can be told from another one."""
        return self._keyring.digest("message", tenant, text)

    async def redact(
        self, workflow: Workflow, contact: Contact, text: str, *, by_operator: bool = False
    ) -> tuple[str, frozenset[DataClass]]:
        """Return the text without personal values and the classes that were found in it.

        Placeholders of the contact's own values are left to an operator, who reads nothing else.
        """
        own: frozenset[str] = frozenset()
        if by_operator and "[" in text:
            own = await self._database.read(contact.tenant_id, lambda db: vault.names_of(db, contact.id))
        text = defuse(clean(text), own)
        spans = find_personal(text)
        if contact.profile is not None:
            spans = with_known(spans, text, self._known_of(contact.tenant_id, contact.profile))
        if not spans:
            return text, frozenset()
        values = vault_values(text, spans, workflow)
        placeholders: dict[tuple[DataClass, str], str] = {}
        if values:
            placeholders = await self._database.jot(contact.tenant_id, lambda db: self._keep(db, contact.id, values))
        return replace_spans(text, spans, workflow, placeholders), frozenset(span.data_class for span in spans)

    def _known_of(self, tenant: str, profile: tuple[str, bytes]) -> list[tuple[DataClass, str]]:
        """Open what the tenant's proof says of a contact: the name, the last of its parts, the address."""
        said = msgspec.json.decode(self._keyring.open("profile", f"{tenant}/{profile[0]}", profile[1]), type=Profile)
        name = (said.name or "").strip()
        known = [(DataClass.NAME, name), (DataClass.NAME, name.rpartition(" ")[2]), (DataClass.EMAIL, said.email or "")]
        return [(data_class, value) for data_class, value in known if len(value) >= SHORTEST_KNOWN]

    def _keep(
        self, db: TenantDb, contact_id: str, values: list[tuple[DataClass, str]]
    ) -> dict[tuple[DataClass, str], str]:
        """Give values to the vault of a contact who is still there; nothing is written of one who was erased."""
        if contacts.find(db, contact_id, lock=True) is None:
            raise Problem("unauthorized", "The session has ended; start a new one.")
        return vault.keep(db, self._keyring, contact_id, values)


def with_known(spans: list[Span], text: str, known: list[tuple[DataClass, str]]) -> list[Span]:
    """Add where known values stand as words of their own, in whatever case, and nothing was found yet."""
    taken = bytearray(len(text))
    for span in spans:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    added = []
    for data_class, value in known:
        for match in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE):
            if taken.find(1, *match.span()) < 0:
                taken[match.start() : match.end()] = b"\x01" * len(match[0])
                added.append(Span(*match.span(), data_class))
    return sorted([*spans, *added], key=lambda span: span.start) if added else spans


def defuse(text: str, spared: frozenset[str] = frozenset()) -> str:
    """Turn what was typed in the form of a placeholder into plain brackets: it must never be restored."""
    if "[" not in text:
        return text
    return _LOOKS_LIKE_PLACEHOLDER.sub(lambda match: match[0] if match[0] in spared else f"({match[1]})", text)


def kept_in_vault(workflow: Workflow) -> frozenset[DataClass]:
    """Give the classes whose values become placeholders: neither destroyed on arrival nor allowed to stay."""
    return frozenset(
        each for each in DataClass if each not in NEVER_KEPT and workflow.handling(each) is not Handling.ALLOW
    )


def vault_values(text: str, spans: list[Span], workflow: Workflow) -> list[tuple[DataClass, str]]:
    """List the different values of a text that become placeholders, with their classes; of a flood only the first."""
    sealed = kept_in_vault(workflow)
    kept = [(span.data_class, text[span.start : span.end]) for span in spans if span.data_class in sealed]
    return list(dict.fromkeys(kept))[:MOST_KEPT]


def replace_spans(
    text: str, spans: list[Span], workflow: Workflow, placeholders: dict[tuple[DataClass, str], str]
) -> str:
    """Write placeholders, or the bare class of what was destroyed or is too much to keep, where the spans were."""
    parts, at = [], 0
    sealed = kept_in_vault(workflow)
    for span in spans:
        if span.data_class in NEVER_KEPT:
            shown = f"[{span.data_class.upper()}]"
        elif span.data_class in sealed:
            shown = placeholders.get((span.data_class, text[span.start : span.end]), f"[{span.data_class.upper()}]")
        else:
            continue
        parts += [text[at : span.start], shown]
        at = span.end
    return "".join((*parts, text[at:]))
