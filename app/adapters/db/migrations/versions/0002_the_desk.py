"""The desk: operators and how they sign in, what a second person confirms, webhooks, and what a claim tells."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
OUTSIDE = ("operator", "operator_session", "login_link", "confirmation", "webhook_delivery")
ADDED = (
    ("turn", "first_piece_ms", sa.Integer()),
    ("handoff", "operator_name", sa.String()),
    ("handoff", "overdue_at", MOMENT),
    ("handoff", "announced_at", MOMENT),
    ("kill_switch", "warned_at", MOMENT),
    ("replica", "turns", sa.Integer()),
    ("replica", "streams", sa.Integer()),
)


def upgrade() -> None:
    """Add columns and tables; on PostgreSQL the service's role may use them."""
    for table, name, kind in ADDED:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    # Two flips at once must not share a version: a replica that has applied one would seem to have applied both.
    op.drop_index("ix_kill_switch_version", "kill_switch")
    op.create_index("ix_kill_switch_version", "kill_switch", ["version"], unique=True)
    _people()
    _acts()
    if op.get_bind().dialect.name == "postgresql":
        tables = ", ".join(f'"{table}"' for table in OUTSIDE)
        op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO frontdesk_app")


def downgrade() -> None:
    """Take it all away again."""
    for table in OUTSIDE:
        op.drop_table(table)
    op.drop_index("ix_kill_switch_version", "kill_switch")
    op.create_index("ix_kill_switch_version", "kill_switch", ["version"])
    for table, name, _ in ADDED:
        op.drop_column(table, name)


def _people() -> None:
    """Make the tables of operators and how they sign in."""
    op.create_table(
        "operator",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("tenants", sa.JSON(), nullable=True),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("totp", sa.LargeBinary(), nullable=True),
        sa.Column("totp_step", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("disabled_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_operator_name", "operator", ["name"], unique=True)
    op.create_table(
        "operator_session",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("operator_id", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )
    op.create_index("ix_operator_session_operator_id", "operator_session", ["operator_id"])
    op.create_table(
        "login_link",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("operator_id", sa.String(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash"),
    )


def _acts() -> None:
    """Make the tables of what waits for a second person, and of what webhooks tell."""
    op.create_table(
        "confirmation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("wish", sa.JSON(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=True),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "webhook_delivery",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("tenant_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("webhook_delivery_next", "webhook_delivery", ["state", "next_at"])
