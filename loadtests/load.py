"""`make load`: what the service carries: a service on Redis and PostgreSQL, a load on it, and the verdict."""

import argparse
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from loadtests.bench.processes import ROOT
from loadtests.curves import CURVES, LASTS
from loadtests.figures import LoadFailedError
from loadtests.fleet import TENANT, Fleet, fleet
from loadtests.growth import Watch, growth
from loadtests.growth import tell as tell_growth
from loadtests.servers import ServerFailedError
from loadtests.thresholds import DEFAULT, BadThresholdsError, read
from loadtests.upstream_process import UpstreamFailedError

REPORT: Final = Path(__file__).with_name("report")
ABUSED: Final = "lumen"  # keeps its limits, for the abuser to meet
ABUSED_SITE: Final = "site_lumen_shop"
IDENTITY: Final = "HARBOR_IDENTITY_KEY"
REPLY: Final = {"ttft": 300, "tps": 50, "tokens": 100}  # milliseconds to the first of 100 tokens, 50 a second
RAMP_LASTS: Final = 120.0  # seconds: here it is ended
LEFT_TO_END: Final = 15  # seconds that people have to end what they are doing
ENDS_WITHIN: Final = 60.0  # seconds after that


def main(arguments: Sequence[str] | None = None) -> int:
    """Start everything, put the load on, and end everything; returns the verdict's exit status."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that everything is ended
    identity = secrets.token_urlsafe(48)
    try:
        read(options.thresholds)
        with fleet(1, {IDENTITY: identity}, limited=(ABUSED,), **REPLY) as running:
            with Watch(running) as watch:
                code = _load(running, identity, options)
            return _conclude(watch, options.shape, code)
    except (LoadFailedError, ServerFailedError, UpstreamFailedError, BadThresholdsError) as problem:
        print(problem, file=sys.stderr)
        return 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make load", description=__doc__)
    parser.add_argument("--seconds", type=int, help="how long the load is on: two minutes, a soak ten")
    parser.add_argument("--users", type=int, default=40, help="people at most, at once")
    parser.add_argument("--shape", choices=CURVES, default="ramp", help="of the load")
    parser.add_argument("--processes", type=int, default=1, help="that the load comes from")
    parser.add_argument("--thresholds", type=Path, default=DEFAULT, help="the file with the thresholds")
    options = parser.parse_args(arguments)
    options.seconds = options.seconds or int(LASTS.get(options.shape, RAMP_LASTS))
    return options


def _load(running: Fleet, identity: str, options: argparse.Namespace) -> int:
    """Run Locust until it ends, and never longer than it may."""
    REPORT.mkdir(exist_ok=True)
    print(f"{options.users} people for {options.seconds} s on {running.urls[0]}, shape {options.shape}", flush=True)
    within = options.seconds + LEFT_TO_END + ENDS_WITHIN
    with subprocess.Popen(_command(running.urls[0], options), env=_environment(running, identity), cwd=ROOT) as locust:  # noqa: S603 - written below
        try:
            code = locust.wait(within)
        except subprocess.TimeoutExpired:
            print(f"the load did not end within {within:.0f} s", file=sys.stderr)
            code = 1
        finally:
            if locust.poll() is None:
                locust.terminate()
    return code


def _conclude(watch: Watch, shape: str, code: int) -> int:
    """Tell what grew; only a soak, which is long and even, is judged by it."""
    watch.write(REPORT / "growth.csv")
    grown = tell_growth(growth(watch.looks))
    print(f"report: {REPORT.relative_to(ROOT)}/load.html, load_*.csv and growth.csv")
    return max(code, grown) if shape == "soak" else code


def _command(url: str, options: argparse.Namespace) -> list[str]:
    words = {
        "--locustfile": ROOT / "loadtests" / "locustfile.py",
        "--host": url,
        "--users": options.users,
        "--spawn-rate": max(options.users * 10 // options.seconds, 2),
        "--run-time": f"{options.seconds}s",
        "--stop-timeout": LEFT_TO_END,
        "--shape": options.shape,
        "--thresholds": options.thresholds.resolve(),
        "--html": REPORT / "load.html",
        "--csv": REPORT / "load",
        **({"--processes": options.processes} if options.processes > 1 else {}),
    }
    flags = [part for name, value in words.items() for part in (name, str(value))]
    return [sys.executable, "-m", "locust", "--headless", "--only-summary", "--loglevel", "WARNING", *flags]


def _environment(running: Fleet, identity: str) -> Mapping[str, str]:
    """Everyone takes part; one in three flips covers the whole tenant. Secrets stay out of the list of processes."""
    own = {
        "SITE_KEY": running.site,
        "TENANT": TENANT,
        "IDENTITY_SECRET": identity,
        "OPERATOR_KEY": running.key,
        "ABUSED_SITE_KEY": ABUSED_SITE,
        "ABUSED_TENANT": ABUSED,
        "SWITCH_SCOPES": f"conversation,conversation,tenant:{TENANT}",
    }
    return {**os.environ, **{f"FRONTDESK_LOAD_{name}": value for name, value in own.items()}}


if __name__ == "__main__":
    sys.exit(main())
