"""Identity tokens as a tenant's own backend makes them, and as an attacker would."""

import os
import time

import jwt

from tests.service_process import Service


def identity_token(
    service: Service,
    tenant: str = "harbor",
    *,
    secret: str | None = None,
    algorithm: str = "HS256",
    kid: str | None = "k1",
    **claims: object,
) -> str:
    """A token that the tenant's backend signs; `claims` take the place of the usual ones, None leaves one out.

    `secret` is the tenant's own in that service unless it is given; a variant such as `harbor-strict` has its base's.
    """
    now = int(time.time())
    usual: dict[str, object] = {
        "sub": "customer-1",
        "aud": tenant,
        "iat": now,
        "exp": now + 600,
        "jti": os.urandom(16).hex(),
    }
    said = {name: value for name, value in (usual | claims).items() if value is not None}
    headers = {} if kid is None else {"kid": kid}
    key = service.identity_keys[tenant.partition("-")[0]] if secret is None else secret
    return jwt.encode(said, key, algorithm=algorithm, headers=headers)
