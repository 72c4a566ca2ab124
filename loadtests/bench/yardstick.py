"""The yardstick: what someone would write in an hour. Litestar, AsyncOpenAI, ServerSentEvent; no check of any kind.

`UPSTREAM` is the provider's address; run it with uvicorn, one worker, on uvloop and httptools.
"""

import json
import os
from collections.abc import AsyncIterator
from typing import Any

import httpx2
from litestar import Litestar, post
from litestar.response import ServerSentEvent
from openai import AsyncOpenAI, DefaultAsyncHttpxClient

client = AsyncOpenAI(
    base_url=os.environ.get("UPSTREAM", "http://127.0.0.1:9100/v1"),
    api_key="stub",
    http_client=DefaultAsyncHttpxClient(limits=httpx2.Limits(max_connections=5000, max_keepalive_connections=1000)),
)


@post("/v1/chat/completions", status_code=200)
async def chat(data: dict[str, Any]) -> ServerSentEvent:  # Any: what is asked is passed on unread
    """Pass the messages on, and each piece of the answer back."""

    async def events() -> AsyncIterator[str]:
        stream = await client.chat.completions.create(model="stub", messages=data["messages"], stream=True)
        async for chunk in stream:
            if chunk.choices and chunk.choices[0].delta.content:
                yield json.dumps({"delta": chunk.choices[0].delta.content})
        yield "[DONE]"

    return ServerSentEvent(events())


app = Litestar([chat])
