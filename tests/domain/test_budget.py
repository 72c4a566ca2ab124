"""Prices: what is not listed costs as the dearest, and an answer is reserved at its most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.budget import Price, PriceList, tokens
from app.domain.workflow import ModelSettings

PRICES = PriceList({"cheap": Price(0.05, 0.4), "chatty": Price(0.1, 20.0), "wordy": Price(5.0, 1.0)})
NAMES = st.sampled_from(("cheap", "chatty", "wordy", "unknown"))


def test_an_unlisted_model_costs_as_the_dearest() -> None:
    """Each of its two prices is the highest on the list, so no guess is too low."""
    assert PRICES.price("unknown") == Price(5.0, 20.0)
    assert not PRICES.listed("unknown")
    assert PRICES.listed("cheap")
    assert PriceList({}).price("any") == Price(0.0, 0.0)


def test_cost() -> None:
    """USD per million tokens, each way."""
    assert Price(2.0, 8.0).cost(500_000, 250_000) == pytest.approx(3.0)


@given(NAMES, st.lists(NAMES, max_size=3), st.integers(0, 9_000), st.integers(1, 900), st.data())
def test_no_answer_costs_more_than_its_most(
    name: str, fallbacks: list[str], input_tokens: int, output_tokens: int, data: st.DataObject
) -> None:
    """Whichever model gives it, within its length."""
    settings = ModelSettings(name, fallbacks=tuple(fallbacks), max_output_tokens=output_tokens)
    most = PRICES.most(settings, input_tokens)
    used = data.draw(st.integers(0, input_tokens)), data.draw(st.integers(0, output_tokens))
    assert PRICES.price(data.draw(st.sampled_from(settings.names))).cost(*used) <= most


@given(st.lists(st.text(max_size=50)), st.lists(st.text(max_size=50)))
def test_tokens_add_up(some: list[str], more: list[str]) -> None:
    """Texts are estimated one by one; none is for nothing."""
    assert tokens(some) + tokens(more) == tokens([*some, *more])
    assert tokens(some) >= len(some)
