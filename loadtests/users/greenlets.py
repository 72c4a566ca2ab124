"""What is used of gevent, with types: doing several things at once, pausing, and giving up in time."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import gevent  # type: ignore[import-untyped]  # it has no types of its own

LOOK_AGAIN: Final = 0.01  # seconds


class Doing:
    """Something that goes on beside."""

    def __init__(self, what: Callable[..., object], *given: object, **named: object) -> None:
        self._greenlet: Any = gevent.spawn(what, *given, **named)

    def wait(self, seconds: float | None = None) -> None:
        """Wait until it is done, for so long at most."""
        self._greenlet.join(seconds)

    def end(self) -> None:
        """End it where it stands."""
        self._greenlet.kill()


def pause(seconds: float) -> None:
    """Let the others go on."""
    gevent.sleep(seconds)


def wait_until(happened: Callable[[], bool], seconds: float) -> bool:
    """Wait until something has happened, for so long at most; tells whether it has."""
    with giving_up_after(seconds):
        while not happened():
            gevent.sleep(LOOK_AGAIN)
    return happened()


def wait_for(several: Iterable[Doing], seconds: float) -> None:
    """Wait until all are done, for so long at most."""
    with giving_up_after(seconds):
        for each in several:
            each.wait()


@contextmanager
def giving_up_after(seconds: float) -> Iterator[None]:
    """Leave the block in silence where it takes longer."""
    limit: Any = gevent.Timeout(seconds)
    limit.start()
    try:
        yield
    except gevent.Timeout as passed:
        if passed is not limit:
            raise
    finally:
        limit.close()
