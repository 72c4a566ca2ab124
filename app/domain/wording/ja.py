"""The service's words in Japanese, polite."""

# ruff: noqa: RUF001 (another script is meant)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

JA = Words(
    unwanted="このチャットでは、{what}の送信はお控えください。",
    kinds={
        DataClass.PAYMENT_CARD: "カード番号",
        DataClass.BANK_ACCOUNT: "銀行口座番号",
        DataClass.CREDENTIAL: "パスワードやアクセスキー",
        DataClass.GOVERNMENT_ID: "身分証明書や社会保障の番号",
        DataClass.TAX: "税務に関する情報",
        DataClass.HEALTH: "健康に関する情報",
        DataClass.CHILD: "お子様に関する情報",
        DataClass.LEGAL: "法律問題に関する情報",
        DataClass.HR: "雇用に関する情報",
        DataClass.SECURITY_INCIDENT: "セキュリティ事故に関する情報",
        DataClass.EMAIL: "メールアドレス",
        DataClass.PHONE: "電話番号",
        DataClass.NAME: "個人のお名前",
        DataClass.ADDRESS: "ご住所",
        DataClass.IP_ADDRESS: "IP アドレス",
    },
    between="、",
    some_kind="このような個人情報",
    removed="該当する部分は削除され、誰にも表示されません。",
    elsewhere="いつでも担当者と話すことができます。{contact} までご連絡いただくこともできます。",
    injection="当店へのご質問にのみお答えしておりますので、そのメッセージへの回答は控えさせていただきました。",
    refused="そのメッセージには対応いたしかねます。",
    closed="ただいまチャットを休止しているため、メッセージは担当者に届いておりません。{contact} までご連絡ください。",
    cut_short="（回答が長くなりすぎたため、ここで終わります。続きをお求めになるか、担当者と話したいとお伝えください。）",
    space="",
)
