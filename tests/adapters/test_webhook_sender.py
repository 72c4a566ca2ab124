"""One attempt of a webhook: signed so that a receiver can check it, and nothing of the answer but its status."""

import base64
import gc
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.adapters.webhook_sender import WebhookSender, key_of
from tests.adapters.vendor import Play, hangs_up, stalls, vendor
from tests.receiver import Answer, Called, Receiver, is_genuine

ID = "01a1fcc0-4b6a-7cd1-9f6e-0123456789ab"
KEY = b"a shared secret of some length"
BODY = '{"data":{"handoff_id":"h"},"type":"handoff.opened"}'


@pytest.fixture
async def send() -> AsyncIterator[WebhookSender]:
    """A sender with little patience."""
    sender = WebhookSender(within=0.4)
    yield sender
    await sender.close()
    await sender.close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A help desk."""
    with Receiver() as receiver:
        yield receiver


async def sent(send: WebhookSender, url: str, now: datetime | None = None) -> int | None:
    """What comes of one attempt."""
    return await send(url, ID, BODY, KEY, now or datetime.now(UTC))


async def one_call(send: WebhookSender, receiver: Receiver, now: datetime | None = None) -> Called:
    """An attempt as the receiver saw it."""
    assert await sent(send, receiver.url("/hook?desk=1"), now) == 200
    (call,) = receiver.calls
    return call


async def test_says_what_is_to_be_said(send: WebhookSender, receiver: Receiver) -> None:
    """One POST of the body as it is, with the delivery's id and the moment."""
    now = datetime.now(UTC)
    call = await one_call(send, receiver, now)
    assert (call.path, call.body) == ("/hook?desk=1", BODY.encode())
    assert (call.id, call.headers["webhook-timestamp"]) == (ID, str(int(now.timestamp())))
    assert call.headers["content-type"] == "application/json"


async def test_a_receiver_can_check_it(send: WebhookSender, receiver: Receiver) -> None:
    """With the shared key it is genuine; with any part of it changed, or later, it is not."""
    call = await one_call(send, receiver)
    assert is_genuine(call, KEY)
    assert not is_genuine(call, KEY + b"x")
    assert not is_genuine(replace(call, body=call.body.replace(b"handoff.opened", b"handoff.closed")), KEY)
    for name, value in (("webhook-id", ID.replace("ab", "ac")), ("webhook-timestamp", str(int(time.time()) - 1))):
        assert not is_genuine(replace(call, headers={**call.headers, name: value}), KEY)
    assert not is_genuine(call, KEY, now=time.time() + 301)


async def test_an_old_call_is_told_as_old(send: WebhookSender, receiver: Receiver) -> None:
    """The moment is part of what is signed: a call that somebody kept can't be made to look new."""
    call = await one_call(send, receiver, datetime.now(UTC) - timedelta(hours=1))
    assert not is_genuine(call, KEY)
    fresh = {**call.headers, "webhook-timestamp": str(int(time.time()))}
    assert not is_genuine(replace(call, headers=fresh), KEY)


@pytest.mark.parametrize("status", [200, 204, 400, 410, 500])
async def test_gives_the_status(send: WebhookSender, receiver: Receiver, status: int) -> None:
    """Whatever it is."""
    receiver.answer(status)
    assert await sent(send, receiver.url()) == status


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_goes_nowhere_else(send: WebhookSender, receiver: Receiver, status: int) -> None:
    """A redirect is an answer like any other: nothing is sent to where it points."""
    receiver.answer(Answer(status, {"Location": receiver.url("/elsewhere")}))
    assert await sent(send, receiver.url()) == status
    assert [call.path for call in receiver.calls] == ["/hook"]


async def test_keeps_nothing_of_a_receiver(send: WebhookSender, receiver: Receiver) -> None:
    """A cookie of one tenant's receiver goes to nobody."""
    receiver.answer(Answer(200, {"Set-Cookie": "seen=1; Path=/"}))
    for _ in range(2):
        assert await sent(send, receiver.url()) == 200
    assert all("cookie" not in call.headers for call in receiver.calls)


async def test_a_body_is_left_unread(send: WebhookSender) -> None:
    """The status is known though the body never ends, and the connection is dropped."""
    async with vendor(stalls(b"x" * 100_000)) as played:
        assert await sent(send, played.url) == 200
        assert await played.all_left()


@pytest.mark.parametrize("play", [stalls(), hangs_up], ids=["silence", "hangs up"])
async def test_no_answer_is_none(send: WebhookSender, play: Play) -> None:
    """Within the time that an attempt has, and without a connection that stays."""
    began = time.monotonic()
    async with vendor(play) as played:
        assert await sent(send, played.url) is None
        assert time.monotonic() - began < 1
        assert await played.all_left()


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://127.0.0.1:99999/", "http://[::1", "ftp://x/", "http://\ud800/"]
)
async def test_nobody_there_is_none(send: WebhookSender, url: str) -> None:
    """Nor does an address that can't be one raise anything."""
    assert await sent(send, url) is None


async def test_no_handshake_is_none(send: WebhookSender) -> None:
    """A receiver that does not speak TLS is given up in time, and leaves no socket open."""
    async with vendor(stalls()) as played:
        assert await sent(send, played.url.replace("http://", "https://")) is None
        gc.collect()  # an open socket would be told of here, and fail the test
        assert await played.all_left()


def test_keys() -> None:
    """A secret is taken as it is, or decoded behind its prefix."""
    assert key_of("plain-ümläut") == "plain-ümläut".encode()
    assert key_of("whsec_" + base64.b64encode(KEY).decode()) == KEY
    for wrong in ("whsec_", "whsec_$$$", "whsec_abc"):
        with pytest.raises(ValueError, match=r"."):
            key_of(wrong)
