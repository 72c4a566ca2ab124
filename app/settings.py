"""The settings: the only reader of the environment; a wrong value stops the start with one line that names it."""

import os
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import MappingProxyType
from typing import Literal, Self, TypeVar
from urllib.parse import urlsplit

from app.domain.units import Rate
from app.references import References, ReferenceUnset, Secret, read_secret

SHORTEST_SECRET = 32
SECRETS = ("OPENAI_API_KEY", "FRONTDESK_DATABASE_URL", "FRONTDESK_REDIS_URL", "FRONTDESK_SECRET_KEY")

LogFormat = Literal["console", "json"]
Network = IPv4Network | IPv6Network
T = TypeVar("T")

_FEWEST_CHARACTERS = 8
_SHARED_NUMBERS = "PROMETHEUS_MULTIPROC_DIR"  # the name that the library of the metrics looks for by itself
_LARGEST_PORT = 65_535


class SettingsError(Exception):
    """A setting is wrong or missing; its text is one line that names the variable and says what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says, checked. Secrets are asked for by name, each time they are used."""

    host: str
    port: int
    config_dir: Path
    data_dir: Path
    openai_base_url: str | None
    edge_limit: Rate
    trusted_proxies: tuple[Network, ...]
    log_format: LogFormat
    references: References = field(repr=False)
    _secrets: Mapping[str, Secret] = field(repr=False)

    @classmethod
    def from_env(cls, environ: Mapping[str, str], *, serving: bool = True) -> Self:
        """Read and check every variable; raises SettingsError. A command that calls no model says `serving=False`."""
        config_dir = Path(_text(environ, "FRONTDESK_CONFIG_DIR") or "config").absolute()
        if not config_dir.is_dir():
            raise SettingsError(
                "FRONTDESK_CONFIG_DIR: there is no such folder; write the path of the one with tenants/"
            )
        found = {name: _secret(environ, name) for name in SECRETS}
        settings = cls(
            host=_text(environ, "FRONTDESK_HOST") or "127.0.0.1",
            port=_port(_text(environ, "FRONTDESK_PORT") or "8000"),
            config_dir=config_dir,
            data_dir=Path(_text(environ, "FRONTDESK_DATA_DIR") or ".data").absolute(),
            openai_base_url=_base_url(_text(environ, "OPENAI_BASE_URL")),
            edge_limit=_read(
                "FRONTDESK_EDGE_LIMIT", Rate.parse, _text(environ, "FRONTDESK_EDGE_LIMIT") or "600/minute"
            ),
            trusted_proxies=_networks(_text(environ, "FRONTDESK_TRUSTED_PROXIES")),
            log_format=_log_format(_text(environ, "FRONTDESK_LOG_FORMAT") or "console"),
            references=References(config_dir, environ),
            _secrets={name: secret for name, secret in found.items() if secret is not None},
        )
        settings._check_together(serving=serving)
        return settings

    @property
    def database_url(self) -> str:
        """Where rows are: PostgreSQL, or SQLite under the data folder."""
        if "FRONTDESK_DATABASE_URL" in self._secrets:
            return self.secret("FRONTDESK_DATABASE_URL")
        return f"sqlite:///{self.data_dir / 'frontdesk.db'}"

    @property
    def redis_url(self) -> str | None:
        """Where Redis is, None where this process does without."""
        return self.secret("FRONTDESK_REDIS_URL") if "FRONTDESK_REDIS_URL" in self._secrets else None

    @property
    def embedded(self) -> bool:
        """True where neither Redis nor PostgreSQL is configured."""
        return self.redis_url is None and self.database_url.startswith("sqlite")

    @property
    def offline(self) -> bool:
        """True where the offline assistant and the local moderation answer, because no model is configured at all."""
        return self.embedded and self.openai_base_url is None and "OPENAI_API_KEY" not in self._secrets

    def secret(self, name: str) -> str:
        """Return one of SECRETS as it stands now. Raises SettingsError where it is not set.

        The embedded default's FRONTDESK_SECRET_KEY is made when it is first asked for, and kept in the data folder.
        """
        if name in self._secrets:
            return self._secrets[name].value()
        if name == "FRONTDESK_SECRET_KEY" and self.embedded:
            return _own_secret_key(self.data_dir / "secret.key")
        raise SettingsError(f"{name} is not set; write it, or the path of a file that holds it as {name}_FILE")

    def resolve(self, reference: str) -> str:
        """Return the secret behind `env:NAME` or `file:PATH`. Raises ReferenceUnset or ReferenceRefused."""
        return self.references.resolve(reference)

    def _check_together(self, *, serving: bool) -> None:
        for name, check in _CHECKS.items():
            if name in self._secrets:
                _read(name, check, self.secret(name))
        if not self.embedded and "FRONTDESK_SECRET_KEY" not in self._secrets:
            raise SettingsError(
                "FRONTDESK_SECRET_KEY is not set; with Redis or PostgreSQL write 32 random characters or more,"
                " the same ones on every replica"
            )
        if serving and not self.offline and "OPENAI_API_KEY" not in self._secrets:
            raise SettingsError(
                "OPENAI_API_KEY is not set; write your key, or any word for a server that asks for none"
                " (the offline assistant runs only without OPENAI_BASE_URL, Redis and PostgreSQL)"
            )


