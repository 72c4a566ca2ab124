import math
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from loadtests.bench.growth_rows import grow
from loadtests.bench.processes import RAISED, ROOT, raised
from loadtests.bench.rows import Figure
from loadtests.bench.run import main

CONVERSATION = "01900000-0000-7000-8000-aaaaaaaaaaaa"
TURN = "01900000-0000-7000-8000-bbbbbbbbbbbb"
FILES = [ROOT / "config" / "frontdesk.toml", *(ROOT / "config" / "tenants").glob("*.toml")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_benchmark_meets_no_limit(file: Path) -> None:
    """Every limit of the shipped configuration is out of the way, and nothing else is changed."""
    before, after = tomllib.loads(file.read_text()), tomllib.loads(raised(file.read_text()))
    holders = [("defaults", after.get("defaults")), *after.get("workflow", {}).items()]
    limits = [holder.pop("limits") for _, holder in holders if holder]
    assert limits == [{name: tomllib.loads(f"it = {value}")["it"] for name, value in RAISED.items()}]
    for holder in filter(None, [before.get("defaults"), *before.get("workflow", {}).values()]):
        del holder["limits"]
    assert after == before


def test_the_benchmark_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` names what may be chosen."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "--rows" in told
    assert "--rounds" in told
    assert "--seconds" in told


def test_a_figure_is_held_to_its_goal() -> None:
    """What is at least or at most its goal is met; what could not be measured never is."""
    assert Figure("speed", 7.0, 7, " x", at_least=True).met
    assert not Figure("speed", 6.9, 7, " x", at_least=True).met
    assert Figure("memory", 1.3, 1.3, " x").met
    assert "MISSED" in Figure("memory", math.nan, 1.3, " x").line()


def test_copies_of_a_conversation_fit_together(tmp_path: Path) -> None:
    """Each copy has ids of its own, and what belongs to it names them."""
    with closing(sqlite3.connect(tmp_path / "frontdesk.db")) as db:
        db.execute("CREATE TABLE conversation (id TEXT PRIMARY KEY, last_seq INTEGER)")
        db.execute("CREATE TABLE turn (id TEXT PRIMARY KEY, conversation_id TEXT)")
        for table in ("message", "event"):
            db.execute(f"CREATE TABLE {table} (conversation_id TEXT, turn_id TEXT, text TEXT)")
        db.execute("INSERT INTO conversation VALUES (?, 3)", (CONVERSATION,))
        db.execute("INSERT INTO turn VALUES (?, ?)", (TURN, CONVERSATION))
        db.execute("INSERT INTO message VALUES (?, ?, 'hi')", (CONVERSATION, TURN))
        db.commit()
        grow(tmp_path, CONVERSATION, 5)
        assert db.execute("SELECT count(*) FROM conversation").fetchone() == (6,)
        together = (
            "SELECT count(*) FROM message m JOIN turn t ON t.id = m.turn_id AND t.conversation_id = m.conversation_id"
        )
        assert db.execute(together).fetchone() == (6,)
