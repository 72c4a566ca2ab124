"""The output check: a reply is released only as far as it was checked, however the pieces are cut."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.adapters.db import vault
from app.adapters.db.engine import Database
from app.adapters.keyring import Keyring
from app.adapters.moderation_local import LocalModeration
from app.domain.data_class import Span
from app.domain.detection import find_never_kept, may_hold_never_kept
from app.domain.handoff import Reason
from app.domain.links import only_allowed_links, unfinished_host
from app.domain.moderation.units import Unit, read_unit
from app.domain.quoting import LONGEST_WORD as LONGEST_PART
from app.domain.quoting import WORD, Echo, Instructions
from app.domain.turn import Outcome, Prompt, TurnStopped
from app.domain.workflow import OutputSettings

REMOVED = "(removed)"
UNIT_WORDS = 8
"""Words after which a reply is judged, and released as far as that; the end of a sentence is such a place too."""
WINDOW = 120
"""Characters before a unit that are looked at together with it, whole units at least."""
LONGEST_SENTENCE = 300
"""Characters that wait for the end of an unsafe sentence."""
LONGEST_HOLD = 800
"""Characters that an unfinished link may hold back before it counts as plain text."""
LONGEST_WORD = 800
"""Characters; a longer word holds no answer, and could hide one."""
LONGEST_REPLY = 40_000
"""Characters; no model that keeps to its limit comes near."""

_OPEN_LINK = re.compile(r"\[[^\[\]\n]{0,400}(?:\](?:\([^()\n]{0,800})?)?")
_GROUP = r"(?:(?<![^\W_])\d+|\d{3,})"  # a digit or two at the end of a word is none
# What may be the first groups of a card, whatever stands between, or of an account; possessive, so that a long list
# stays linear.
_OPEN_NUMBER = re.compile(
    rf"(?:[+(]?{_GROUP}(?:\D{{0,14}}+{_GROUP})*+\D{{0,14}}+"
    r"|(?<![A-Za-z0-9])[A-Za-z]{2}[\s.-]{0,2}+"
    r"(?:\d[\s.-]{0,2}+(?:\d(?:[\s.-]{0,2}+(?:[A-Za-z]{0,3}+\d[A-Za-z0-9]*+|[A-Z]{4}+))*+)?)?[\s.-]{0,2})$"
)
_LONGEST_NUMBER = 100  # characters, separators included
_LONGEST_COUNTRY = 7  # of an account that has no digit yet, what stands behind it included
_DIGIT = re.compile(r"\d")
# Readers differ in whether these end a word; an answer needs none.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_KEY_BLOCK = re.compile(r"-----BEGIN[^\n]{0,40}PRIVATE KEY", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？\n]")  # noqa: RUF001  # full-width marks end sentences too
_END_IN_TEXT = re.compile(r"[.!?…](?=\s|$)|[。！？\n]")  # noqa: RUF001  # as above
# A word ends at white space, or at a sign of a script that writes without any.
_BREAK = re.compile(r"[\s\u3000-\u9fff\uac00-\ud7af]")
_ENDLESS = re.compile(rf"[^\s\u3000-\u9fff\uac00-\ud7af]{{{LONGEST_WORD}}}")


class OutputCheck:
    """Makes a checker for each reply."""

    def __init__(self, database: Database, keyring: Keyring, moderation: LocalModeration) -> None:
        self._database = database
        self._keyring = keyring
        self._moderation = moderation

    async def begin(self, prompt: Prompt) -> "CheckedReply":
        """Start checking a reply; the contact's own values are opened only if the prompt names any."""
        accepted = prompt.accepted
        named = {match[0] for _, text in prompt.messages for match in vault.PLACEHOLDER.finditer(text)}
        values: Mapping[str, str] = {}
        if named:
            opened = await self._database.glance(
                accepted.tenant.id, lambda db: vault.values_of(db, self._keyring, accepted.contact.id)
            )
            values = {placeholder: opened[placeholder] for placeholder in named & opened.keys()}
        rules, _, passages = prompt.system.rpartition("\n<passages>\n")
        echo = Echo(
            _instructions(rules), "\n".join((passages, accepted.tenant.name, *(text for _, text in prompt.messages)))
        )
        return CheckedReply(echo, accepted.workflow.output, values, self._moderation)