def from_process(*, serving: bool = True) -> Settings:
    """Read this process's own environment. Raises SettingsError."""
    return Settings.from_env(os.environ, serving=serving)


def share_numbers(folder: str) -> None:
    """Have this process and the workers that it starts add up their metrics in a folder."""
    os.environ[_SHARED_NUMBERS] = folder


def shares_numbers() -> bool:
    """Tell whether this process's metrics are a part of what several workers counted."""
    return _SHARED_NUMBERS in os.environ


def set_address(host: str | None, port: int | None) -> None:
    """Let a command's options stand for the variables, for this process and the workers that it starts."""
    if host is not None:
        os.environ["FRONTDESK_HOST"] = host
    if port is not None:
        os.environ["FRONTDESK_PORT"] = str(port)


def _text(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip()


def _secret(environ: Mapping[str, str], name: str) -> Secret | None:
    text, path = _text(environ, name), _text(environ, f"{name}_FILE")
    if text and path:
        raise SettingsError(f"{name} and {name}_FILE are both set; keep one of them")
    if not path:
        return Secret(name, text=text) if text else None
    secret = Secret(name, path=Path(path), check=_CHECKS.get(name))
    try:
        secret.value()
    except ReferenceUnset as error:
        raise SettingsError(f"{name}_FILE: {error}; write the path of a text file that holds the value") from error
    return secret


def _read(name: str, parse: Callable[[str], T], text: str) -> T:
    try:
        return parse(text)
    except ValueError as error:
        raise SettingsError(f"{name}: {error}") from error


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= _LARGEST_PORT:
        raise SettingsError("FRONTDESK_PORT: write a port number from 1 to 65535, such as 8000")
    return int(text)


def _base_url(text: str) -> str | None:
    if text and not (re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", text) and well_formed(text)):
        raise SettingsError("OPENAI_BASE_URL: write an address such as https://models.example/v1")
    return text.rstrip("/") or None


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())
    except ValueError as error:
        raise SettingsError(
            "FRONTDESK_TRUSTED_PROXIES: write addresses or networks with commas between, such as 10.0.0.0/8"
        ) from error


def _log_format(text: str) -> LogFormat:
    if text == "json":
        return "json"
    if text == "console":
        return "console"
    raise SettingsError("FRONTDESK_LOG_FORMAT: write console or json")


def _check_database_url(text: str) -> None:
    if not re.match(r"postgresql\+asyncpg://\S+/\S+|sqlite(\+\w+)?:///\S", text) or not well_formed(text):
        raise ValueError("write postgresql+asyncpg://user:password@host/name")


def _check_redis_url(text: str) -> None:
    if not re.fullmatch(r"rediss?://(?=\S)[^\s/?#]*(/[0-9]*/?)?(\?\S*)?|unix://\S+", text) or not well_formed(text):
        raise ValueError("write redis://host:6379/0, or rediss:// for TLS")


def well_formed(url: str) -> bool:
    """Tell whether host and port of a URL, where it has them, may be ones."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def _check_secret_key(text: str) -> None:
    if len(text) < SHORTEST_SECRET or len(set(text)) < _FEWEST_CHARACTERS:
        raise ValueError(f"write {SHORTEST_SECRET} random characters or more, such as `openssl rand -base64 48` makes")


_CHECKS: Mapping[str, Callable[[str], None]] = MappingProxyType(
    {
        "FRONTDESK_DATABASE_URL": _check_database_url,
        "FRONTDESK_REDIS_URL": _check_redis_url,
        "FRONTDESK_SECRET_KEY": _check_secret_key,
    }
)


def _own_secret_key(path: Path) -> str:
    """Return the embedded default's key, made once: readable by its owner alone, whole or not there."""
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=path.parent, prefix=".secret-", encoding="ascii") as made:  # mode 0600
                made.write(secrets.token_urlsafe(48))
                made.flush()
                with suppress(FileExistsError):  # another process was faster: its key counts
                    path.hardlink_to(made.name)
        key = read_secret(path)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"FRONTDESK_DATA_DIR: {path} cannot be made or read; write a folder that is yours"
        ) from error
    _read("FRONTDESK_SECRET_KEY", _check_secret_key, key)
    return key
