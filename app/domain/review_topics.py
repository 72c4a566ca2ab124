"""Review topics: whether an answer would touch a matter that a person must check first."""

import re
from collections.abc import Sequence
from functools import lru_cache

_WORDS = {
    "refund": r"refund\w*|reimburs\w*|money[- ]back|get (?:my|the) money|compensat\w*|credit(?:ed)? back",
    "contract": (
        r"contract\w*|terminat\w*|legal agreement"
        r"|cancel\w* (?:my|the|our) (?:subscription|membership|plan|contract)"
    ),
    "account_change": (
        r"(?:change|update|edit|correct|delete|close|remove|merge|reset)\w*"
        r" (?:\w+ ){0,3}(?:account|e-?mail|password|phone|address|name|profile|details)"
    ),
    "billing": (
        r"billing|billed|invoice[sd]?|overcharg\w*|double[- ]charg\w*"
        r"|charged (?:me|twice|too much)|direct debit"
    ),
}


# One of these stands in whatever a topic's pattern finds; looking for them costs a tenth.
_FRAGMENTS = {
    "refund": ("refund", "reimburs", "money", "compensat", "credit"),
    "contract": ("contract", "terminat", "legal agreement", "cancel"),
    "account_change": ("account", "mail", "password", "phone", "address", "name", "profile", "details"),
    "billing": ("bill", "invoice", "charg", "direct debit"),
}


@lru_cache(maxsize=256)
def _pattern(topic: str) -> re.Pattern[str]:
    """Return what a topic looks like; a topic of the tenant's own is looked for by its words."""
    own = r"\W+".join(re.escape(word) + r"\w{0,3}" for word in re.split(r"[\s_-]+", topic) if word)
    return re.compile(rf"\b(?:{_WORDS.get(topic, own)})\b", re.IGNORECASE)


def matched_topic(text: str, topics: Sequence[str]) -> str | None:
    """Return the first topic that a text touches, None if it touches none."""
    plain = text.lower() if text.isascii() else None
    return next((topic for topic in topics if _may_touch(plain, topic) and _pattern(topic).search(text)), None)


def _may_touch(plain: str | None, topic: str) -> bool:
    """Tell whether a topic's pattern may find anything in a text in lower case; in what is no ASCII it always may."""
    fragments = _FRAGMENTS.get(topic)
    return plain is None or fragments is None or any(map(plain.__contains__, fragments))


_OWN_MATTER = re.compile(
    r"\b(?:(?:i|we)(?:'m| am| was| have| had|'ve| want| need| would| did)?|my|our|me)\b.*"
    r"\b(?:order|purchase|payment|account|card|want|need|charged|refund|waiting|received|paid|bought|money)\b"
    r"|\bplease (?:refund|change|cancel|update|delete|close|correct)\b",
    re.IGNORECASE | re.DOTALL,
)


def own_matter(text: str) -> bool:
    """Tell whether a customer speaks of an own order, payment or account rather than of how things work in general."""
    return _OWN_MATTER.search(text) is not None


_SETTLED = (
    r"refunded|reimbursed|compensated|credited|paid(?: back| out)?|approved|granted|(?:re-?)?issued|processed|initiated"
    r"|waived|reversed|adjusted|cancell?ed|terminated|changed|updated|corrected|deleted|closed|removed|merged|reset"
)
_DONE_BY_US = rf"(?:{_SETTLED}|arranged|requested|submitted|triggered|started|accepted|sent|transferred|given|made)"
_TO_BE_DONE = r"(?:refund|reimburse|compensate|credit|cancel|terminate|change|update|correct|delete|close|reset|issue)"
_BEING_DONE = r"(?:refund|reimburs|compensat|credit|cancell?|terminat|chang|updat|correct|delet|clos|resett|issu)ing"
_BETWEEN = r"(?:,? (?:\w+ly|now|just|also|already|therefore|both|gone ahead and|as you asked,?))"
_WORD = r"(?: (?!not\b|never\b|may\b|might\b|will\b|can\b|when\b|once\b|if\b)\w+(?:[.,]\d+)?)"
# Told as done or promised: by the assistant, to this customer, or with a matter of theirs.
_DEED = re.compile(
    rf"\b(?:(?P<own>i(?: have|['\u2019]ve)?{_BETWEEN}{{0,2}} {_DONE_BY_US}"
    rf"|we(?: have|['\u2019]ve)?{_BETWEEN}{{0,2}} {_DONE_BY_US}(?: \w+){{0,2}}? your?"
    rf"|i(?: will|['\u2019]ll){_BETWEEN}{{0,2}} {_TO_BE_DONE}|i(?: am|['\u2019]m){_BETWEEN}{{0,2}} {_BEING_DONE})"
    rf"|you(?: have|['\u2019]ve)(?: now| just| already)? been (?:{_SETTLED})|you were (?:{_SETTLED})"
    rf"|your{_WORD}{{1,6}}? (?:(?:has|have)(?: now| just| already| \w+ly)? been|was|were|(?:is|are) now)"
    rf"(?: now| just| already| \w+ly)? (?:{_SETTLED}))\b",
    re.IGNORECASE,
)
# Help pages have it as a condition, and who doubts it does not claim it.
_CONDITION = re.compile(
    r"\b(?:once|after|when|whenever|if|until|unless|whether|before|as (?:soon|long) as|from the (?:day|date|moment)"
    r"|should|in case|provided|where|which|who|because|since|means|seems?|sounds?|maybe|perhaps|said|mentioned|sorry"
    r"|cannot|can['\u2019]t|(?:could|did|do|does)(?:n['\u2019]t| not)|that (?:a|an|the|has|have|was|were))\b",
    re.IGNORECASE,
)
_SENTENCE_END = ".!?\n"
_CLAUSE_END = ".!?\n,;:"


def claims_deed(reply: str, published: str = "") -> bool:
    """Tell whether a reply says that something was done, or promises it, which no help page can know; what stands in
    `published` word for word is no such claim.
    """
    for match in _DEED.finditer(reply):
        ends = _CLAUSE_END if match["own"] else _SENTENCE_END  # a condition before its own deed is none of it
        begin = max(reply.rfind(end, 0, match.start()) for end in ends) + 1
        told = reply[begin : match.end()]
        if not _CONDITION.search(told) and told.strip() not in published:
            return True
    return False
