"""Leaving: what the process does once it is told to stop."""

import asyncio
import signal

import pytest

from app.leaving import on_signal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_leaving_begins_with_the_signal(number: signal.Signals) -> None:
    """Not when the server has waited for its answers in vain; whoever waited for the signal before hears of it too."""
    begun, heard = asyncio.Event(), list[int]()
    kept = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    for each in kept:
        signal.signal(each, lambda wanted, _: heard.append(wanted))
    try:
        on_signal(begun.set)
        signal.raise_signal(number)
        await asyncio.wait_for(begun.wait(), 1)
    finally:
        for each, before in kept.items():
            signal.signal(each, before)
    assert heard == [number]
