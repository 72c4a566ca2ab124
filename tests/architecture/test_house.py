"""The house keeps its own rules: floors, names, opening sentences, and who may make which milestone of a turn."""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for folder in ("app", "loadtests") for path in (ROOT / folder).rglob("*.py"))
SAY_NOTHING = re.compile(r"_?(utils?|helpers?|common|base|managers?)")

# Where each milestone is made; everywhere else a turn can only be handed on.
MAKERS = {
    "Admitted": {"app/stages/rate_limit.py"},
    "Redacted": {"app/stages/redaction.py"},
    "Accepted": {"app/stages/accept.py", "app/usecases/recover_turns.py"},
    "Open": {"app/stages/approval.py"},
    "Cleared": {"app/stages/triggers.py"},
    "Recalled": {"app/stages/recall.py"},
    "Screened": {"app/stages/moderation.py"},
    "Planned": {"app/stages/review.py"},
    "Prompt": {"app/stages/budget.py"},
    "Reply": {"app/stages/record.py"},
}


def place(path: Path) -> str:
    """A module as the tests name it: `app/stages/accept.py`."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=place(path))


@cache
def makers() -> dict[str, set[str]]:
    """The modules of the service that call something, by what they call."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        for node in ast.walk(parsed(path)) if place(path).startswith("app/") else ():
            if isinstance(node, ast.Call):
                found[getattr(node.func, "id", "") or getattr(node.func, "attr", "")].add(place(path))
    return found


def environment_reads(tree: ast.Module) -> Iterator[int]:
    """The lines that reach for the environment."""
    names = {"environ", "environb", "getenv", "getenvb"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in names and ast.unparse(node.value) == "os":
            yield node.lineno
        if isinstance(node, ast.ImportFrom) and node.module == "os" and names & {name.name for name in node.names}:
            yield node.lineno


def inner_imports(tree: ast.Module) -> Iterator[int]:
    """The lines of imports that stand within a function."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (node.lineno for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))


def test_the_floors_stand() -> None:
    """Imports only go down, and stages never import each other."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 kept, 0 broken" in done.stdout


def test_the_house_is_looked_at() -> None:
    """The tests below read the modules that there are: a folder that moved would let them pass on nothing."""
    assert {"app", "loadtests"} <= {place(path).split("/")[0] for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=place)
class TestModule:
    """What holds for each module of the app and of the load tests."""

    def test_has_a_name_that_says_something(self, path: Path) -> None:
        """Neither the module nor a folder it lives in is a drawer for odds and ends."""
        vague = [part for part in path.relative_to(ROOT).with_suffix("").parts if SAY_NOTHING.fullmatch(part)]
        assert not vague

    def test_opens_with_a_sentence(self, path: Path) -> None:
        """Whoever opens a module is told first what lives there."""
        opening = ast.get_docstring(parsed(path)) or ""
        assert re.match(r"\S.*[.:?]", opening, re.DOTALL)

    def test_leaves_the_environment_to_the_settings(self, path: Path) -> None:
        """One file of the service reads the environment; a load test is a program of its own, and hands its own on."""
        is_program = place(path).startswith("loadtests/")
        assert is_program or place(path) == "app/settings.py" or not list(environment_reads(parsed(path)))

    def test_imports_at_the_top(self, path: Path) -> None:
        """What a module needs stands in its first lines."""
        assert not list(inner_imports(parsed(path)))


@pytest.mark.parametrize(("milestone", "stages"), MAKERS.items(), ids=list(MAKERS))
def test_a_milestone_is_made_by_its_stage_alone(milestone: str, stages: set[str]) -> None:
    """A turn that skips a check can't be written down: only the check itself makes what comes after it."""
    assert makers()[milestone] == stages


def test_milestones_have_their_names() -> None:
    """The milestones that the tests here look for are those of `app/domain/turn.py`."""
    classes = {node.name for node in parsed(ROOT / "app/domain/turn.py").body if isinstance(node, ast.ClassDef)}
    assert {"Turn", *MAKERS} <= classes


def test_a_turn_begins_on_the_web_floor() -> None:
    """Only what came in over HTTP, from a known contact, is a turn."""
    assert makers()["Turn"]
    assert all(maker.startswith("app/web/") for maker in makers()["Turn"])


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_milestone_keeps_its_name(path: Path) -> None:
    """Under another name a milestone could be made where no test looks."""
    tree = parsed(path)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    renamed = [
        name.name
        for node in imports
        for name in node.names
        if node.module == "app.domain.turn" and name.asname and name.name in {"Turn", *MAKERS}
    ]
    assert not renamed
