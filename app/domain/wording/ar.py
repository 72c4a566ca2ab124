"""The service's words in Arabic, in the standard language, addressed without naming the reader's sex.

The mark before an address keeps one that begins with a number from being turned round.
"""

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

AR = Words(
    unwanted="يرجى عدم إرسال {what} في هذه المحادثة.",
    kinds={
        DataClass.PAYMENT_CARD: "أرقام بطاقات الدفع",
        DataClass.BANK_ACCOUNT: "أرقام الحسابات المصرفية",
        DataClass.CREDENTIAL: "كلمات المرور أو مفاتيح الدخول",
        DataClass.GOVERNMENT_ID: "أرقام الهوية أو الضمان الاجتماعي",
        DataClass.TAX: "بيانات ضريبية",
        DataClass.HEALTH: "معلومات عن صحة أي شخص",
        DataClass.CHILD: "معلومات عن الأطفال",
        DataClass.LEGAL: "معلومات عن مسائل قانونية",
        DataClass.HR: "معلومات عن عمل أي شخص",
        DataClass.SECURITY_INCIDENT: "معلومات عن حوادث أمنية",
        DataClass.EMAIL: "عناوين البريد الإلكتروني",
        DataClass.PHONE: "أرقام الهواتف",
        DataClass.NAME: "أسماء الأشخاص",
        DataClass.ADDRESS: "عناوين بريدية",
        DataClass.IP_ADDRESS: "عناوين IP",
    },
    between="، أو ",
    some_kind="معلومات شخصية من هذا النوع",
    removed="حُذفت هذه المعلومات ولن يراها أحد.",
    elsewhere="يمكنكم في أي وقت طلب التحدث إلى أحد أعضاء الفريق، أو مراسلتنا على \u200e{contact}.",
    injection="يمكنني المساعدة في الأسئلة الموجهة إلى متجرنا فقط، لذلك تركت تلك الرسالة جانبًا.",
    refused="لا يمكنني المساعدة في تلك الرسالة.",
    closed="المحادثة مغلقة حاليًا، لذلك لم تُنقل رسالتكم. يرجى مراسلتنا على \u200e{contact}.",
    cut_short="(أصبحت إجابتي طويلة جدًا وتنتهي هنا. يمكنكم أن تطلبوا مني المتابعة، أو طلب التحدث إلى أحد أعضاء الفريق.)",
)
