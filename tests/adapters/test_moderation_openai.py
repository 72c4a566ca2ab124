import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from app.adapters.moderation_openai import OpenAiModeration
from app.adapters.openai_client import OpenAiClient
from app.domain.moderation import ModerationUnavailable, ModerationVerdict
from tests.adapters.vendor import Play, answers, hangs_up, stalls, vendor

CLEAN = {"violence": False, "self-harm": False, "self-harm/intent": False, "illicit": None}


def verdict(*, flagged: bool = False, **more: object) -> dict[str, object]:
    """The body of an answer."""
    return {"id": "modr-1", "model": "omni", "results": [{"flagged": flagged, "categories": CLEAN, **more}]}


@asynccontextmanager
async def moderation_of(url: str) -> AsyncIterator[OpenAiModeration]:
    """A moderator at `url`, closed with the block."""
    client = OpenAiClient(url, lambda: "sk-x")
    try:
        yield OpenAiModeration(client)
    finally:
        await client.close()


async def judged(*plays: Play) -> ModerationVerdict:
    """The verdict that comes of such answers."""
    async with vendor(*plays) as played, moderation_of(played.url) as moderation:
        return await moderation.moderate("words")


async def outage(*plays: Play) -> str:
    """Why there was no verdict."""
    with pytest.raises(ModerationUnavailable) as caught:
        await judged(*plays)
    return caught.value.code


async def test_asks_for_what_was_said() -> None:
    """The text goes to the moderation model as it is."""
    async with vendor(answers(200, verdict())) as played, moderation_of(played.url) as moderation:
        assert moderation.name == "openai"
        await moderation.moderate("Where is my “parcel”?")
    assert played.calls[0].path == "/v1/moderations"
    assert played.calls[0].json == {"model": "omni-moderation-latest", "input": "Where is my “parcel”?"}


async def test_passes_what_is_clean() -> None:
    """Nothing flagged is a sure pass."""
    assert await judged(answers(200, verdict())) == ModerationVerdict(
        flagged=False, categories=(), sure=True, self_harm=False
    )


async def test_names_what_was_flagged() -> None:
    """The categories are those that the vendor flagged, in its own words."""
    found = await judged(answers(200, verdict(flagged=True, categories={**CLEAN, "violence": True, "hate": True})))
    assert found == ModerationVerdict(flagged=True, categories=("hate", "violence"), sure=True, self_harm=False)


@pytest.mark.parametrize("category", ["self-harm", "self-harm/intent", "self-harm/instructions"])
async def test_sees_danger(category: str) -> None:
    """Any kind of self-harm asks for a person, even where the vendor forgot the flag above it."""
    found = await judged(answers(200, verdict(flagged=False, categories={**CLEAN, category: True})))
    assert found.self_harm
    assert found.flagged


@pytest.mark.parametrize(
    "body",
    [
        b"not json",
        b"\xff",
        {},
        {"results": []},
        {"results": [{"flagged": "no", "categories": {}}]},
        {"results": [{"flagged": False}]},
        {"results": [{"flagged": False, "categories": {"violence": "no"}}]},
        {"results": [{"flagged": False, "categories": {}}] * 2},
    ],
)
async def test_a_strange_verdict_is_none(body: object) -> None:
    """What can't be read never passes for acceptable."""
    assert await outage(answers(200, body)) == "wrong_shape"


@pytest.mark.parametrize("status", [401, 429, 500, 503])
async def test_an_error_is_no_verdict(status: int) -> None:
    """A status is taken at its word, once."""
    async with vendor(answers(status)) as played, moderation_of(played.url) as moderation:
        with pytest.raises(ModerationUnavailable, match=f"http_{status}"):
            await moderation.moderate("words")
    assert len(played.calls) == 1


async def test_a_page_or_a_flood_is_no_verdict() -> None:
    """Neither a gateway's page nor a body without end is read."""
    assert await outage(answers(200, b"<html>", "text/html")) == "content_type"
    assert await outage(answers(200, b" " * 1_100_000)) == "too_long"


async def test_asks_again_where_the_line_was_dead() -> None:
    """A connection that the vendor had closed meanwhile costs no verdict."""
    assert not (await judged(hangs_up, answers(200, verdict()))).flagged


async def test_asks_no_third_time() -> None:
    """One quick second try, no more."""
    async with vendor(hangs_up) as played, moderation_of(played.url) as moderation:
        with pytest.raises(ModerationUnavailable, match="connection"):
            await moderation.moderate("words")
    assert len(played.calls) == 2


@pytest.mark.parametrize("play", [stalls(), stalls(b"{")])
async def test_waits_no_longer_than_its_deadline(play: Play) -> None:
    """Silence is an outage after 1.5 seconds, both tries together, and the connection is dropped."""
    async with vendor(play) as played, moderation_of(played.url) as moderation:
        began = time.monotonic()
        with pytest.raises(ModerationUnavailable):
            await moderation.moderate("words")
        assert time.monotonic() - began < 1.8
        assert await played.all_left()


async def test_the_deadline_covers_the_second_try() -> None:
    """A first try that took its time leaves the second one less."""

    async def late(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(1)
        writer.close()

    began = time.monotonic()
    assert await outage(late, stalls()) == "timeout"
    assert time.monotonic() - began < 1.8
