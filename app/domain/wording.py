"""What the service itself says to customers, in plain words; a tenant's own texts come from its file."""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.data_class import NEVER_KEPT, DataClass
from app.domain.handoff import Reason

_KINDS: Mapping[DataClass, str] = MappingProxyType(
    {
        DataClass.PAYMENT_CARD: "payment card numbers",
        DataClass.BANK_ACCOUNT: "bank account numbers",
        DataClass.CREDENTIAL: "passwords or keys",
        DataClass.GOVERNMENT_ID: "identity or social security numbers",
        DataClass.TAX: "tax details",
        DataClass.HEALTH: "details about anybody's health",
        DataClass.CHILD: "details about children",
        DataClass.LEGAL: "details of legal matters",
        DataClass.HR: "details of anybody's employment",
        DataClass.SECURITY_INCIDENT: "details of security incidents",
        DataClass.EMAIL: "e-mail addresses",
        DataClass.PHONE: "phone numbers",
        DataClass.NAME: "people's names",
        DataClass.ADDRESS: "postal addresses",
        DataClass.IP_ADDRESS: "network addresses",
    }
)


def refusal(reason: Reason, blocked: frozenset[DataClass], contact_fallback: str) -> str:
    """Say why a message was not answered, what not to send and how else to get help.

    `blocked` are the kinds of data in it that the tenant does not take in this chat.
    """
    elsewhere = f"You can ask for a person at any time, or write to {contact_fallback}."
    if reason is Reason.PROHIBITED_DATA:
        kinds = sorted(_KINDS[data_class] for data_class in blocked)
        what = ", or ".join(kinds) or "this kind of personal detail"
        gone = " It was removed and nobody will see it." if blocked and blocked <= NEVER_KEPT else ""
        return f"Please do not send {what} in this chat.{gone} {elsewhere}"
    if reason is Reason.INJECTION:
        return f"I can only help with questions to our shop, so I left that message aside. {elsewhere}"
    return f"I can't help with that message. {elsewhere}"


def closed(contact_fallback: str) -> str:
    """Say that the chat does not take messages now."""
    return f"The chat is closed at the moment, so your message was not passed on. Please write to {contact_fallback}."


def cut_short() -> str:
    """Say that a reply was longer than allowed."""
    return "(My answer got too long and ends here. Ask me to go on, or ask for a person.)"