_instructions = lru_cache(maxsize=256)(Instructions.of)


class CheckedReply:
    """One reply on its way: what came, what may be shown of it, and what is stored of it."""

    __slots__ = (
        *("_behind", "_echo", "_heard", "_judged", "_moderation", "_output", "_pending", "_released"),
        *("_stored", "_unit_words", "_units", "_values", "length"),
    )

    def __init__(
        self, echo: Echo, output: OutputSettings, values: Mapping[str, str], moderation: LocalModeration
    ) -> None:
        self._echo = echo
        self._output = output
        self._values = values
        self._moderation = moderation
        self._pending = ""
        self._heard = 0
        self._unit_words = 0
        self._judged = 0
        self._units: list[Unit] = []  # a few; an empty deque has room for sixty-four
        self._released = 0
        self._behind = ""
        self._stored: list[str] = []
        self.length = 0

    @property
    def stored(self) -> str:
        """The whole released text, with placeholders, as it is stored."""
        return "".join(self._stored)

    @property
    def shown(self) -> str:
        """The whole released text as the customer reads it."""
        return self._restore(self.stored)

    def feed(self, text: str) -> str:
        """Take the next piece; returns what may be shown by now, often less, sometimes nothing. Raises TurnStopped."""
        self._pending += text if text.isprintable() else _CONTROL.sub(" ", text)
        if self._released + len(self._pending) > LONGEST_REPLY:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
        if len(self._pending) >= LONGEST_WORD and _ENDLESS.search(self._pending):
            raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
        return "".join(self._follow(final=False))

    def finish(self) -> str:
        """Take the end of the reply; returns the rest that may be shown. Raises TurnStopped."""
        shown = list(self._follow(final=True))
        end = self._released + len(self._pending)
        self._judge(end, whole=True)
        return "".join([*shown, self._release(end, end)])

    def end_at_sentence(self, notice: str) -> None:
        """End a reply that was cut by its length at its last whole sentence, and say so."""
        self._stored = [cut_to_sentence(self.stored, notice)]

    def _open_end(self, judged: int) -> int:
        """Return where the unfinished end of what was judged begins: a word, address, number or link."""
        end = judged - self._released
        earliest = max(0, end - LONGEST_HOLD)
        host = unfinished_host(self._pending, earliest, end)
        end = end if host is None else host
        end = self._link_start(_word_start(self._pending, end), earliest)
        begins = max(0, end - _LONGEST_NUMBER)
        if not _DIGIT.search(self._pending, begins, end):
            begins = max(0, end - _LONGEST_COUNTRY)
        number = _OPEN_NUMBER.search(self._pending[:end], begins)
        if number:
            end = self._link_start(_word_start(self._pending, number.start()), earliest)
        return self._released + end

    def _link_start(self, end: int, earliest: int) -> int:
        """Return where the link begins that is still open at `end`; `end` if none is."""
        text = self._pending[:end]
        bracket = text.rfind("[", earliest)
        return _word_start(text, bracket) if bracket >= 0 and _OPEN_LINK.fullmatch(text, bracket) else end

    def _follow(self, *, final: bool) -> Iterator[str]:
        """Take every word that is whole by now, judge the units that they complete, and yield what each lets go. Raises
        TurnStopped.

        Where units end depends on the words alone, so that any way of cutting a reply meets the same verdicts, and
        each is let go by itself, so that what came meanwhile changes nothing.
        """
        echo, pending, released = self._echo, self._pending, self._released
        for match in WORD.finditer(pending, self._heard - released):
            start, end = match.span()
            if end == len(pending) and end - start < LONGEST_PART and not final:
                break
            between = pending[self._heard - released : start]
            if self._unit_words and between != " " and _SENTENCE_END.search(between):
                yield self._let_go(released + start, whole=True)
            self._heard = released + end
            echo.next(match[0], released + start)
            if echo.given_away:
                raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
            self._unit_words += 1
            if self._unit_words == UNIT_WORDS:
                yield self._let_go(released + end, whole=False)

    def _let_go(self, end: int, *, whole: bool) -> str:
        """Judge the unit that ends before character `end` of the reply; returns what may be shown with it."""
        self._judge(end, whole=whole)
        judged = min(self._judged, self._quotation())
        return self._release(self._open_end(judged), self._judged) if judged > self._released else ""

    def _judge(self, end: int, *, whole: bool) -> None:
        """Judge the unit that ends before character `end` of the reply, with those before it. Raises TurnStopped.

        What is unsafe so far waits for the end of its sentence, which may put it right.
        """
        text = self._pending[self._judged - self._released : end - self._released]
        stretch = [*self._units, read_unit(text)] if text else self._units
        self._echo.end_unit("".join([unit.text for unit in stretch]))
        unsafe = self._moderation.is_unsafe(stretch)
        if self._echo.given_away or (unsafe and (whole or len(text) > LONGEST_SENTENCE)):
            raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
        self._unit_words = 0
        if unsafe:
            return
        length = sum([len(unit.text) for unit in stretch])
        while stretch and length - len(stretch[0].text) >= WINDOW:
            length -= len(stretch.pop(0).text)
        self._units = stretch
        self._judged = end

    def _quotation(self) -> int:
        """Return where a quotation of the instructions may begin; the end of what came if none does."""
        start = self._echo.start
        return self._released + len(self._pending) if start is None else start

    def _release(self, end: int, judged: int) -> str:
        """Check and let go of everything before character `end` of the reply, or before a value that it would cut in
        two; what stands behind `judged` has no say.
        """
        cut = end - self._released
        if cut <= 0:
            return ""
        spans = self._never_kept(judged - self._released)
        for span in spans:
            if 0 <= span.start < cut < span.end:
                cut = span.start
        text, self._pending = self._pending[:cut], self._pending[cut:]
        self._released += cut
        text = without(text, spans)
        self._behind = (self._behind + text)[-WINDOW:]
        text = vault.PLACEHOLDER.sub(self._named, text) if "[" in text else text
        text = only_allowed_links(text, self._output.link_hosts, self._output.image_hosts)
        self._stored.append(text)
        shown = self._restore(text)
        self.length += len(shown)
        return shown

    def _never_kept(self, end: int) -> list[Span]:
        """Find values that are never to be kept, whoever said them, in the pending text up to `end`; one that began
        before it begins below 0. Raises TurnStopped where a private key is being told, which has many lines.
        """
        text, behind = self._behind + self._pending[:end], len(self._behind)
        if not may_hold_never_kept(text):
            return []
        if _KEY_BLOCK.search(text):
            raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
        found = [span for span in find_never_kept(text) if span.end > behind]
        return [Span(span.start - behind, span.end - behind, span.data_class) for span in found]

    def _named(self, placeholder: re.Match[str]) -> str:
        """Keep a placeholder that the prompt named; any other is plain brackets, for no later reader restores it."""
        return placeholder[0] if placeholder[0] in self._values else f"({placeholder[0][1:-1]})"

    def _restore(self, text: str) -> str:
        """Put the contact's own values where their placeholders stand."""
        if not self._values or "[" not in text:
            return text
        return vault.PLACEHOLDER.sub(lambda match: self._values.get(match[0], match[0]), text)


def without(text: str, spans: list[Span]) -> str:
    """Take values out of a text; those that lie behind its end are left."""
    for span in reversed(spans):
        if span.start < len(text):
            text = text[: max(0, span.start)] + REMOVED + text[span.end :]
    return text


def _word_start(text: str, at: int) -> int:
    """Return where the word begins whose next character is at `at`."""
    last = max(0, at - LONGEST_WORD)
    while at > last and not _BREAK.match(text, at - 1):
        at -= 1
    return at


def cut_to_sentence(text: str, notice: str) -> str:
    """End a text that was cut by its length at its last whole sentence, and say so."""
    ends = [match.end() for match in _END_IN_TEXT.finditer(text)]
    whole = text[: ends[-1]].rstrip() if ends else text.rstrip()
    return f"{whole}\n\n{notice}".lstrip()
