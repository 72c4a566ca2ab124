import contextlib
from codecs import BOM_UTF8
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.completion_stream import LONGEST_LINE, LONGEST_STREAM, CompletionStream
from app.domain.llm import Finish, Finished, LlmFailure, Usage
from tests.adapters.vendor import DONE, event, whole

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=8)


@given(TEXTS, st.lists(st.integers(min_value=0, max_value=4000)))
def test_cuts_do_not_matter(texts: list[str], cuts: list[int]) -> None:
    """Wherever the network cuts, the same text comes out, and the same end."""
    data, stream, said = whole(*texts), CompletionStream(), ""
    places = [0, *sorted(cut for cut in cuts if cut < len(data)), len(data)]
    for start, end in pairwise(places):
        said += stream.feed(data[start:end])
    assert said == "".join(texts)
    assert stream.finished() == Finished(Finish.STOP, Usage(12, 34))


def test_a_byte_order_mark_is_no_word() -> None:
    """It may stand before the first event, and costs none."""
    assert CompletionStream().feed(BOM_UTF8 + event({"content": "Yes."})) == "Yes."


@given(st.lists(st.binary() | st.binary().map(lambda junk: b"data: " + junk + b"\n") | st.just(DONE)))
def test_rubbish_is_a_failure_at_most(reads: list[bytes]) -> None:
    """Whatever comes, it is read or refused in the port's own words."""
    stream = CompletionStream()
    with contextlib.suppress(LlmFailure):
        for data in reads:
            stream.feed(data)
        stream.finished()


def test_two_events_in_a_line_are_none() -> None:
    """Events are decoded together and still one by one: what is no JSON alone is none among others."""
    with pytest.raises(LlmFailure, match="bad_json"):
        CompletionStream().feed(b'data: {"choices":[]},{"choices":[]}\n')
    with pytest.raises(LlmFailure, match="bad_json"):
        CompletionStream().feed(b'data: {"choices":\ndata: []}\n')


def test_an_empty_event_says_nothing() -> None:
    """A `data:` line without anything in it is passed over."""
    assert CompletionStream().feed(b"data:\n\ndata: \r\n" + event({"content": "Yes."})) == "Yes."


def test_what_follows_the_end_is_not_read() -> None:
    """After [DONE] nothing is said any more, neither in the same read nor in the next."""
    stream = CompletionStream()
    assert stream.feed(whole("Yes.") + event({"content": " No."}) + b"data: {\n") == "Yes."
    assert stream.feed(event({"content": " No."})) == ""
    assert stream.done


def feed_until_refused(data: bytes, most: int) -> int:
    """How many bytes a stream takes, fed the same read again and again."""
    stream, fed = CompletionStream(), 0
    with contextlib.suppress(LlmFailure):
        while fed < most:
            stream.feed(data)
            fed += len(data)
    return fed


def test_a_line_has_a_bound() -> None:
    """A line that does not end is given up, and so does not fill the memory."""
    assert feed_until_refused(b"x" * 16_384, 2 * LONGEST_LINE) <= LONGEST_LINE


def test_a_stream_has_a_bound() -> None:
    """An answer without end is given up, however short its lines."""
    assert feed_until_refused(b": still there\n" * 70_000, 2 * LONGEST_STREAM) <= LONGEST_STREAM
