"""The output check: a reply is released only as far as it was checked, however the pieces are cut."""

import re
from collections.abc import Mapping
from functools import lru_cache

from app.adapters.db import vault
from app.adapters.db.engine import Database
from app.adapters.keyring import Keyring
from app.adapters.moderation_local import LocalModeration
from app.domain.data_class import NEVER_KEPT
from app.domain.detection import find_spans
from app.domain.handoff import Reason
from app.domain.links import only_allowed_links
from app.domain.quoting import LONGEST_ECHO, Echo, Instructions
from app.domain.turn import Outcome, Prompt, TurnStopped
from app.domain.workflow import OutputSettings

REMOVED = "(removed)"
WINDOW = 120
"""Characters before a piece that are looked at together with it."""
LONGEST_HOLD = 800
"""Characters that an unfinished link may hold back before it counts as plain text."""
LONGEST_REPLY = 40_000
"""Characters; no model that keeps to its limit comes near."""

_WORD = re.compile(r"\w+")
_OPEN_LINK = re.compile(r"\[[^\[\]\n]{0,400}(?:\](?:\([^()\n]{0,800})?)?")
_OPEN_NUMBER = re.compile(r"(?:[+(]?\d[\d\s().\-/]{0,60}|[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{0,40})$")
# What spares most replies the search for values: long numbers, account numbers, long runs, words that go with a secret.
_MAY_HOLD_SECRET = re.compile(
    r"\d(?:[^\w]{0,3}\d){7}|\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){8}|\S{20}|\b(?:pass|secret|token|key|pin\b|credential)",
    re.IGNORECASE,
)
_OPEN_WORD = re.compile(r"[^\s\u3000-\u9fff\uac00-\ud7af]+$")


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
            opened = await self._database.read(
                accepted.tenant.id, lambda db: vault.values_of(db, self._keyring, accepted.contact.id)
            )
            values = {placeholder: opened[placeholder] for placeholder in named & opened.keys()}
        echo = Echo(_instructions(prompt.system.partition("<passages>")[0]))
        return CheckedReply(echo, accepted.workflow.output, values, self._moderation)


_instructions = lru_cache(maxsize=256)(Instructions.of)


class CheckedReply:
    """One reply on its way: what came, what may be shown of it, and what is stored of it."""

    def __init__(
        self, echo: Echo, output: OutputSettings, values: Mapping[str, str], moderation: LocalModeration
    ) -> None:
        self._echo = echo
        self._output = output
        self._values = values
        self._moderation = moderation
        self._pending = ""
        self._heard = 0
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
        self._pending += text
        if self._released + len(self._pending) > LONGEST_REPLY:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
        return self._release(self._open_end(self._quotation(final=False)))

    def finish(self) -> str:
        """Take the end of the reply; returns the rest that may be shown. Raises TurnStopped."""
        self._quotation(final=True)
        return self._release(len(self._pending))

    def end_at_sentence(self, notice: str) -> None:
        """End a reply that was cut by its length at its last whole sentence, and say so."""
        self._stored = [cut_to_sentence(self.stored, notice)]

    def _open_end(self, end: int) -> int:
        """Return where the unfinished end of the pending text before `end` begins: a word, address, number or link."""
        text = self._pending[:end]
        bracket = text.rfind("[", max(0, end - LONGEST_HOLD))
        if bracket >= 0 and _OPEN_LINK.fullmatch(text, bracket):
            end = bracket - 1 if text[bracket - 1 : bracket] == "!" else bracket
        for unfinished in (_OPEN_NUMBER, _OPEN_WORD):
            match = unfinished.search(text, max(0, len(text) - 80))
            end = min(end, match.start() if match else end)
        return end

    def _quotation(self, *, final: bool) -> int:
        """Follow whole words against the instructions; returns where a quotation may begin. Raises TurnStopped."""
        for match in _WORD.finditer(self._pending, self._heard):
            if match.end() == len(self._pending) and not final:
                break
            self._heard = match.end()
            self._echo.next(match[0], self._released + match.start())
            if self._echo.length >= LONGEST_ECHO:
                raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
        start = self._echo.start
        return len(self._pending) if start is None else max(0, start - self._released)

    def _release(self, cut: int) -> str:
        """Check and let go of everything before `cut`."""
        text, self._pending = self._pending[:cut], self._pending[cut:]
        self._heard = max(0, self._heard - cut)
        self._released += cut
        if not text:
            return ""
        text = self._without_never_kept(text)
        if self._moderation.judge(self._behind + text).flagged:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_OUTPUT)
        self._behind = (self._behind + text)[-WINDOW:]
        text = only_allowed_links(text, self._output.link_hosts, self._output.image_hosts)
        self._stored.append(text)
        shown = self._restore(text)
        self.length += len(shown)
        return shown

    def _without_never_kept(self, text: str) -> str:
        """Take out values that are never to be kept, whoever said them."""
        if not _MAY_HOLD_SECRET.search(self._behind + text):
            return text
        behind = len(self._behind)
        spans = [s for s in find_spans(self._behind + text) if s.data_class in NEVER_KEPT and s.end > behind]
        for span in reversed(spans):
            text = text[: max(0, span.start - behind)] + REMOVED + text[span.end - behind :]
        return text

    def _restore(self, text: str) -> str:
        """Put the contact's own values where their placeholders stand."""
        if not self._values or "[" not in text:
            return text
        return vault.PLACEHOLDER.sub(lambda match: self._values.get(match[0], match[0]), text)


def cut_to_sentence(text: str, notice: str) -> str:
    """End a text that was cut by its length at its last whole sentence, and say so."""
    ends = [match.end() for match in re.finditer(r"[.!?…](?=\s|$)|\n", text)]
    whole = text[: ends[-1]].rstrip() if ends else text.rstrip()
    return f"{whole}\n\n{notice}".lstrip()
