"""An operator at the console with a browser that runs no script: reads pages and sends the forms that stand there."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from typing import Final

import httpx
from typing_extensions import override

from app.adapters.db import operators
from app.adapters.db.engine import open_database
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.session_tokens import token_hash
from app.domain.operator import Role
from tests.loopback import client_of
from tests.service import Service

VOID: Final = {"input", "meta", "link", "br", "line", "rect", "path"}


@dataclass
class PageForm:
    """A form as it stands on a page: where it is sent, what it holds, and its buttons' (name, value)."""

    action: str
    method: str
    id: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page that was answered: its status, what people read on it, and its forms."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__()
        self.answer = answer
        self.status = answer.status_code
        self.path = answer.url.path
        self.source = answer.text
        self.forms: list[PageForm] = []
        self.alerts: list[str] = []
        self._said: list[str] = []
        self._open: list[str] = []
        self._alert_at: int | None = None
        self._select: str | None = None
        self._textarea: str | None = None
        self.feed(answer.text)
        self.close()

    @property
    def text(self) -> str:
        """Everything that is read on it, with single spaces."""
        return " ".join(" ".join(self._said).split())

    def form(self, action: str, **holding: str) -> PageForm:
        """The first form that is sent to an address and holds these fields."""
        for form in self.forms:
            if form.action == action and holding.items() <= form.fields.items():
                return form
        raise AssertionError(f"no form for {action} on {self.path}")

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(PageForm(given.get("action", ""), given.get("method", "get"), given.get("id", "")))
        if tag in ("input", "select", "textarea", "button") and given.get("name"):
            self._control(tag, given)
        if tag == "option" and self._select and ("selected" in given or self._select not in self.forms[-1].fields):
            self.forms[-1].fields[self._select] = given["value"]
        if tag in VOID:
            return
        self._open.append(tag)
        if given.get("role") == "alert" and "hidden" not in given:
            self._alert_at = len(self._open)
            self.alerts.append("")

    def _control(self, tag: str, given: dict[str, str]) -> None:
        """Take a control into the form that it stands in, or that it names."""
        form = next((form for form in self.forms if form.id and form.id == given.get("form")), self.forms[-1])
        if tag == "button":
            form.buttons.append((given["name"], given.get("value", "")))
        elif tag == "select":
            self._select = given["name"]
        elif tag == "textarea":
            self._textarea = given["name"]
            form.fields[self._textarea] = ""
        elif given.get("type") not in ("radio", "checkbox") or "checked" in given:
            form.fields[given["name"]] = given.get("value", "")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None
        if tag == "textarea":
            self._textarea = None
        if self._alert_at == len(self._open):
            self._alert_at = None
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    @override
    def handle_data(self, data: str) -> None:
        if self._open[-1:] in (["script"], ["style"]):
            return
        self._said.append(data)
        if self._alert_at is not None:
            self.alerts[-1] += data
        if self._textarea is not None:
            self.forms[-1].fields[self._textarea] += data


class Console:
    """One operator, signed in by a one-time link."""

    def __init__(self, service: Service, link: str) -> None:
        self.http = client_of(service.url)
        self.http.follow_redirects = True
        self.first = Page(self.http.get(f"/console/once/{link}"))
        assert self.first.status == 200

    def read(self, path: str, **query: str) -> Page:
        """Read a page."""
        return Page(self.http.get(path, params=query or None))

    def send(self, page: Page, action: str, *, holding: dict[str, str] | None = None, **fields: str) -> Page:
        """Send a form of a page with some fields filled in; returns where that leads."""
        form = page.form(action, **(holding or {}))
        assert form.method == "post"
        return Page(self.http.post(action, data=form.fields | fields))

    def token(self) -> str:
        """The CSRF token of the operator's forms."""
        return self.read("/console").forms[0].fields["csrf_token"]


def hire(service: Service, name: str, role: Role, *tenants: str) -> Console:
    """Add an operator beside the service and sign in; the caller closes the client. A command would take seconds."""
    link = secrets.token_urlsafe(32)

    def unit(db: ServiceDb) -> None:
        operator_id = operators.create(db, name, role, list(tenants) or None)
        operators.make_link(db, token_hash(link), operator_id, timedelta(hours=1))

    store(service, unit)
    return Console(service, link)


def store(service: Service, unit: Callable[[ServiceDb], None]) -> None:
    """Write rows that stand outside tenants beside the service."""
    url = service.env.get("FRONTDESK_DATABASE_URL") or f"sqlite:///{service.folder}/data/frontdesk.db"

    async def write() -> None:
        database = open_database(url)
        try:
            await database.write_service(unit)
        finally:
            await database.close()

    asyncio.run(write())
