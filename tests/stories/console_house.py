"""The console's house: a service behind a proxy, its operators of each role, and visitors whom nobody knows."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from app.domain.operator import Role
from tests.loopback import client_of
from tests.service import Service
from tests.stories.console import Console, Page, hire

PASSWORD = "not-a-secret-of-anybody"
HOSTILE = "<script>alert(1)</script>\"'&"
SESSION = "frontdesk_operator"


@contextmanager
def open_house(folder: Path) -> Iterator[Service]:
    """The embedded default, behind a proxy that says where each request comes from."""
    with Service(folder, env={"FRONTDESK_TRUSTED_PROXIES": "127.0.0.1"}) as running:
        yield running


@contextmanager
def staff_of(house: Service) -> Iterator[dict[str, Console]]:
    """An owner, and each other role at Harbor; and a viewer of Lumen."""
    people = {
        "owner": hire(house, "olga", Role.OWNER),
        "admin": hire(house, "adam", Role.ADMIN, "harbor"),
        "agent": hire(house, "agnes", Role.AGENT, "harbor"),
        "viewer": hire(house, "vera", Role.VIEWER, "harbor"),
        "stranger": hire(house, "lars", Role.VIEWER, "lumen"),
    }
    yield people
    for console in people.values():
        console.http.close()


@contextmanager
def visitor_of(house: Service) -> Iterator[httpx.Client]:
    """A browser of nobody's, from an address of its own."""
    with client_of(house.url) as client:
        client.headers["X-Forwarded-For"] = f"198.51.{secrets.randbelow(256)}.{secrets.randbelow(256)}"
        yield client


def add(by: Console, name: str, role: str = "viewer", *, tenants: list[str] | None = None) -> tuple[str, str]:
    """Add an operator with the console's own form; returns its id and the secret of its app."""
    fields = {"name": name, "role": role, "password": PASSWORD, "csrf_token": by.token()}
    answer = by.http.post("/console/operators", data={**fields, "tenants": tenants or ["harbor"]})
    assert answer.status_code == 200, answer.text
    found = re.search(rf'{name}</th>.*?/console/operators/([0-9a-f-]+)/disable"', answer.text, re.DOTALL)
    secret = re.search(r'aria-labelledby="new-secret">([A-Z2-7]+)<', answer.text)
    assert found
    assert secret
    return found[1], secret[1]


def enter(browser: httpx.Client, name: str, code: str, password: str = PASSWORD) -> httpx.Response:
    """Fill in the form of signing in and send it."""
    (form,) = Page(browser.get("/console/sign-in")).forms
    return browser.post(form.action, data=form.fields | {"name": name, "password": password, "code": code})


def row_of(page: Page, name: str) -> str:
    """The id of an operator on the page."""
    found = re.search(rf"{name}</th>.*?/console/operators/([0-9a-f-]+)/", page.source, re.DOTALL)
    assert found
    return found[1]
