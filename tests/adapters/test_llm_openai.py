import json
import logging
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from app.adapters.llm_openai import OpenAiLlm
from app.adapters.openai_client import OpenAiClient
from app.domain.llm import Finish, Finished, LlmFailure, Piece, Usage
from app.domain.turn import Prompt
from app.domain.workflow import ModelSettings
from tests.adapters.prompts import SYSTEM, make_prompt
from tests.adapters.vendor import (
    DONE,
    Play,
    answers,
    bursts,
    event,
    hangs_up,
    stalls,
    streams,
    usage,
    vendor,
    whole,
)

KEY = "sk-canary-key"
SAID = "canary words of a customer"
EVERYTHING = frozenset({"store", "safety_identifier"})


@asynccontextmanager
async def llm_of(
    url: str, sends: frozenset[str] = EVERYTHING, api_key: Callable[[], str] = lambda: KEY
) -> AsyncIterator[OpenAiLlm]:
    """A provider at `url`, closed with the block."""
    llm = OpenAiLlm(OpenAiClient(url, api_key), sends)
    try:
        yield llm
    finally:
        await llm.close()


async def heard(llm: OpenAiLlm, prompt: Prompt | None = None) -> tuple[list[str], Finished]:
    """The pieces of one answer, and how it ended."""
    async with aclosing(llm.stream(prompt or make_prompt(), "gpt-test")) as stream:
        items = [item async for item in stream]
    *pieces, last = items
    assert isinstance(last, Finished)
    return [piece.text for piece in pieces if isinstance(piece, Piece)], last


async def failure_of(*plays: Play) -> tuple[str, LlmFailure]:
    """What was said before the call failed, and the failure."""
    said: list[str] = []

    async def listen(llm: OpenAiLlm) -> None:
        async for item in llm.stream(make_prompt(SAID), "gpt-test"):
            said.extend([item.text] if isinstance(item, Piece) else [])

    async with vendor(*plays) as played, llm_of(played.url) as llm:
        with pytest.raises(LlmFailure) as caught:
            await listen(llm)
    return "".join(said), caught.value


