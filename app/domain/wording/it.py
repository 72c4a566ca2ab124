"""The service's words in Italian, addressed formally."""

# ruff: noqa: E501, RUF001 (a sentence is read in one piece; its own apostrophe is meant)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

IT = Words(
    unwanted="La preghiamo di non inviare {what} in questa chat.",
    kinds={
        DataClass.PAYMENT_CARD: "numeri di carte di pagamento",
        DataClass.BANK_ACCOUNT: "numeri di conti bancari",
        DataClass.CREDENTIAL: "password o chiavi di accesso",
        DataClass.GOVERNMENT_ID: "numeri di documenti d’identità o codici fiscali",
        DataClass.TAX: "dati fiscali",
        DataClass.HEALTH: "dati sulla salute di una persona",
        DataClass.CHILD: "dati su minori",
        DataClass.LEGAL: "dati su questioni legali",
        DataClass.HR: "dati sul lavoro di una persona",
        DataClass.SECURITY_INCIDENT: "dati su incidenti di sicurezza",
        DataClass.EMAIL: "indirizzi e-mail",
        DataClass.PHONE: "numeri di telefono",
        DataClass.NAME: "nomi di persone",
        DataClass.ADDRESS: "indirizzi postali",
        DataClass.IP_ADDRESS: "indirizzi IP",
    },
    between=" né ",
    some_kind="dati personali di questo tipo",
    removed="I dati sono stati rimossi e nessuno li vedrà.",
    elsewhere="Può chiedere di parlare con una persona in qualsiasi momento, oppure scrivere a {contact}.",
    injection="Posso aiutare solo con domande rivolte al nostro negozio, perciò ho lasciato da parte quel messaggio.",
    refused="Non posso essere d’aiuto con quel messaggio.",
    closed="Al momento la chat è chiusa, perciò il Suo messaggio non è stato inoltrato. La preghiamo di scrivere a {contact}.",
    cut_short="(La mia risposta è diventata troppo lunga e finisce qui. Mi chieda di continuare, oppure di parlare con una persona.)",
)
