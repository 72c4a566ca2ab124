"""A page for each site: how to reach people there without a script, and with one the chat itself."""

import re
from datetime import UTC, datetime
from typing import Any

from litestar import Request, Response, get

from app.domain.opening_hours import is_open
from app.domain.wording import LANGUAGES
from app.errors import Problem
from app.web.demo.pages import page
from app.web.demo.routes import own_origins
from app.web.services import Given, Services


@get("/chat/{site_key:str}", include_in_schema=False)
async def chat(site_key: str, request: Request[Any, Any, Any], services: Given[Services]) -> Response[bytes]:
    """Show a site's page; the chat is on it where the site lists this address among its origins."""
    found = services.tenants.by_site(site_key)
    if found is None:
        raise Problem("not_found", "No site has this key; copy it from the tenant's file.")
    tenant, site = found
    workflow, now = tenant.workflows[site.workflow], datetime.now(UTC)
    return page(
        "chat.html",
        tenant=tenant,
        site=site,
        workflow=workflow,
        hours=[_spelled(span) for span in workflow.hours.open],
        holidays=sorted(day.isoformat() for day in workflow.hours.holidays if day >= now.date())[:3],
        zone=workflow.hours.timezone.replace("_", " "),
        open_now=is_open(workflow.hours, now),
        address=_address(workflow.contact_fallback),
        with_chat=bool(own_origins(request) & set(site.origins)),
        locale=_language(request.headers.get("accept-language", "")),
    )


def _language(accepted: str) -> str:
    """Return the first language of an `Accept-Language` that the chat has: browsers name the best one first."""
    named = (tag.partition(";")[0].strip().partition("-")[0].lower() for tag in accepted.split(","))
    return next((language for language in named if language in LANGUAGES), "en")


def _address(fallback: str) -> str | None:
    """Return the link for a way to reach people, None where it is plain words."""
    if re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", fallback):
        return f"mailto:{fallback}"
    return fallback if re.fullmatch(r"https?://\S+", fallback) else None


def _spelled(span: str) -> str:
    """Spell `mon-fri 09:00-18:00` as people read it: `Monday to Friday, 09:00 to 18:00`."""
    names = {"mon": "Mon", "tue": "Tues", "wed": "Wednes", "thu": "Thurs", "fri": "Fri", "sat": "Satur", "sun": "Sun"}
    days, _, times = span.partition(" ")
    spelled = " to ".join(f"{names[day]}day" for day in dict.fromkeys(days.split("-")))
    return f"{spelled}, {times.replace('-', ' to ')}"


ROUTES = [chat]
