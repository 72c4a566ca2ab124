"""The service's words in Danish."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

DA = Words(
    unwanted="Send venligst ikke {what} i denne chat.",
    kinds={
        DataClass.PAYMENT_CARD: "numre på betalingskort",
        DataClass.BANK_ACCOUNT: "kontonumre",
        DataClass.CREDENTIAL: "adgangskoder eller adgangsnøgler",
        DataClass.GOVERNMENT_ID: "id-numre eller CPR-numre",
        DataClass.TAX: "skatteoplysninger",
        DataClass.HEALTH: "oplysninger om nogens helbred",
        DataClass.CHILD: "oplysninger om børn",
        DataClass.LEGAL: "oplysninger om juridiske sager",
        DataClass.HR: "oplysninger om nogens ansættelse",
        DataClass.SECURITY_INCIDENT: "oplysninger om sikkerhedshændelser",
        DataClass.EMAIL: "e-mailadresser",
        DataClass.PHONE: "telefonnumre",
        DataClass.NAME: "navne på personer",
        DataClass.ADDRESS: "postadresser",
        DataClass.IP_ADDRESS: "IP-adresser",
    },
    between=", eller ",
    some_kind="personlige oplysninger af denne slags",
    removed="Det er fjernet, og ingen får det at se.",
    elsewhere="Du kan altid bede om at tale med et menneske eller skrive til {contact}.",
    injection="Jeg kan kun hjælpe med spørgsmål til vores butik, så jeg har ladet den besked ligge.",
    refused="Jeg kan ikke hjælpe med den besked.",
    closed="Chatten er lukket lige nu, så din besked er ikke givet videre. Skriv til {contact}.",
    cut_short="(Mit svar blev for langt og slutter her. Bed mig om at fortsætte, eller bed om at tale med et menneske.)",
)
