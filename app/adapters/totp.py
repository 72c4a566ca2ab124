"""Codes of an authenticator app (TOTP, RFC 6238): six digits, a new one every 30 seconds, each good once."""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

import pyotp
import segno

ISSUER: Final = "Frontdesk"
STEP_SECONDS: Final = 30
WINDOW: Final = 1
"""Steps that a clock may be ahead or behind."""
_CODE = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What an authenticator app is given, shown once: the secret in base 32, and the `otpauth` URI that holds it."""

    secret: str
    uri: str

    @classmethod
    def of(cls, secret: str, name: str) -> "Enrolment":
        """Return it for an operator's name."""
        return cls(secret, pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER))

    @classmethod
    def new(cls, name: str) -> "Enrolment":
        """Return one with a new secret of 160 bits."""
        return cls.of(pyotp.random_base32(), name)

    @property
    def svg(self) -> str:
        """The URI as a QR code: an `svg` element without style or script, dark on light, scaled by its `viewBox`."""
        out = BytesIO()
        segno.make(self.uri, micro=False).save(
            out, "svg", xmldecl=False, svgns=True, svgclass="qr", lineclass=None, omitsize=True, light="#fff", nl=False
        )
        return out.getvalue().decode()


def is_secret(text: str) -> bool:
    """Tell whether `text` is a secret as `Enrolment.new` makes them."""
    return re.fullmatch(r"[A-Z2-7]{32}", text) is not None


def step_of(secret: str, code: str, now: datetime, used: int = 0) -> int | None:
    """Return the time step that a code is of, None where it is of none near `now` that comes after `used`.

    The caller keeps the step as `used` of the next call: a code that was seen over a shoulder is worth nothing.
    """
    typed = re.sub(r"\s", "", code)
    if _CODE.fullmatch(typed) is None:
        return None
    totp, present = pyotp.TOTP(secret, interval=STEP_SECONDS), int(now.timestamp()) // STEP_SECONDS
    fits = None
    for step in range(present - WINDOW, present + WINDOW + 1):
        if hmac.compare_digest(totp.generate_otp(step), typed) and step > used:
            fits = step
    return fits
