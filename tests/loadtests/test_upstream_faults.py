import json
import time

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.loadtests.asking import STREAMED, TOKENS, Json, ask, deltas, events, text


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
@pytest.mark.parametrize("prefix", ["", "mod_"])
def test_an_error_has_its_status_and_strikes_its_own_kind(
    upstream: Upstream, http: httpx.Client, status: int, prefix: str
) -> None:
    """An error in the API's shape; `Retry-After` on 429 and 503; `mod_` is for moderations alone."""
    upstream.configure(fault=f"{prefix}{status}", retry_after=7)
    answers = {"": ask(http, stream=True), "mod_": http.post("/moderations", json={"input": "x"})}
    struck = answers.pop(prefix)
    assert struck.status_code == status
    assert struck.json()["error"]["message"]
    assert struck.headers.get("retry-after") == ("7" if status in {429, 503} else None)
    assert [other.status_code for other in answers.values()] == [200]
    assert upstream.stats()["faults"] > 0


def test_a_fault_strikes_as_often_as_told(upstream: Upstream, http: httpx.Client) -> None:
    """`every` takes each n-th completion, moderations not counted; `times` ends it."""
    upstream.configure(fault="500", every=2)
    found = []
    for _ in range(4):
        found.append(ask(http).status_code)
        http.post("/moderations", json={"input": "x"})
    assert found == [200, 500, 200, 500]
    upstream.configure(every=1, times=2)
    assert [ask(http).status_code for _ in range(4)] == [500, 500, 200, 200]


@pytest.mark.parametrize("fault", ["hang", "mod_hang"])
def test_hang_never_answers_and_counts_who_left(upstream: Upstream, http: httpx.Client, fault: str) -> None:
    """Not even the head comes; the client that gives up is counted as aborted."""
    upstream.configure(fault=fault)
    before = upstream.stats()["aborted"]
    path = "/moderations" if fault.startswith("mod_") else "/chat/completions"
    with pytest.raises(httpx.ReadTimeout):
        http.post(path, json={"input": "x", "stream": True}, timeout=0.2)
    deadline = time.monotonic() + 2
    while upstream.stats()["aborted"] == before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert upstream.stats()["aborted"] == before + 1


@pytest.mark.parametrize("more", [{}, {"stream": True}], ids=["whole", "stream"])
@pytest.mark.parametrize(
    ("fault", "problem"),
    [("reset", httpx.ReadError), ("disconnect", httpx.RemoteProtocolError), ("stall", httpx.ReadTimeout)],
)
def test_a_cut_connection_ends_as_said(
    upstream: Upstream, http: httpx.Client, fault: str, problem: type[Exception], more: Json
) -> None:
    """A reset at once, a hang-up in mid-answer, silence in mid-answer with the socket open."""
    upstream.configure(fault=fault, at=3)
    got = b""
    with (  # noqa: PT012 - what came before the cut is looked at too
        pytest.raises(problem),
        http.stream(
            "POST", "/chat/completions", json={"model": "stub", "messages": [], **more}, timeout=0.3
        ) as response,
    ):
        for part in response.iter_raw():
            got += part
    if fault == "reset":
        assert got == b""
    elif more:
        assert b"tok2" in got
        assert b"tok3" not in got
    else:
        assert 0 < len(got) < 400


def test_truncate_ends_cleanly_without_done(upstream: Upstream, http: httpx.Client) -> None:
    """The chunks end in order after `at` tokens, with neither a finish reason nor [DONE]."""
    upstream.configure(fault="truncate", at=3)
    got = ask(http, stream=True).text
    assert "tok2" in got
    assert "tok3" not in got
    assert "[DONE]" not in got
    assert "stop" not in got


def test_garbage_in_mid_stream_goes_on_after_it(upstream: Upstream, http: httpx.Client) -> None:
    """One event of broken JSON, or with a number for a text, stands among all the others."""
    upstream.configure(fault="malformed", at=3)
    lines = ask(http, stream=True).text.split("\n\n")
    with pytest.raises(json.JSONDecodeError):
        json.loads(lines[4].removeprefix("data: "))
    del lines[4]
    assert [json.loads(line[6:])["choices"][0]["delta"]["content"] for line in lines[1 : TOKENS + 1]][-1] == "tok11 "
    upstream.configure(fault="wrong_type")
    assert deltas(events(ask(http, stream=True)))[2:5] == ["tok2 ", 42, "tok3 "]


def test_error_event_comes_with_status_200_and_ends_the_stream(upstream: Upstream, http: httpx.Client) -> None:
    """After `at` tokens an event holds an error, and nothing follows."""
    upstream.configure(fault="error_event", at=3)
    answer = ask(http, stream=True)
    last = json.loads(answer.text.strip().split("\n\n")[-1].removeprefix("data: "))
    assert (answer.status_code, last["error"]["type"]) == (200, "server_error")
    assert "tok2" in answer.text


