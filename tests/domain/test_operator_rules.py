"""Rules about operators: names, passwords, and who manages whom."""

import pytest

from app.domain.operator import Operator, Role
from app.domain.operator_rules import is_name, is_password, manages, shown_name

HARBOR = frozenset({"harbor"})


@pytest.mark.parametrize("name", ["ann", "a.b", "ann@harbor.example", "x" * 60, "0_1-2"])
def test_names(name: str) -> None:
    """Short, plain, as an address would be."""
    assert is_name(name)


@pytest.mark.parametrize("name", ["", "a", "x" * 61, "Ann", "ann b", "ann\n", "änn", "ann\0", "<b>", "ann/x"])
def test_what_is_no_name(name: str) -> None:
    """Nothing that would have to be escaped, or that looks like another name."""
    assert not is_name(name)


@pytest.mark.parametrize(
    ("name", "display_name", "shown"),
    [("ann", None, "ann"), ("ann@harbor.example", None, "ann"), ("@ann", None, "@ann"), ("ann", "Ann B.", "Ann B.")],
)
def test_what_customers_read(name: str, display_name: str | None, shown: str) -> None:
    """The name that was given for it, or else the own one, which may be an address, as far as the @."""
    assert shown_name(name, display_name) == shown


def test_passwords() -> None:
    """Of twelve characters or more, whichever they are."""
    assert [is_password("x" * length) for length in (0, 11, 12, 200, 201)] == [False, False, True, True, False]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("tenants", [None, {"harbor"}, {"harbor", "lumen"}, {"lumen"}, set()])
@pytest.mark.parametrize("own", [None, HARBOR])
@pytest.mark.parametrize("acting", Role)
def test_who_manages_whom(acting: Role, own: frozenset[str] | None, role: Role, tenants: set[str] | None) -> None:
    """An owner everyone; an admin, below owners, those all of whose tenants are its own; nobody else anyone."""
    expected = acting is Role.OWNER
    if acting is Role.ADMIN and role is not Role.OWNER:
        expected = bool(tenants) if own is None else tenants == {"harbor"}
    assert manages(Operator("operator:1", "ann", acting, own), role, tenants) is expected
