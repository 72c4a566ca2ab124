from app.domain.handoff import HandoffState, Reason
from app.domain.kill_switch import SwitchMode
from app.domain.message import Author
from app.web.console import words


def test_everything_has_its_words() -> None:
    """No code reaches a page for want of a sentence."""
    assert set(words.REASONS) == set(Reason)
    assert set(words.HANDOFF_STATES) == set(HandoffState)
    assert set(words.MODES) == set(SwitchMode)
    assert set(words.AUTHORS) == set(Author)


def test_a_reason_is_a_sentence_of_its_own() -> None:
    """Each reads differently, and none is the code again."""
    assert len(set(words.REASONS.values())) == len(Reason)
    assert not [reason for reason, said in words.REASONS.items() if "_" in said or said == reason]
