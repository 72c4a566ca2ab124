import base64
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.service import Service, identity_token, new_id, start_session
from tests.stories.problems import assert_problem


def _unsigned(service: Service) -> str:
    """A token with `alg` none."""
    header, claims, _ = identity_token(service).split(".")
    header = base64.urlsafe_b64encode(b'{"alg":"none","kid":"k1","typ":"JWT"}').decode().rstrip("=")
    return f"{header}.{claims}."


def _at(seconds: int) -> int:
    return int(time.time()) + seconds


BAD_TOKENS: dict[str, Callable[[Service], str]] = {
    "expired": lambda s: identity_token(s, iat=_at(-700), exp=_at(-1)),
    "more than 15 minutes ahead": lambda s: identity_token(s, exp=_at(960)),
    "no jti": lambda s: identity_token(s, jti=None),
    "empty jti": lambda s: identity_token(s, jti=" "),
    "no sub": lambda s: identity_token(s, sub=None),
    "sub is a number": lambda s: identity_token(s, sub=7),
    "no exp": lambda s: identity_token(s, exp=None),
    "no iat": lambda s: identity_token(s, iat=None),
    "made in the future": lambda s: identity_token(s, iat=_at(120), exp=_at(300)),
    "for another tenant": lambda s: identity_token(s, aud="lumen"),
    "for several": lambda s: identity_token(s, aud=["harbor", "lumen"]),
    "no aud": lambda s: identity_token(s, aud=None),
    "signed by another tenant": lambda s: identity_token(s, secret=s.identity_keys["lumen"]),
    "of another tenant": lambda s: identity_token(s, "lumen"),
    "unknown kid": lambda s: identity_token(s, kid="k2"),
    "no kid": lambda s: identity_token(s, kid=None),
    "alg none": _unsigned,
    "another algorithm": lambda s: identity_token(s, algorithm="HS512"),
    "records of a wrong form": lambda s: identity_token(s, records=["1001; drop"]),
    "changed": lambda s: identity_token(s)[:-4] + "AAAA",
    "no token at all": lambda _: "nonsense",
}


@pytest.mark.parametrize("name", BAD_TOKENS)
def test_a_bad_identity_token(service: Service, name: str) -> None:
    """A bad token is 401, and never falls back to an anonymous session, though the site allows those."""
    before = service.rows("SELECT count(*) AS n FROM contact")
    assert_problem(start_session(service, identity_token=BAD_TOKENS[name](service)), 401, "unauthorized")
    assert service.rows("SELECT count(*) AS n FROM contact") == before


def test_a_token_is_spent_once(service: Service) -> None:
    """Of ten uses of one token at once, one makes a session; later ones and a new token with the same jti do not."""
    jti = new_id()
    token = identity_token(service, jti=jti)
    with ThreadPoolExecutor(10) as pool:
        codes = list(pool.map(lambda _: start_session(service, identity_token=token).status_code, range(10)))
    assert sorted(codes) == [201] + [401] * 9
    assert_problem(
        start_session(service, identity_token=identity_token(service, jti=jti, sub="other")), 401, "unauthorized"
    )
    lumen = identity_token(service, "lumen", jti=jti)
    assert start_session(service, site_key="site_lumen_shop", identity_token=lumen).status_code == 201
