import tomllib
from pathlib import Path

import pytest

from loadtests.bench.processes import RAISED, ROOT, raised
from loadtests.bench.run import main

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
    assert "--concurrency" in capsys.readouterr().out
