"""Inspecting a text: what the safety stages make of it, offline and storing nothing."""

from dataclasses import dataclass

from msgspec import Struct

from app.adapters.moderation_local import LocalModeration
from app.domain.data_class import NEVER_KEPT, DataClass, Handling, Span
from app.domain.doubted_names import find_personal
from app.domain.injection import score_injection
from app.domain.moderation import ModerationVerdict
from app.domain.plain_text import clean
from app.domain.workflow import Workflow
from app.stages.redaction import kept_in_vault, replace_spans, vault_values


class SpanOut(Struct, frozen=True):
    """Where the input was changed, in characters of the input, and for which data class."""

    start: int
    end: int
    data_class: str


class InjectionOut(Struct, frozen=True):
    """How likely the text manipulates the assistant, 0 to 1."""

    score: float
    flagged: bool


class ModerationOut(Struct, frozen=True):
    """What the local moderator says."""

    flagged: bool
    categories: list[str]


class Inspection(Struct, frozen=True):
    """What the stages make of one text. `outcome` is pass, refuse, block or escalate."""

    text: str
    spans: list[SpanOut]
    injection: InjectionOut
    moderation: ModerationOut
    outcome: str


@dataclass(frozen=True, slots=True)
class InspectText:
    """Runs redaction, prohibited data, injection and local moderation under one workflow's policy."""

    workflow: Workflow
    moderation: LocalModeration

    def __call__(self, text: str) -> Inspection:
        """Inspect a text."""
        spans = find_personal(text)
        redacted = replace_spans(text, spans, self.workflow, _numbered(text, spans, self.workflow))
        plain = clean(redacted)
        score = score_injection(plain)
        verdict = self.moderation.judge(plain)
        changes = NEVER_KEPT | kept_in_vault(self.workflow)
        changed = [SpanOut(s.start, s.end, s.data_class) for s in spans if s.data_class in changes]
        return Inspection(
            redacted,
            changed,
            InjectionOut(round(score.score, 4), score.flagged),
            ModerationOut(verdict.flagged, list(verdict.categories)),
            self._outcome(spans, score.certain, verdict),
        )

    def _outcome(self, spans: list[Span], certain: bool, verdict: ModerationVerdict) -> str:  # noqa: FBT001  # one of three findings
        """Say how a turn with this text would end before any model is asked."""
        handlings = {self.workflow.handling(each) for each in {span.data_class for span in spans}}
        if verdict.self_harm:
            return "escalate"
        if Handling.BLOCK in handlings:
            return "block"
        if Handling.ESCALATE in handlings:
            return "escalate"
        return "refuse" if certain or verdict.flagged else "pass"


def _numbered(text: str, spans: list[Span], workflow: Workflow) -> dict[tuple[DataClass, str], str]:
    """Number placeholders as a vault would that is empty."""
    placeholders: dict[tuple[DataClass, str], str] = {}
    counts: dict[DataClass, int] = {}
    for data_class, value in vault_values(text, spans, workflow):
        counts[data_class] = counts.get(data_class, 0) + 1
        placeholders[data_class, value] = f"[{data_class.upper()}_{counts[data_class]}]"
    return placeholders
