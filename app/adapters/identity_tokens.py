"""Identity tokens: a tenant's signed word on who is chatting, checked before a session is made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

import jwt
from jwt.types import Options

from app.domain.tenant import IdentityKey, Site, Tenant

LONGEST_LIFE = timedelta(minutes=15)
LEEWAY = timedelta(seconds=5)
"""How far a tenant's clock may be off from this one."""

_LONGEST_TOKEN = 8_192
_LONGEST_CLAIM = 200
_LONGEST_ADDRESS = 254
_MOST_RECORDS = 200
_RECORD = re.compile(r"[a-z][a-z0-9_-]{0,39}:[A-Za-z0-9][A-Za-z0-9._/-]{0,99}")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SIGNATURE_ALONE: Final[Options] = {
    "verify_signature": True,
    "verify_exp": False,
    "verify_iat": False,
    "verify_nbf": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
}


@dataclass(frozen=True, slots=True)
class IdentityClaims:
    """What a good token says. `jti` is spent once, by the caller; `records` are such as `order:1001`."""

    sub: str = field(repr=False)
    jti: str
    expires_at: datetime
    key_id: str
    name: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    records: tuple[str, ...] = field(default=(), repr=False)


class IdentityRefused(Exception):
    """A token is not good enough. `code` is a short word for logs; nothing of the token is in it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _utc_now() -> datetime:
    return datetime.now(UTC)


class IdentityTokens:
    """Checks tokens; `clock` gives the time, in UTC."""

    def __init__(self, clock: Callable[[], datetime] = _utc_now) -> None:
        self._clock = clock

    def verify(self, token: str, tenant: Tenant, site: Site) -> IdentityClaims:
        """Return the claims of a token that one of the site's keys signed for this tenant. Raises IdentityRefused."""
        key, material = _key_of(token, tenant, site)
        claims = _signed_claims(token, material, key.algorithm)
        if claims.get("aud") not in (tenant.id, [tenant.id]):
            raise IdentityRefused("wrong_audience")
        return IdentityClaims(
            sub=_text(claims, "sub"),
            jti=_text(claims, "jti"),
            expires_at=self._expiry(claims),
            key_id=key.id,
            name=_optional_text(claims, "name", _LONGEST_CLAIM),
            email=_optional_text(claims, "email", _LONGEST_ADDRESS),
            records=_records(claims),
        )

    def _expiry(self, claims: Mapping[str, object]) -> datetime:
        now = self._clock()
        issued, expires = _moment(claims, "iat"), _moment(claims, "exp")
        if issued > now + LEEWAY:
            raise IdentityRefused("issued_in_future")
        if expires <= now:
            raise IdentityRefused("expired")
        if expires > now + LONGEST_LIFE + LEEWAY or expires <= issued:
            raise IdentityRefused("lives_too_long")
        if "nbf" in claims and _moment(claims, "nbf") > now + LEEWAY:
            raise IdentityRefused("not_yet_valid")
        return expires


def _key_of(token: str, tenant: Tenant, site: Site) -> tuple[IdentityKey, bytes]:
    """Find the key that the header names among the site's own; the name is compared, never used as a place to look."""
    if len(token) > _LONGEST_TOKEN:
        raise IdentityRefused("too_long")
    try:
        header = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, RecursionError) as error:
        raise IdentityRefused("malformed") from error
    if "crit" in header or "b64" in header:
        raise IdentityRefused("malformed")
    kid = header.get("kid")
    key = next((key for key in site.identity_keys if key.id == kid), None)
    material = tenant.identity_secrets.get((site.key, key.id)) if key else None
    if key is None or material is None:
        raise IdentityRefused("unknown_key")
    if header.get("alg") != key.algorithm:
        raise IdentityRefused("wrong_algorithm")
    return key, material


def _signed_claims(token: str, material: bytes, algorithm: str) -> Mapping[str, object]:
    """Check the signature alone: the claims are looked at here, by our own clock and limits."""
    try:
        claims: dict[str, object] = jwt.decode(token, material, algorithms=[algorithm], options=_SIGNATURE_ALONE)
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError) as error:
        raise IdentityRefused("bad_signature") from error
    return claims


def _moment(claims: Mapping[str, object], name: str) -> datetime:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise IdentityRefused(f"bad_{name}")
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise IdentityRefused(f"bad_{name}") from error


def _text(claims: Mapping[str, object], name: str) -> str:
    value = _optional_text(claims, name, _LONGEST_CLAIM)
    if value is None or not value.strip():
        raise IdentityRefused(f"bad_{name}")
    return value


def _optional_text(claims: Mapping[str, object], name: str, longest: int) -> str | None:
    value = claims.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > longest or _UNPRINTABLE.search(value):
        raise IdentityRefused(f"bad_{name}")
    return value


def _records(claims: Mapping[str, object]) -> tuple[str, ...]:
    value = claims.get("records", [])
    if not isinstance(value, list) or len(value) > _MOST_RECORDS:
        raise IdentityRefused("bad_records")
    if not all(isinstance(record, str) and _RECORD.fullmatch(record) for record in value):
        raise IdentityRefused("bad_records")
    return tuple(dict.fromkeys(value))
