"""Prompts as the budget stage makes them, built by hand for tests of what stands behind it."""

from collections.abc import Sequence

from app.domain.budget import Reservation
from app.domain.contact import Contact
from app.domain.knowledge import Passage
from app.domain.tenant import Tenant
from app.domain.turn import Accepted, Prompt
from app.domain.workflow import ModelSettings, Workflow

WORKFLOW = "support"
SYSTEM = "You help the customers of a shop."


def make_tenant(model: ModelSettings) -> Tenant:
    """A tenant with one workflow that this model answers in."""
    workflow = Workflow(
        purpose="Answer questions",
        instructions=SYSTEM,
        assistant_name="Assistant",
        greeting="Hello",
        privacy_notice="An AI answers first.",
        contact_fallback="help@harbor.example",
        crisis_text="Call 112.",
        model=model,
    )
    return Tenant(
        id="harbor",
        name="Harbor",
        region="eu",
        sites=(),
        workflows={WORKFLOW: workflow},
        webhooks=(),
        version="1",
        instructions={WORKFLOW: SYSTEM},
        identity_secrets={},
    )


def make_prompt(
    text: str = "Where is my parcel?",
    *,
    history: Sequence[tuple[str, str]] = (),
    passages: Sequence[Passage] = (),
    model: ModelSettings | None = None,
    safety_identifier: str = "hashed-contact",
) -> Prompt:
    """A prompt whose newest message is `text`, after `history` as (role, text)."""
    accepted = Accepted(
        tenant=make_tenant(model or ModelSettings("gpt-test")),
        workflow_name=WORKFLOW,
        contact=Contact(id="contact-1", tenant_id="harbor", verified=False),
        conversation_id="conversation-1",
        turn_id="turn-1",
        message_id="message-1",
        seq=1,
        epoch=0,
        attempt=1,
        reply_id="reply-1",
        text=text,
        classes=frozenset(),
    )
    return Prompt(
        accepted=accepted,
        hold=None,
        system=SYSTEM,
        messages=(*history, ("user", text)),
        passages=tuple(passages),
        estimate=20,
        reservation=Reservation("2026-11-21", ["harbor/support"], 0.01),
        safety_identifier=safety_identifier,
    )
