"""The console's style sheet and script: read once, named by what is in them, so that a browser keeps them."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from litestar import Request, Response, get

from app.errors import Problem

ROOT: Final = Path(__file__).parents[3]
FILES: Final = {
    "console.css": (Path(__file__).parent / "static" / "console.css", "text/css"),
    "console.js": (ROOT / "widgets" / "dist" / "console" / "console.js", "text/javascript"),
}
KEPT: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is served; `version` is a hash of its content."""

    content: bytes
    kind: str
    version: str


@cache
def asset(name: str) -> Asset | None:
    """Read one of the console's files, None where it was not built: the pages work without the script."""
    if name not in FILES:
        return None
    path, kind = FILES[name]
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    return Asset(content, kind, hashlib.sha256(content).hexdigest()[:16])


def asset_url(name: str) -> str | None:
    """Return the address of a file with its version, None where there is no such file."""
    found = asset(name)
    return f"/console/static/{name}?v={found.version}" if found else None


@get("/console/static/{name:str}")
async def static_file(name: str, request: Request[Any, Any, Any]) -> Response[bytes]:
    """Serve a file; kept for good where it is asked for by its version, else asked for again each time."""
    found = asset(name)
    if found is None:
        raise Problem("not_found", "There is no such file in the console.")
    tag = f'"{found.version}"'
    headers = {
        "ETag": tag,
        "Cache-Control": KEPT if request.query_params.get("v") == found.version else "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(b"", status_code=304, headers=headers)
    return Response(found.content, media_type=found.kind, headers=headers)


ROUTES = [static_file]
