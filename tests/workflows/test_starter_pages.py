"""The pages of a new publication: those that are the sample's own, and what may stand in any of them."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

STARTER = ROOT / "plugins/hverdag/starter"
FJORDBY = {
    "organisation": "Fjordby Kommune",
    "title": "Hverdag i Fjordby",
    "one": "borger",
    "many": "borgere",
    "the_one": "borgeren",
    "the_many": "borgerne",
}
SAME = (
    "bidrag.md",
    "fortael.md",
    "indsaml.md",
    "print-selv.md",
    "redaktion.md",
    "redaktion/felter.md",
    "redaktion/opfoelgning.md",
    "redaktion/regler.md",
    "redaktion/tekst.md",
    "samtale.md",
)
"""Pages that say nothing of the sample, which are the same in every new publication."""

PLACEHOLDER = re.compile(r"\[\[([^\[\]]+)\]\]")
SAMPLES = "fjordby|kommune|byråd|rådhus|borger|municipal"
DANISH, ENGLISH = (sorted((STARTER / language / "docs").rglob("*.md")) for language in ("da", "en"))
PAGES = [path for path in (*DANISH, *ENGLISH) if path.parent.name not in ("metoder", "methods")]


def filled(text: str) -> str:
    """A starter's text with the words of Fjordby."""
    for name, word in FJORDBY.items():
        text = text.replace(f"[[{name}]]", word)
        text = text.replace(f"[[{name[0].upper()}{name[1:]}]]", f"{word[0].upper()}{word[1:]}")
    return text


@pytest.mark.parametrize("name", SAME)
def test_a_page_of_the_sample_is_the_starters(name: str) -> None:
    assert filled((STARTER / "da/docs" / name).read_text("utf-8")) == (ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(STARTER)))
def test_what_is_to_be_filled_in_is_a_known_word_or_says_what_to_write(path: Path) -> None:
    for found in PLACEHOLDER.findall(path.read_text("utf-8")):
        plain = f"{found[0].lower()}{found[1:]}"
        assert plain in FJORDBY or found.startswith(("Skriv, ", "Write ")), found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(STARTER)))
def test_nothing_of_the_sample_is_in_it(path: Path) -> None:
    assert not re.search(
        "fjordby|kommune|byråd|rådhus|borger|municipal|opdigtet kommune", path.read_text("utf-8"), re.I
    )


def test_both_languages_have_the_same_pages() -> None:
    assert len([path for path in PAGES if path in DANISH]) == len([path for path in PAGES if path in ENGLISH])