def test_empty_choices_from_the_token_on(upstream: Upstream, http: httpx.Client) -> None:
    """Events without a choice take the place of the tokens; no finish reason comes."""
    upstream.configure(fault="empty_choices", at=3)
    streamed = events(ask(http, stream=True))
    assert deltas(streamed) == ["tok0 ", "tok1 ", "tok2 "]
    assert [each["choices"] for each in streamed[4:]] == [[]] * (TOKENS - 3)


def test_a_line_of_ten_megabytes(upstream: Upstream, http: httpx.Client) -> None:
    """One event holds ten million characters, the others come as ever."""
    upstream.configure(fault="long_line", at=3)
    found = deltas(events(ask(http, **STREAMED)))
    assert max(len(str(each)) for each in found) == 10_000_000
    assert len(found) == TOKENS + 1


def test_split_utf8_cuts_characters_over_chunks(upstream: Upstream, http: httpx.Client) -> None:
    """Some chunk is no UTF-8 by itself; all of them together are."""
    upstream.configure(fault="split_utf8")
    with http.stream("POST", "/chat/completions", json={"messages": [], "stream": True}) as response:
        parts = list(response.iter_raw())
    assert "tok11 é€😀" in b"".join(parts).decode()
    with pytest.raises(UnicodeDecodeError):
        [part.decode() for part in parts]


def test_slow_bytes_come_one_by_one(upstream: Upstream, http: httpx.Client) -> None:
    """Every byte is a chunk of its own, `byte_ms` after the one before."""
    upstream.configure(fault="slow_bytes", tokens=1, byte_ms=1)
    before = time.monotonic()
    with http.stream("POST", "/chat/completions", json={"messages": [], "stream": True}) as response:
        got = b"".join(response.iter_raw())
    assert got.endswith(b"data: [DONE]\n\n")
    assert time.monotonic() - before > len(got) / 1000


@pytest.mark.parametrize("fault", ["length", "content_filter"])
def test_another_finish_reason(upstream: Upstream, http: httpx.Client, fault: str) -> None:
    """The text is whole, the reason is not `stop`, streamed and in one."""
    upstream.configure(fault=fault)
    assert events(ask(http, stream=True))[-1]["choices"][0]["finish_reason"] == fault
    assert ask(http).json()["choices"][0]["finish_reason"] == fault


def test_refusal_empty_and_no_usage(upstream: Upstream, http: httpx.Client) -> None:
    """A refusal stands in its own field; an empty answer has no piece; the usage is missing though asked for."""
    upstream.configure(fault="refusal")
    streamed = events(ask(http, stream=True))
    assert deltas(streamed) == []
    assert streamed[1]["choices"][0]["delta"] == {"refusal": "tok0 "}
    assert ask(http).json()["choices"][0]["message"]["content"] is None
    upstream.configure(fault="empty")
    assert deltas(events(ask(http, stream=True))) == []
    assert text(ask(http)) == ""
    upstream.configure(fault="no_usage")
    assert not any(each.get("usage") for each in events(ask(http, **STREAMED)))
    assert "usage" not in ask(http).json()


@pytest.mark.parametrize("fault", ["html", "malformed", "wrong_type", "empty_choices", "error_event", "long_line"])
def test_garbage_in_one_answer(upstream: Upstream, http: httpx.Client, fault: str) -> None:
    """A completion or moderation in one comes with status 200 and can't be used as it is."""
    upstream.configure(fault=fault)
    _garbled(fault, ask(http), "choices")
    upstream.configure(fault=f"mod_{fault}")
    _garbled(fault, http.post("/moderations", json={"input": "x"}), "results")


def _garbled(fault: str, answer: httpx.Response, name: str) -> None:
    assert answer.status_code == 200
    if fault in {"html", "malformed"}:
        assert answer.headers["content-type"] == ("text/html" if fault == "html" else "application/json")
        with pytest.raises(json.JSONDecodeError):
            answer.json()
        return
    body: Json = answer.json()
    match fault:
        case "wrong_type":
            assert 42 in (body[name], body[name] if name == "results" else body[name][0]["message"]["content"])
        case "empty_choices":
            assert body[name] == []
        case "error_event":
            assert name not in body
        case "long_line":
            assert len(answer.content) > 10_000_000


def test_html_takes_the_place_of_a_stream(upstream: Upstream, http: httpx.Client) -> None:
    """A gateway's page with status 200 where events were asked for."""
    upstream.configure(fault="html")
    answer = ask(http, stream=True)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html")
    assert answer.text.startswith("<html>")
