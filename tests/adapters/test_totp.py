"""Codes of an authenticator app: good for a moment, once, and shown as a picture that a strict page may hold."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pyotp
import pytest

from app.adapters.totp import Enrolment, is_secret, step_of

# RFC 6238, appendix B: the secret "12345678901234567890" in base 32, whose codes it lists.
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
LISTED = {59: "287082", 1111111109: "081804", 1234567890: "005924", 2000000000: "279037"}
NOW = datetime(2026, 3, 4, 9, 0, 10, tzinfo=UTC)


def code_at(moment: datetime) -> str:
    """The code that the app shows."""
    return pyotp.TOTP(SECRET).at(moment)


@pytest.mark.parametrize(("second", "code"), LISTED.items())
def test_codes_are_those_of_the_standard(second: int, code: str) -> None:
    """So that any app makes them; the step is which half minute it was."""
    assert step_of(SECRET, code, datetime.fromtimestamp(second, UTC)) == second // 30


def test_a_clock_may_be_off_by_one_step() -> None:
    """Not by more, in neither direction."""
    steps = {n: step_of(SECRET, code_at(NOW + timedelta(seconds=30 * n)), NOW) for n in range(-3, 4)}
    present = int(NOW.timestamp()) // 30
    assert steps == {n: present + n if abs(n) <= 1 else None for n in range(-3, 4)}


def test_a_step_is_good_once() -> None:
    """Nor is an older one after it, though its time has not run out."""
    used = step_of(SECRET, code_at(NOW), NOW)
    assert used is not None
    assert step_of(SECRET, code_at(NOW), NOW, used) is None
    assert step_of(SECRET, code_at(NOW - timedelta(seconds=30)), NOW, used) is None
    assert step_of(SECRET, code_at(NOW + timedelta(seconds=30)), NOW, used) == used + 1


@pytest.mark.parametrize(
    "code",
    [
        "",
        "12345",
        "1234567",
        "abcdef",
        "\uff11\uff12\uff13\uff14\uff15\uff16",
        "-12345",
        "\u0660\u0661\u0662\u0663\u0664\u0665",
    ],
)
def test_what_is_no_code_fits_nothing(code: str) -> None:
    """And is no error either."""
    assert step_of(SECRET, code, NOW) is None


def test_spaces_are_forgiven() -> None:
    """Apps show codes in two halves."""
    code = code_at(NOW)
    assert step_of(SECRET, f" {code[:3]} {code[3:]} ", NOW) is not None


def test_an_enrolment() -> None:
    """A new secret of 160 bits each time, and the URI that apps read, with the operator's name."""
    first, second = Enrolment.new("ann@harbor"), Enrolment.new("ann@harbor")
    assert first.secret != second.secret
    assert is_secret(first.secret)
    assert len(pyotp.TOTP(first.secret).byte_secret()) == 20
    uri = urlsplit(first.uri)
    assert (uri.scheme, uri.netloc, uri.path) == ("otpauth", "totp", "/Frontdesk:ann%40harbor")
    assert parse_qs(uri.query) == {"secret": [first.secret], "issuer": ["Frontdesk"]}
    assert Enrolment.of(first.secret, "ann@harbor") == first


def test_the_picture_needs_no_leave_of_a_strict_page() -> None:
    """No style, script, handler or address in it; it is dark on light whatever the page's colours are."""
    picture = ET.fromstring(Enrolment.new("ann").svg)  # noqa: S314  # our own
    elements = list(picture.iter())
    assert {element.tag.rpartition("}")[2] for element in elements} == {"svg", "path"}
    assert {name for element in elements for name in element.attrib} <= {"viewBox", "class", "d", "fill", "stroke"}
    assert [element.get("fill") or element.get("stroke") for element in elements[1:]] == ["#fff", "#000"]


@pytest.mark.parametrize("text", ["", "short", SECRET.lower(), SECRET + "A", SECRET[:-1] + "1", SECRET + "\n"])
def test_what_is_no_secret(text: str) -> None:
    """Only what an enrolment could have made is taken for one."""
    assert is_secret(SECRET)
    assert not is_secret(text)
