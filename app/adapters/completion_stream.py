"""Reads the bytes of a streamed chat completion, wherever the network cuts them."""

from typing import Annotated, Final

import msgspec

from app.domain.llm import Finish, Finished, LlmFailure, Usage

LONGEST_LINE = 1_000_000
"""Bytes of one event at most; a token's is some hundred."""

LONGEST_STREAM = 16_000_000
"""Bytes of one answer at most, some sixty thousand tokens."""

_FINISHES: Final = {"stop": Finish.STOP, "length": Finish.LENGTH, "content_filter": Finish.FILTERED}

Count = Annotated[int, msgspec.Meta(ge=0)]


class _Delta(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _Tokens(msgspec.Struct):
    prompt_tokens: Count
    completion_tokens: Count


class _Chunk(msgspec.Struct):
    """What one event may say; fields that nobody here needs are not even decoded."""

    choices: list[_Choice] | None = None
    usage: _Tokens | None = None
    error: msgspec.Raw | None = None


_decode: Final = msgspec.json.Decoder(_Chunk).decode


class CompletionStream:
    """One answer on its way: `feed` it each read, then ask how it `finished`. Both raise LlmFailure.

    Every event is one `data:` line. Only whole lines are decoded, so a character may come cut in two.
    """

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
        self._received += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST_LINE or self._received > LONGEST_STREAM:
            raise LlmFailure("too_long", retryable=True)
        texts: list[str] = []
        for line in lines:
            if line.startswith(b"data:") and not self.done:
                self._take(line[5:].strip(), texts)
        return "".join(texts)

    def finished(self) -> Finished:
        """How it ended, once no more bytes come."""
        if self._finish is None and not self.done:
            raise LlmFailure("cut", retryable=True)
        if not self._chosen:
            raise LlmFailure("no_choices", retryable=True)
        if self._refused:
            return Finished(Finish.REFUSED, self._usage)
        return Finished(self._finish or Finish.STOP, self._usage)

    def _take(self, event: bytes, texts: list[str]) -> None:
        if event == b"[DONE]":
            self.done = True
            return
        chunk = _chunk(event)
        if chunk.usage is not None:
            self._usage = Usage(chunk.usage.prompt_tokens, chunk.usage.completion_tokens)
        if chunk.choices:
            self._choose(chunk.choices[0], texts)

    def _choose(self, choice: _Choice, texts: list[str]) -> None:
        self._chosen = True
        if choice.finish_reason is not None:
            self._finish = _FINISHES.get(choice.finish_reason, Finish.STOP)
        if choice.delta is None:
            return
        if choice.delta.refusal:
            self._refused = True
        if choice.delta.content:
            texts.append(choice.delta.content)


def _chunk(event: bytes) -> _Chunk:
    """Decode one event; neither the error nor its cause repeats what the event said."""
    try:
        chunk = _decode(event)
    except msgspec.ValidationError:
        raise LlmFailure("wrong_shape", retryable=True) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise LlmFailure("bad_json", retryable=True) from None
    if chunk.error is not None and chunk.error != b"null":
        raise LlmFailure("error_event", retryable=True)
    return chunk
