"""How an answer goes out and goes wrong: pieces, waits and cuts, in the order in which a connection plays them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum, auto

from loadtests.upstream_answers import DONE, Said, Stream, chunk, encoded, event
from loadtests.upstream_knobs import Knobs

LONG_LINE = 10_000_000  # characters
INSIDE_CHARACTER = range(0x80, 0xC0)  # bytes of UTF-8 that go on with a character
BETWEEN_HALVES = 0.001  # seconds: enough for the two to arrive apart
HTML = b"<html><body>Bad gateway</body></html>"
BROKEN_EVENT = b'data: {"id":"chatcmpl-stub","choices":[{"ind\n\n'
STUB_ERROR = {"error": {"message": "stub error", "type": "server_error", "param": None, "code": None}}


class Cut(Enum):
    """How a connection ends an answer early."""

    CLOSE = auto()
    RESET = auto()
    SILENCE = auto()


Act = bytes | float | Cut
"""A piece of the body, a wait in seconds, or the end."""


def bent(said: Said, fault: str) -> Said:
    """Change what a completion says where the fault is in the saying, not in the sending."""
    match fault:
        case "no_usage":
            return replace(said, usage=False)
        case "length" | "content_filter":
            return replace(said, finish=fault)
        case "refusal":
            return replace(said, refusal=True)
        case "empty":
            return replace(said, pieces=())
        case "split_utf8":
            return replace(said, pieces=tuple(f"{piece}é€😀 " for piece in said.pieces))
    return said


def streaming(stream: Stream, knobs: Knobs, fault: str, model: str) -> Iterator[Act]:
    """Play a streamed completion at its pace, with what the fault makes of it."""
    yield knobs.ttft / 1000
    if fault == "slow_bytes":
        yield from _byte_by_byte([stream.opening, *stream.pieces, stream.ending], knobs)
        return
    at = min(knobs.at, len(stream.pieces))
    acts: Iterable[Act] = [*stream.pieces[:at], *_struck(stream, at, fault, model)]
    paced = _paced(stream.opening, acts, 1 / knobs.tps if knobs.tps > 0 else 0.0)
    yield from _halves(paced) if knobs.drip or fault == "split_utf8" else paced


def _paced(opening: bytes, acts: Iterable[Act], gap: float) -> Iterator[Act]:
    """The opening and the first piece at once, each further one after a gap, in seconds."""
    yield opening
    for place, act in enumerate(acts):
        if place and gap:
            yield gap
        yield act


def _struck(stream: Stream, at: int, fault: str, model: str) -> list[Act]:
    """What is sent from piece `at` on."""
    rest: list[Act] = [*stream.pieces[at:], stream.ending]
    match fault:
        case "disconnect":
            rest = [Cut.CLOSE]
        case "stall":
            rest = [Cut.SILENCE]
        case "truncate":
            rest = []
        case "error_event":
            rest = [event(STUB_ERROR)]
        case "empty_choices":
            rest = [*(event(chunk(model, {}) | {"choices": []}) for _ in stream.pieces[at:]), DONE]
        case "malformed":
            rest.insert(0, BROKEN_EVENT)
        case "wrong_type":
            rest.insert(0, event(chunk(model, {"content": 42})))
        case "long_line":
            rest.insert(0, event(chunk(model, {"content": "x" * LONG_LINE})))
    return rest


def answering(body: bytes, wait: float, fault: str, knobs: Knobs) -> Iterator[Act]:
    """Play an answer that is sent in one, after `wait` milliseconds, with what the fault makes of it.

    The length that its head told is that of `spoilt(body)`.
    """
    yield wait / 1000
    middle = len(body) // 2
    match fault:
        case "disconnect" | "truncate":
            yield from (body[:middle], Cut.CLOSE)
        case "stall":
            yield from (body[:middle], Cut.SILENCE)
        case "slow_bytes":
            yield from _byte_by_byte([body], knobs)
        case "split_utf8":
            yield from _halves([body])
        case _:
            yield body


def spoilt(body: bytes, fault: str) -> bytes:
    """Return the body of an answer in one as the fault leaves it."""
    match fault:
        case "malformed":
            return body[: len(body) // 2]
        case "html":
            return HTML
        case "error_event":
            return encoded(STUB_ERROR)
        case "wrong_type" | "empty_choices" | "long_line" | "empty":
            return _with_lists(body, fault)
    return body


def _with_lists(body: bytes, fault: str) -> bytes:
    """Change the choices of a completion, or the results of a moderation."""
    answer = json.loads(body)
    name = "choices" if "choices" in answer else "results"
    if fault == "wrong_type" and name == "results":
        answer[name] = 42
    elif fault == "wrong_type":
        answer[name][0]["message"]["content"] = 42
    elif fault == "long_line":
        answer["padding"] = "x" * LONG_LINE
    elif fault == "empty_choices" or name == "results":
        answer[name] = []
    return encoded(answer)


def _halves(acts: Iterable[Act]) -> Iterator[Act]:
    """Cut each piece in two, in the middle of a character where it has one of several bytes."""
    for act in acts:
        if not isinstance(act, bytes):
            yield act
            continue
        inside = [place for place, byte in enumerate(act) if byte in INSIDE_CHARACTER]
        cut = inside[len(inside) // 2] if inside else len(act) // 2
        yield from (act[:cut], BETWEEN_HALVES, act[cut:])


def _byte_by_byte(pieces: Iterable[bytes], knobs: Knobs) -> Iterator[Act]:
    for piece in pieces:
        for byte in piece:
            yield bytes([byte])
            yield knobs.byte_ms / 1000
