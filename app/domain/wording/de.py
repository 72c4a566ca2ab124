"""The service's words in German, addressed formally."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

DE = Words(
    unwanted="Bitte senden Sie in diesem Chat keine {what}.",
    kinds={
        DataClass.PAYMENT_CARD: "Nummern von Zahlungskarten",
        DataClass.BANK_ACCOUNT: "Kontonummern",
        DataClass.CREDENTIAL: "Passwörter oder Zugangsschlüssel",
        DataClass.GOVERNMENT_ID: "Ausweis- oder Sozialversicherungsnummern",
        DataClass.TAX: "Angaben zu Steuern",
        DataClass.HEALTH: "Angaben zur Gesundheit",
        DataClass.CHILD: "Angaben zu Kindern",
        DataClass.LEGAL: "Angaben zu rechtlichen Angelegenheiten",
        DataClass.HR: "Angaben zu Arbeitsverhältnissen",
        DataClass.SECURITY_INCIDENT: "Angaben zu Sicherheitsvorfällen",
        DataClass.EMAIL: "E-Mail-Adressen",
        DataClass.PHONE: "Telefonnummern",
        DataClass.NAME: "Namen von Personen",
        DataClass.ADDRESS: "Postanschriften",
        DataClass.IP_ADDRESS: "IP-Adressen",
    },
    between=" und keine ",
    some_kind="persönlichen Angaben dieser Art",
    removed="Das wurde entfernt, und niemand bekommt es zu sehen.",
    elsewhere="Sie können jederzeit nach einem Menschen fragen oder an {contact} schreiben.",
    injection="Ich kann nur bei Fragen an unseren Shop helfen und bin deshalb auf diese Nachricht nicht eingegangen.",
    refused="Bei dieser Nachricht kann ich nicht helfen.",
    closed="Der Chat ist zurzeit geschlossen, deshalb wurde Ihre Nachricht nicht weitergegeben. Bitte schreiben Sie an {contact}.",
    cut_short="(Meine Antwort ist zu lang geworden und endet hier. Bitten Sie mich fortzufahren, oder fragen Sie nach einem Menschen.)",
)
