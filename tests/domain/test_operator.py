"""Operators: what a role may do, and which tenants it reaches."""

import itertools

import pytest

from app.domain.operator import Operator, Role

ORDER = [Role.VIEWER, Role.AGENT, Role.ADMIN, Role.OWNER]


@pytest.mark.parametrize(("role", "least"), list(itertools.product(ORDER, repeat=2)))
def test_each_role_may_what_those_before_it_may(role: Role, least: Role) -> None:
    """And no more."""
    assert Operator("key:1", "op", role).may(least) is (ORDER.index(role) >= ORDER.index(least))


@pytest.mark.parametrize("role", ORDER)
def test_tenants(role: Role) -> None:
    """An owner reaches all; anyone else those it is bound to, or all where it is bound to none."""
    assert Operator("key:1", "op", role).reaches("harbor")
    assert Operator("key:1", "op", role, frozenset({"harbor"})).reaches("harbor")
    assert Operator("key:1", "op", role, frozenset({"lumen"})).reaches("harbor") is (role is Role.OWNER)
