"""The widget's files: the loader at its one address, everything at addresses that never change, and what to pin."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
from litestar import Request, Response, get

from app.errors import Problem

BUILT: Final = Path(__file__).parents[2] / "widgets" / "dist" / "customer"
LOADER: Final = "widget.js"
FOR_GOOD: Final = "public, max-age=31536000, immutable"
FOR_NOW: Final = "public, max-age=300"
"""How long a browser keeps the loader: it names the version of everything else."""

_OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}


class BuiltFile(msgspec.Struct, frozen=True):
    """What the build says of a file: its bytes, as they are and gzipped, and the hash to hold it to."""

    size: int
    gzip: int
    integrity: str


class Manifest(msgspec.Struct, frozen=True):
    """What the build has made. `version` changes whenever anything in it does."""

    version: str
    loader: str
    chat: str
    files: dict[str, BuiltFile]


@dataclass(frozen=True, slots=True)
class Served:
    """A file as it is sent."""

    content: bytes
    gzipped: bytes
    tag: str


@cache
def manifest() -> Manifest:
    """Read what was built. Raises Problem `unavailable` where nothing was, and looks again the next time."""
    try:
        return msgspec.json.decode((BUILT / "manifest.json").read_bytes(), type=Manifest)
    except FileNotFoundError as missing:
        raise Problem("unavailable", "The widget is not built; run `make setup` beside the service.") from missing


@cache
def served(name: str) -> Served:
    """Read one of the widget's files, compressed once. Raises Problem `not_found`, `unavailable`."""
    if name not in manifest().files:
        raise Problem("not_found", "The widget has no such file; /widget/integrity.json lists what there is.")
    content = (BUILT / name).read_bytes()
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'  # weak: the same for both encodings
    return Served(content, gzip.compress(content, 9, mtime=0), tag)


def _answer(request: Request[Any, Any, Any], name: str, kept: str) -> Response[bytes]:
    """Send a file, gzipped for whoever takes it, or nothing where it is there already."""
    file = served(name)
    headers = _OPEN | {"Cache-Control": kept, "ETag": file.tag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == file.tag:
        return Response(b"", status_code=304, headers=headers)
    content = file.content
    if _takes_gzip(request.headers.get("accept-encoding", "")):
        content, headers = file.gzipped, headers | {"Content-Encoding": "gzip"}
    return Response(content, media_type="text/javascript", headers=headers)


def _takes_gzip(accepted: str) -> bool:
    """Tell whether an `Accept-Encoding` names gzip, and does not refuse it."""
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False


@get("/widget.js", include_in_schema=False)
async def loader(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Serve the loader, which every page names."""
    return _answer(request, LOADER, FOR_NOW)


@get("/widget/{version:str}/{name:str}", include_in_schema=False)
async def versioned(version: str, name: str, request: Request[Any, Any, Any]) -> Response[bytes]:
    """Serve a file of this build at an address that will never mean another."""
    if version != manifest().version:
        raise Problem("not_found", "There is no such version of the widget here; load /widget.js again.")
    return _answer(request, name, FOR_GOOD)


@get("/widget/integrity.json", include_in_schema=False)
async def integrity() -> Response[dict[str, object]]:
    """Tell what a page writes to pin the widget to this build, and what each file weighs."""
    built = manifest()
    pinned: dict[str, object] = {
        "version": built.version,
        "src": f"/widget/{built.version}/{built.loader}",
        "integrity": built.files[built.loader].integrity,
        "files": {f"/widget/{built.version}/{name}": msgspec.to_builtins(file) for name, file in built.files.items()},
    }
    return Response(pinned, headers=_OPEN | {"Cache-Control": "no-cache"})


ROUTES = [loader, versioned, integrity]
