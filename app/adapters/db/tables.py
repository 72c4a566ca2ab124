"""Every table: those of a tenant, which row-level security covers, and those outside it, without customer text."""

from datetime import UTC, datetime

from sqlalchemy import JSON, DateTime, Dialect, Index, LargeBinary, TypeDecorator, UniqueConstraint
from sqlmodel import Field, SQLModel
from sqlmodel._compat import SQLModelConfig
from typing_extensions import override


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone: it would be read back as another one."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = "a moment needs a time zone"
            raise ValueError(msg)
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that it is UTC."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Row(SQLModel):
    """A table's row. Rows are made and read without being validated, so what would validate them is not built."""

    model_config = SQLModelConfig(defer_build=True)


class TenantRow(Row):
    """What every row of a tenant has; TenantDb fills it in and asks for it."""

    tenant_id: str = Field(primary_key=True, max_length=40)


class ContactRow(TenantRow, table=True):
    """A person who chats. `subject_hash` finds a verified one again; `profile` is sealed: sub, name and e-mail."""

    __tablename__ = "contact"
    __table_args__ = (UniqueConstraint("tenant_id", "subject_hash"),)

    id: str = Field(primary_key=True)
    verified: bool
    subject_hash: str | None = None
    profile: bytes | None = Field(default=None, sa_type=LargeBinary)
    records: list[str] = Field(default_factory=list, sa_type=JSON)
    locale: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)


class SessionRow(TenantRow, table=True):
    """A session token, hashed."""

    __tablename__ = "session"
    __table_args__ = (
        Index("session_contact", "tenant_id", "contact_id"),
        Index("session_expiry", "tenant_id", "expires_at"),
    )

    token_hash: str = Field(primary_key=True)
    id: str
    contact_id: str
    site_key: str
    identity_key: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class SpentTokenRow(TenantRow, table=True):
    """The `jti` of an identity token that was used, hashed."""

    __tablename__ = "spent_token"

    jti_hash: str = Field(primary_key=True)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class ConversationRow(TenantRow, table=True):
    """A conversation; `last_seq` is the newest number given out in it."""

    __tablename__ = "conversation"
    __table_args__ = (
        Index("conversation_contact", "tenant_id", "contact_id"),
        Index("conversation_state", "tenant_id", "state", "id"),
    )

    id: str = Field(primary_key=True)
    contact_id: str
    workflow: str
    state: str
    epoch: int = 0
    last_seq: int = 0
    handoff_id: str | None = None
    silent: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)


class MessageRow(TenantRow, table=True):
    """One utterance, with placeholders where personal values were."""

    __tablename__ = "message"
    __table_args__ = (
        UniqueConstraint("tenant_id", "conversation_id", "client_message_id"),
        UniqueConstraint("tenant_id", "conversation_id", "seq"),
        Index("message_turn", "tenant_id", "turn_id"),
        Index("message_age", "tenant_id", "at"),
    )

    id: str = Field(primary_key=True)
    conversation_id: str
    seq: int
    author: str
    text: str
    client_message_id: str | None = None
    text_hash: str | None = None
    turn_id: str | None = None
    author_id: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)


class EventRow(TenantRow, table=True):
    """A stored event of a conversation; what it says of a message is read from the message."""

    __tablename__ = "event"
    __table_args__ = (Index("event_turn", "tenant_id", "turn_id"), Index("event_age", "tenant_id", "at"))

    conversation_id: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    kind: str
    turn_id: str | None = None
    message_id: str | None = None
    data: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime)


