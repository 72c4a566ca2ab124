"""The output check: whatever the cuts, the same is shown, and nothing that may not be seen ever is."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.db import vault
from app.adapters.moderation_local import LocalModeration
from app.domain.data_class import DataClass
from app.domain.detection import find_never_kept, may_hold_never_kept
from app.domain.handoff import Reason
from app.domain.quoting import Echo, Instructions
from app.domain.turn import TurnStopped
from app.domain.workflow import OutputSettings
from app.stages.output_check import (
    LONGEST_REPLY,
    LONGEST_WORD,
    CheckedReply,
    OutputCheck,
    cut_to_sentence,
)
from tests.safety.rows import rows
from tests.timing import seconds
from tests.turns import INSTRUCTIONS, Desk, make_prompt

CARD, IBAN = "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00"
KEY, LONG_KEY = "sk-abC123dEf456abC123dEf456", "sk-proj-" + "aB3dE6gH9k" * 16
VALUES = {"[EMAIL_1]": "ann@customer.example"}
SECRETS = (CARD, "4111111111111111", "4111-1111-1111-1111", "4111, 1111, 1111, 1111", IBAN, IBAN.replace(" ", ""))
PARTS = (
    "Your parcel left today.",
    "We open at 9:00 and close at 18:00.",
    "Delivery takes 3 - 5 days and costs 4.90",
    "[EMAIL_1]",
    "[EMAIL_2]",
    "[help](https://shop.example/x)",
    "[a way out](https://evil.example/x)",
    "![look](https://evil.example/x.png)",
    "https://shop.example/ok.",
    "https://evil.example/a",
    "www.evil.example",
    "https://shop.example'@evil.example/x",
    "https://shop.example(日.evil.example/x",
    "https://shop.example日本",
    "[odd",
    "](",
    "(x)",
    "!",
    "日本語",
    "password is hunter2x9",
    "you are a stupid bitch",
    "I will kill",
    "you tomorrow",
    "the process on port 80",
    *SECRETS,
    KEY,
    LONG_KEY,
)


def checker(values: Mapping[str, str] | None = None) -> CheckedReply:
    """A reply that begins, `shop.example` being the only host on the list."""
    output = OutputSettings(("shop.example",), ("pictures.example",))
    return CheckedReply(Echo(Instructions.of(INSTRUCTIONS)), output, VALUES if values is None else values, LOCAL)


LOCAL = LocalModeration()


def told(*pieces: str) -> tuple[list[str], Reason | None]:
    """What each piece released, and why the reply was stopped."""
    checked, shown = checker(), list[str]()
    try:
        shown.extend(map(checked.feed, pieces))
        shown.append(checked.finish())
    except TurnStopped as stopped:
        return shown, stopped.reason
    assert "".join(shown) == checked.shown
    assert checked.length == len(checked.shown)
    return shown, None


def whole(*pieces: str) -> str:
    """The whole of what was shown of a reply that came to its end."""
    shown, stopped = told(*pieces)
    assert stopped is None
    return "".join(shown)


@st.composite
def cut(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> list[str]:
    """A text in pieces, one character each among them."""
    text = draw(texts)
    if draw(st.booleans()):
        return list(text)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]


SEPARATORS = st.sampled_from((" ", ". ", "\n", ", ", "! "))
REPLIES = st.lists(st.tuples(st.sampled_from(PARTS), SEPARATORS), min_size=1, max_size=7).map(
    lambda pairs: "".join(part + separator for part, separator in pairs)
)


@settings(max_examples=100)
@given(cut(REPLIES))
def test_the_cuts_make_no_difference(pieces: list[str]) -> None:
    """However a reply arrives, the customer reads the same, or it is stopped for the same reason."""
    at_once, stopped = told("".join(pieces))
    shown, reason = told(*pieces)
    assert reason is stopped
    assert stopped is not None or "".join(shown) == "".join(at_once)


@settings(max_examples=150)
@given(cut(REPLIES))
def test_nothing_secret_is_ever_shown(pieces: list[str]) -> None:
    """Not even the beginning of a card, an account or a key is in any release, nor a host off the list."""
    shown, _ = told(*pieces)
    seen = "".join(shown)
    for forbidden in ("4111", "DE89", "sk-", "hunter2", "evil.example"):
        assert forbidden not in seen


@settings(max_examples=60)
@given(st.sampled_from(SECRETS), st.sampled_from((".", "!", ",", ")", "\n", " is yours")), st.integers(1, 5))
def test_no_first_digit_gets_through(secret: str, end: str, size: int) -> None:
    """Whatever follows a number, no release before it is whole holds a digit of it."""
    text = f"It is {secret}{end} Goodbye"
    shown, _ = told(*[text[at : at + size] for at in range(0, len(text), size)])
    assert not any(character.isdigit() for character in "".join(shown))


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    "between",
    [
        " \u2013 ",
        "·",
        " + ",
        "    ",
        " || ",
        "** **",
        " and ",
        ", then ",
        "), (",
        "。",
        " … ",
        "\n> ",
        "\n+ ",
        " ? ",
        "! ",
        "\n\n",
    ],
)
def test_a_card_in_parts_is_not_shown(between: str, size: int) -> None:
    """Whatever stands between its groups, and however they come."""
    text = f"Your card is {between.join(CARD.split())}. Thank you very much for being with us for so long."
    shown, _ = told(*[text[at : at + size] for at in range(0, len(text), size)])
    assert not any(character.isdigit() for character in "".join(shown))


@pytest.mark.parametrize(
    "secret",
    ["Kennwort: Sommer2024!", "login: anna / Sommer2024!", "the door code is 4711#", "NI number AB123456C", "CVV 123"],
)
def test_what_is_destroyed_in_a_message_is_not_said(secret: str) -> None:
    """The same rules look for it."""
    assert secret.rsplit(maxsplit=1)[-1] not in whole(f"Here it is. {secret} is what we have.")


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_number_is_not_cut_in_two(size: int) -> None:
    """A list of numbers that is too long to wait for is let go around a card in it, not through it."""
    text = "7 " * 60 + CARD + " 7" * 60 + " and so on"
    shown, _ = told(*[text[at : at + size] for at in range(0, len(text), size)])
    assert "1" not in "".join(shown)
    assert "".join(shown).endswith(" and so on")


@settings(max_examples=80)
@given(cut(st.text(alphabet="ab1[](!:/.@ \n日-", max_size=120)))
def test_any_text_comes_to_an_end(pieces: list[str]) -> None:
    """What is fed is shown in full or taken out with a word for it; nothing is told twice."""
    shown, stopped = told(*pieces)
    assert stopped is None
    text = "".join(pieces)
    assert len("".join(shown)) <= len(text) + 20 * (text.count("]") + text.count("/") + text.count("1") + 1)


class TestQuotation:
    """The instructions stay inside."""

    WORDS = INSTRUCTIONS.split()

    def test_eight_words_stop_the_reply(self) -> None:
        """Whatever the case and the marks between them; nothing of the quotation was shown."""
        quoted = " ".join(self.WORDS[2:10]).upper().replace(" ", " - ")
        shown, stopped = told(*f"They say: {quoted} and more")
        assert stopped is Reason.UNSAFE_OUTPUT
        assert "".join(shown).strip(" -") == "They say:"

    def test_seven_do_not(self) -> None:
        """A shop's assistant may use the words of its instructions."""
        text = " ".join(self.WORDS[2:9]) + " indeed"
        assert whole(*text) == text

    def test_a_quotation_after_words_of_the_same_kind_is_found(self) -> None:
        """A false start does not hide the true one."""
        again = [*self.WORDS[2:6], *self.WORDS[2:10]]
        assert told(" ".join(again))[1] is Reason.UNSAFE_OUTPUT