class TestAnswer:
    """What a well-behaved provider sends arrives whole."""

    async def test_comes_with_its_usage_and_finish(self) -> None:
        """Every text is there, in order, and the tokens are those the vendor counted."""
        async with vendor(streams(whole("Your parcel ", "left ", "today."))) as played, llm_of(played.url) as llm:
            texts, last = await heard(llm)
        assert "".join(texts) == "Your parcel left today."
        assert last == Finished(Finish.STOP, Usage(12, 34))

    async def test_a_burst_is_few_pieces(self) -> None:
        """What came in one read is one piece: 64 tokens at once make no 64 pieces."""
        tokens = [f"tok{number} " for number in range(64)]
        async with vendor(bursts(whole(*tokens))) as played, llm_of(played.url) as llm:
            texts, _ = await heard(llm)
        assert "".join(texts) == "".join(tokens)
        assert len(texts) <= 2

    async def test_comes_as_it_is_said(self) -> None:
        """A piece does not wait for the next one."""
        writes = [event({"content": "one "}), event({"content": "two"}), event(finish="stop") + DONE]
        async with vendor(streams(*writes, pause=0.05)) as played, llm_of(played.url) as llm:
            texts, _ = await heard(llm)
        assert texts == ["one ", "two"]

    @pytest.mark.parametrize("ending", [b"\n\n", b"\r\n\r\n"])
    async def test_survives_every_cut(self, ending: bytes) -> None:
        """The network may cut anywhere, in the middle of a character too, and end lines either way."""
        data = whole("Grüße, ", "東京 🚢").replace(b"\n\n", ending)
        raw = data.replace(json.dumps("Grüße, ")[1:-1].encode(), "Grüße, ".encode())
        raw = raw.replace(json.dumps("東京 🚢")[1:-1].encode(), "東京 🚢".encode())
        assert "🚢".encode() in raw
        single = [raw[at : at + 1] for at in range(len(raw))]
        async with vendor(streams(*single)) as played, llm_of(played.url) as llm:
            texts, last = await heard(llm)
        assert "".join(texts) == "Grüße, 東京 🚢"
        assert last.usage == Usage(12, 34)

    async def test_may_come_without_usage(self) -> None:
        """A provider that reports none is no failure; the spending is estimated elsewhere."""
        play = streams(event({"content": "Yes."}), event(finish="stop"), DONE)
        async with vendor(play) as played, llm_of(played.url) as llm:
            assert await heard(llm) == (["Yes."], Finished(Finish.STOP, None))

    async def test_passes_over_comments_and_other_fields(self) -> None:
        """Keep-alives, event names and empty deltas are no text."""
        data = b": ping\n\nevent: chunk\n" + event({"role": "assistant", "content": ""}) + whole("Yes.")
        async with vendor(streams(data)) as played, llm_of(played.url) as llm:
            assert (await heard(llm))[0] == ["Yes."]

    @pytest.mark.parametrize("last", [event(finish="stop"), DONE])
    async def test_either_mark_ends_it(self, last: bytes) -> None:
        """A finish reason without [DONE] ends an answer, and so does [DONE] alone."""
        async with vendor(streams(event({"content": "Yes."}), last)) as played, llm_of(played.url) as llm:
            assert await heard(llm) == (["Yes."], Finished(Finish.STOP, None))

    @pytest.mark.parametrize(
        ("events", "finish"),
        [
            ([event({"content": "x"}, "length")], Finish.LENGTH),
            ([event({"content": "x"}, "content_filter")], Finish.FILTERED),
            ([event({"refusal": "I can't"}), event(finish="stop")], Finish.REFUSED),
            ([event({"content": "x"}, "something_new")], Finish.STOP),
        ],
    )
    async def test_says_how_it_ended(self, events: list[bytes], finish: Finish) -> None:
        """Each way to end is told apart; a refusal's own words are not passed on."""
        async with vendor(streams(*events, DONE)) as played, llm_of(played.url) as llm:
            texts, last = await heard(llm)
        assert last.finish is finish
        assert "".join(texts) in {"x", ""}

    @pytest.mark.parametrize("split", [False, True])
    async def test_gives_its_connection_back(self, *, split: bool) -> None:
        """The next call goes over the same connection, also where the end of the stream comes a little later."""
        data = whole("Yes.")
        play = streams(data[:-5], data[-5:], pause=0.02) if split else bursts(data)
        async with vendor(play) as played, llm_of(played.url) as llm:
            for _ in range(5):
                await heard(llm)
            assert (len(played.calls), played.connections) == (5, 1)

    async def test_ends_where_the_vendor_does_not_hang_up(self) -> None:
        """After [DONE] nobody waits for a provider that keeps the line open."""
        async with vendor(stalls(whole("Yes."))) as played, llm_of(played.url) as llm:
            assert (await heard(llm))[1].finish is Finish.STOP
            assert await played.all_left()


class TestRequest:
    """What the provider is told."""

    async def body_of(self, model: ModelSettings, sends: frozenset[str]) -> dict[str, object]:
        """The body of a call."""
        prompt = make_prompt("And today?", history=[("user", "Hi"), ("assistant", "Hello")], model=model)
        async with vendor(streams(whole("Yes."))) as played, llm_of(played.url, sends) as llm:
            await heard(llm, prompt)
        assert played.calls[0].path == "/v1/chat/completions"
        assert played.calls[0].headers["content-type"] == "application/json"
        return played.calls[0].json

    async def test_holds_the_prompt_and_the_settings(self) -> None:
        """System, history and the newest message, in that order, and what the workflow sets."""
        model = ModelSettings("gpt-test", reasoning_effort="minimal", max_output_tokens=99, store=True)
        assert await self.body_of(model, EVERYTHING) == {
            "model": "gpt-test",
            "messages": [
                {"role": "system", "content": SYSTEM},
                {"role": "user", "content": "Hi"},
                {"role": "assistant", "content": "Hello"},
                {"role": "user", "content": "And today?"},
            ],
            "stream": True,
            "stream_options": {"include_usage": True},
            "max_completion_tokens": 99,
            "reasoning_effort": "minimal",
            "store": True,
            "safety_identifier": "hashed-contact",
        }

    async def test_says_that_nothing_is_to_be_stored(self) -> None:
        """`store = false` is sent as such: left out, the vendor would choose."""
        body = await self.body_of(ModelSettings("gpt-test"), frozenset({"store"}))
        assert body["store"] is False
        assert "safety_identifier" not in body

    async def test_leaves_out_what_the_provider_does_not_know(self) -> None:
        """A provider that `sends` nothing gets the plain fields alone, and no effort that nobody set."""
        body = await self.body_of(ModelSettings("gpt-test", store=True), frozenset())
        assert not body.keys() & {"store", "safety_identifier", "reasoning_effort"}

    async def test_reads_the_key_each_time(self) -> None:
        """A key that is changed is used with the next call."""
        keys = ["sk-old", "sk-new"]
        async with vendor(bursts(whole("x"))) as played, llm_of(played.url, api_key=lambda: keys.pop(0)) as llm:
            await heard(llm)
            await heard(llm)
        assert [call.headers["authorization"] for call in played.calls] == ["Bearer sk-old", "Bearer sk-new"]

    async def test_goes_nowhere_else(self) -> None:
        """A redirect is not followed: what a customer wrote stays with the configured provider."""
        async with vendor(bursts(whole("x"))) as elsewhere:
            _, failure = await failure_of(answers(307, location=f"{elsewhere.url}/chat/completions"))
            assert elsewhere.calls == []
        assert (failure.code, failure.retryable) == ("http_307", False)


