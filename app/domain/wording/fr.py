"""The service's words in French, addressed formally."""

# ruff: noqa: E501, RUF001 (a sentence is read in one piece; its own apostrophe is meant)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

FR = Words(
    unwanted="Veuillez ne pas envoyer {what} dans ce chat.",
    kinds={
        DataClass.PAYMENT_CARD: "de numéros de carte de paiement",
        DataClass.BANK_ACCOUNT: "de numéros de compte bancaire",
        DataClass.CREDENTIAL: "de mots de passe ou de clés d’accès",
        DataClass.GOVERNMENT_ID: "de numéros d’identité ou de sécurité sociale",
        DataClass.TAX: "d’informations fiscales",
        DataClass.HEALTH: "d’informations sur la santé d’une personne",
        DataClass.CHILD: "d’informations sur des enfants",
        DataClass.LEGAL: "d’informations sur des affaires juridiques",
        DataClass.HR: "d’informations sur l’emploi d’une personne",
        DataClass.SECURITY_INCIDENT: "d’informations sur des incidents de sécurité",
        DataClass.EMAIL: "d’adresses e-mail",
        DataClass.PHONE: "de numéros de téléphone",
        DataClass.NAME: "de noms de personnes",
        DataClass.ADDRESS: "d’adresses postales",
        DataClass.IP_ADDRESS: "d’adresses IP",
    },
    between=" ni ",
    some_kind="ce type d’informations personnelles",
    removed="Ces données ont été supprimées et personne ne les verra.",
    elsewhere="Vous pouvez à tout moment demander à parler à une personne, ou écrire à {contact}.",
    injection="Je ne peux répondre qu’aux questions adressées à notre boutique, c’est pourquoi j’ai laissé ce message de côté.",
    refused="Je ne peux pas vous aider avec ce message.",
    closed="Le chat est fermé pour le moment, et votre message n’a donc pas été transmis. Veuillez écrire à {contact}.",
    cut_short="(Ma réponse est devenue trop longue et s’arrête ici. Demandez-moi de continuer, ou demandez à parler à une personne.)",
)
