"""The service's words in Ukrainian, addressed formally."""

# ruff: noqa: E501, RUF001 (a sentence is read in one piece; another script is meant)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

UK = Words(
    unwanted="Будь ласка, не надсилайте в цьому чаті {what}.",
    kinds={
        DataClass.PAYMENT_CARD: "номерів платіжних карток",
        DataClass.BANK_ACCOUNT: "номерів банківських рахунків",
        DataClass.CREDENTIAL: "паролів або ключів доступу",
        DataClass.GOVERNMENT_ID: "номерів посвідчень особи або соціального страхування",
        DataClass.TAX: "податкових даних",
        DataClass.HEALTH: "даних про чиєсь здоров’я",
        DataClass.CHILD: "даних про дітей",
        DataClass.LEGAL: "даних про юридичні справи",
        DataClass.HR: "даних про чиюсь роботу",
        DataClass.SECURITY_INCIDENT: "даних про інциденти безпеки",
        DataClass.EMAIL: "адрес електронної пошти",
        DataClass.PHONE: "номерів телефонів",
        DataClass.NAME: "імен людей",
        DataClass.ADDRESS: "поштових адрес",
        DataClass.IP_ADDRESS: "IP-адрес",
    },
    between=" чи ",
    some_kind="таких особистих даних",
    removed="Ці дані вилучено, і ніхто їх не побачить.",
    elsewhere="Ви можете будь-коли попросити про розмову з людиною або написати на {contact}.",
    injection="Я можу допомогти лише із запитаннями до нашого магазину, тому це повідомлення залишилося без відповіді.",
    refused="Я не можу допомогти з цим повідомленням.",
    closed="Чат зараз закрито, тому Ваше повідомлення не передано. Напишіть, будь ласка, на {contact}.",
    cut_short="(Моя відповідь вийшла надто довгою й закінчується тут. Попросіть мене продовжити або попросіть про розмову з людиною.)",
)
