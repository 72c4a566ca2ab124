"""How much of the processor a piece of work takes, apart from what else its machine and its process do."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def seconds(work: Callable[[str], object], *texts: str) -> float:
    """The least processor time of one of the texts, each worked on once: whatever else happens only adds to it."""
    with _without_collections():
        return min(_took(work, text) for text in texts)


def growth(work: Callable[[str], object], text: str, tries: int) -> float:
    """How many times as long twice the text takes, from the least of several turns each, taken by turns."""
    once, twice = [], []
    with _without_collections():
        for _ in range(tries):
            once.append(_took(work, text))
            twice.append(_took(work, text * 2))
    return min(twice) / min(once)


def _took(work: Callable[[str], object], text: str) -> float:
    began = time.thread_time()
    work(text)
    return time.thread_time() - began


@contextmanager
def _without_collections() -> Iterator[None]:
    """A collection walks over all that thousands of tests have left, which takes longer than what is measured."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
