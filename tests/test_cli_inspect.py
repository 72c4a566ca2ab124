"""Inspecting from a shell: every line is answered in its place, a bad one by what is wrong with it."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from tests.service import Service

GOOD = json.dumps({"text": "When do you open?"})
NO_JSON = 'The line is not JSON in UTF-8, or holds half of a surrogate pair; write {"text": "…"}.'
NO_TEXT = 'The line is not a JSON object with a text; write {"text": "…"}.'
TOO_LONG = "The text is longer than 1 MB; split it."


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that is not started: the command needs its settings alone."""
    service = Service(tmp_path_factory.mktemp("inspect"))
    yield service
    service.stop()


def inspect(service: Service, *lines: str) -> tuple[subprocess.CompletedProcess[str], list[dict[str, Any]]]:
    """Inspect lines; returns how the command ended, and its answers."""
    done = service.cli("inspect", "--workflow", "harbor/support", input="".join(f"{line}\n" for line in lines))
    return done, [json.loads(line) for line in done.stdout.splitlines()]


def test_a_bad_line_is_answered_in_its_place(service: Service) -> None:
    """The rest goes on, and the exit status tells that a line was refused."""
    bad = {
        "my card 4111": NO_JSON,
        GOOD[:-1]: NO_JSON,
        '{"text": "\\ud800"}': NO_JSON,
        '{"text": "\\ud800 and more than a pair needs"}': NO_JSON,
        '["When?"]': NO_TEXT,
        '{"message": "When?"}': NO_TEXT,
        '{"text": null}': NO_TEXT,
        '{"more": ' + "[" * 100_000 + "]" * 100_000 + ', "text": "When?"}': NO_TEXT,
        json.dumps({"text": "a" * 1_000_001}): TOO_LONG,
        json.dumps({"text": "é" * 500_001}): TOO_LONG,
        json.dumps({"text": "a" * 8_000_000}): "The line is longer than 8 MB; split it.",
    }
    done, answers = inspect(service, GOOD, *(line for one in bad for line in (one, GOOD)))
    assert answers[1::2] == [{"error": sentence} for sentence in bad.values()]
    assert [answer["outcome"] for answer in answers[::2]] == ["pass"] * (len(bad) + 1)
    assert done.returncode == 1
    assert (
        done.stderr
        == f"Error: {len(bad)} of {len(answers)} lines were refused: correct those answered with an error.\n"
    )


def test_what_counts_is_the_length_of_the_text(service: Service) -> None:
    """Escapes, other fields and white space around it do not, and an empty line is none."""
    text = "\x01" * 999_982 + " When do you open?"
    done, answers = inspect(service, f'  {{"text": {json.dumps(text)}, "more": [{{"text": 1}}]}} ', "", " ", GOOD)
    assert [answer["outcome"] for answer in answers] == ["pass", "pass"]
    assert (done.returncode, done.stderr) == (0, "")


def test_a_last_line_needs_no_end(service: Service) -> None:
    """Neither a good one nor one that is too long to be kept."""
    for line, answer in ((GOOD, "outcome"), ("x" * 9_000_000, "error")):
        done = service.cli("inspect", "--workflow", "harbor/support", input=f"{GOOD}\n{line}")
        assert answer in json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("workflow", ["harbor", "harbor/none", "nobody/support"])
def test_a_workflow_that_is_not_there(service: Service, workflow: str) -> None:
    """One line says what to write instead."""
    done = service.cli("inspect", "--workflow", workflow, input=GOOD)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Error: There is no such workflow; write TENANT/WORKFLOW as in config/tenants.\n"
