"""`python -m tests.safety.train_moderation`: makes both files of moderation in app/domain/weights."""

import struct
from pathlib import Path

import app.domain
from tests.safety.any_machine import add_up_as_anywhere
from tests.safety.moderation_bars import moved, thresholds
from tests.safety.moderation_examples import from_templates, harmless, in_two, to_learn
from tests.safety.moderation_models import Models
from tests.safety.moderation_texts import TRAINING, TUNING
from tests.safety.trained_from import write_down

WEIGHTS_OF = Path(app.domain.__file__).parent / "weights"
TARGET, PHRASES = WEIGHTS_OF / "moderation.bin", WEIGHTS_OF / "moderation_phrases.bin"
MADE = 7000
"""Messages of each kind."""
TUNED_ON = 1200


def main() -> None:
    """Train all heads and write the files: thresholds from templates that no weight was fitted to, then all weights."""
    given = sorted(set(harmless()))
    learnt_from, tuned_on = in_two(given)
    tuned_on += sorted(set(from_templates(TUNED_ON, TUNING)))
    fitted_on = to_learn(learnt_from) + to_learn(from_templates(MADE, TRAINING - TUNING))
    both_know = [example for example in fitted_on if not example[1]]
    first, last = Models(fitted_on), Models(to_learn(given) + to_learn(from_templates(MADE, TRAINING)))
    bars = moved(thresholds(first.values(tuned_on), tuned_on), first.values(both_know), last.values(both_know))
    numbers = (struct.pack("<6f", *known, *its) for known, its in zip(last.linear.scales, bars, strict=True))
    TARGET.write_bytes(b"".join(numbers) + last.linear.weights.tobytes())
    PHRASES.write_bytes(last.network.packed())
    write_down()


if __name__ == "__main__":
    add_up_as_anywhere()
    main()
