"""Asking the stand-in for completions, and reading what it answers."""

import json
from typing import Any

import httpx

TOKENS = 12
Json = dict[str, Any]  # parsed answers of the stand-in
STREAMED: Json = {"stream": True, "stream_options": {"include_usage": True}}


def ask(http: httpx.Client, *messages: tuple[str, str], model: str = "stub", **more: object) -> httpx.Response:
    """Ask for a completion of (role, text) messages."""
    told = [{"role": role, "content": text} for role, text in messages or [("user", "hi")]]
    return http.post("/chat/completions", json={"model": model, "messages": told, **more})


def events(response: httpx.Response) -> list[Json]:
    """The events of a stream that must end with [DONE]."""
    lines = [line.removeprefix("data: ") for line in response.text.split("\n\n") if line]
    assert lines.pop() == "[DONE]"
    return [json.loads(line) for line in lines]


def text(response: httpx.Response) -> str:
    """What a whole completion says."""
    answer: Json = response.json()
    return str(answer["choices"][0]["message"]["content"])


def deltas(streamed: list[Json]) -> list[object]:
    """The contents of a stream's pieces, the opening one left out."""
    found = [choice["delta"].get("content") for each in streamed for choice in each["choices"]]
    return [content for content in found if content not in {"", None}]
