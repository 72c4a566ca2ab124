"""The service as a process of its own, for tests that hold it to its promises over HTTP and from a shell."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import weakref
from asyncio import run
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

import httpx

from loadtests.upstream_process import Upstream
from tests.loopback import client_of
from tests.preloaded import ROOT, Command
from tests.preloaded import run as run_command
from tests.rows import postgres_rows, sqlite_rows
from tests.servers import free_port
from tests.tenant_files import limit_to

IDENTITY_KEYS = {
    "harbor": "what-harbor-signs-its-customers-tokens-with-in-these-tests-is-not-secret",
    "lumen": "what-lumen-signs-its-customers-tokens-with-in-these-tests-is-not-secret-",
}
STARTS_WITHIN = 40.0  # seconds, on a machine that has much else to do
STOPS_WITHIN = 30.0  # seconds

# The service ends when the tests do: also where they are killed and no fixture reaches its end.
_UNTIL_INPUT_ENDS = 'read -r _; kill -TERM "$1"'
_RAISED = {
    "per_contact": '"100000/minute"',
    "per_tenant": '"100000/minute"',
    "concurrent_turns": "1000",
    "anonymous_sessions": '"100000/minute"',
    "daily_budget_usd": "100000.0",
}


class ServiceFailedError(Exception):
    """The service did not start, or a command failed; what it said is the message."""


class Service:
    """`frontdesk serve` on a free port with a copied configuration and generous limits.

    `config` is called with the copied folder before the start. With `upstream` it asks that stand-in, otherwise it is
    offline; `redis_url` and `database_url` take the place of what is embedded.
    """

    pid: int

    def __init__(
        self,
        folder: Path,
        *,
        config: Callable[[Path], None] | None = None,
        env: Mapping[str, str] | None = None,
        upstream: Upstream | None = None,
        redis_url: str | None = None,
        database_url: str | None = None,
        workers: int = 1,
    ) -> None:
        self.workers = workers
        self.folder, self.config = folder, folder / "config"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.http = client_of(self.url)  # nobody's
        weakref.finalize(self, self.http.close)
        self.identity_keys = dict(IDENTITY_KEYS)
        self._database_url = database_url
        self._process: Command | subprocess.Popen[bytes] | None = None
        self._keys: dict[tuple[str, str | None], str] = {}
        self._copy_config()
        if config is not None:
            config(self.config)
        self.env = self._environment(upstream, redis_url) | dict(env or {})

    def start(self) -> Self:
        """Start it and wait until it is ready; raises ServiceFailedError."""
        if self._database_url and not self.log():
            self._succeed("db", "upgrade")
        self._process = self._command()
        self.pid = self._process.pid
        self._guard = subprocess.Popen(
            ["sh", "-c", _UNTIL_INPUT_ENDS, "sh", str(self.pid)], stdin=subprocess.PIPE, start_new_session=True
        )
        deadline = time.monotonic() + STARTS_WITHIN
        while not self._is_ready():
            if time.monotonic() > deadline or not self.alive():
                self.kill()
                raise ServiceFailedError(self.log())
            time.sleep(0.05)
        return self

    def _command(self) -> Command | subprocess.Popen[bytes]:
        """Serve in a fork; with many workers, which are processes that it starts itself, as users do."""
        out = self.folder / "service.out"
        if self.workers == 1:
            return Command(["serve"], self.env, (Path(os.devnull), out, self._log))
        with out.open("ab") as told, self._log.open("ab") as log:
            return subprocess.Popen(
                [Path(sys.executable).with_name("frontdesk"), "serve", "--workers", str(self.workers)],
                cwd=ROOT,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the tests; they end it in their own time
            )

    def alive(self) -> bool:
        """Tell whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End it with SIGTERM and wait until it has gone; ending it twice is fine."""
        self._end(signal.SIGTERM)

    def interrupt(self) -> int | None:
        """End it with Ctrl-C and wait until it has gone; returns its exit status."""
        return self._end(signal.SIGINT)

    def kill(self) -> None:
        """End it with SIGKILL, as a crash would."""
        self._end(signal.SIGKILL)

    def _end(self, number: signal.Signals) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        self._guard.kill()
        self._guard.communicate()
        process.send_signal(number)
        try:
            return process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise ServiceFailedError("it did not stop when it was told to") from None

    def restart(self) -> None:
        """End it and start it again, on the same port, configuration and data."""
        self.stop()
        self.start()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def log(self) -> str:
        """Everything that it wrote to standard error, over all its lives."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def cli(self, *args: str, input: str | None = None) -> subprocess.CompletedProcess[str]:  # noqa: A002 - as subprocess names it
        """Run a `frontdesk` command with the service's own settings."""
        return run_command(args, self.env, input or "", timeout=60)

    def api_key(self, role: str, tenant: str | None = None) -> str:
        """An API key of an operator with this role, for one tenant or for all."""
        if (role, tenant) not in self._keys:
            wanted = ["--role", role, "--name", f"{role} of the tests", *(["--tenant", tenant] if tenant else [])]
            self._keys[role, tenant] = self._succeed("keys", "create", *wanted).strip()
        return self._keys[role, tenant]

    def _succeed(self, *args: str) -> str:
        done = self.cli(*args)
        if done.returncode != 0:
            raise ServiceFailedError(done.stderr)
        return done.stdout

    def operator(self, role: str = "owner", tenant: str | None = None) -> httpx.Client:
        """An HTTP client with such a key; the caller closes it."""
        return client_of(self.url, self.api_key(role, tenant))

    def audit(self, tenant: str) -> list[dict[str, Any]]:
        """A tenant's whole audit, oldest first, as an operator reads it."""
        found: list[dict[str, Any]] = []
        with self.operator() as client:
            while True:
                after = found[-1]["position"] if found else 0
                answer = client.get("/v1/operator/audit", params={"tenant": tenant, "after": after})
                page = answer.raise_for_status().json()["events"]
                if not page:
                    return found
                found += page

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
        """What is stored: the rows of a statement with `:name` parameters, read beside the service.

        On PostgreSQL a tenant's rows are seen where `:tenant`, `harbor` unless it is given, is that tenant.
        """
        if self._database_url is not None:
            return run(postgres_rows(self._database_url, sql, params or {}))
        return sqlite_rows(self.folder / "data" / "frontdesk.db", sql, params or {})

    @property
    def _log(self) -> Path:
        return self.folder / "service.log"

    def _is_ready(self) -> bool:
        try:
            return self.http.get("/health/ready").is_success
        except httpx.TransportError:
            return False

    def _copy_config(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(ROOT / "config", self.config)
        for tenant in self.identity_keys:
            limit_to(self.config, tenant, **_RAISED)

    def _environment(self, upstream: Upstream | None, redis_url: str | None) -> dict[str, str]:
        """The machine's own environment without anything that the service reads, and what these tests set."""
        foreign = re.compile(r"(?i)(FRONTDESK|OPENAI)_|.*_proxy$|.*_IDENTITY_KEY$")
        kept = {name: value for name, value in os.environ.items() if not foreign.match(name)}
        own = {
            "FRONTDESK_HOST": "127.0.0.1",
            "FRONTDESK_PORT": str(self.port),
            "FRONTDESK_CONFIG_DIR": str(self.config),
            "FRONTDESK_DATA_DIR": str(self.folder / "data"),
            "FRONTDESK_EDGE_LIMIT": "1000000/minute",
            "FRONTDESK_LOG_FORMAT": "json",
            **{f"{tenant.upper()}_IDENTITY_KEY": key for tenant, key in self.identity_keys.items()},
        }
        if upstream is not None:
            own |= {"OPENAI_BASE_URL": upstream.url, "OPENAI_API_KEY": "test-key"}
        if redis_url or self._database_url:
            own["FRONTDESK_SECRET_KEY"] = "the-secret-of-these-tests-is-no-secret-0123456789"
        if redis_url:
            own["FRONTDESK_REDIS_URL"] = redis_url
        if self._database_url:
            own["FRONTDESK_DATABASE_URL"] = self._database_url
        return kept | own
