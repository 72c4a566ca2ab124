from app.web.console.placeholders import Part, parts_of


def test_cut_at_its_placeholders() -> None:
    """Nothing of the text is lost; what was revealed stands where its placeholder does, each time."""
    parts = parts_of("Write to [EMAIL_1] or [PHONE_2], [EMAIL_1]!", {"[EMAIL_1]": "a@b.example"})
    assert parts == [
        Part("Write to "),
        Part("EMAIL_1", "[EMAIL_1]", "a@b.example"),
        Part(" or "),
        Part("PHONE_2", "[PHONE_2]", None),
        Part(", "),
        Part("EMAIL_1", "[EMAIL_1]", "a@b.example"),
        Part("!"),
    ]


def test_brackets_that_are_none() -> None:
    """Only what the vault makes is a placeholder."""
    for text in ("", "[email_1]", "[EMAIL_]", "(EMAIL_1)", "a [link](https://shop.example)"):
        assert parts_of(text, {}) == [Part(text)]
