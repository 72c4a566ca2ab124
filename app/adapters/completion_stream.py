"""Reads the bytes of a streamed chat completion, wherever the network cuts them."""

from codecs import BOM_UTF8
from typing import Annotated, Final

import msgspec

from app.domain.llm import Finish, Finished, LlmFailure, Usage

LONGEST_LINE = 1_000_000
"""Bytes of one event at most; a token's is some hundred."""

LONGEST_STREAM = 16_000_000
"""Bytes of one answer at most, some sixty thousand tokens."""

_FINISHES: Final = {"stop": Finish.STOP, "length": Finish.LENGTH, "content_filter": Finish.FILTERED}

_Count = Annotated[int, msgspec.Meta(ge=0)]


class _Delta(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _Tokens(msgspec.Struct):
    prompt_tokens: _Count
    completion_tokens: _Count


class _Chunk(msgspec.Struct):
    """What one event may say; fields that nobody here needs are not even decoded."""

    choices: list[_Choice] | None = None
    usage: _Tokens | None = None
    error: object = None


class CompletionStream:
    """One answer on its way: `feed` it each read, then ask how it `finished`. Both raise LlmFailure.

    Every event is one `data:` line. Only whole lines are decoded, so a character may come cut in two; those of one
    read are decoded together, which is where the time went.
    """

    __slots__ = ("_chosen", "_finish", "_received", "_refused", "_rest", "_usage", "done")

    def __init__(self) -> None:
        self.done = False
        self._rest = b""
        self._received = 0
        self._chosen = False
        self._finish: Finish | None = None
        self._refused = False
        self._usage: Usage | None = None

    def feed(self, data: bytes) -> str:
        """Take the next bytes and give the text that they complete, empty where there is none."""
        data = data if self._received else data.removeprefix(BOM_UTF8)
        self._received += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST_LINE or self._received > LONGEST_STREAM:
            raise LlmFailure("too_long", retryable=True)
        texts: list[str] = []
        for chunk in _chunks(self._events(lines)):
            if chunk.error is not None:
                raise LlmFailure("error_event", retryable=True)
            if chunk.usage is not None:
                self._usage = Usage(chunk.usage.prompt_tokens, chunk.usage.completion_tokens)
            if chunk.choices:
                choice = chunk.choices[0]
                self._chosen = True
                if choice.finish_reason is not None:
                    self._finish = _FINISHES.get(choice.finish_reason, Finish.STOP)
                if (delta := choice.delta) is not None:
                    self._refused = self._refused or bool(delta.refusal)
                    if delta.content:
                        texts.append(delta.content)
        return "".join(texts)

    def finished(self) -> Finished:
        """How it ended, once no more bytes come."""
        if self._finish is None and not self.done:
            raise LlmFailure("cut", retryable=True)
        if not self._chosen:
            raise LlmFailure("no_choices", retryable=True)
        finish = Finish.REFUSED if self._refused else self._finish or Finish.STOP
        return Finished(finish, self._usage)

    def _events(self, lines: list[bytes]) -> list[bytes]:
        """Give what the `data:` lines hold, up to the one that says that all is said."""
        if self.done:
            return []
        if any(line[:6] == b"event:" and line[6:].strip() == b"error" for line in lines):
            raise LlmFailure("error_event", retryable=True)
        events = [event for line in lines if line[:5] == b"data:" and (event := line[5:].strip())]
        if b"[DONE]" in events:
            self.done = True
            del events[events.index(b"[DONE]") :]
        return events


_decode_lines: Final = msgspec.json.Decoder(_Chunk).decode_lines


def _chunks(events: list[bytes]) -> list[_Chunk]:
    """Decode events; neither the failure nor its cause repeats what they said."""
    try:
        chunks = _decode_lines(b"\n".join(events))
    except msgspec.ValidationError:
        raise LlmFailure("wrong_shape", retryable=True) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise LlmFailure("bad_json", retryable=True) from None
    if len(chunks) != len(events):  # a new line is white space to JSON: two halves of an object would pass as one
        raise LlmFailure("bad_json", retryable=True)
    return chunks
