"""`python -m tests.safety.elsewhere FOLDER`: what the stages make of open sets that nothing here was made from.

None of them is kept here. Put into the folder, under these names, what their authors publish on GitHub:

- `hatecheck.csv`: test_suite_cases.csv of paul-rottger/hatecheck-data (Röttger and others 2021, CC-BY-4.0);
- `hatecheck_cases_final_german.csv` and six others: MHC Final Cases of rewire-online/multilingual-hatecheck
  (Röttger and others 2022, CC-BY-4.0);
- `NotInject_one.json`, `_two`, `_three`: datasets of leolee99/PIGuard (Li and Liu 2024, MIT);
- `samples-1680.jsonl`: data of openai/moderation-api-release (Markov and others 2023, MIT), unpacked;
- `sgd/dialogues_*.json`: one split of google-research-datasets/dstc8-schema-guided-dialogue (Rastogi and others 2020,
  CC-BY-SA-4.0), of which what users say is read.

A set that isn't there is left out.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Final

from app.domain.injection import score_injection
from app.domain.moderation import judge
from app.domain.plain_text import clean

Named = Iterator[tuple[str, str]]
"""What is counted together, and a text."""
Questions = Mapping[str, Callable[[str], bool]]
USERS: Final = 4_000
"""What users say is many times that; so many are drawn, always the same."""
_OPENAI: Final = {"S": "sexual", "H": "hate", "V": "violence", "HR": "harassment", "SH": "self-harm"}


def hatecheck(folder: Path) -> Named:
    """Hateful and harmless sentences about groups of people, by what they try."""
    with (folder / "hatecheck.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield f"HateCheck, {row['label_gold']}", row["test_case"]
            if row["functionality"].startswith(("ident", "negate_neg", "counter")):
                yield f"HateCheck, {row['functionality']}", row["test_case"]


def hatecheck_abroad(folder: Path) -> Named:
    """The same in seven other languages."""
    for language in ("dutch", "french", "german", "italian", "polish", "portuguese", "spanish"):
        with (folder / f"hatecheck_cases_final_{language}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield f"HateCheck, {language}, {row['label_gold']}", row["test_case"]


def openai_moderation(folder: Path) -> Named:
    """Messages with the labels of a moderator's authors; those without any harm were chosen since they are hard."""
    with (folder / "samples-1680.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            labels = [name for label, name in _OPENAI.items() if row.get(label)]
            for name in labels or ([] if any(row.get(label) for label in ("S3", "H2", "V2")) else ["none"]):
                yield f"OpenAI's moderation set, {name}", row["prompt"]


def not_inject(folder: Path) -> Named:
    """Harmless requests that hold words which attacks are made of."""
    for count in ("one", "two", "three"):
        for row in json.loads((folder / f"NotInject_{count}.json").read_text(encoding="utf-8")):
            yield f"NotInject, {count} such words", row["prompt"]


def users_of_assistants(folder: Path) -> Named:
    """What users say to assistants that book, play and find things."""
    files = sorted((folder / "sgd").glob("dialogues_*.json"))
    if not files:
        raise FileNotFoundError
    said = {
        turn["utterance"]
        for file in files
        for dialogue in json.loads(file.read_text(encoding="utf-8"))
        for turn in dialogue["turns"]
        if turn["speaker"] == "USER"
    }
    for text in Random(1).sample(sorted(said), min(USERS, len(said))):  # noqa: S311  # seeded on purpose
        yield "users of assistants (SGD)", text


def _moderated(text: str) -> bool:
    return judge.judge_text(clean(text)).flagged


def _sent_to_a_person(text: str) -> bool:
    return judge.judge_text(clean(text)).self_harm


def _suspicious(text: str) -> bool:
    return score_injection(clean(text)).flagged


def _refused(text: str) -> bool:
    return score_injection(clean(text)).certain


MODERATION: Final[Questions] = {"flagged by moderation": _moderated, "shown the crisis text": _sent_to_a_person}
INJECTION: Final[Questions] = {"taken for injection": _suspicious, "refused for it": _refused}
SETS: Final[tuple[tuple[Callable[[Path], Named], Questions], ...]] = (
    (hatecheck, MODERATION),
    (hatecheck_abroad, MODERATION),
    (openai_moderation, MODERATION),
    (not_inject, INJECTION),
    (users_of_assistants, {**MODERATION, **INJECTION}),
)


def shares(texts: Iterable[tuple[str, str]], asked: Questions) -> Iterator[str]:
    """Count by name for how many texts each question is answered with yes."""
    counted: dict[str, list[list[bool]]] = {}
    for name, text in texts:
        counted.setdefault(name, []).append([answer(text) for answer in asked.values()])
    for name, answers in counted.items():
        found = (
            f"{sum(column)} {question}" for question, column in zip(asked, zip(*answers, strict=True), strict=True)
        )
        yield f"{name}: of {len(answers)} {', '.join(found)}"


def main(folder: Path) -> None:
    """Print what was found, set by set."""
    for texts, asked in SETS:
        try:
            for line in shares(texts(folder), asked):
                sys.stdout.write(f"{line}\n")
        except FileNotFoundError:
            sys.stderr.write(f"{texts.__name__}: not in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
