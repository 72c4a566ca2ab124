"""The widget's files over HTTP, and the page for people without scripts."""

import base64
import gzip
import hashlib
import re

import pytest

from tests.service import Service, rewrite
from tests.stories.problems import assert_problem
from tests.stories.waiting import within


def _hash(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def test_the_loader_is_for_every_page(service: Service) -> None:
    """Any origin may run it; browsers ask for it again soon, and get nothing where nothing has changed."""
    answer = service.http.get("/widget.js", headers={"Origin": "https://any.example"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert "Set-Cookie" not in answer.headers
    head = service.http.head("/widget.js")
    assert (head.status_code, head.headers["ETag"]) == (200, answer.headers["ETag"])
    again = service.http.get("/widget.js", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, br", "gzip"), ("br;q=1.0, gzip;q=0.5", "gzip"), ("*", "gzip"), ("gzip;q=0", None), ("identity", None)],
)
def test_files_are_gzipped_for_those_who_take_it(service: Service, accepted: str, encoding: str | None) -> None:
    """Compressed once, and the same script either way."""
    plain = service.http.get("/widget.js", headers={"Accept-Encoding": "identity"}).content
    with service.http.stream("GET", "/widget.js", headers={"Accept-Encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert (gzip.decompress(raw) if encoding else raw) == plain


def test_versioned_files_are_kept_for_good_and_are_what_was_built(service: Service) -> None:
    """Every file that the build lists is served at an address of its version, with the hash that it was built with."""
    pinned = service.http.get("/widget/integrity.json").json()
    assert pinned["src"] in pinned["files"]
    assert {re.sub(r"-[\w-]{8}\.js$", ".js", path.rpartition("/")[2]) for path in pinned["files"]} >= {
        "widget.js",
        "chat.js",
        "texts-de.js",
        "texts-en.js",
    }
    for path, file in pinned["files"].items():
        answer = service.http.get(path)
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert (len(answer.content), _hash(answer.content)) == (file["size"], file["integrity"])
    assert service.http.get(pinned["src"]).content == service.http.get("/widget.js").content
    assert pinned["integrity"] == pinned["files"][pinned["src"]]["integrity"]


def test_the_loader_holds_the_chat_to_its_hash(service: Service) -> None:
    """The address and the hash of the chat's file stand in the loader."""
    pinned, loader = service.http.get("/widget/integrity.json").json(), service.http.get("/widget.js").text
    (chat,) = [path for path in pinned["files"] if path.endswith("/chat.js")]
    assert chat.removeprefix("/") in loader
    assert pinned["files"][chat]["integrity"] in loader


@pytest.mark.parametrize("path", ["/widget/0123456789abcdef/widget.js", "/widget/{v}/manifest.json", "/widget/{v}/x"])
def test_there_is_nothing_else(service: Service, path: str) -> None:
    """Neither another version nor a file that the build does not list."""
    version = service.http.get("/widget/integrity.json").json()["version"]
    assert_problem(service.http.get(path.replace("{v}", version)), 404, "not_found")


def test_without_scripts_there_is_a_page(service: Service) -> None:
    """It says who answers, where to write and when people are there; the chat is on it as well."""
    answer = service.http.get("/chat/site_harbor_shop")
    assert answer.status_code == 200
    for said in ("An AI answers first.", "mailto:help@harbor.example", "Monday to Friday, 09:00 to 18:00", "Berlin"):
        assert said in answer.text
    assert 'src="/widget.js" data-site="site_harbor_shop"' in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert_problem(service.http.get("/chat/site_of_nobody"), 404, "not_found")


@pytest.mark.parametrize(
    ("accepted", "spoken"), [("de-AT,de;q=0.9,en;q=0.8", "de"), ("eo, fr-CA;q=0.7", "fr"), ("eo", "en"), ("", "en")]
)
def test_the_chat_on_it_speaks_the_browsers_language(service: Service, accepted: str, spoken: str) -> None:
    """The first that it has."""
    answer = service.http.get("/chat/site_harbor_shop", headers={"Accept-Language": accepted})
    assert f'data-locale="{spoken}"' in answer.text


def test_the_page_shows_no_chat_where_it_would_be_refused(service: Service) -> None:
    """Where the site does not list this address, only the words stand there; they come from the file as it is now."""
    rewrite(service.config, "lumen", 'origins = ["http://127.0.0.1:{port}"', 'origins = ["https://lumen.example"')
    rewrite(service.config, "lumen", '"help@lumen.example"', '"Call <b>us</b>"')

    def changed() -> bool:
        return "widget.js" not in service.http.get("/chat/site_lumen_shop").text

    assert within(5, changed)
    text = service.http.get("/chat/site_lumen_shop").text
    assert "Call &lt;b&gt;us&lt;/b&gt;" in text
    assert "mailto:" not in text
    assert_problem(service.http.get("/demo/lumen"), 404, "not_found")
