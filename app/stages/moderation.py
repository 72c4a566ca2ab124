"""Moderation: whether a message is acceptable, judged before any model sees it."""

import asyncio
from collections.abc import Callable

import structlog

from app.domain.handoff import Reason
from app.domain.moderation import Moderation as Moderator
from app.domain.moderation import ModerationUnavailable, ModerationVerdict
from app.domain.turn import Outcome, Recalled, Screened, TurnStopped
from app.domain.workflow import ModerationProvider

KEY_REFUSED = frozenset({"http_401", "http_403"})
DEADLINE = 1.8
"""Seconds; with what follows, a customer whose moderator is down is with a person within two."""


log = structlog.get_logger()


class Moderation:
    """Asks the local rules for a crisis always, then the moderator that the workflow names."""

    def __init__(self, remote: Moderator, local: Moderator, alert: Callable[[str], None]) -> None:
        self._remote = remote
        self._local = local
        self._alert = alert

    async def __call__(self, recalled: Recalled, *, suspicious: bool) -> Screened:
        """Screen the message; raises TurnStopped `unsafe_input` or `moderation_unavailable`."""
        text, settings = recalled.accepted.text, recalled.accepted.workflow.moderation
        verdict = await self._local.moderate(text)
        if not verdict.self_harm and settings.provider is not ModerationProvider.LOCAL:
            verdict = await self._remotely(recalled.said[-1][1], verdict, settings.provider, settings.on_outage)
        if verdict.self_harm:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.UNSAFE_INPUT)
        if verdict.flagged:
            raise TurnStopped(Outcome.REFUSED, Reason.UNSAFE_INPUT)
        return Screened(recalled.accepted, recalled.said, suspicious)

    async def _remotely(
        self, text: str, local: ModerationVerdict, provider: ModerationProvider, on_outage: str
    ) -> ModerationVerdict:
        """Ask the vendor. An unreachable moderator is not acceptable: it fails closed, as `on_outage` says."""
        if provider is ModerationProvider.OFF:
            return ModerationVerdict(flagged=False, categories=(), sure=True, self_harm=False)
        try:
            async with asyncio.timeout(DEADLINE):
                return await self._remote.moderate(text)
        except (ModerationUnavailable, TimeoutError) as outage:
            code = outage.code if isinstance(outage, ModerationUnavailable) else "timeout"
            log.warning("moderation unavailable", code=code)
            if code in KEY_REFUSED:
                self._alert("key_refused_by_moderation")
            if on_outage == "local" and local.sure:
                return local
            raise TurnStopped(Outcome.HANDED_OFF, Reason.MODERATION_UNAVAILABLE) from outage
