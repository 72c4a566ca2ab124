"""The models of moderation stay those that `make models` makes of the texts and rules beside them."""

from tests.safety.trained_from import trained_from, written_down


def test_the_models_of_moderation_are_made_of_what_is_here() -> None:
    """Whoever changes what training reads, by a text, a rule or a file, trains anew, or is told here."""
    kept, now = written_down(), trained_from()
    changed = [name for name in now if now[name] != kept.get(name)]
    assert not changed, f"changed since moderation was trained: {', '.join(changed)}; run `make models`"
