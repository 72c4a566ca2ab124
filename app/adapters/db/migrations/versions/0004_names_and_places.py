"""Names and places: what customers call an operator, and failures to sign in by name and place."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the column and the table; an operator's row counts no failures any more."""
    op.add_column("operator", sa.Column("display_name", sa.String(), nullable=True))
    op.drop_column("operator", "failures")
    op.drop_column("operator", "locked_until")
    op.create_table(
        "sign_in_failure",
        sa.Column("name_hash", sa.String(), nullable=False),
        sa.Column("place_hash", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", MOMENT, nullable=False),
        sa.Column("locked_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("name_hash", "place_hash"),
    )
    op.create_index("ix_sign_in_failure_failed_at", "sign_in_failure", ["failed_at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO frontdesk_app")


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("sign_in_failure")
    op.add_column("operator", sa.Column("locked_until", MOMENT, nullable=True))
    op.add_column("operator", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.drop_column("operator", "display_name")
