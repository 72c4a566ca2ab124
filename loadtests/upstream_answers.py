"""Bodies of the stand-in's answers, shaped as the OpenAI API shapes them; what repeats is encoded once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

CREATED = 1_760_000_000
PROMPT_TOKENS = 12
CATEGORIES = (
    "harassment",
    "harassment/threatening",
    "hate",
    "hate/threatening",
    "illicit",
    "illicit/violent",
    "self-harm",
    "self-harm/instructions",
    "self-harm/intent",
    "sexual",
    "sexual/minors",
    "violence",
    "violence/graphic",
)
MODELS = ("stub", "gpt-5-mini", "gpt-5-nano", "omni-moderation-latest")
DONE = b"data: [DONE]\n\n"
_KINDS = {401: "invalid_request_error", 403: "permission_error", 429: "rate_limit_error"}
_CODES = {401: "invalid_api_key", 403: "permission_denied", 429: "rate_limit_exceeded"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a completion says, in its pieces, and how it ends."""

    pieces: tuple[str, ...]
    finish: str = "stop"
    refusal: bool = False
    usage: bool = True


@dataclass(frozen=True, slots=True)
class Stream:
    """The server-sent events of one completion: before its first piece, its pieces, and from the end on."""

    opening: bytes
    pieces: tuple[bytes, ...]
    ending: bytes


def encoded(value: object) -> bytes:
    """Encode JSON, everything outside ASCII as UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def event(value: object) -> bytes:
    """Encode one server-sent event."""
    return b"data: %b\n\n" % encoded(value)


def chunk(model: str, delta: object, finish: str | None = None) -> dict[str, object]:
    """One piece of a streamed completion."""
    return {
        "id": "chatcmpl-stub",
        "object": "chat.completion.chunk",
        "created": CREATED,
        "model": model,
        "service_tier": "default",
        "system_fingerprint": "fp_stub",
        "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}],
    }


def usage(pieces: int) -> dict[str, int]:
    """What a completion of so many pieces is said to have used."""
    return {"prompt_tokens": PROMPT_TOKENS, "completion_tokens": pieces, "total_tokens": PROMPT_TOKENS + pieces}


@lru_cache(maxsize=1024)
def streamed(model: str, said: Said, *, with_usage: bool) -> Stream:
    """A streamed completion; its usage is told where the request asks for it and the stand-in tells it."""
    extra: dict[str, object] = {"usage": None} if with_usage and said.usage else {}
    field = "refusal" if said.refusal else "content"
    ending = [event(chunk(model, {}, said.finish) | extra)]
    if extra:
        ending.append(event(chunk(model, {}) | {"choices": [], "usage": usage(len(said.pieces))}))
    return Stream(
        event(chunk(model, {"role": "assistant", "content": "", "refusal": None}) | extra),
        tuple(event(chunk(model, {field: piece}) | extra) for piece in said.pieces),
        b"".join([*ending, DONE]),
    )


@lru_cache(maxsize=1024)
def whole(model: str, said: Said) -> bytes:
    """A completion in one answer."""
    text = "".join(said.pieces)
    message: dict[str, object] = {"role": "assistant", "content": None if said.refusal else text, "annotations": []}
    body: dict[str, object] = {
        "id": "chatcmpl-stub",
        "object": "chat.completion",
        "created": CREATED,
        "model": model,
        "system_fingerprint": "fp_stub",
        "choices": [
            {
                "index": 0,
                "message": message | {"refusal": text if said.refusal else None},
                "logprobs": None,
                "finish_reason": said.finish,
            }
        ],
    }
    return encoded(body | ({"usage": usage(len(said.pieces))} if said.usage else {}))


def flags(text: str, *, flag_all: bool) -> frozenset[str]:
    """Name the categories that a text is flagged for."""
    violent = {"violence"} if flag_all or "FLAGME" in text else set()
    return frozenset(violent | ({"self-harm", "self-harm/intent"} if "SELFHARM" in text else set()))


def moderated(model: str, inputs: Sequence[str], *, flag_all: bool) -> bytes:
    """A moderation with one result for each input."""
    return _moderation(model, tuple(flags(text, flag_all=flag_all) for text in inputs))


@lru_cache(maxsize=1024)
def _moderation(model: str, results: tuple[frozenset[str], ...]) -> bytes:
    return encoded({"id": "modr-stub", "model": model, "results": [_verdict(flagged) for flagged in results]})


def _verdict(flagged: frozenset[str]) -> dict[str, object]:
    return {
        "flagged": bool(flagged),
        "categories": {name: name in flagged for name in CATEGORIES},
        "category_scores": {name: 0.97 if name in flagged else 0.00001 for name in CATEGORIES},
        "category_applied_input_types": {name: ["text"] for name in CATEGORIES},
    }


def error(status: int, message: str) -> bytes:
    """An error as the API tells it."""
    kind = _KINDS.get(status, "server_error" if status >= 500 else "invalid_request_error")  # noqa: PLR2004 - the class of server errors
    return encoded({"error": {"message": message, "type": kind, "param": None, "code": _CODES.get(status)}})


@lru_cache(maxsize=1)
def models() -> bytes:
    """The list of models."""
    listed = [{"id": name, "object": "model", "created": CREATED, "owned_by": "stub"} for name in MODELS]
    return encoded({"object": "list", "data": listed})
