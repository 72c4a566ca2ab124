"""The service's words in Turkish, addressed formally."""

# ruff: noqa: RUF001 (a letter without its dot is meant)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

TR = Words(
    unwanted="Lütfen bu sohbette {what} göndermeyin.",
    kinds={
        DataClass.PAYMENT_CARD: "ödeme kartı numarası",
        DataClass.BANK_ACCOUNT: "banka hesap numarası",
        DataClass.CREDENTIAL: "parola ya da erişim anahtarı",
        DataClass.GOVERNMENT_ID: "kimlik ya da sosyal güvenlik numarası",
        DataClass.TAX: "vergi bilgisi",
        DataClass.HEALTH: "sağlık bilgisi",
        DataClass.CHILD: "çocuklarla ilgili bilgi",
        DataClass.LEGAL: "hukuki konularla ilgili bilgi",
        DataClass.HR: "bir kişinin işiyle ilgili bilgi",
        DataClass.SECURITY_INCIDENT: "güvenlik olaylarıyla ilgili bilgi",
        DataClass.EMAIL: "e-posta adresi",
        DataClass.PHONE: "telefon numarası",
        DataClass.NAME: "kişi adı",
        DataClass.ADDRESS: "posta adresi",
        DataClass.IP_ADDRESS: "IP adresi",
    },
    between=" veya ",
    some_kind="bu tür kişisel bilgi",
    removed="Bu bilgi silindi ve kimse görmeyecek.",
    elsewhere="Dilediğiniz zaman bir kişiyle görüşmek isteyebilir ya da {contact} adresine yazabilirsiniz.",
    injection="Yalnızca mağazamıza yönelik sorularda yardımcı olabiliyorum, bu nedenle o mesajı bir yana bıraktım.",
    refused="O mesaj konusunda yardımcı olamıyorum.",
    closed="Sohbet şu anda kapalı, bu nedenle mesajınız iletilmedi. Lütfen {contact} adresine yazın.",
    cut_short="(Yanıtım çok uzadı ve burada bitiyor. Devam etmemi ya da bir kişiyle görüşmeyi isteyebilirsiniz.)",
)
