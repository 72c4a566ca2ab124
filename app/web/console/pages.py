"""How a page of the console is made: templates that escape everything, a fresh nonce and the strictest of headers."""

import secrets
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Request, Response

from app.domain.operator import Operator
from app.domain.units import iso
from app.web.console import words
from app.web.console.frame import frame_of
from app.web.console.static import asset_url

TEMPLATES: Final = Path(__file__).parent / "templates"


def moment(at: datetime) -> str:
    """Spell a time as people read it: `2026-11-21 08:05 UTC`."""
    return iso(at)[:16].replace("T", " ") + " UTC"


def second(at: datetime) -> str:
    """Spell a time to the second: `2026-11-21 08:05:09 UTC`."""
    return iso(at)[:19].replace("T", " ") + " UTC"


def _environment() -> Environment:
    """Make the environment of the console's templates: a fact that is missing is an error, never a gap."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "iso": iso,
        "moment": moment,
        "second": second,
        "spelled": words.spelled,
        "scope_words": words.scope_words,
    }
    made.globals |= {"asset_url": asset_url, "words": words}
    return made


_ENVIRONMENT: Final = _environment()


def headers(nonce: str) -> dict[str, str]:
    """Return what every page says to the browser: nothing but its own, and scripts and styles by nonce alone."""
    policy = (
        "default-src 'none'",
        f"script-src 'nonce-{nonce}'",
        f"style-src 'nonce-{nonce}'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types frontdesk-console",
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",  # with none at all, browsers keep from us where a form was sent from
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def plain_page(template: str, status: int = 200, **facts: object) -> Response[bytes]:
    """Render a page that stands alone: nobody has signed in, or something was refused."""
    nonce = secrets.token_urlsafe(16)
    text = _ENVIRONMENT.get_template(template).render(nonce=nonce, **facts)
    return Response(text.encode(), status_code=status, media_type=MediaType.HTML, headers=headers(nonce))


async def page(
    request: Request[Any, Any, Any], template: str, operator: Operator, status: int = 200, **facts: object
) -> Response[bytes]:
    """Render a page in the console's frame; `template` extends `layout.html`.

    Of the facts the frame itself shows `refused`, the sentence of an act that was refused, and `done`, of one that was
    carried out. Templates also see `operator`, `csrf_token`, `nonce` and `frame`.
    """
    frame = await frame_of(request, operator)
    said = {"refused": None, "done": None} | facts
    return plain_page(template, status, operator=operator, frame=frame, csrf_token=frame.csrf_token, **said)
