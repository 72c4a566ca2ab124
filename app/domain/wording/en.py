"""The service's words in English; every other language has the same sentences."""

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

EN = Words(
    unwanted="Please do not send {what} in this chat.",
    kinds={
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
    },
    between=", or ",
    some_kind="this kind of personal detail",
    removed="It was removed and nobody will see it.",
    elsewhere="You can ask for a person at any time, or write to {contact}.",
    injection="I can only help with questions to our shop, so I left that message aside.",
    refused="I can't help with that message.",
    closed="The chat is closed at the moment, so your message was not passed on. Please write to {contact}.",
    cut_short="(My answer got too long and ends here. Ask me to go on, or ask for a person.)",
)
