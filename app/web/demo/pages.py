"""How the demo's pages and the page without scripts are made: a fresh nonce, and the strictest policy there is."""

import hashlib
import secrets
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response

FOLDER: Final = Path(__file__).parent
STATIC: Final = {"demo.css": "text/css", "demo.js": "text/javascript"}

_ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def headers(nonce: str) -> dict[str, str]:
    """Return what a page says to the browser. The widget runs under it as it would on a customer's strictest page."""
    policy = (
        "default-src 'none'",
        f"script-src 'nonce-{nonce}'",
        f"style-src 'nonce-{nonce}'",
        "connect-src 'self'",
        "img-src data:",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


@cache
def static(name: str) -> tuple[bytes, str]:
    """Read the demo's style sheet or script, with a version that is a hash of it."""
    content = (FOLDER / "static" / name).read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:16]


def static_url(name: str) -> str:
    """Return the address of such a file."""
    return f"/demo/static/{name}?v={static(name)[1]}"


def page(template: str, **facts: object) -> Response[bytes]:
    """Render a page."""
    nonce = secrets.token_urlsafe(16)
    text = _ENVIRONMENT.get_template(template).render(nonce=nonce, static_url=static_url, **facts)
    return Response(text.encode(), media_type=MediaType.HTML, headers=headers(nonce))
