"""The service's words in Chinese, in simplified characters, addressed formally."""

# ruff: noqa: RUF001 (another script is meant)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

ZH = Words(
    unwanted="请不要在此聊天中发送{what}。",
    kinds={
        DataClass.PAYMENT_CARD: "支付卡号",
        DataClass.BANK_ACCOUNT: "银行账号",
        DataClass.CREDENTIAL: "密码和密钥",
        DataClass.GOVERNMENT_ID: "身份证件号码和社会保障号码",
        DataClass.TAX: "税务信息",
        DataClass.HEALTH: "健康信息",
        DataClass.CHILD: "有关儿童的信息",
        DataClass.LEGAL: "有关法律事务的信息",
        DataClass.HR: "就业信息",
        DataClass.SECURITY_INCIDENT: "有关安全事件的信息",
        DataClass.EMAIL: "电子邮箱地址",
        DataClass.PHONE: "电话号码",
        DataClass.NAME: "他人姓名",
        DataClass.ADDRESS: "邮寄地址",
        DataClass.IP_ADDRESS: "IP 地址",
    },
    between="、",
    some_kind="此类个人信息",
    removed="该内容已被删除，没有人会看到。",
    elsewhere="您可以随时联系人工客服，或通过 {contact} 与我们联系。",
    injection="我只能解答向本店提出的问题，因此没有处理这条消息。",
    refused="我无法就这条消息为您提供帮助。",
    closed="聊天目前已关闭，因此您的消息未被转达。请通过 {contact} 与我们联系。",
    cut_short="（我的回答过长，到此为止。您可以让我继续，也可以要求联系人工客服。）",
    space="",
)
