"""A tenant's own web site on loopback: an origin of its own, whose pages embed the chat by the one line."""

import secrets
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from typing_extensions import override

from tests.tenant_files import rewrite

# As strict as a page's policy can be: scripts and styles by their nonce alone, and no text that becomes a script.
STRICT = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src {service};"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body><h1>A shop</h1><p>Tents and boots.</p>
<script src="{service}/widget.js" data-site="{site}" async nonce="{nonce}"></script></body></html>"""


class Shop:
    """Serves one page, at `/` plainly and at `/strict` under the strictest policy."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self._answer))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.origin = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.service = ""
        self.site = "site_harbor_shop"

    def configure(self, config: Path) -> None:
        """List this origin in the tenant's file."""
        rewrite(config, "harbor", "origins = [", f'origins = ["{self.origin}", ')

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, path: str) -> tuple[str, dict[str, str]] | None:
        nonce = secrets.token_urlsafe(16)
        page = _PAGE.format(service=self.service, site=self.site, nonce=nonce)
        headers = {"Content-Type": "text/html; charset=utf-8"}
        match path:
            case "/":
                return page, headers
            case "/strict":
                headers["Content-Security-Policy"] = STRICT.format(nonce=nonce, service=self.service)
                return page.replace('<link rel="icon" href="data:,">', ""), headers
        return None


def _handler(answer: Callable[[str], tuple[str, dict[str, str]] | None]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """One connection's calls."""

        def do_GET(self) -> None:  # as the standard library calls it
            """Serve a page; a browser also asks for an icon, of which there is none."""
            page, headers = answer(self.path) or ("", {})
            self.send_response(200 if page else 204)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.encode())

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    return Handler
