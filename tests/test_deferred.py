"""Parts of libraries that a start needs nothing of load late, whole, and once; some never."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from app import deferred

ROOT = Path(__file__).parents[1]
PACKAGE = "deferred_in_a_test"
WHOLE = "loaded = True\nfrom deferred_in_a_test.part import number\n"
SERVICE = """
import sys
from app.deferred import defer
defer()
defer()
import app.cli, app.main
app.main.create_app()
parts = {"alembic", "bdb", "openai.types.chat", "pydantic.v1", "redis.client", "rich", "segno.encoder"}
early = parts & sys.modules.keys() | {name for name in sys.modules if name.startswith("yaml.")}
assert not early, early
import openai
from openai.types.chat import ChatCompletion
from openai.types import Moderation
assert openai.AsyncOpenAI is app.adapters.openai_client.AsyncOpenAI
assert openai.types.chat.ChatCompletion is ChatCompletion and Moderation.__module__ == "openai.types.moderation"
assert openai.AsyncOpenAI(api_key="none").chat.completions.create
import redis
assert redis.asyncio.Redis and redis.Redis and redis.exceptions.RedisError is redis.RedisError
"""

INTERRUPTED = """
import app.entry
def interrupted(name):
    raise KeyboardInterrupt
app.entry.import_module = interrupted
app.entry.main()
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package that is deferred, with a module in it."""
    folder = tmp_path / PACKAGE
    folder.mkdir()
    (folder / "__init__.py").write_text(WHOLE)
    (folder / "part.py").write_text("number = 7\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(deferred, "LATE", frozenset({PACKAGE}))
    monkeypatch.setattr(deferred, "NEVER", frozenset({f"{PACKAGE}_not"}))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    deferred.defer()
    yield PACKAGE
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


def test_a_deferred_package_loads_when_a_name_is_asked_for(package: str) -> None:
    """Importing it, and a module of it, leaves it unloaded; asking for a name gives what is in it."""
    module = import_module(package)
    assert import_module(f"{package}.part").number == 7
    assert "loaded" not in vars(module)
    assert (module.number, module.loaded) == (7, True)


def test_a_module_is_found_without_its_package(package: str) -> None:
    """`from package import module` loads the module alone."""
    module = import_module(package)
    assert module.part.number == 7
    assert "loaded" not in vars(module)


def test_a_name_that_is_not_there_is_not_there(package: str) -> None:
    """A deferred package says so as any other."""
    module = import_module(package)
    with pytest.raises(AttributeError):
        _ = module.missing
    assert module.loaded


def test_some_are_never_loaded(package: str) -> None:
    """It is as if they were not installed."""
    with pytest.raises(ModuleNotFoundError):
        import_module(f"{package}_not")


def test_ctrl_c_while_it_loads() -> None:
    """Ends it without a word, as a shell expects."""
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_the_service_is_built_without_such_parts_and_still_has_them(tmp_path: Path) -> None:
    """Nothing asks for them while everything is imported and built; whoever does ask is given them."""
    env = {"FRONTDESK_CONFIG_DIR": "config", "FRONTDESK_DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SERVICE], env=env, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