class TurnRow(TenantRow, table=True):
    """One pass over a customer's message. `classes` are data classes found in it, joined by commas."""

    __tablename__ = "turn"
    __table_args__ = (
        Index("turn_conversation", "tenant_id", "conversation_id", "seq"),
        Index("turn_spending", "tenant_id", "workflow", "day"),
    )

    id: str = Field(primary_key=True)
    conversation_id: str
    contact_id: str
    message_id: str
    workflow: str
    seq: int
    state: str
    anonymous: bool
    classes: str = ""
    epoch: int = 0
    attempt: int = 1
    reply_id: str | None = None
    outcome: str | None = None
    reason: str | None = None
    model: str | None = None
    passages: list[str] = Field(default_factory=list, sa_type=JSON)
    day: str
    cost_usd: float = 0.0
    first_piece_ms: int | None = None
    started_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class HandoffRow(TenantRow, table=True):
    """A conversation on its way to a person, or with one.

    `claimed_by` is who holds it as audit events call them, `operator_name` as the customer reads it; `announced_at` is
    when the customer was told, once the assistant was silent.
    """

    __tablename__ = "handoff"
    __table_args__ = (
        Index("handoff_state", "tenant_id", "state"),
        Index("handoff_conversation", "tenant_id", "conversation_id"),
    )

    id: str = Field(primary_key=True)
    conversation_id: str
    contact_id: str
    workflow: str
    state: str
    reason: str
    reasons: list[str] = Field(default_factory=list, sa_type=JSON)
    expected: str
    email_placeholder: str | None = None
    claimed_by: str | None = None
    operator_name: str | None = None
    opened_at: datetime = Field(sa_type=UtcDateTime)
    overdue_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    claimed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    announced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DraftRow(TenantRow, table=True):
    """A reply that waits for a person's decision."""

    __tablename__ = "draft"
    __table_args__ = (Index("draft_state", "tenant_id", "state"),)

    id: str = Field(primary_key=True)
    conversation_id: str
    contact_id: str
    turn_id: str
    workflow: str
    epoch: int
    topic: str
    text: str
    sources: list[dict[str, str | None]] = Field(default_factory=list, sa_type=JSON)
    state: str
    decide_by: datetime = Field(sa_type=UtcDateTime)
    created_at: datetime = Field(sa_type=UtcDateTime)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    decided_by: str | None = None


class VaultRow(TenantRow, table=True):
    """A personal value behind a placeholder, sealed; `value_hash` gives the same value the same placeholder again.

    `at` is when it was last written, give or take a day.
    """

    __tablename__ = "vault_value"
    __table_args__ = (UniqueConstraint("tenant_id", "contact_id", "value_hash"),)

    contact_id: str = Field(primary_key=True)
    placeholder: str = Field(primary_key=True)
    data_class: str
    value_hash: str
    sealed: bytes = Field(sa_type=LargeBinary)
    at: datetime = Field(sa_type=UtcDateTime)


class FeedbackRow(TenantRow, table=True):
    """What a contact thought of a reply."""

    __tablename__ = "feedback"

    message_id: str = Field(primary_key=True)
    contact_id: str
    rating: str
    comment: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)


class ReceiptRow(TenantRow, table=True):
    """A deletion receipt: what was deleted where, never whose."""

    __tablename__ = "deletion_receipt"

    id: str = Field(primary_key=True)
    contact_hash: str
    content: dict[str, object] = Field(sa_type=JSON)
    at: datetime = Field(sa_type=UtcDateTime)


class AuditRow(TenantRow, table=True):
    """One act in a tenant's chain; `hash` covers the one before."""

    __tablename__ = "audit_event"
    __table_args__ = (Index("audit_age", "tenant_id", "at"),)

    position: int = Field(primary_key=True)
    id: str
    actor: str
    action: str
    target: str
    outcome: str
    reason: str | None = None
    turn_id: str | None = None
    at: datetime = Field(sa_type=UtcDateTime)
    hash: str


class AuditHeadRow(TenantRow, table=True):
    """The newest link of a tenant's audit chain."""

    __tablename__ = "audit_head"

    position: int
    hash: str


class TurnLeaseRow(Row, table=True):
    """Outside tenants, so that any replica finds turns whose process died: ids and times only.

    `interrupt` is a reason to stop that another replica, or a customer, asked for.
    """

    __tablename__ = "turn_lease"
    __table_args__ = (
        Index("turn_lease_until", "leased_until"),
        Index("turn_lease_conversation", "tenant_id", "conversation_id", "seq"),
    )

    turn_id: str = Field(primary_key=True)
    tenant_id: str
    conversation_id: str
    seq: int
    replica: str
    attempt: int
    leased_until: datetime = Field(sa_type=UtcDateTime)
    interrupt: str | None = None


class DueRow(Row, table=True):
    """Outside tenants, so that any replica finds what falls due: ids and times only."""

    __tablename__ = "due"
    __table_args__ = (Index("due_at", "due_at"),)

    kind: str = Field(primary_key=True)
    target_id: str = Field(primary_key=True)
    tenant_id: str
    due_at: datetime = Field(sa_type=UtcDateTime)


