import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field

import pytest

from app.adapters import breaker
from app.adapters.llm_openai import OpenAiLlm
from app.adapters.openai_client import OpenAiClient
from app.domain.handoff import Reason
from app.domain.llm import Finish, Finished, Piece, Usage
from app.domain.workflow import ModelSettings
from app.stages import answer as stage
from app.stages.answer import Answer, AnswerFailed
from tests.adapters.prompts import make_prompt
from tests.adapters.vendor import DONE, Play, Vendor, answers, bursts, event, hangs_up, stalls, streams, vendor, whole

FINE = bursts(whole("Your parcel left today."))
HALF = event({"content": "Half "})


@dataclass
class Asked:
    """The stage before a vendor that plays along."""

    answer: Answer
    vendor: Vendor
    alerts: list[str] = field(default_factory=list)

    async def hear(self, model: str = "gpt-test", *, within: float | None = None) -> tuple[str, Finished]:
        """What one model says, and how it ended; `within` seconds instead of the turn's own."""
        deadline = self.answer.deadline() if within is None else asyncio.get_running_loop().time() + within
        said, last = "", None
        async with aclosing(self.answer(make_prompt(), model, deadline)) as items:
            async for item in items:
                if isinstance(item, Piece):
                    said += item.text
                else:
                    last = item
        assert last is not None
        return said, last

    async def fail(self, model: str = "gpt-test", *, within: float | None = None) -> AnswerFailed:
        """How one model fails."""
        with pytest.raises(AnswerFailed) as caught:
            await self.hear(model, within=within)
        return caught.value


@asynccontextmanager
async def asking(*plays: Play) -> AsyncIterator[Asked]:
    """The stage, its provider named `openai`."""
    alerts: list[str] = []
    async with vendor(*plays) as played:
        llm = OpenAiLlm(OpenAiClient(played.url, lambda: "sk-x"), frozenset())
        try:
            yield Asked(Answer({"openai": llm}, alerts.append), played, alerts)
        finally:
            await llm.close()


class TestAnswer:
    """A model that answers."""

    async def test_is_passed_on(self) -> None:
        """Its pieces and its end come through as they are."""
        async with asking(FINE) as asked:
            assert await asked.hear() == ("Your parcel left today.", Finished(Finish.STOP, Usage(12, 34)))

    async def test_may_be_cut_at_its_length(self) -> None:
        """An answer that grew too long is one; what it lacks is the caller's to say."""
        async with asking(streams(event({"content": "Long"}, "length"), DONE)) as asked:
            assert (await asked.hear())[1].finish is Finish.LENGTH

    @pytest.mark.parametrize(
        ("play", "reason", "code"),
        [
            (streams(event(finish="stop"), DONE), Reason.MODEL_UNAVAILABLE, "empty"),
            (streams(event({"content": " \n"}), event(finish="stop"), DONE), Reason.MODEL_UNAVAILABLE, "empty"),
            (streams(HALF, event(finish="content_filter"), DONE), Reason.UNSAFE_OUTPUT, "filtered"),
            (streams(event({"refusal": "No"}), event(finish="stop"), DONE), Reason.UNSAFE_OUTPUT, "refused"),
        ],
    )
    async def test_may_be_none(self, play: Play, reason: Reason, code: str) -> None:
        """Nothing but blanks is no answer, and what the vendor itself took back is not shown as one."""
        async with asking(play) as asked:
            failed = await asked.fail()
            assert (failed.reason, failed.code) == (reason, code)
            assert len(asked.vendor.calls) == 1

    async def test_needs_a_provider(self) -> None:
        """A provider that nobody set up is an unavailable model."""
        nobody = Answer({}, print)
        prompt = make_prompt(model=ModelSettings("gpt-test", provider="elsewhere"))
        with pytest.raises(AnswerFailed, match="no_provider"):
            await anext(nobody(prompt, "gpt-test", nobody.deadline()))


