"""The service's words in Dutch, addressed formally."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

NL = Words(
    unwanted="Stuur in deze chat alstublieft geen {what}.",
    kinds={
        DataClass.PAYMENT_CARD: "nummers van betaalkaarten",
        DataClass.BANK_ACCOUNT: "bankrekeningnummers",
        DataClass.CREDENTIAL: "wachtwoorden of toegangssleutels",
        DataClass.GOVERNMENT_ID: "identiteits- of burgerservicenummers",
        DataClass.TAX: "belastinggegevens",
        DataClass.HEALTH: "gegevens over iemands gezondheid",
        DataClass.CHILD: "gegevens over kinderen",
        DataClass.LEGAL: "gegevens over juridische zaken",
        DataClass.HR: "gegevens over iemands werk",
        DataClass.SECURITY_INCIDENT: "gegevens over beveiligingsincidenten",
        DataClass.EMAIL: "e-mailadressen",
        DataClass.PHONE: "telefoonnummers",
        DataClass.NAME: "namen van personen",
        DataClass.ADDRESS: "postadressen",
        DataClass.IP_ADDRESS: "IP-adressen",
    },
    between=" en geen ",
    some_kind="persoonlijke gegevens van deze soort",
    removed="Het is verwijderd en niemand krijgt het te zien.",
    elsewhere="U kunt altijd vragen om iemand van ons team te spreken, of schrijven naar {contact}.",
    injection="Ik kan alleen helpen met vragen aan onze winkel en ben daarom niet op dat bericht ingegaan.",
    refused="Met dat bericht kan ik u niet helpen.",
    closed="De chat is op dit moment gesloten, daarom is uw bericht niet doorgegeven. Schrijf alstublieft naar {contact}.",
    cut_short="(Mijn antwoord werd te lang en stopt hier. Vraag mij om verder te gaan, of vraag om iemand van ons team te spreken.)",
)
