"""Turns on real rows, one stage at a time: a tenant, its keyring and feed, and what the rows say afterwards."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

import msgspec
from sqlmodel import SQLModel

from app.adapters.db import audit, contacts, conversations, events, turns
from app.adapters.db.engine import Database, open_database
from app.adapters.db.tables import AuditRow, HandoffRow, TurnRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.adapters.live_feed import LocalFeed
from app.domain.budget import Price, PriceList, Reservation
from app.domain.contact import Contact
from app.domain.conversation import Conversation
from app.domain.data_class import DataClass
from app.domain.event import Event
from app.domain.ids import new_id
from app.domain.knowledge import Passage
from app.domain.tenant import Site, Tenant
from app.domain.turn import Accepted, Prompt, Redacted, Turn
from app.domain.workflow import Approval, ModelSettings, Workflow
from app.stages.accept import Accept, Delivered
from app.stages.handoff import to_person

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
WORKFLOW = "support"
INSTRUCTIONS = (
    "You help the customers of a shop. Answer from the passages alone and promise nothing that they do not say."
)
PRICES = PriceList({"gpt-test": Price(1.0, 10.0), "gpt-cheap": Price(0.1, 1.0)})
APPROVAL = Approval(
    requester="Support lead",
    business_owner="Head of support",
    data_owner="Privacy officer",
    human_review_owner="Support lead",
    deletion_owner="Privacy officer",
    data_classes=("public",),
    output_destination="customer chat",
    system_of_record="frontdesk",
    retention_rule="30d",
    escalation_triggers=("payment dispute",),
    approved_on=date(2026, 11, 1),
    review_by=date(2027, 1, 1),
)
PLAIN = Workflow(
    purpose="Answer questions",
    instructions="file:prompts/support.md",
    assistant_name="Assistant",
    greeting="Hello",
    privacy_notice="An AI answers first.",
    contact_fallback="help@harbor.example",
    crisis_text="If you are in danger, call 112 now.",
    model=ModelSettings("gpt-test", fallbacks=("gpt-cheap",)),
    approval=APPROVAL,
)


def make_tenant(tenant_id: str = "harbor", /, **changes: object) -> Tenant:
    """A tenant with one approved workflow, `changes` taking the place of its fields."""
    return Tenant(
        id=tenant_id,
        name="Harbor",
        region="eu",
        sites=(Site("site_harbor", ("https://harbor.example",), WORKFLOW),),
        workflows={WORKFLOW: msgspec.structs.replace(PLAIN, **changes)},
        webhooks=(),
        version="1",
        instructions={WORKFLOW: INSTRUCTIONS},
        identity_secrets={},
    )


def make_accepted(
    text: str = "When do you open?",
    *,
    tenant: Tenant | None = None,
    classes: frozenset[DataClass] = frozenset(),
    contact_id: str = "contact-1",
    verified: bool = False,
) -> Accepted:
    """An accepted turn of which no row exists, for stages that look at none."""
    tenant = tenant or make_tenant()
    contact = Contact(contact_id, tenant.id, verified=verified)
    ids = ("conversation-1", "turn-1", "message-1")
    return Accepted(tenant, WORKFLOW, contact, *ids, 1, 0, 1, "reply-1", text, classes)


def make_prompt(accepted: Accepted, passages: tuple[Passage, ...] = (), history: tuple[str, ...] = ()) -> Prompt:
    """A prompt of that turn, one cent reserved."""
    messages = (*(("user", text) for text in history), ("user", accepted.text))
    reserved = Reservation(TODAY.isoformat(), [f"{accepted.tenant.id}/{WORKFLOW}"], 0.01)
    return Prompt(accepted, None, INSTRUCTIONS, messages, passages, 20, reserved, "hashed")


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        """The moment."""
        return self.moment

    def today(self) -> date:
        """The day."""
        return self.moment.date()

    def move(self, **length: float) -> None:
        """Let time pass, such as `days=2`."""
        self.moment += timedelta(**length)


@dataclass
class Files:
    """Tenant files as they stand."""

    tenants: tuple[Tenant, ...]

    def all(self) -> tuple[Tenant, ...]:
        """Each of them."""
        return self.tenants

    def get(self, tenant_id: str) -> Tenant | None:
        """One of them."""
        return next((tenant for tenant in self.tenants if tenant.id == tenant_id), None)


@dataclass(frozen=True)
class Shelf:
    """Knowledge that finds the same for every question."""

    passages: tuple[Passage, ...] = ()

    def search(self, tenant: str, workflow: str, question: str, limit: int) -> list[Passage]:
        """The first of them, whoever asks for what."""
        del tenant, workflow, question
        return list(self.passages[:limit])


@dataclass
class Desk:
    """A database with a tenant's contacts and conversations in it."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    tenant: Tenant = field(default_factory=make_tenant)
    feed: LocalFeed = field(default_factory=LocalFeed)
    keyring: Keyring = field(default_factory=lambda: Keyring("0123456789abcdef" * 3))
    replica: str = "replica-1"

    @classmethod
    def at(cls, url: str, tenant: Tenant | None = None) -> "Desk":
        """Open a migrated database under a clock that stands."""
        clock = Clock()
        return cls(open_database(url, clock), clock, tenant or make_tenant())

    @property
    def workflow(self) -> Workflow:
        """The tenant's one workflow."""
        return self.tenant.workflows[WORKFLOW]

    def change(self, **changes: object) -> None:
        """Change the workflow."""
        self.tenant = make_tenant(self.tenant.id, **changes)

    async def contact(self) -> Contact:
        """A new anonymous contact."""
        return await self.database.write(self.tenant.id, lambda db: contacts.create_anonymous(db, None))

    async def converse(self, contact: Contact | None = None) -> Conversation:
        """A new conversation, of a new contact if none is given."""
        contact_id = (contact or await self.contact()).id
        return await self.database.write(self.tenant.id, lambda db: conversations.create(db, contact_id, WORKFLOW))

    def redacted(self, conversation: Conversation, text: str, client_id: str | None = None) -> Redacted:
        """A message as redaction hands it on, nothing found in it."""
        contact = Contact(conversation.contact_id, self.tenant.id, verified=False)
        turn = Turn(self.tenant, WORKFLOW, contact, conversation.id, client_id or new_id(), text)
        return Redacted(turn, "slot", text, self.keyring.digest("message", self.tenant.id, text), frozenset())

    @property
    def accept(self) -> Accept:
        """The stage that stores messages."""
        return Accept(self.database, self.feed, self.replica, to_person)

    async def accepted(self, conversation: Conversation, text: str = "When do you open?") -> Accepted:
        """Store a message; its turn must begin or wait."""
        accepted = await self.accept(self.redacted(conversation, text))
        assert not isinstance(accepted, Delivered)
        return accepted

    async def begun(self, text: str = "When do you open?") -> Accepted:
        """A turn in a conversation of its own."""
        return await self.accepted(await self.converse(), text)

    async def events(self, conversation_id: str) -> list[Event]:
        """Every stored event, placeholders as they are."""
        return await self.database.read(self.tenant.id, lambda db: events.after(db, conversation_id, 0, str))

    async def kinds(self, conversation_id: str) -> list[str]:
        """The kinds of the stored events."""
        return [event.kind.value for event in await self.events(conversation_id)]

    async def conversation(self, conversation_id: str) -> Conversation:
        """The conversation as it stands."""
        found = await self.database.read(self.tenant.id, lambda db: conversations.find(db, conversation_id))
        assert found is not None
        return found

    async def turn(self, turn_id: str) -> TurnRow:
        """The turn's row."""
        row = await self.database.read(self.tenant.id, lambda db: turns.find(db, turn_id))
        assert row is not None
        return row

    async def handoffs(self) -> list[HandoffRow]:
        """Every handoff."""
        return await self.database.read(self.tenant.id, lambda db: db.all(HandoffRow))

    async def count(self, table: type[SQLModel]) -> int:
        """How many rows of the tenant a table has."""
        return await self.database.read(self.tenant.id, lambda db: db.count(table))

    async def acts(self) -> list[str]:
        """What the audit chain holds, in order; the chain must hold."""

        def unit(db: TenantDb) -> list[str]:
            assert audit.first_broken(db) is None
            return [row.action for row in sorted(db.all(AuditRow), key=lambda row: row.position)]

        return await self.database.read(self.tenant.id, unit)

    async def change_row(self, table: type[SQLModel], **values: object) -> None:
        """Change every row of a table, as another process would."""

        def unit(db: TenantDb) -> None:
            db.update(table, **values)

        await self.database.write(self.tenant.id, unit)


def as_now(accepted: Accepted, **changes: object) -> Accepted:
    """The turn with some facts changed."""
    return replace(accepted, **changes)  # type: ignore[arg-type]  # the caller names the fields
