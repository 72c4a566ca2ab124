"""Articles: how Markdown becomes the sections that answers are made from."""

from pathlib import Path

from app.adapters.articles import article_files, sections_of

ARTICLE = """---
url: https://shop.example/help/returns
---
# Returns

Within 30 days.

## How do I return?

```
# no heading
## none either
```
### Small
Print the label.

## Empty
"""


def test_sections_have_title_heading_text_and_address() -> None:
    """The first heading is the title; what stands before the first section is one too; empty ones are left out."""
    opening, how = sections_of("returns.md", ARTICLE)
    assert (opening.title, opening.section, opening.text) == ("Returns", "Returns", "Within 30 days.")
    assert (how.title, how.section) == ("Returns", "How do I return?")
    assert "## none either" in how.text
    assert how.text.endswith("Print the label.")
    assert {opening.url, how.url} == {"https://shop.example/help/returns"}
    assert opening.id != how.id


def test_an_article_without_headings_is_named_after_its_file() -> None:
    """Plain notes are found as well; an address that is none of the web is not taken."""
    (only,) = sections_of("opening-hours.md", "---\nurl: javascript:alert(1)\n---\nWe open at nine.")
    assert (only.title, only.text, only.url) == ("opening-hours", "We open at nine.", None)


def test_inner_folders_hold_articles_too(tmp_path: Path) -> None:
    """Whatever ends in .md counts, in the order of names."""
    (tmp_path / "b").mkdir()
    for name in ("b/two.md", "a.md", "notes.txt"):
        (tmp_path / name).write_text("text")
    assert [path.name for path in article_files(tmp_path)] == ["a.md", "two.md"]
