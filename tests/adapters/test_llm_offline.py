import pytest

from app.adapters.llm_offline import GOODBYE, HELLO, NOTHING_FOUND, WELCOME, OfflineLlm
from app.domain.knowledge import Passage
from app.domain.llm import Finish, Finished, Piece
from app.domain.turn import Prompt
from tests.adapters.prompts import make_prompt

RETURNS = Passage(
    id="returns#0",
    title="Returns",
    section="How long",
    text="## How long\n\nYou have **30 days**. Send it back unworn.\n\n- Print the label\n- Drop it off\n",
    coverage=0.9,
)
DELIVERY = Passage(id="delivery#0", title="Delivery", section="When", text="Two days.", coverage=0.4)


async def answer(prompt: Prompt) -> tuple[list[str], Finished]:
    """The pieces of the answer, and its end."""
    items = [item async for item in OfflineLlm().stream(prompt, "any")]
    *pieces, last = items
    assert isinstance(last, Finished)
    return [piece.text for piece in pieces if isinstance(piece, Piece)], last


async def test_quotes_the_best_passage() -> None:
    """The first passage is the best: its title and its own words, without the marks of its layout."""
    texts, last = await answer(make_prompt(passages=[RETURNS, DELIVERY]))
    said = "".join(texts)
    assert said.startswith("From our help page “Returns”:")
    assert "You have **30 days**. Send it back unworn. Print the label Drop it off" in said
    assert "Two days" not in said
    assert last.finish is Finish.STOP


async def test_comes_in_pieces() -> None:
    """A reply shows as it comes, offline too."""
    texts, _ = await answer(make_prompt(passages=[RETURNS]))
    assert len(texts) > 2


async def test_says_when_it_found_nothing() -> None:
    """Without a passage nothing is made up, and a person is offered."""
    assert (await answer(make_prompt()))[0] == [NOTHING_FOUND]
    assert "person" in NOTHING_FOUND


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Hello!", HELLO),
        ("hi there", HELLO),
        ("Good morning,", HELLO),
        ("Thanks", WELCOME),
        ("no, thank you so much!", WELCOME),
        ("ok thx", WELCOME),
        ("Bye!", GOODBYE),
        ("No thanks, that\u2019s all I need, goodbye", GOODBYE),
        ("That's all for today. Thank you, have a nice day!", GOODBYE),
        ("Hello, where is my parcel?", NOTHING_FOUND),
        ("Thanks for nothing", NOTHING_FOUND),
        ("That's all wrong", NOTHING_FOUND),
        ("?", NOTHING_FOUND),
    ],
)
async def test_returns_a_courtesy(said: str, answered: str) -> None:
    """Who only greets, thanks or leaves is not told that nothing was found; who asks as well is answered."""
    assert (await answer(make_prompt(said)))[0] == [answered]


async def test_a_long_page_is_not_read_out() -> None:
    """A quotation ends after some sentences."""
    page = Passage("long#0", "Long", "All", "One sentence. " * 500, 0.9)
    texts, _ = await answer(make_prompt(passages=[page]))
    assert len("".join(texts)) < 200


async def test_counts_what_it_read_and_said() -> None:
    """Usage is a quarter of the characters, so that budgets can be tried offline."""
    texts, last = await answer(make_prompt("x" * 400, passages=[DELIVERY]))
    assert last.usage is not None
    assert last.usage.input_tokens == (len("You help the customers of a shop.") + 400) // 4
    assert last.usage.output_tokens == len("".join(texts)) // 4
