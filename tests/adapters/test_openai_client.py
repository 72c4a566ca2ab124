"""The SDK's request, built once for each path."""

import httpx2
from openai import AsyncOpenAI
from openai._models import FinalRequestOptions

from app.adapters.openai_client import _Sdk

URL = "http://127.0.0.1:1/v1"


def asked(client: AsyncOpenAI, body: bytes, key: str) -> httpx2.Request:
    """The request that a client builds."""
    if isinstance(client, _Sdk):
        return client.request_for("/moderations", body, key)
    options = FinalRequestOptions.construct(
        method="post",
        url="/moderations",
        content=body,
        headers={"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"},
    )
    return client._build_request(options)


def test_a_later_request_is_what_the_sdk_would_have_built() -> None:
    """Address, headers but for those on this machine, deadline, this moment's key, this body: nothing is another's."""
    sdk, ours = AsyncOpenAI(api_key="k", base_url=URL), _Sdk(api_key="k", base_url=URL)
    asked(ours, b"the first body, longer", "first")
    wanted, built = asked(sdk, b"second", "second"), asked(ours, b"second", "second")
    assert built.url == wanted.url
    assert built.method == wanted.method
    needed = [(name, value) for name, value in wanted.headers.multi_items() if not name.startswith("x-stainless-")]
    assert sorted(built.headers.multi_items()) == sorted(needed)
    assert built.extensions == wanted.extensions
    assert built.content == b"second"


def test_nothing_that_was_said_is_kept() -> None:
    """Of a request only the address and the headers that every one has stay."""
    ours = _Sdk(api_key="k", base_url=URL)
    asked(ours, b"canary-words", "canary-key")
    assert "canary" not in repr(ours._built)
