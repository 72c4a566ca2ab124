"""The service's words in Polish, addressed without naming the reader's sex."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

PL = Words(
    unwanted="Prosimy nie wysyłać na tym czacie {what}.",
    kinds={
        DataClass.PAYMENT_CARD: "numerów kart płatniczych",
        DataClass.BANK_ACCOUNT: "numerów kont bankowych",
        DataClass.CREDENTIAL: "haseł lub kluczy dostępu",
        DataClass.GOVERNMENT_ID: "numerów dokumentów tożsamości lub numerów PESEL",
        DataClass.TAX: "danych podatkowych",
        DataClass.HEALTH: "danych o stanie zdrowia",
        DataClass.CHILD: "danych o dzieciach",
        DataClass.LEGAL: "danych o sprawach prawnych",
        DataClass.HR: "danych o zatrudnieniu",
        DataClass.SECURITY_INCIDENT: "danych o incydentach bezpieczeństwa",
        DataClass.EMAIL: "adresów e-mail",
        DataClass.PHONE: "numerów telefonów",
        DataClass.NAME: "imion i nazwisk",
        DataClass.ADDRESS: "adresów pocztowych",
        DataClass.IP_ADDRESS: "adresów IP",
    },
    between=" ani ",
    some_kind="danych osobowych tego rodzaju",
    removed="Te dane zostały usunięte i nikt ich nie zobaczy.",
    elsewhere="W każdej chwili można poprosić o rozmowę z człowiekiem albo napisać na adres {contact}.",
    injection="Mogę pomóc tylko w sprawie pytań do naszego sklepu, dlatego ta wiadomość została pominięta.",
    refused="Nie mogę pomóc w sprawie tej wiadomości.",
    closed="Czat jest teraz zamknięty, dlatego wiadomość nie została przekazana. Prosimy napisać na adres {contact}.",
    cut_short="(Moja odpowiedź jest zbyt długa i kończy się tutaj. Można poprosić o ciąg dalszy albo o rozmowę z człowiekiem.)",
)
