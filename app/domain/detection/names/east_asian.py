"""Names of people in Chinese, Japanese and Korean, which put no space before them: a family name at a telling place."""

# ruff: noqa: RUF001 (the characters are the subject)
# ruff: noqa: E501 (a wording is read in one piece)

import re
from collections.abc import Iterator
from typing import Final

from app.domain.data_class import DataClass, Span

_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_FAMILY: Final = r"(?:欧阳|歐陽|司马|上官|诸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁沈任姚卢盧傅钟鐘姜崔谭譚廖范汪陆陸金石戴贾賈韦夏邱侯邹鄒熊孟秦白江阎薛尹段雷龙黎史贺陶顾顧毛郝龚邵万钱覃武莫孔汤温])"
_END: Final = r"(?=[\s,.!?:;。、！，]|$|的|和|是|在|想|要|住|先生|女士|小姐|，)"
_CHINESE: Final = (
    re.compile(
        rf"(?:我叫|我是|名字是|名字叫|名叫|姓名(?:是)?:?|联系人:?|聯絡人:?|收件人:?|收货人:?|户名:?|持卡人:?|本人|这里是|這是)\s?(?P<name>{_FAMILY}[\u4e00-\u9fff]{{1,2}}?){_END}"
    ),
    re.compile(rf"(?P<name>{_FAMILY}[\u4e00-\u9fff]{{0,2}}?)(?=先生|女士|小姐|经理|經理|老师|老師|医生|醫生)"),
    re.compile(
        rf"(?:寄给|寄給|联系|聯絡|转给|告诉|找|给|跟)(?P<name>{_FAMILY}[\u4e00-\u9fff]{{1,2}}?)(?=[\s,.!?。]|$|说|打|联系|转|的)"
    ),
)
_KANJI: Final = r"[\u4e00-\u9fff々]"
_JAPANESE: Final = (
    re.compile(
        rf"(?:私は|名前は|氏名(?:は|:)?|お名前:?|担当の|宛名:?|名義は|名義:?)\s?(?P<name>(?:{_KANJI}{{1,3}} ?{_KANJI}{{1,3}}|[ァ-ヶー]{{2,8}}|{_KANJI}{{1,2}}[ぁ-ん]{{2,3}}))(?=です|と申|と言|といい|[,。、\s]|$)"
    ),
    re.compile(rf"(?P<name>{_KANJI}{{1,3}} ?{_KANJI}{{0,3}}|[ァ-ヶー]{{2,8}})(?=と申し|といいます|と言います)"),
    re.compile(
        rf"(?<![お御ぁ-ん\u4e00-\u9fffァ-ヶー])(?P<name>{_KANJI}{{2,3}} ?{_KANJI}{{0,3}}|[ァ-ヶー]{{2,8}})(?=様|さん(?!か)|氏[はがのに])"
    ),
)
_KOREAN_FAMILY: Final = "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국]"
_KOREAN: Final = (
    re.compile(
        rf"(?:이름은|성함은|저는|이름:|성명:|수령인:?|예금주:?|받는 사람:?) ?(?P<name>{_KOREAN_FAMILY}[가-힣]{{2}}|[가-힣]{{2,4}}(?=(?:이)?라고))(?=입니다|이고|이에요|예요|(?:이)?라고|[,.\s]|$)"
    ),
    re.compile(rf"(?<![가-힣])(?P<name>{_KOREAN_FAMILY}[가-힣]{{1,2}})(?= ?씨(?![가-힣]{{2}})| 님|님)"),
)
_NOT_NAMES: Final = frozenset(
    [
        "고객",
        "선생",
        "사장",
        "주문",
        "회원",
        "고객센",
        "神",
        "奥",
        "皆",
        "客",
        "客様",
        "担当者",
        "お客",
        "関係者",
        "会員",
        "王先",
        "高级",
        "高級",
        "白金",
        "黄金",
    ]
)


def find(text: str) -> Iterator[Span]:
    """Yield names in the three scripts."""
    if not _EAST_ASIAN.search(text):
        return
    for pattern in (*_CHINESE, *_JAPANESE, *_KOREAN):
        for match in pattern.finditer(text):
            if match["name"] not in _NOT_NAMES:
                yield Span(*match.span("name"), DataClass.NAME)
