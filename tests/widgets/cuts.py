"""`make cuts`: the lines between the chat and a real service are cut at any byte, and what that costs is counted."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from loadtests.upstream_process import Upstream
from tests.service import Service

WIDGETS: Final = Path(__file__).parents[2] / "widgets"
CUTS: Final = 10_000
ANSWER: Final = (
    "You can send anything back within 30 days. 📦 Pack it well, with the note that came with it inside.\n\n"
    "1. Print the label from [your orders](https://shop.example/orders).\n"
    "2. Hand the parcel in at any shop nearby — it takes **two** to *four* days.\n\n"
    "We pay you back by the way you paid, as soon as it is here; größere Stücke holen wir ab. That is all."
)


def main() -> int:
    """Run the cuts against a service of its own; exit status 1 where a word was lost, doubled or out of order."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--cuts", type=int, default=CUTS)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    with (
        Upstream(mode="say", say=ANSWER) as upstream,
        tempfile.TemporaryDirectory() as folder,
        Service(Path(folder), upstream=upstream) as service,
    ):
        upstream.configure(tps=150)
        command = ["node", "tests/cuts.mjs", "--url", service.url, "--cuts", str(given.cuts), "--seed", str(given.seed)]
        return subprocess.run(command, cwd=WIDGETS, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
