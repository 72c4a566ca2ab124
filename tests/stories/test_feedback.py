from typing import Any

import pytest

from tests.service import Customer, Service, new_id
from tests.stories.problems import NEVER_REPEATED, assert_problem

QUESTION = "How long does delivery take?"
ADDRESS = "ada.lovelace@mail.example"


@pytest.fixture
def reply(customer: Customer) -> str:
    """The id of a reply."""
    return str(customer.send(QUESTION)["reply"]["id"])


def _rated(service: Service, message_id: str) -> list[dict[str, Any]]:
    return service.rows("SELECT rating, comment FROM feedback WHERE message_id = :id", {"id": message_id})


def test_a_rating(customer: Customer, reply: str) -> None:
    """A reply is rated up or down; a second rating takes the first one's place."""
    assert customer.post(f"/v1/messages/{reply}/feedback", {"rating": "up"}).status_code == 204
    assert _rated(customer.service, reply) == [{"rating": "up", "comment": None}]
    said = {"rating": "down", "comment": "It took a week."}
    assert customer.post(f"/v1/messages/{reply}/feedback", said).status_code == 204
    assert _rated(customer.service, reply) == [said]


def test_a_comment_is_redacted(customer: Customer, reply: str) -> None:
    """Personal values in a comment are stored as placeholders, a card's number not at all."""
    comment = f"I wrote from {ADDRESS} and paid with 4111 1111 1111 1111."
    said = {"rating": "down", "comment": comment}
    assert customer.post(f"/v1/messages/{reply}/feedback", said).status_code == 204
    stored = _rated(customer.service, reply)[0]["comment"]
    assert ADDRESS not in stored
    assert "4111" not in stored
    assert "[EMAIL" in stored
    own = customer.get("/v1/me/data").json()
    assert ADDRESS in own["feedback"][0]["comment"]
    assert "4111" not in str(own)
    acts = [act for act in customer.service.audit("harbor") if act["target"] == f"message:{reply}"]
    assert ("message.rated", "down") in [(act["action"], act["outcome"]) for act in acts]
    assert "[EMAIL" not in str(acts)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"rating": "sideways"},
        {"rating": 1},
        {"rating": None},
        {"comment": NEVER_REPEATED},
        {"rating": "up", "comment": NEVER_REPEATED * 60},
        {"rating": "up", "comment": 7},
        {"rating": "up", "stars": 5},
        [],
    ],
)
def test_a_rating_that_is_none(customer: Customer, reply: str, said: object) -> None:
    """It is refused and not stored."""
    assert_problem(customer.post(f"/v1/messages/{reply}/feedback", said), 400, "bad_request")
    assert _rated(customer.service, reply) == []


def test_a_message_of_nobody(customer: Customer, reply: str) -> None:
    """A message that is not there, or another contact's, can't be rated."""
    other = Customer.of(customer.service)
    for who, message in ((customer, new_id()), (customer, "nonsense"), (other, reply)):
        assert_problem(who.post(f"/v1/messages/{message}/feedback", {"rating": "up"}), 404, "not_found")
    assert _rated(customer.service, reply) == []
