"""The service's words in Czech, addressed formally."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

CS = Words(
    unwanted="Neposílejte prosím do tohoto chatu {what}.",
    kinds={
        DataClass.PAYMENT_CARD: "čísla platebních karet",
        DataClass.BANK_ACCOUNT: "čísla bankovních účtů",
        DataClass.CREDENTIAL: "hesla nebo přístupové klíče",
        DataClass.GOVERNMENT_ID: "čísla dokladů totožnosti nebo rodná čísla",
        DataClass.TAX: "daňové údaje",
        DataClass.HEALTH: "údaje o zdraví",
        DataClass.CHILD: "údaje o dětech",
        DataClass.LEGAL: "údaje o právních záležitostech",
        DataClass.HR: "údaje o zaměstnání",
        DataClass.SECURITY_INCIDENT: "údaje o bezpečnostních incidentech",
        DataClass.EMAIL: "e-mailové adresy",
        DataClass.PHONE: "telefonní čísla",
        DataClass.NAME: "jména osob",
        DataClass.ADDRESS: "poštovní adresy",
        DataClass.IP_ADDRESS: "IP adresy",
    },
    between=" ani ",
    some_kind="osobní údaje tohoto druhu",
    removed="Tyto údaje byly odstraněny a nikdo je neuvidí.",
    elsewhere="Kdykoli můžete požádat o rozhovor s člověkem nebo napsat na {contact}.",
    injection="Mohu pomoci jen s dotazy na náš obchod, proto tato zpráva zůstala stranou.",
    refused="S touto zprávou vám nemohu pomoci.",
    closed="Chat je momentálně uzavřen, proto vaše zpráva nebyla předána. Napište prosím na {contact}.",
    cut_short="(Moje odpověď je příliš dlouhá a zde končí. Požádejte mě o pokračování, nebo požádejte o rozhovor s člověkem.)",
)
