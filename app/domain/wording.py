"""What the service itself says to customers, in plain words; a tenant's own texts come from its file."""

from app.domain.data_class import DataClass
from app.domain.handoff import Reason

_KINDS = {
    DataClass.PAYMENT_CARD: "payment card numbers",
    DataClass.BANK_ACCOUNT: "bank account numbers",
    DataClass.CREDENTIAL: "passwords or keys",
    DataClass.GOVERNMENT_ID: "identity or social security numbers",
}


def refusal(reason: Reason, classes: frozenset[DataClass], contact_fallback: str) -> str:
    """Say why a message was not answered, what not to send and how else to get help."""
    elsewhere = f"You can ask for a person at any time, or write to {contact_fallback}."
    if reason is Reason.PROHIBITED_DATA:
        kinds = sorted(_KINDS[c] for c in classes if c in _KINDS)
        what = " or ".join(kinds) or "this kind of personal detail"
        return f"Please do not send {what} in this chat. It was removed and nobody will see it. {elsewhere}"
    if reason is Reason.INJECTION:
        return f"I can only help with questions to our shop, so I left that message aside. {elsewhere}"
    return f"I can't help with that message. {elsewhere}"


def closed(contact_fallback: str) -> str:
    """Say that the chat does not take messages now."""
    return f"The chat is closed at the moment, so your message was not passed on. Please write to {contact_fallback}."


def cut_short() -> str:
    """Say that a reply was longer than allowed."""
    return "(My answer got too long and ends here. Ask me to go on, or ask for a person.)"
