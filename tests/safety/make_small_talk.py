"""`python -m tests.safety.make_small_talk DIRECTORY`: makes tests/data/safety/small_talk.txt.gz.

DIRECTORY holds `chitchat_dataset`, the PyPI package chitchat-dataset 0.9.0: what students wrote to each other.
"""

import gzip
import json
import re
import sys
from pathlib import Path
from zlib import crc32

from app.domain.moderation.judge import by_wording, without_everyday, wordings_for
from app.domain.moderation.text import plain, sentences, words
from tests.safety.rows import DATA

TARGET = DATA / "small_talk.txt.gz"
KEPT = 60_000
FEWEST, MOST = 3, 40
"""Words of a message that is kept: fewer say nothing, more are seldom."""
_TELLING = re.compile(r"@|://|\d{5}")
"""What may be an address or a number of somebody's."""


def main() -> None:
    """Write messages, one a line, in an order that means nothing; without those that wordings take for harm."""
    read = json.loads((Path(sys.argv[1]) / "chitchat_dataset" / "dataset.json").read_bytes())
    told = {" ".join(one["text"].split()) for talk in read.values() for turn in talk["messages"] for one in turn}
    fit = (text for text in told if text.isascii() and FEWEST <= len(text.split()) <= MOST)
    calm = (text for text in fit if not _TELLING.search(text) and not _decided(text))
    chosen = sorted(calm, key=lambda text: (crc32(text.encode()), text))[:KEPT]
    TARGET.write_bytes(gzip.compress("\n".join(chosen).encode(), mtime=0))


def _decided(text: str) -> bool:
    """Tell whether a wording decides that a message is harmful."""
    for sentence in sentences(plain(text)):
        worth_trying = wordings_for(words(sentence))
        if by_wording(*without_everyday(sentence, worth_trying), worth_trying):
            return True
    return False


if __name__ == "__main__":
    main()
