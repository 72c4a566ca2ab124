"""The kinds of data that a message may hold, and what a policy may do about each."""

from enum import StrEnum
from typing import NamedTuple


class DataClass(StrEnum):
    """A kind of data, named as in tenant files and in the output of `frontdesk inspect`."""

    PAYMENT_CARD = "payment_card"
    BANK_ACCOUNT = "bank_account"
    CREDENTIAL = "credential"
    GOVERNMENT_ID = "government_id"
    TAX = "tax"
    HEALTH = "health"
    CHILD = "child"
    LEGAL = "legal"
    HR = "hr"
    SECURITY_INCIDENT = "security_incident"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    ADDRESS = "address"
    IP_ADDRESS = "ip_address"


# Values of these are destroyed on arrival, whatever a tenant's policy says.
NEVER_KEPT: frozenset[DataClass] = frozenset(
    {
        DataClass.PAYMENT_CARD,
        DataClass.BANK_ACCOUNT,
        DataClass.CREDENTIAL,
        DataClass.GOVERNMENT_ID,
    }
)


class Handling(StrEnum):
    """What a tenant's policy does with a data class."""

    ALLOW = "allow"
    REDACT = "redact"
    BLOCK = "block"
    ESCALATE = "escalate"


class Span(NamedTuple):
    """A stretch of the input that holds one data class; `start` and `end` count characters."""

    start: int
    end: int
    data_class: DataClass
