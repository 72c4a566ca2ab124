"""Leaving: what begins when the process is told to stop."""

import asyncio
import signal
import threading
from collections.abc import Callable
from types import FrameType


def on_signal(leave: Callable[[], object]) -> None:
    """Begin to leave when the process is told to stop: the server waits for streams and answers before it says so, and
    cuts them when its patience ends.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(wanted)

        def tell(number: int, frame: FrameType | None, before: object = before) -> None:
            loop.call_soon_threadsafe(leave)
            if callable(before):
                before(number, frame)

        signal.signal(wanted, tell)