HALF = event({"content": "Half "})
TOO_LONG = [b"data: " + b"x" * 60_000] + [b"x" * 60_000] * 20


class TestFailure:
    """How a call fails, and what is known of it."""

    @pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504])
    async def test_may_pass(self, status: int) -> None:
        """These may work if tried again."""
        _, failure = await failure_of(answers(status))
        assert (failure.code, failure.retryable, failure.credential) == (f"http_{status}", True, False)

    @pytest.mark.parametrize("status", [400, 404, 413, 422])
    async def test_will_not_pass(self, status: int) -> None:
        """These will not."""
        _, failure = await failure_of(answers(status))
        assert (failure.code, failure.retryable, failure.credential) == (f"http_{status}", False, False)

    @pytest.mark.parametrize("status", [401, 403])
    async def test_a_refused_key_is_told_apart(self, status: int) -> None:
        """It is never tried again, and an operator is to hear of it."""
        _, failure = await failure_of(answers(status))
        assert (failure.code, failure.retryable, failure.credential) == (f"http_{status}", False, True)

    @pytest.mark.parametrize("key", ["", "sk-with\nnewline", "sk-ключ"])
    async def test_a_key_that_can_not_be_sent_is_refused_here(self, key: str) -> None:
        """Nothing goes out without a usable key."""
        async with vendor(bursts(whole("x"))) as played, llm_of(played.url, api_key=lambda: key) as llm:
            with pytest.raises(LlmFailure, match="no_key") as caught:
                await heard(llm)
        assert caught.value.credential
        assert played.calls == []

    @pytest.mark.parametrize(
        ("header", "seconds"), [("2", 2.0), ("0.5", 0.5), ("-3", 0.0), ("soon", None), ("nan", None), ("inf", None)]
    )
    async def test_tells_how_long_to_wait(self, header: str, seconds: float | None) -> None:
        """Retry-After in seconds; what makes no sense is passed over."""
        _, failure = await failure_of(answers(429, retry_after=header))
        assert failure.retry_after == seconds

    async def test_tells_how_long_to_wait_by_date(self) -> None:
        """Retry-After as a date."""
        date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
        _, failure = await failure_of(answers(503, retry_after=date))
        assert failure.retry_after == pytest.approx(30, abs=2)

    async def test_nobody_there(self) -> None:
        """No connection, or one that ends without an answer, may work the next time."""
        async with vendor(hangs_up) as played:
            url = played.url
            async with llm_of(url) as llm:
                with pytest.raises(LlmFailure, match="connection") as hung_up:
                    await heard(llm)
        async with llm_of(url) as llm:
            with pytest.raises(LlmFailure, match="connection") as nobody:
                await heard(llm)
        assert hung_up.value.retryable
        assert nobody.value.retryable

    @pytest.mark.parametrize(
        ("code", "play"),
        [
            ("cut", streams(HALF)),
            ("cut", streams(HALF, b"data: {", pause=0.02, end=b"")),
            ("bad_json", streams(HALF, b'data: {"choices":[{"ind\n\n', DONE, pause=0.02)),
            ("bad_json", streams(HALF, event({"content": "?"}).replace(b"?", b"\xff\xfe"), pause=0.02)),
            ("wrong_shape", streams(HALF, event({"content": 7}), pause=0.02)),
            ("wrong_shape", streams(HALF, b"data: [1, 2]\n\n", pause=0.02)),
            ("wrong_shape", streams(HALF, usage(-1, 5), pause=0.02)),
            ("error_event", streams(HALF, b'data: {"error": {"message": "oh"}}\n\n', pause=0.02)),
            ("error_event", streams(HALF, b'event: error\ndata: {"message": "oh"}\n\n', DONE, pause=0.02)),
            ("too_long", streams(HALF, *TOO_LONG, pause=0.001)),
        ],
    )
    async def test_breaks_off_in_the_middle(self, code: str, play: Play) -> None:
        """What was said was said, but it is no answer."""
        said, failure = await failure_of(play)
        assert said == "Half "
        assert (failure.code, failure.retryable) == (code, True)

    @pytest.mark.parametrize("last", [b"", DONE])
    async def test_an_answer_without_any_choice_is_none(self, last: bytes) -> None:
        """Events that never hold a choice are no answer, whether they end properly or not."""
        _, failure = await failure_of(streams(event(choices=[]), event(choices=None), last or b"\n"))
        assert failure.code == ("no_choices" if last else "cut")

    @pytest.mark.parametrize(
        "play",
        [
            answers(200, b"<html>Bad gateway</html>", "text/html"),
            answers(200, {"choices": []}),
            answers(200, b"\x1f\x8b", "text/event-stream", content_encoding="gzip"),
        ],
    )
    async def test_another_kind_of_body_is_no_answer(self, play: Play) -> None:
        """A page, a document or something compressed is refused unread."""
        _, failure = await failure_of(play)
        assert (failure.code, failure.retryable) == ("content_type", True)

    async def test_holds_no_secret_and_no_words(self, caplog: pytest.LogCaptureFixture) -> None:
        """Neither the key nor what the customer wrote is in a failure, its trace or any log line, at every level."""
        caplog.set_level(logging.DEBUG)
        echo = {"error": {"message": f"{SAID} {KEY}"}}
        plays = [
            answers(400, echo),
            answers(500, echo),
            hangs_up,
            streams(event({"content": 7, "x": SAID})),
            streams(b"data: " + json.dumps(echo).encode() + b"\n\n"),
            streams(event({"content": SAID}), end=b""),
        ]
        for play in plays:
            _, failure = await failure_of(play)
            shown = caplog.text + "".join(traceback.format_exception(failure)) + repr(failure)
            assert KEY not in shown
            assert SAID not in shown