class TenantSeenRow(Row, table=True):
    """Outside tenants: every tenant that ever had rows, so that retention goes on after its file is gone.

    `retention` keeps the last known retention of its workflows, in seconds.
    """

    __tablename__ = "tenant_seen"

    tenant_id: str = Field(primary_key=True)
    retention: dict[str, dict[str, float]] = Field(default_factory=dict, sa_type=JSON)
    swept_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SwitchRow(Row, table=True):
    """Outside tenants: a kill switch. `warned_at` is when people were told that it ends by itself."""

    __tablename__ = "kill_switch"

    scope: str = Field(primary_key=True)
    on: bool
    mode: str
    reason: str
    by: str
    at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    warned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    version: int = Field(index=True, unique=True)


class SwitchVersionRow(Row, table=True):
    """Outside tenants: the newest version that a switch was given; its one row makes flips take turns."""

    __tablename__ = "switch_version"

    id: int = Field(primary_key=True)
    version: int


class ReplicaRow(Row, table=True):
    """Outside tenants: a running process, the version of the switches that it has applied, and what runs in it."""

    __tablename__ = "replica"

    id: str = Field(primary_key=True)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    version: int
    turns: int | None = None
    streams: int | None = None


class ApiKeyRow(Row, table=True):
    """Outside tenants: an API key, hashed; without `tenant_id` it reaches every tenant."""

    __tablename__ = "api_key"

    key_hash: str = Field(primary_key=True)
    id: str = Field(index=True, unique=True)
    name: str
    role: str
    tenant_id: str | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OperatorRow(Row, table=True):
    """Outside tenants: a person who works for tenants; without `tenants` every tenant is theirs.

    `name` signs in, `display_name` is what customers read, where there is one. `totp` is sealed; `totp_step` is the
    newest time step of which a code was used, so that none is used twice.
    """

    __tablename__ = "operator"

    id: str = Field(primary_key=True)
    name: str = Field(index=True, unique=True)
    display_name: str | None = None
    role: str
    tenants: list[str] | None = Field(default=None, sa_type=JSON)
    password_hash: str | None = None
    totp: bytes | None = Field(default=None, sa_type=LargeBinary)
    totp_step: int = 0
    created_at: datetime = Field(sa_type=UtcDateTime)
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SignInFailureRow(Row, table=True):
    """Outside tenants: failures to sign in under a name, an operator's or nobody's, from a place.

    Both are hashed: a typed name may be a password. The row without a place counts the failures from all of them.
    """

    __tablename__ = "sign_in_failure"

    name_hash: str = Field(primary_key=True)
    place_hash: str = Field(primary_key=True)
    failures: int
    failed_at: datetime = Field(index=True, sa_type=UtcDateTime)
    locked_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OperatorSessionRow(Row, table=True):
    """Outside tenants: an operator who has signed in; the token is hashed."""

    __tablename__ = "operator_session"

    token_hash: str = Field(primary_key=True)
    operator_id: str = Field(index=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)


class LoginLinkRow(Row, table=True):
    """Outside tenants: a link that signs an operator in once; the token is hashed."""

    __tablename__ = "login_link"

    token_hash: str = Field(primary_key=True)
    operator_id: str
    expires_at: datetime = Field(sa_type=UtcDateTime)


class ConfirmationRow(Row, table=True):
    """Outside tenants: an act that waits for a second person's yes."""

    __tablename__ = "confirmation"

    id: str = Field(primary_key=True)
    action: str
    wish: dict[str, object] = Field(sa_type=JSON)
    asked_by: str
    asked_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    confirmed_by: str | None = None
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DeliveryRow(Row, table=True):
    """Outside tenants, so that any replica finds what is to be sent: a webhook's event, without text.

    `state` is `waiting`, `delivered` or `dead`; `next_at` is when it is tried again.
    """

    __tablename__ = "webhook_delivery"
    __table_args__ = (Index("webhook_delivery_next", "state", "next_at"),)

    id: str = Field(primary_key=True)
    tenant_id: str
    kind: str
    url: str
    body: str
    state: str
    attempts: int = 0
    last_status: int | None = None
    created_at: datetime = Field(sa_type=UtcDateTime)
    next_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
