"""Who takes part in a run, and the verdict on it: what hangs on Locust's own events."""

import sys
from pathlib import Path
from typing import Final

from locust import User, events
from locust.env import Environment
from locust.runners import WorkerRunner
from locust.stats import StatsEntry

from loadtests.load_options import chosen
from loadtests.measures import ABUSE, ASKED_TO_WAIT, MEASURE, MESSAGES
from loadtests.thresholds import BadThresholdsError, Judged, judge, read, verdict

SHARES: Final = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99, "max_ms": 1.0}
CUSTOMERS_AN_OPERATOR: Final = 25


@events.init.add_listener  # type: ignore[untyped-decorator]  # Locust's hooks have no types
def choose_who_takes_part(environment: Environment, **_: object) -> None:
    """Leave out who lacks a key, and say so; workers do as the master says."""
    if isinstance(environment.runner, WorkerRunner):
        return
    options = chosen(environment)
    try:
        read(Path(options.thresholds))
    except BadThresholdsError as problem:  # now, and not when the load is over
        sys.exit(f"thresholds: {problem}")
    if not options.operator_key:
        _leave_out(
            environment, "operators", "no operator takes part: give --operator-key or FRONTDESK_LOAD_OPERATOR_KEY"
        )
    if not options.identity_secret:
        _leave_out(
            environment, "identified", "nobody is identified: give --identity-secret or FRONTDESK_LOAD_IDENTITY_SECRET"
        )
    own = environment.parsed_options
    people, workers = (int(getattr(own, name, 0) or 0) for name in ("num_users", "expect_workers"))
    for each in environment.user_classes:
        if getattr(each, "grows", False):
            each.fixed_count = max(1, workers, people // CUSTOMERS_AN_OPERATOR)


def _leave_out(environment: Environment, group: str, words: str) -> None:
    staying = [each for each in environment.user_classes if _group(each) != group]
    if len(staying) < len(environment.user_classes):
        print(words, flush=True)
        environment.user_classes[:] = staying


def _group(people: type[User]) -> str:
    return str(getattr(people, "group_name", ""))


def figures(environment: Environment) -> dict[str, float]:
    """Name each figure of a run as the thresholds do."""
    found: dict[str, float] = {"server_errors_count": 0.0, "stream_resumed_failed": 0.0}  # nothing seen, nothing wrong
    entries = environment.stats.entries.values()
    requests, quick = (StatsEntry(environment.stats, name, "") for name in ("requests", "quick requests"))
    for entry in entries:
        if entry.method == MEASURE:
            found |= _of(entry)
            continue
        requests.extend(entry)
        if (entry.method, entry.name) != ("POST", MESSAGES) and not entry.name.endswith(f"({ABUSE})"):
            quick.extend(entry)
    found |= _of(requests) | _of(quick)
    waits = environment.stats.entries.get((ASKED_TO_WAIT, MEASURE))
    found["asked_to_wait_share"] = (waits.num_requests if waits else 0) / max(requests.num_requests, 1)
    return found


def _of(entry: StatsEntry) -> dict[str, float]:
    name, count, failed = entry.name.replace(" ", "_"), entry.num_requests, entry.num_failures
    if not count:
        return {}
    times = {f"{name}_{short}": float(entry.get_response_time_percentile(share)) for short, share in SHARES.items()}
    return times | {f"{name}_count": count, f"{name}_failed": failed, f"{name}_failed_share": failed / count}


@events.test_stop.add_listener  # type: ignore[untyped-decorator]  # Locust's hooks have no types
def tell(environment: Environment, **_: object) -> None:
    """Print the verdict of a run that the web page began; Locust goes on, and others may follow."""
    if _judges(environment) and not _is_headless(environment):
        environment.process_exit_code = verdict(_judged(environment))


@events.quitting.add_listener  # type: ignore[untyped-decorator]  # Locust's hooks have no types
def conclude(environment: Environment, **_: object) -> None:
    """Judge a headless run once every worker has told its figures: the exit status is the verdict's.

    The table is printed at the very end, below Locust's own.
    """
    if _judges(environment) and _is_headless(environment):
        judged = _judged(environment)
        environment.process_exit_code = 0 if judged and all(each.met for each in judged) else 1
        events.quit.add_listener(lambda **_: verdict(judged))  # type: ignore[no-untyped-call]  # see above


def _judges(environment: Environment) -> bool:
    return not isinstance(environment.runner, WorkerRunner)


def _is_headless(environment: Environment) -> bool:
    return bool(getattr(environment.parsed_options, "headless", False))


def _judged(environment: Environment) -> list[Judged]:
    taking_part = {_group(each) for each in environment.user_classes}
    return judge(figures(environment), read(Path(chosen(environment).thresholds)), taking_part)
