"""Local moderation: the port and the rules say the same."""

from app.adapters.moderation_local import LocalModeration


async def test_the_port_gives_the_verdict_of_the_rules() -> None:
    """Asked through the port or at once, a text gets one verdict."""
    moderation = LocalModeration()
    for text in ("I want to die", "where is my order"):
        assert await moderation.moderate(text) == moderation.judge(text)
    assert (await moderation.moderate("I want to die")).self_harm
