"""Review topics: which matters a person must check first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import review_topics
from app.domain.review_topics import claims_deed, matched_topic, own_matter

SHIPPED = ("refund", "contract", "account_change", "billing")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Can I get my money back?", "refund"),
        ("You will be REIMBURSED", "refund"),
        ("I want to cancel my subscription", "contract"),
        ("please change the e-mail of my account", "account_change"),
        ("I was billed twice", "billing"),
        ("a refund on my invoice", "refund"),
        ("Do you sell tents?", None),
        ("Contra dance shoes", None),
        ("", None),
    ],
)
def test_the_shipped_topics(text: str, topic: str | None) -> None:
    """By the words that people use for them; the first on the list wins."""
    assert matched_topic(text, SHIPPED) == topic


def test_a_topic_of_the_tenants_own() -> None:
    """It is looked for by its words, in any inflection, with anything that is no word between them."""
    assert matched_topic("Our loyalty-points expire", ("loyalty_point",)) == "loyalty_point"
    assert matched_topic("loyal points", ("loyalty_point",)) is None
    assert matched_topic("a (b)", ("(b", "a.*")) is None
    assert matched_topic("anything", ()) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I want my refund", True),
        ("where is my order", True),
        ("please cancel it", True),
        ("How long does a refund take?", False),
        ("What is the return policy?", False),
    ],
)
def test_own_matters_are_told_from_general_questions(text: str, own: bool) -> None:  # noqa: FBT001  # a column
    """How things work in general needs no person."""
    assert own_matter(text) is own


@given(
    st.lists(
        st.sampled_from(
            (
                *(
                    "Refunded",
                    "reimbursement",
                    "money",
                    "back",
                    "get my",
                    "get the",
                    "compensated",
                    "credited",
                    "credit",
                ),
                *("contracts", "terminate", "legal agreement", "cancelled my", "cancel the", "plan", "membership"),
                *("change", "merge my", "reset", "the e-mail", "account", "passwords", "phone", "name", "details"),
                *("billing", "billed", "invoiced", "overcharge", "double-charge", "charged", "twice", "direct debit"),
                *("too much", "me", "\u212a", "\u017f"),
            )
        ),
        max_size=5,
    ).map(" ".join)
)
def test_looking_for_fragments_first_misses_nothing(text: str) -> None:
    """What they spare a topic's pattern, it would not have matched."""
    for topic in SHIPPED:
        found = review_topics._pattern(topic).search(text) is not None
        assert (matched_topic(text, (topic,)) == topic) == found


@pytest.mark.parametrize(
    "reply",
    [
        "Your refund of 500 euros has been approved and is paid out today.",
        "I've refunded your order.",
        "Good news. We have now cancelled your contract.",
        "Your account with us has been successfully closed.",
        "Sure. I have already refunded your order.",
        "I changed the address on your account.",
        "I've gone ahead and issued a refund.",
        "You've been refunded 129.95 euros.",
        "Your refund of 129.95 was issued this morning.",
        "I'll refund you 50 euros today.",
        "After checking your order, I have refunded you 20 euros.",
    ],
)
def test_a_deed_is_no_help_page(reply: str) -> None:
    """A reply that tells of one waits for a person, however much is published on its topic."""
    assert claims_deed(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Once your refund has been processed, it takes three days.",
        "If the money has been credited, you get a mail. Refunds are issued within five days.",
        "We refund you after the parcel has been received.",
        "You can see under Orders that a refund has been issued.",
        "I'm not able to process refunds myself; a person can.",
        "I am currently unable to change your address.",
        "I'll forward your refund request to a person.",
        "I'm sorry, your refund has not been processed yet.",
        "I can't confirm that your refund was processed.",
        "Maybe your refund was issued to your old card.",
        "We have updated our refund policy.",
        "I will walk you through closing your account.",
        "We have not refunded this order.",
        "A refund which has been approved arrives in 5 days.",
        "Our refund policy has been updated on 1 May.",
        "Items that have been removed from their packaging get no refund.",
    ],
)
def test_a_help_page_is_no_deed(reply: str) -> None:
    """It tells what happens when something was done."""
    assert not claims_deed(reply)


def test_what_a_help_page_says_word_for_word_is_no_deed() -> None:
    """A page may tell what was changed for everybody."""
    page = "Since May returns are free. Your contract has been changed to five days."
    assert claims_deed("Your contract has been changed to five days.")
    assert not claims_deed("Your contract has been changed to five days.", page)
