"""The service's words in Hebrew, addressed without naming the reader's sex.

The mark before an address keeps one that begins with a number from being turned round.
"""

# ruff: noqa: RUF001 (its own signs are meant)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

HE = Words(
    unwanted="נא לא לשלוח בצ׳אט הזה {what}.",
    kinds={
        DataClass.PAYMENT_CARD: "מספרי כרטיסי תשלום",
        DataClass.BANK_ACCOUNT: "מספרי חשבונות בנק",
        DataClass.CREDENTIAL: "סיסמאות או מפתחות גישה",
        DataClass.GOVERNMENT_ID: "מספרי זהות או ביטוח לאומי",
        DataClass.TAX: "פרטי מס",
        DataClass.HEALTH: "פרטים על בריאות של אנשים",
        DataClass.CHILD: "פרטים על ילדים",
        DataClass.LEGAL: "פרטים על עניינים משפטיים",
        DataClass.HR: "פרטים על תעסוקה של אנשים",
        DataClass.SECURITY_INCIDENT: "פרטים על אירועי אבטחה",
        DataClass.EMAIL: "כתובות דוא״ל",
        DataClass.PHONE: "מספרי טלפון",
        DataClass.NAME: "שמות של אנשים",
        DataClass.ADDRESS: "כתובות דואר",
        DataClass.IP_ADDRESS: "כתובות IP",
    },
    between=", או ",
    some_kind="פרטים אישיים מסוג זה",
    removed="הפרטים נמחקו ואיש לא יראה אותם.",
    elsewhere="אפשר בכל עת לבקש שיחה עם אדם, או לכתוב אל \u200e{contact}.",
    injection="באפשרותי לעזור רק בשאלות לחנות שלנו, ולכן לא אתייחס להודעה הזאת.",
    refused="אין באפשרותי לעזור בהודעה הזאת.",
    closed="הצ׳אט סגור כעת, ולכן ההודעה לא הועברה. נא לכתוב אל \u200e{contact}.",
    cut_short="(התשובה שלי התארכה מדי ומסתיימת כאן. אפשר לבקש ממני להמשיך, או לבקש שיחה עם אדם.)",
)
