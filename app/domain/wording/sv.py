"""The service's words in Swedish."""

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

SV = Words(
    unwanted="Vi ber dig att inte skicka {what} i den här chatten.",
    kinds={
        DataClass.PAYMENT_CARD: "betalkortsnummer",
        DataClass.BANK_ACCOUNT: "bankkontonummer",
        DataClass.CREDENTIAL: "lösenord eller åtkomstnycklar",
        DataClass.GOVERNMENT_ID: "id-nummer eller personnummer",
        DataClass.TAX: "skatteuppgifter",
        DataClass.HEALTH: "uppgifter om någons hälsa",
        DataClass.CHILD: "uppgifter om barn",
        DataClass.LEGAL: "uppgifter om juridiska ärenden",
        DataClass.HR: "uppgifter om någons anställning",
        DataClass.SECURITY_INCIDENT: "uppgifter om säkerhetsincidenter",
        DataClass.EMAIL: "e-postadresser",
        DataClass.PHONE: "telefonnummer",
        DataClass.NAME: "namn på personer",
        DataClass.ADDRESS: "postadresser",
        DataClass.IP_ADDRESS: "IP-adresser",
    },
    between=", eller ",
    some_kind="personliga uppgifter av det här slaget",
    removed="Det har tagits bort och ingen får se det.",
    elsewhere="Du kan när som helst be att få prata med en människa, eller skriva till {contact}.",
    injection="Jag kan bara hjälpa till med frågor till vår butik, så jag lämnade det meddelandet åt sidan.",
    refused="Jag kan inte hjälpa till med det meddelandet.",
    closed="Chatten är stängd just nu, så ditt meddelande har inte skickats vidare. Skriv till {contact}.",
    cut_short="(Mitt svar blev för långt och slutar här. Be mig fortsätta, eller be att få prata med en människa.)",
)