class TestClosing:
    """A call that nobody listens to any more."""

    @pytest.mark.parametrize("play", [stalls(event({"content": "Half "})), streams(*[event({"content": "x"})] * 99)])
    async def test_drops_the_connection(self, play: Play) -> None:
        """Closing the stream in the middle tells the vendor at once, so that it stops."""
        async with vendor(play) as played, llm_of(played.url) as llm:
            async with aclosing(llm.stream(make_prompt(), "gpt-test")) as stream:
                await anext(stream)
                assert played.open == 1
            assert await played.all_left()

    async def test_leaves_no_answer_for_the_next(self) -> None:
        """After calls that were dropped at any point, the next one gets its own answer and nothing else."""
        plays: list[Play] = [streams(*[event({"content": "old "})] * cut, pause=0.001) for cut in range(1, 30)]
        async with vendor(*plays, bursts(whole("new"))) as played, llm_of(played.url) as llm:
            for _ in plays:
                async with aclosing(llm.stream(make_prompt(), "gpt-test")) as stream:
                    await anext(stream)
            assert (await heard(llm))[0] == ["new"]
            assert await played.all_left(but=1)

    async def test_twice_is_fine(self) -> None:
        """Whoever closes it a second time does no harm."""
        async with vendor(bursts(whole("x"))) as played, llm_of(played.url) as llm:
            await heard(llm)
            await llm.close()
