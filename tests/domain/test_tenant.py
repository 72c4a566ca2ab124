"""A tenant and its turns: what is found by its name, and what never shows."""

from app.domain.handoff import Reason
from app.domain.turn import Outcome, TurnStopped
from tests.turns import INSTRUCTIONS, make_accepted, make_prompt, make_tenant


def test_a_site_is_found_by_its_key() -> None:
    """And by no other."""
    tenant = make_tenant()
    assert tenant.site("site_harbor") is tenant.sites[0]
    assert tenant.site("site_lumen") is None


def test_nothing_confidential_shows() -> None:
    """A tenant's instructions and keys, a customer's words and a prompt stay out of logs of the objects."""
    tenant = make_tenant()
    tenant.identity_secrets["site_harbor", "k1"] = b"hush-hush"
    accepted = make_accepted("canary words", tenant=tenant)
    shown = repr(tenant) + repr(accepted) + repr(make_prompt(accepted, history=("canary before",)))
    assert "canary" not in shown
    assert "hush" not in shown
    assert INSTRUCTIONS not in shown


def test_what_stops_a_turn_says_why() -> None:
    """In words of the contract."""
    assert str(TurnStopped(Outcome.HANDED_OFF, Reason.OVER_BUDGET)) == "handed_off: over_budget"
