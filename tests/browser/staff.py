"""Operators at a browser: the first is made from the shell, the others at the console; all of them sign in there."""

from dataclasses import dataclass

import pyotp
from playwright.sync_api import Cookie, Page, expect

from tests.service import Service, ServiceFailedError

Session = list[Cookie]
"""What a browser keeps of having signed in."""
PASSWORD = "not-a-secret-of-anybody"


@dataclass(frozen=True, slots=True)
class Person:
    """An operator with a password and an authenticator app."""

    name: str
    secret: str

    def code(self) -> str:
        """What the app shows now; it is good for one sign-in."""
        return pyotp.TOTP(self.secret).now()


def found(service: Service, name: str) -> Person:
    """Make an owner from the shell, as whoever sets a service up does."""
    words = ("operators", "add", "--name", name, "--role", "owner", "--password-stdin")
    added = service.cli(*words, input=PASSWORD + "\n")
    if added.returncode:
        raise ServiceFailedError(added.stderr)
    printed = dict(line.split(maxsplit=1) for line in added.stdout.splitlines())
    return Person(name, printed["secret"])


def hire(page: Page, service: Service, name: str, role: str) -> Person:
    """Add an operator of Harbor, in an owner's window; the secret is shown this once."""
    page.goto(f"{service.url}/console/operators")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Role").select_option(role)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Harbor Outfitters").check()
    page.get_by_role("button", name="Add the operator").click()
    expect(page.get_by_role("status")).to_contain_text(f"{name} is added")
    return Person(name, page.locator("code.secret").inner_text())


def sign_in(page: Page, service: Service, person: Person, code: str | None = None) -> None:
    """Fill in the form as a person does; whether it is let in is the test's to look at."""
    page.goto(f"{service.url}/console/sign-in")
    page.get_by_label("Name").fill(person.name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code").fill(code or person.code())
    page.get_by_role("button", name="Sign in").click()


def session_of(page: Page, service: Service, person: Person) -> Session:
    """Sign somebody in, and keep the session for further windows."""
    sign_in(page, service, person)
    expect(page).to_have_url(f"{service.url}/console")
    return page.context.cookies()
