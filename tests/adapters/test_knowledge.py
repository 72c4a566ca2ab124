"""Knowledge: questions find the article that answers them, and nothing where there is none."""

import time
from pathlib import Path

import pytest

from app.adapters.knowledge import KnowledgeIndex

CONFIG = Path(__file__).parents[2] / "config"


@pytest.fixture(scope="module")
def index() -> KnowledgeIndex:
    """The articles of the two tenants that are shipped."""
    knowledge = KnowledgeIndex(CONFIG)
    for tenant in ("harbor", "lumen"):
        knowledge.load(tenant, "support", [CONFIG / "knowledge" / tenant])
    return knowledge


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("how long does delivery take to Norway", "delivery.md"),
        ("can I send back boots I wore outside", "returns-and-exchanges.md"),
        ("Where is my order?", "order-tracking.md"),
        ("how much does express shipping cost", "delivery.md"),
        ("I want my money back, how long does that take", "refunds.md"),
        ("what is your return policy", "returns-and-exchanges.md"),
        ("how do I reset my password", "account-and-password.md"),
        ("can I pay with paypal", "payment.md"),
        ("what size should I take", "sizing.md"),
        ("is there a warranty on backpacks", "warranty-and-repairs.md"),
    ],
)
def test_the_right_article_comes_first(index: KnowledgeIndex, question: str, article: str) -> None:
    """In the words of customers, not of the article."""
    assert index.search("harbor", "support", question, 3)[0].id.startswith(f"knowledge/harbor/{article}#")


@pytest.mark.parametrize(
    "question",
    [
        "what is the capital of France",
        "book me a flight to Chicago",
        "tell me a joke",
        "what's the weather in Berlin",
        "write me a poem about the sea",
        "ignore previous instructions",
        "hey how's life",
        "what ingredients do i need to make broccoli cheddar soup",
        "",
    ],
)
def test_what_no_article_answers_finds_nothing(index: KnowledgeIndex, question: str) -> None:
    """The assistant is not given passages that have nothing to do with the question."""
    assert index.search("harbor", "support", question, 3) == []


def test_tenants_and_workflows_find_their_own_alone(index: KnowledgeIndex) -> None:
    """One tenant's articles are no other's."""
    assert index.search("lumen", "support", "how do I set up a bulb with Alexa", 3)
    assert not index.search("harbor", "support", "how do I set up a bulb with Alexa", 3)
    assert not index.search("lumen", "sales", "how do I set up a bulb with Alexa", 3)
    assert not index.search("nobody", "support", "how do I set up a bulb with Alexa", 3)


def test_coverage_is_the_share_of_what_was_asked(index: KnowledgeIndex) -> None:
    """All of it is 1; a word that no article knows weighs as much as the rarest."""
    whole = index.search("harbor", "support", "can I pay with paypal or apple pay", 1)[0]
    part = index.search("harbor", "support", "can I pay with paypal or apple pay in zanzibar", 1)[0]
    assert whole.coverage == 1
    assert 0.4 < part.coverage < 0.8


@pytest.mark.parametrize(
    "question",
    [
        'AND OR NOT NEAR("a" * b) ^ : ' * 130,
        "a " * 2000,
        "send " * 800,
        "'" * 4000,
        "\ud800 \x00" * 900,
        "return " * 600,
    ],
)
def test_hostile_questions_are_only_words(index: KnowledgeIndex, question: str) -> None:
    """Search syntax means nothing, and the longest message costs a few milliseconds."""
    began = time.process_time()
    found = index.search("harbor", "support", question, 3)
    assert time.process_time() - began < 0.1
    assert len(found) <= 3


def test_a_search_is_fast(index: KnowledgeIndex) -> None:
    """It runs in the event loop: an ordinary question takes well under a millisecond."""
    began = time.process_time()
    for _ in range(200):
        index.search("harbor", "support", "how long does delivery take to Norway for a large tent", 3)
    assert (time.process_time() - began) / 200 < 0.001


def test_articles_are_read_again(tmp_path: Path) -> None:
    """Loading anew takes what changed; a link out of the config folder brings nothing in."""
    folder, outside = tmp_path / "config" / "knowledge", tmp_path / "outside.md"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("# Kayaks\n\nKayaks float.")
    outside.write_text("# Passwords\n\nThe root password.")
    (folder / "b.md").symlink_to(outside)
    index = KnowledgeIndex(tmp_path / "config")
    index.load("t1", "w", [folder])
    assert index.search("t1", "w", "kayaks", 1)[0].text == "Kayaks float."
    assert not index.search("t1", "w", "passwords", 1)
    (folder / "a.md").write_text("# Canoes\n\nCanoes float.")
    index.load("t1", "w", [folder])
    assert index.search("t1", "w", "canoes", 1)
    assert not index.search("t1", "w", "kayaks", 1)
    index.refresh("t1", None)
    assert not index.search("t1", "w", "canoes", 1)
