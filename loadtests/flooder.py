"""A flood: messages of one tenant's customers at twenty times its limit, into the service or past it."""

import asyncio
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Final

import aiohttp

from loadtests.people import Customer

SITE: Final = "site_lumen_shop"
LIMIT: Final = 300 / 60  # messages a second that the tenant file of lumen allows
RATE: Final = 20 * LIMIT
CONTACTS: Final = 20  # as many as an address may begin in a minute
REFUSAL: Final = b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"
Flooded = Counter[int]
"""How often each status was answered."""


async def flood(customers: Sequence[Customer], url: str, seconds: float) -> Flooded:
    """Send messages at the rate of a flood, whatever is answered; who is let in is left before the answer."""
    found: Flooded = Counter()
    loop, sending = asyncio.get_running_loop(), set[asyncio.Task[None]]()
    began = loop.time()
    for number in range(int(seconds * RATE)):
        await asyncio.sleep(max(began + number / RATE - loop.time(), 0))
        task = loop.create_task(_send(customers[number % len(customers)], url, found))
        sending.add(task)
        task.add_done_callback(sending.discard)
    await asyncio.gather(*sending)
    return found


async def _send(customer: Customer, url: str, found: Flooded) -> None:
    body = {"client_message_id": str(uuid.uuid4()), "text": "How long does delivery take?"}
    address = f"{url}/v1/conversations/{customer.conversation}/messages"
    headers = {**customer.headers, "Accept": "text/event-stream"}
    with suppress(aiohttp.ClientError, TimeoutError):
        async with customer.http.post(address, headers=headers, json=body) as answer:
            found[answer.status] += 1


@asynccontextmanager
async def past() -> AsyncIterator[str]:
    """Listen beside the service and refuse everything unread; yields the address."""
    server = await asyncio.start_server(_refuse, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def _refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            await reader.readexactly(int(head.partition(b"content-length: ")[2].partition(b"\r")[0] or 0))
            writer.write(REFUSAL)
    writer.close()
