"""One counter of the kill switch's versions: flips at once take turns at it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the counter, standing where the switches stand."""
    op.create_table(
        "switch_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute("INSERT INTO switch_version (id, version) SELECT 1, coalesce(max(version), 0) FROM kill_switch")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON switch_version TO frontdesk_app")


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("switch_version")
