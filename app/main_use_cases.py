"""Builds stages and use cases from the adapters, and lets ends reach the turns that run."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.adapters.identity_tokens import IdentityTokens
from app.adapters.passwords import Passwords
from app.adapters.steady_clock import SteadyClock
from app.domain.desk import notices_of
from app.domain.handoff import Reason
from app.domain.kill_switch import Switch, scopes_of
from app.domain.turn import Accepted, Outcome, TurnStopped
from app.main_adapters import Adapters, now
from app.stages.accept import Accept
from app.stages.answer import Answer
from app.stages.approval import Approval
from app.stages.budget import Budget
from app.stages.context import Context
from app.stages.handoff import Handoff, to_person
from app.stages.injection import Injection
from app.stages.kill_switch import KillSwitch, outcome_of
from app.stages.moderation import Moderation
from app.stages.output_check import OutputCheck
from app.stages.prohibited_data import ProhibitedData
from app.stages.rate_limit import RateLimit
from app.stages.recall import Recall
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.stages.review import Review
from app.stages.triggers import Triggers
from app.usecases.decide_review import DecideReview
from app.usecases.deliver_webhooks import DeliverWebhooks
from app.usecases.erase_contact import EraseContact
from app.usecases.expire_drafts import ExpireDrafts
from app.usecases.export_contact import ExportContact
from app.usecases.flip_kill_switch import FlipKillSwitch
from app.usecases.follow import Follow
from app.usecases.free_handoffs import FreeHandoffs
from app.usecases.hand_off import HandOff
from app.usecases.keep_erased import KeepErased
from app.usecases.list_conversations import ListConversations
from app.usecases.list_reviews import ListReviews
from app.usecases.manage_operators import ManageOperators
from app.usecases.overview import Overview
from app.usecases.raise_alarms import RaiseAlarms
from app.usecases.read_transcript import ReadTranscript
from app.usecases.recover_turns import RecoverTurns
from app.usecases.running_turns import RunningTurns
from app.usecases.send_message import SendMessage
from app.usecases.serve_handoff import ServeHandoff
from app.usecases.sign_in import SignIn
from app.usecases.speak import Speak
from app.usecases.start_session import StartSession
from app.usecases.stop_reply import StopReply
from app.usecases.sweep_retention import SweepRetention
from app.usecases.switch_news import concerned, switch_notices
from app.usecases.take_turn import TakeTurn
from app.usecases.turn_places import SCREENED_AT_ONCE, SCREENED_WITHIN, TurnPlaces
from app.usecases.watch_desk import WatchDesk
from app.usecases.watch_sessions import WatchSessions


def today() -> date:
    """Return this day, in UTC."""
    return now().date()


@dataclass(slots=True)
class UseCases:
    """What people come to do, and the work that goes on by itself."""

    take_turn: TakeTurn
    sending: SendMessage
    stopping: StopReply
    hand_off: HandOff
    follow: Follow
    starting: StartSession
    watch: WatchSessions
    exporting: ExportContact
    erasing: EraseContact
    flipping: FlipKillSwitch
    recovering: RecoverTurns
    expiring: ExpireDrafts
    sweeping: SweepRetention
    running: RunningTurns
    serving: ServeHandoff
    deciding: DecideReview
    reading: ReadTranscript
    watching_desk: WatchDesk
    list_conversations: ListConversations
    list_reviews: ListReviews
    overview: Overview
    signing_in: SignIn
    managing: ManageOperators
    alarms: RaiseAlarms
    delivering: DeliverWebhooks
    freeing: FreeHandoffs
    keeping_erased: KeepErased


def build_use_cases(a: Adapters) -> UseCases:
    """Put stages and use cases together."""
    running, approval = RunningTurns(a.database, a.replica), Approval(a.tenants.get, today)
    redaction, kill_switch = Redaction(a.database, a.keyring), KillSwitch(a.switchboard)
    budget, handoff = Budget(a.ledger, a.prices, a.keyring, now), Handoff(a.database, a.feed, now)
    take_turn = TakeTurn(
        rate_limit=RateLimit(a.counters),
        redaction=redaction,
        accept=Accept(a.database, a.feed, a.replica, to_person),
        kill_switch=kill_switch,
        approval=approval,
        prohibited_data=ProhibitedData(),
        triggers=Triggers(),
        recall=Recall(a.database),
        injection=Injection(),
        moderation=Moderation(a.moderator, a.local_moderation, a.metrics.alert),
        review=Review(a.knowledge),
        context=Context(a.knowledge),
        budget=budget,
        speak=Speak(
            kill_switch,
            Answer(a.llms, lambda provider: a.metrics.alert(f"key_refused_by_{provider}")),
            OutputCheck(a.database, a.keyring, a.local_moderation),
            Record(a.database, a.feed),
            handoff,
            budget,
            a.feed,
        ),
        handoff=handoff,
        running=running,
        places=TurnPlaces(a.open_turns),
        screening=TurnPlaces(SCREENED_AT_ONCE, deadline=SCREENED_WITHIN),
        database=a.database,
        metrics=a.metrics,
    )
    passwords = Passwords()
    erasing = EraseContact(a.database, a.feed, a.keyring, running, a.erasures)
    recovering = RecoverTurns(a.database, a.feed, a.tenants, take_turn, handoff, running, a.replica, now)
    use_cases = UseCases(
        take_turn,
        SendMessage(a.database, redaction, take_turn),
        StopReply(a.database, a.feed),
        HandOff(a.database, a.feed, a.keyring, now),
        Follow(a.database, a.feed, a.keyring),
        StartSession(a.database, IdentityTokens(), a.keyring, a.counters, a.switchboard, approval, budget, now),
        WatchSessions(a.database, a.tenants, now),
        ExportContact(a.database, a.keyring),
        erasing,
        FlipKillSwitch(a.database, a.switchboard, a.tenants, a.desk, now, a.second_person),
        recovering,
        ExpireDrafts(a.database, a.feed, a.tenants, now),
        SweepRetention(a.database, a.tenants, SteadyClock(now)),
        running,
        ServeHandoff(a.database, a.feed, a.tenants, a.keyring, redaction, recovering, now),
        DecideReview(
            a.database, a.feed, a.desk, a.tenants, a.keyring, redaction, a.switchboard, approval, running, now
        ),
        ReadTranscript(a.database, a.keyring),
        WatchDesk(a.database, a.feed),
        ListConversations(a.database),
        ListReviews(a.database),
        Overview(a.database, now),
        SignIn(a.database, passwords, a.keyring, a.counters),
        ManageOperators(a.database, passwords, a.keyring, a.tenants.get),
        RaiseAlarms(a.database, a.tenants, a.desk, a.metrics.alert, now),
        DeliverWebhooks(a.database, a.tenants, a.webhooks, a.settings.resolve, a.metrics.alert, now),
        FreeHandoffs(a.database, a.feed, a.tenants, now),
        KeepErased(a.database, a.erasures, a.keyring, erasing),
    )
    _let_ends_reach_turns(a, use_cases, approval)
    return use_cases


def _let_ends_reach_turns(a: Adapters, use_cases: UseCases, approval: Approval) -> None:
    """Stop running turns at once when a switch covers them, an approval ends, or someone asks."""

    def switched_off(accepted: Accepted) -> TurnStopped | None:
        mode = a.switchboard.stopped(scopes_of(accepted.tenant.id, accepted.workflow_name, accepted.conversation_id))
        return TurnStopped(outcome_of(mode), Reason.SWITCHED_OFF) if mode else None

    def not_approved(accepted: Accepted) -> TurnStopped | None:
        reason = approval.ended_for(accepted)
        return TurnStopped(Outcome.HANDED_OFF, reason) if reason else None

    running = use_cases.running
    running.objections += [switched_off, not_approved]
    running.model_stopped = use_cases.take_turn.kill_switch.model_stopped
    a.switchboard.listeners.append(lambda _: running.stop_where(switched_off))
    a.switchboard.listeners.append(lambda _: running.stop_models())
    a.switchboard.settle = running.settled
    a.tenants.listeners.append(lambda: use_cases.running.stop_where(not_approved))
    a.switchboard.on_news = _tell_of_switches(a)
    a.local_feed.on_told = lambda *told: a.desk.tell(*notices_of(*told))
    a.fleet.work = lambda: (len(running), a.metrics.open_streams)
    a.local_feed.on_interrupt = lambda turn_id, reason: running.stop_turn(turn_id, Reason(reason))


def _tell_of_switches(a: Adapters) -> Callable[[list[Switch]], None]:
    """Let each replica tell its own operators of switches that it has read, whoever set them."""
    telling: set[asyncio.Task[None]] = set()

    async def tell(news: list[Switch]) -> None:
        for switch in news:
            tenants = await concerned(switch.scope, a.tenants.all(), a.database)
            a.local_desk.tell(*switch_notices("switch.on" if switch.on else "switch.off", switch, tenants))

    def begin(news: list[Switch]) -> None:
        task = asyncio.create_task(tell(news))
        telling.add(task)
        task.add_done_callback(telling.discard)

    return begin
