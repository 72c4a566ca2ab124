"""What handlers work with, in one bundle: a dependency of its own for each would cost a task group a request."""

from dataclasses import dataclass
from typing import Annotated, TypeVar

from litestar.params import Dependency

from app.adapters.db.engine import Database
from app.adapters.keyring import Keyring
from app.adapters.switchboard import ReplicaSwitchboard
from app.adapters.tenants import Tenants
from app.domain.desk import Desk
from app.domain.live_feed import LiveFeed
from app.settings import Settings
from app.stages.redaction import Redaction
from app.telemetry import Metrics
from app.usecases.decide_review import DecideReview
from app.usecases.erase_contact import EraseContact
from app.usecases.export_contact import ExportContact
from app.usecases.flip_kill_switch import FlipKillSwitch
from app.usecases.hand_off import HandOff
from app.usecases.list_conversations import ListConversations
from app.usecases.list_reviews import ListReviews
from app.usecases.manage_operators import ManageOperators
from app.usecases.overview import Overview
from app.usecases.read_transcript import ReadTranscript
from app.usecases.running_turns import RunningTurns
from app.usecases.send_message import SendMessage
from app.usecases.serve_handoff import ServeHandoff
from app.usecases.sign_in import SignIn
from app.usecases.start_session import StartSession
from app.usecases.stop_reply import StopReply
from app.usecases.watch_desk import WatchDesk
from app.web.event_stream import Draining
from app.web.guards import Operators
from app.web.identity import Identity
from app.web.turn_stream import Streams

T = TypeVar("T")

Given = Annotated[T, Dependency(skip_validation=True)]
"""Marks what the process gives a handler: it is passed on as it is, not checked with each request."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that HTTP needs of the floors below."""

    settings: Settings
    database: Database
    keyring: Keyring
    tenants: Tenants
    switchboard: ReplicaSwitchboard
    feed: LiveFeed
    desk: Desk
    metrics: Metrics
    draining: Draining
    identity: Identity
    operators: Operators
    streams: Streams
    redaction: Redaction
    sending: SendMessage
    stopping: StopReply
    hand_off: HandOff
    starting: StartSession
    exporting: ExportContact
    erasing: EraseContact
    flipping: FlipKillSwitch
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