class TestRetry:
    """Trying again, before anything was said."""

    @pytest.mark.parametrize("play", [answers(500), answers(429), hangs_up, streams(b"data: {\n\n"), streams()])
    async def test_may_help(self, play: Play) -> None:
        """Two failures that may pass, and the third try answers."""
        async with asking(play, play, FINE) as asked:
            assert (await asked.hear())[0] == "Your parcel left today."
            assert len(asked.vendor.calls) == 3

    @pytest.mark.parametrize("play", [answers(500), answers(503, retry_after="1"), answers(429, retry_after="2")])
    async def test_ends_in_time(self, play: Play) -> None:
        """After two retries at most the customer is told, within three seconds."""
        async with asking(play) as asked:
            began = time.monotonic()
            failed = await asked.fail()
            assert time.monotonic() - began < 3
            assert (failed.reason, failed.said) == (Reason.MODEL_UNAVAILABLE, False)
            assert 2 <= len(asked.vendor.calls) <= 3

    async def test_is_over_for_the_fallback_too(self) -> None:
        """Waiting is counted over the whole turn: a fallback that fails after it is not waited for again."""
        async with asking(answers(503, retry_after="1")) as asked:
            began, deadline = time.monotonic(), asked.answer.deadline()
            for model in ("first", "second", "third"):
                with pytest.raises(AnswerFailed):
                    await anext(asked.answer(make_prompt(), model, deadline))
            assert time.monotonic() - began < 3

    async def test_waits_as_asked(self) -> None:
        """A vendor that asks for a second gets it."""
        async with asking(answers(429, retry_after="1"), FINE) as asked:
            began = time.monotonic()
            await asked.hear()
            assert time.monotonic() - began >= 1

    @pytest.mark.alone
    async def test_does_not_wait_for_long(self) -> None:
        """A vendor that asks for more than two seconds is given up at once."""
        async with asking(answers(429, retry_after="3"), FINE) as asked:
            began = time.monotonic()
            assert (await asked.fail()).code == "http_429"
            assert time.monotonic() - began < 0.3

    @pytest.mark.parametrize("status", [400, 401, 403, 404])
    async def test_is_not_tried_in_vain(self, status: int) -> None:
        """What will not pass is asked once."""
        async with asking(answers(status), FINE) as asked:
            assert (await asked.fail()).code == f"http_{status}"
            assert len(asked.vendor.calls) == 1

    async def test_is_not_tried_once_something_was_said(self) -> None:
        """Nobody is told two halves: after the first piece a break is the end."""
        async with asking(streams(HALF, b"data: {", pause=0.02, end=b""), FINE) as asked:
            failed = await asked.fail()
            assert (failed.reason, failed.code, failed.said) == (Reason.MODEL_UNAVAILABLE, "cut", True)
            assert len(asked.vendor.calls) == 1


