"""The second sample: it is sound, and everything is made of it."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.model.texts.story import Origin
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.result import Built
from tests.conftest import TODAY
from tests.english.texts import texts_in
from tests.harbour import own_files, settings_with
from tests.pdf import is_accessible, pages, read

GUIDE = "print/short-talk/bed-nine-short-talk"


def test_check_finds_nothing_wrong(harbour: Path) -> None:
    told = CliRunner().invoke(cli, ["check", "-C", str(harbour), "--today", str(TODAY)])
    assert told.exit_code == 0
    assert told.output.startswith("Nothing to correct.\n"), told.output


def test_it_has_eight_values_and_nine_stories_of_its_own(harbour: Path) -> None:
    handbook = read_and_check(harbour, TODAY).handbook
    assert (len(handbook.values), len(handbook.stories)) == (8, 9)
    assert {value.id for value in handbook.values} == {id for story in handbook.stories for id in story.values}
    assert {story.kind for story in handbook.stories} == {kind.id for kind in handbook.settings.kinds}
    assert sum(story.dilemma is not None for story in handbook.stories) >= 2
    assert all(150 <= len(story.body.source.split()) <= 600 for story in handbook.stories)


def test_one_story_has_been_the_whole_way(harbour: Path) -> None:
    (story,) = (one for one in read_and_check(harbour, TODAY).handbook.stories if one.origin is Origin.COLLECTED)
    assert [bool(one.nod) for one in story.contributors] == [True] * 3
    assert story.decision and story.response and story.consent and story.mentioned
    assert story.response.goal == "said-aloud"


def test_nothing_that_a_new_handbook_begins_with_is_kept_twice() -> None:
    assert {path.parts[0] for path in own_files()} == {"stories", "values"}


@pytest.mark.parametrize(
    ("usual", "own", "expected"),
    [
        ("a: 1\nb: 2\n", "b: 3\n", "a: 1\nb: 3\n"),
        ("a:\n  - 1\n\n  - 2\n# Of b.\nb: 2\n", "a: []\n", "a: []\n# Of b.\nb: 2\n"),
        ("a: 1\n", "c:\n  d: 1\n", "a: 1\n\nc:\n  d: 1\n"),
        ("a: 1\n", "", "a: 1\n"),
    ],
)
def test_own_settings_take_the_place_of_the_usual_ones(usual: str, own: str, expected: str) -> None:
    assert settings_with(usual, own) == expected


def test_the_site_has_a_page_for_each_of_them(built_harbour: Built) -> None:
    site = built_harbour.path
    assert len(list(site.glob("stories/*/index.html"))) == 9
    assert len(list(site.glob("values/*/index.html"))) == 8
    assert "21 November 2026" in (site / "data-protection/index.html").read_text("utf-8")


def test_a_guide_is_a_pdf_and_a_word_file(built_harbour: Built) -> None:
    paper = read(built_harbour.path / f"{GUIDE}.pdf")
    assert is_accessible(paper, "en-GB")
    assert "Maureen started it" in " ".join("".join(pages(paper)).split())
    text = "\n".join(
        paragraph.text for paragraph in docx.Document(str(built_harbour.path / f"{GUIDE}.docx")).paragraphs
    )
    assert "Maureen started it" in text


def test_what_is_searched_for_danish_words_holds_what_is_on_paper(built_harbour: Built) -> None:
    name = f"{GUIDE}.pdf"
    said = " ".join(" ".join(texts_in(name, (built_harbour.path / name).read_bytes())).split())
    assert "Maureen started it" in said
    assert not set(said) & set("\u00ad\ufffe")


@pytest.mark.parametrize("whom", ["colleagues", "outside"])
def test_an_offline_edition_opens_and_says_what_to_do(whom: str, offline_harbour: Mapping[str, Path]) -> None:
    with zipfile.ZipFile(io.BytesIO(offline_harbour[whom].read_bytes())) as held:
        assert held.namelist()[:2] == ["READ-ME.txt", "index.html"]
        assert "Unpack the handbook first" in held.read("READ-ME.txt").decode("utf-8-sig")
        edition = json.loads(held.read("edition.json"))
        stories = {name.split("/")[1] for name in held.namelist() if name.startswith("stories/")}
    assert any("the-rota" in one for one in stories)
    assert edition
