"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
OF_TENANTS = (
    "contact",
    "session",
    "spent_token",
    "vault_value",
    "conversation",
    "message",
    "event",
    "turn",
    "handoff",
    "draft",
    "feedback",
    "deletion_receipt",
    "audit_event",
    "audit_head",
)
OUTSIDE = ("turn_lease", "due", "tenant_seen", "kill_switch", "replica", "api_key")


def upgrade() -> None:
    """Make every table; on PostgreSQL also the role and the policies."""
    _people()
    _conversations()
    _answers()
    _records()
    _outside()
    if op.get_bind().dialect.name == "postgresql":
        _role()
        _rights()
        _policies()


def downgrade() -> None:
    """Drop every table; the role stays, since other databases of the server may use it."""
    for table in (*OF_TENANTS, *OUTSIDE):
        op.drop_table(table)


def _people() -> None:
    """Make the tables of who chats and how they are known."""
    op.create_table(
        "contact",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("subject_hash", sa.String(), nullable=True),
        sa.Column("profile", sa.LargeBinary(), nullable=True),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.Column("locale", sa.String(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id"),
        sa.UniqueConstraint("tenant_id", "subject_hash"),
    )
    op.create_table(
        "session",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("site_key", sa.String(), nullable=False),
        sa.Column("identity_key", sa.String(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "token_hash"),
    )
    op.create_index("session_contact", "session", ["tenant_id", "contact_id"])
    op.create_index("session_expiry", "session", ["tenant_id", "expires_at"])
    op.create_table(
        "spent_token",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("jti_hash", sa.String(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "jti_hash"),
    )
    op.create_table(
        "vault_value",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("placeholder", sa.String(), nullable=False),
        sa.Column("data_class", sa.String(), nullable=False),
        sa.Column("value_hash", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "contact_id", "placeholder"),
        sa.UniqueConstraint("tenant_id", "contact_id", "value_hash"),
    )


def _conversations() -> None:
    """Make the tables of what was said."""
    op.create_table(
        "conversation",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("handoff_id", sa.String(), nullable=True),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id"),
    )
    op.create_index("conversation_contact", "conversation", ["tenant_id", "contact_id"])
    op.create_table(
        "message",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("client_message_id", sa.String(), nullable=True),
        sa.Column("text_hash", sa.String(), nullable=True),
        sa.Column("turn_id", sa.String(), nullable=True),
        sa.Column("author_id", sa.String(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id"),
        sa.UniqueConstraint("tenant_id", "conversation_id", "client_message_id"),
        sa.UniqueConstraint("tenant_id", "conversation_id", "seq"),
    )
    op.create_index("message_age", "message", ["tenant_id", "at"])
    op.create_index("message_turn", "message", ["tenant_id", "turn_id"])
    op.create_table(
        "event",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("turn_id", sa.String(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "conversation_id", "seq"),
    )
    op.create_index("event_age", "event", ["tenant_id", "at"])
    op.create_index("event_turn", "event", ["tenant_id", "turn_id"])
    op.create_table(
        "turn",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("classes", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("reply_id", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("model", sa.String(), nullable=True),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("cost_usd", sa.Float(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id"),
    )
    op.create_index("turn_conversation", "turn", ["tenant_id", "conversation_id", "seq"])
    op.create_index("turn_spending", "turn", ["tenant_id", "workflow", "day"])


def _answers() -> None:
    """Make the tables of what people do with it."""
    op.create_table(
        "handoff",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("expected", sa.String(), nullable=False),
        sa.Column("email_placeholder", sa.String(), nullable=True),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id"),
    )
    op.create_index("handoff_conversation", "handoff", ["tenant_id", "conversation_id"])
    op.create_index("handoff_state", "handoff", ["tenant_id", "state"])
    op.create_table(
        "draft",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("turn_id", sa.String(), nullable=False),
        sa.Column("workflow", sa.String(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decide_by", MOMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("tenant_id", "id"),
    )
    op.create_index("draft_state", "draft", ["tenant_id", "state"])
    op.create_table(
        "feedback",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("comment", sa.String(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "message_id"),
    )


def _records() -> None:
    """Make the tables of what is kept of what was done."""
    op.create_table(
        "deletion_receipt",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contact_hash", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "id"),
    )
    op.create_table(
        "audit_event",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("turn_id", sa.String(), nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "position"),
    )
    op.create_index("audit_age", "audit_event", ["tenant_id", "at"])
    op.create_table(
        "audit_head",
        sa.Column("tenant_id", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id"),
    )


def _outside() -> None:
    """Make the tables of what stands outside tenants."""
    op.create_table(
        "turn_lease",
        sa.Column("turn_id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("replica", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("leased_until", MOMENT, nullable=False),
        sa.Column("interrupt", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("turn_id"),
    )
    op.create_index("turn_lease_conversation", "turn_lease", ["tenant_id", "conversation_id", "seq"])
    op.create_index("turn_lease_until", "turn_lease", ["leased_until"])
    op.create_table(
        "due",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("target_id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "target_id"),
    )
    op.create_index("due_at", "due", ["due_at"])
    op.create_table(
        "tenant_seen",
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("retention", sa.JSON(), nullable=False),
        sa.Column("swept_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("tenant_id"),
    )
    op.create_table(
        "kill_switch",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("scope"),
    )
    op.create_index("ix_kill_switch_version", "kill_switch", ["version"])
    op.create_table(
        "replica",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "api_key",
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("key_hash"),
    )
    op.create_index("ix_api_key_id", "api_key", ["id"], unique=True)


def _role() -> None:
    """Make the role that the service acts as: it owns nothing, and row-level security holds for it."""
    op.execute("""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'frontdesk_app') THEN
                CREATE ROLE frontdesk_app NOLOGIN NOINHERIT;
            END IF;
        END $$
    """)
    op.execute("GRANT frontdesk_app TO CURRENT_USER")


def _rights() -> None:
    """Let the role read and change rows; an audit event it can only add, and retention's cut take away."""
    tables = ", ".join(f'"{table}"' for table in (*OF_TENANTS, *OUTSIDE))
    op.execute("GRANT USAGE ON SCHEMA public TO frontdesk_app")
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO frontdesk_app")
    op.execute("REVOKE UPDATE ON audit_event FROM frontdesk_app")
    op.execute("GRANT SELECT ON alembic_version TO frontdesk_app")


def _policies() -> None:
    """Hold every table of tenants to the tenant that the transaction names; where it names none there are no rows."""
    rule = "tenant_id = current_setting('frontdesk.tenant', true)"
    for table in OF_TENANTS:
        op.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
        op.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
        op.execute(f'CREATE POLICY of_the_tenant ON "{table}" USING ({rule}) WITH CHECK ({rule})')
