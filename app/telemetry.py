"""Logs and metrics: what happened and how long it took, never what anybody said."""

import logging
import sys
from typing import Literal

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from typing_extensions import override

from app.domain.turn import Ended
from app.settings import shares_numbers


def set_up_logs(log_format: Literal["console", "json"]) -> None:
    """Write one line an event to standard error, as JSON or for people; other libraries' logs only from warnings up."""
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer() if log_format == "json" else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    # Libraries put addresses and bodies into their messages: of all but the server's own, the name alone is written.
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s", force=True)
    server = logging.getLogger("uvicorn.error")
    server.handlers = [_ServerLog()]
    server.propagate = False


class _ServerLog(logging.Handler):
    """Writes what the server says as everything else is written; of an error its kind and place."""

    @override
    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage().strip()
        if said == "Invalid HTTP request received.":
            return  # whoever sends such things would fill the log
        error = record.exc_info[1] if record.exc_info else None
        structlog.get_logger().log(record.levelno, said, **(kind_and_place(error) if error else {}))


def kind_and_place(error: BaseException) -> dict[str, object]:
    """Say of an error what may be logged: its words could be a customer's."""
    frames, trace = list[str](), error.__traceback__
    while trace is not None:
        frames.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return {"error": type(error).__name__, "at": frames[-4:]}


class Metrics:
    """What `/metrics` shows. Labels are ids of tenants and words of the contract, so their number is bounded."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._turns = Counter(
            "frontdesk_turns", "Turns that ended.", ["tenant", "outcome", "reason"], registry=self.registry
        )
        self._first_piece = Histogram(
            "frontdesk_first_piece_seconds",
            "From acceptance to the first piece shown.",
            ["tenant"],
            registry=self.registry,
            buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8),
        )
        self._running = self._gauge("frontdesk_turns_running", "Turns on their way.")
        self._streams = self._gauge("frontdesk_streams_open", "Open event streams.")
        self.open_streams = 0
        self._alerts = Counter("frontdesk_alerts", "What an operator should look at.", ["kind"], registry=self.registry)

    def _gauge(self, name: str, words: str) -> Gauge:
        """Make a gauge that counts what is there now, over all workers that live."""
        return Gauge(name, words, registry=self.registry, multiprocess_mode="livesum")

    def now(self, running: int) -> None:
        """Say how much is under way; workers say so each second, so that one of them can tell for all."""
        self._running.set(running)
        self._streams.set(self.open_streams)

    def turn_ended(self, tenant: str, ended: Ended | None) -> None:
        """Count a turn by how it ended."""
        if ended is not None:
            self._turns.labels(tenant, ended.outcome, ended.reason or "").inc()

    def first_piece(self, tenant: str, seconds: float) -> None:
        """Observe how long a customer waited for the first piece."""
        self._first_piece.labels(tenant).observe(seconds)

    def alert(self, kind: str) -> None:
        """Count, and log, what an operator should look at."""
        self._alerts.labels(kind).inc()
        structlog.get_logger().error("alert", kind=kind, see="README: alerts")

    def text(self) -> bytes:
        """Render everything for Prometheus; where there are several workers, of all of them together."""
        self._streams.set(self.open_streams)
        if not shares_numbers():
            return generate_latest(self.registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # the library leaves it bare
        return generate_latest(together)
