"""The pages of a new publication: those that are the sample's own, and what may stand in any of them."""

import re
from pathlib import Path

import pytest

from hverdag.check.sample import sample_words
from hverdag.check.sentences import blocks
from hverdag.model.texts.body import Body
from hverdag.starter import filled, starter_words
from hverdag.workflows.publications.languages import page_pairs
from tests.conftest import PACKAGE, ROOT

STARTER = PACKAGE / "starter"
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
    "drift.md",
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


@pytest.mark.parametrize("name", SAME)
def test_a_page_of_the_sample_is_the_starters(name: str) -> None:
    assert filled((STARTER / "da/docs" / name).read_text("utf-8"), FJORDBY) == (ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(STARTER)))
def test_what_is_to_be_filled_in_is_a_known_word(path: Path) -> None:
    for found in PLACEHOLDER.findall(path.read_text("utf-8")):
        plain = f"{found[0].lower()}{found[1:]}"
        assert plain in FJORDBY or plain in starter_words(path.relative_to(STARTER).parts[0]).todo, found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(STARTER)))
def test_nothing_of_the_sample_is_in_it(path: Path) -> None:
    assert not re.search(
        "fjordby|kommune|byråd|rådhus|borger|municipal|opdigtet kommune", path.read_text("utf-8"), re.I
    )


@pytest.mark.parametrize("path", DANISH, ids=lambda path: str(path.relative_to(STARTER)))
def test_no_sentence_is_taken_for_one_that_is_left_of_the_sample(path: Path) -> None:
    others = {"organisation": "Boligforeningen Havblik", "one": "beboer", "many": "beboere", "title": "Havblik"}
    forms = {"the_one": "beboeren", "the_many": "beboerne"}
    text = filled(path.read_text("utf-8"), {**starter_words("da").todo, **others, **forms})
    body = Body(source=text.split("---\n", 2)[2])
    assert [found.text for block in blocks(body) for found in sample_words().in_block(block)] == []


PAIRS = {pair["da"]: pair["en"] for pair in page_pairs()}
"""Each page in Danish, and in English."""


def test_every_page_is_in_both_languages() -> None:
    names = {str(path.relative_to(STARTER).with_suffix("")) for path in PAGES}
    assert names == {f"da/docs/{one}" for one in PAIRS} | {f"en/docs/{one}" for one in PAIRS.values()}


TOLD = r"\{\{ (\w+)\(", r"hverdag ((?:new )?[a-z]+)(?= |`|\n)", r"(--[a-z][a-z-]+)", r"(?m)^    +(?:- )?([a-z_]+):"
"""What is the same in every language: macros, commands, options, and fields in examples."""


@pytest.mark.parametrize("danish", PAIRS)
def test_a_page_tells_of_the_same_in_both_languages(danish: str) -> None:
    texts = [
        (STARTER / folder / f"{name}.md").read_text("utf-8")
        for folder, name in (("da/docs", danish), ("en/docs", PAIRS[danish]))
    ]
    for pattern in TOLD:
        of_one, of_other = (re.findall(pattern, text) for text in texts)
        assert of_one == of_other
