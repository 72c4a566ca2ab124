"""Conversations by state: found and counted by who has them, newest first."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("conversation_state", "conversation", ["tenant_id", "state", "id"])


def downgrade() -> None:
    """Take it away again."""
    op.drop_index("conversation_state", "conversation")
