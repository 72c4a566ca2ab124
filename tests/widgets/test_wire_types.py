"""The types that the widget is written against are made of the service's own document."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service import Service
from tests.stories.openapi import document_of

WIDGETS = Path(__file__).parents[2] / "widgets"
GENERATOR = WIDGETS / "build" / "wire_types.py"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default."""
    with Service(tmp_path_factory.mktemp("types")) as running:
        yield running


def test_types_are_those_of_the_document(service: Service) -> None:
    """Made again from the running service's document, the file is the same to the byte."""
    made = subprocess.run(
        [sys.executable, GENERATOR],
        input=json.dumps(document_of(service)),
        capture_output=True,
        text=True,
        check=True,
    )
    kept = (WIDGETS / "customer" / "types.ts").read_text(encoding="utf-8")
    assert made.stdout == kept, "run widgets/build/wire_types.py as its first lines say"