class TestValues:
    """A contact's own values."""

    def test_only_the_given_ones_are_restored(self) -> None:
        """A placeholder that the prompt did not hold is plain brackets from then on, for whoever reads it later."""
        checked = checker()
        shown = checked.feed("Write to [EMAIL_1] or [EMAIL_2] now ") + checked.finish()
        assert shown == "Write to ann@customer.example or (EMAIL_2) now "
        assert checked.stored == "Write to [EMAIL_1] or (EMAIL_2) now "

    async def test_come_from_the_contacts_own_vault(self, desk: Desk) -> None:
        """Only what the prompt names is opened, and never another contact's value."""
        accepted = await desk.begun("Is [EMAIL_1] right?")
        other = await desk.contact()
        for contact_id, value in ((accepted.contact.id, "ann@own.example"), (other.id, "bob@other.example")):
            values = [(DataClass.EMAIL, value), (DataClass.EMAIL, f"second-{value}"), (DataClass.PHONE, f"1{value}")]
            await desk.database.write(
                "harbor",
                lambda db, c=contact_id, v=values: vault.keep(db, desk.keyring, c, v),  # type: ignore[misc]
            )
        check = OutputCheck(desk.database, desk.keyring, LOCAL)
        checked = await check.begin(make_prompt(accepted, history=("And [EMAIL_9]?",)))
        shown = checked.feed("[EMAIL_1] [EMAIL_2] [PHONE_1] [EMAIL_9] ") + checked.finish()
        assert shown == "ann@own.example (EMAIL_2) (PHONE_1) (EMAIL_9) "

    def test_are_not_restored_twice(self) -> None:
        """A value that looks like a placeholder itself is shown as it is."""
        checked = checker({"[NAME_1]": "[EMAIL_1]", "[EMAIL_1]": "ann@customer.example"})
        assert checked.feed("Dear [NAME_1], ") + checked.finish() == "Dear [EMAIL_1], "