class TestDeadline:
    """What may take how long; the real numbers are checked, then made small."""

    def test_is_as_promised(self) -> None:
        """Eight seconds to the first piece, five between pieces, a minute for all."""
        assert (stage.FIRST_PIECE, stage.BETWEEN_PIECES, stage.WHOLE_ANSWER) == (8, 5, 60)

    @pytest.mark.alone
    async def test_begins_with_the_turn(self) -> None:
        """The deadline is a loop time, eight seconds from now."""
        async with asking(FINE) as asked:
            left = asked.answer.deadline() - asyncio.get_running_loop().time()
        assert left == pytest.approx(8, abs=0.1)

    @pytest.mark.parametrize("play", [stalls(), stalls(b": still there\n\n"), stalls(event({"role": "assistant"}))])
    async def test_first_piece(self, play: Play) -> None:
        """Neither silence nor headers, comments and roles are a first piece; the call is dropped."""
        async with asking(play) as asked:
            failed = await asked.fail(within=0.2)
            assert (failed.reason, failed.code, failed.said) == (Reason.MODEL_TIMEOUT, "no_first_piece", False)
            assert await asked.vendor.all_left()

    async def test_a_byte_now_and_then_is_no_piece(self) -> None:
        """A vendor that drips is as late as one that is silent."""
        data = whole("x")
        async with asking(streams(*[data[at : at + 1] for at in range(len(data))], pause=0.02)) as asked:
            assert (await asked.fail(within=0.3)).reason is Reason.MODEL_TIMEOUT

    async def test_white_space_is_no_piece(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A vendor that sends nothing but spaces is silent, before its first word as after it."""
        monkeypatch.setattr(stage, "BETWEEN_PIECES", 0.1)
        space = event({"content": " "})
        for pieces, code in (([space] * 60, "no_first_piece"), ([HALF, *[space] * 60], "stalled")):
            async with asking(streams(*pieces, pause=0.02)) as asked:
                failed = await asked.fail(within=0.3)
                assert (failed.reason, failed.code) == (Reason.MODEL_TIMEOUT, code)

    async def test_is_one_for_all_models(self) -> None:
        """A fallback whose turn comes too late is not called at all."""
        async with asking(FINE) as asked:
            assert (await asked.fail(within=-0.1)).reason is Reason.MODEL_TIMEOUT
            assert asked.vendor.calls == []

    async def test_between_pieces(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A reply that stops in the middle is a timeout after something was said."""
        monkeypatch.setattr(stage, "BETWEEN_PIECES", 0.1)
        async with asking(stalls(HALF)) as asked:
            failed = await asked.fail()
            assert (failed.reason, failed.code, failed.said) == (Reason.MODEL_TIMEOUT, "stalled", True)
            assert await asked.vendor.all_left()

    @pytest.mark.alone
    async def test_whole_answer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A reply that goes on and on ends, however steadily it comes."""
        monkeypatch.setattr(stage, "WHOLE_ANSWER", 0.3)
        async with asking(streams(*[HALF] * 500, pause=0.02)) as asked:
            began = time.monotonic()
            assert (await asked.fail()).reason is Reason.MODEL_TIMEOUT
            assert 0.25 < time.monotonic() - began < 1


class TestBreaker:
    """Each model of each provider has a breaker."""

    @pytest.mark.alone
    async def test_open_means_at_once(self) -> None:
        """After ten failed calls nobody waits, and nobody calls."""
        async with asking(answers(500, retry_after="9")) as asked:
            for _ in range(10):
                await asked.fail()
            began = time.monotonic()
            assert (await asked.fail()).code == "breaker_open"
            assert time.monotonic() - began < 0.05
            assert len(asked.vendor.calls) == 10
            assert (await asked.fail("another")).code == "http_500"

    @pytest.mark.alone
    async def test_counts_timeouts_and_keys(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A vendor that hangs, stalls or refuses the key is one that fails."""
        monkeypatch.setattr(stage, "BETWEEN_PIECES", 0.02)
        async with asking(stalls(), stalls(), stalls(HALF), stalls(HALF), answers(401)) as asked:
            for _ in range(10):
                await asked.fail(within=0.3)
            assert (await asked.fail()).code == "breaker_open"

    @pytest.mark.parametrize("play", [answers(400), streams(event({"refusal": "No"}), DONE), streams(event(), DONE)])
    async def test_no_customer_can_open_it(self, play: Play) -> None:
        """A message that the vendor refuses, or answers with nothing, says nothing about the next customer's."""
        async with asking(*[play] * 20, FINE) as asked:
            for _ in range(20):
                await asked.fail()
            assert (await asked.hear())[0] == "Your parcel left today."

    async def test_is_not_told_of_calls_that_were_cut_off(self) -> None:
        """Customers who stop a reply are no failure of the vendor's."""
        async with asking(*[stalls(HALF)] * 20, FINE) as asked:
            for _ in range(20):
                async with aclosing(asked.answer(make_prompt(), "gpt-test", asked.answer.deadline())) as items:
                    await anext(items)
            assert await asked.vendor.all_left()
            assert (await asked.hear())[0] == "Your parcel left today."

    async def test_is_not_wedged_by_a_cancelled_probe(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A probe whose turn was cancelled is followed by another, and its good answer closes the breaker."""
        monkeypatch.setattr(breaker, "PAUSE", 0.1)
        async with asking(*[answers(500, retry_after="9")] * 10, stalls(), FINE) as asked:
            for _ in range(10):
                await asked.fail()
            await asyncio.sleep(0.1)
            probe = asyncio.create_task(asked.hear())
            await asyncio.sleep(0.05)
            probe.cancel()
            await asyncio.gather(probe, return_exceptions=True)
            assert probe.cancelled()
            await asyncio.sleep(0.1)
            for _ in range(3):
                await asked.hear()


class TestAlert:
    """Operators hear of a key that is refused."""

    @pytest.mark.parametrize("status", [401, 403])
    async def test_names_the_provider(self, status: int) -> None:
        """At once, and without the key."""
        async with asking(answers(status)) as asked:
            failed = await asked.fail()
            assert asked.alerts == ["openai"]
            assert "sk-x" not in repr(failed)

    async def test_is_for_keys_alone(self) -> None:
        """Other failures are the breaker's."""
        async with asking(answers(500)) as asked:
            await asked.fail()
            assert asked.alerts == []
