"""The service's words in Finnish."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

FI = Words(
    unwanted="Ethän lähetä tässä keskustelussa {what}.",
    kinds={
        DataClass.PAYMENT_CARD: "maksukorttien numeroita",
        DataClass.BANK_ACCOUNT: "tilinumeroita",
        DataClass.CREDENTIAL: "salasanoja tai käyttöavaimia",
        DataClass.GOVERNMENT_ID: "henkilötunnuksia tai henkilöllisyystodistusten numeroita",
        DataClass.TAX: "verotietoja",
        DataClass.HEALTH: "terveystietoja",
        DataClass.CHILD: "tietoja lapsista",
        DataClass.LEGAL: "tietoja oikeudellisista asioista",
        DataClass.HR: "tietoja työsuhteista",
        DataClass.SECURITY_INCIDENT: "tietoja tietoturvapoikkeamista",
        DataClass.EMAIL: "sähköpostiosoitteita",
        DataClass.PHONE: "puhelinnumeroita",
        DataClass.NAME: "ihmisten nimiä",
        DataClass.ADDRESS: "postiosoitteita",
        DataClass.IP_ADDRESS: "IP-osoitteita",
    },
    between=" etkä ",
    some_kind="tällaisia henkilökohtaisia tietoja",
    removed="Tieto poistettiin, eikä kukaan näe sitä.",
    elsewhere="Voit milloin tahansa pyytää päästä keskustelemaan ihmisen kanssa tai kirjoittaa osoitteeseen {contact}.",
    injection="Voin auttaa vain kauppaamme koskevissa kysymyksissä, joten jätin tuon viestin sivuun.",
    refused="En voi auttaa tuon viestin kanssa.",
    closed="Chat on juuri nyt suljettu, joten viestiäsi ei välitetty eteenpäin. Kirjoita osoitteeseen {contact}.",
    cut_short="(Vastauksestani tuli liian pitkä, ja se päättyy tähän. Pyydä minua jatkamaan, tai pyydä päästä keskustelemaan ihmisen kanssa.)",
)