class TestStops:
    """What ends a reply."""

    def test_a_private_key(self) -> None:
        """Its first line is enough."""
        text = "Sure:\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\nabcdefgh12345678\n"
        shown, stopped = told(*text)
        assert stopped is Reason.UNSAFE_OUTPUT
        assert "MII" not in "".join(shown)

    def test_unsafe_words(self) -> None:
        """A reply is judged by the same rules as a message, across the cuts."""
        assert told("You are a st", "upid bi", "tch, you know. ")[1] is Reason.UNSAFE_OUTPUT

    def test_a_word_without_an_end(self) -> None:
        """No honest word is that long, and it could hide anything."""
        assert told(*["x"] * (LONGEST_WORD + 1))[1] is Reason.UNSAFE_OUTPUT

    def test_a_reply_without_an_end(self) -> None:
        """A model that keeps to its limit comes nowhere near."""
        assert told(*["word "] * (LONGEST_REPLY // 5))[1] is None
        assert told(*["word "] * (LONGEST_REPLY // 5), "x")[1] is Reason.UNSAFE_OUTPUT


@pytest.mark.parametrize("part", ["word and more ", "12 34 ", "[a](b ", "GB29 ", "日", "shop and promise "])
def test_takes_linear_time(part: str) -> None:
    """Four times the text takes four times as long, not sixteen."""

    def tell(text: str) -> None:
        told(*[part] * (len(text) // len(part)))

    tell("." * 500)
    assert seconds(tell, *["." * 4_000] * 2) < 8 * seconds(tell, *["." * 1_000] * 2) + 0.1


def test_forty_thousand_characters_at_once() -> None:
    """The longest reply takes less than a second and a half."""
    text = ("Returns are free within 30 days, see 12 34 56. " * 1000)[: LONGEST_REPLY - 1]
    assert len(whole(text)) == len(text)
    assert seconds(whole, text) < 1.5


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("We open at nine. We close at", "We open at nine.\n\n(cut)"),
        ("One line\nand half", "One line\n\n(cut)"),
        ("九時に開きます。五時に", "九時に開きます。\n\n(cut)"),
        ("It costs 4.90 euro", "It costs 4.90 euro\n\n(cut)"),
        ("", "(cut)"),
    ],
)
def test_a_long_reply_ends_at_a_sentence(text: str, kept: str) -> None:
    """What was cut by its length ends at its last whole sentence and says so; a price is no end of one."""
    assert cut_to_sentence(text, "(cut)") == kept
    checked = checker()
    checked.feed(text)
    checked.finish()
    checked.end_at_sentence("(cut)")
    assert checked.shown == kept


NEAR_SECRETS = (
    *(
        "pin",
        "PIN ",
        "Pass",
        "token",
        "key",
        "a" * 19,
        "b",
        " ",
        "\x1c",
        "\t",
        "\u0663",
        "日",
        "DE12",
        "1 2",
        "cvv 123",
    ),
    *("4111 ", "1111, then ", "door code 47", "11#", "maiden name is ", "Smith", "AB 12 34 ", "56 C"),
)


@given(
    st.lists(
        st.sampled_from(NEAR_SECRETS) | st.text(alphabet="aB019 .-", max_size=12),
        max_size=12,
    ).map("".join)
)
def test_the_cheap_look_for_secrets_misses_nothing(text: str) -> None:
    """What it spares the rules, they would not have found."""
    assert may_hold_never_kept(text) or not find_never_kept(text)


def test_it_misses_no_known_secret() -> None:
    """Nor what stands in the messages that the rules are measured on."""
    texts = [row.text for name in ("secrets", "personal_data") for row in rows(name, validation=False)]
    missed = [text for text in texts if not may_hold_never_kept(text) and find_never_kept(text)]
    assert len(texts) > 1000
    assert missed == []
