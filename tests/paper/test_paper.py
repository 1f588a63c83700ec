"""Paper: the letters, tags and words that it can hold, and templates and caches that fail."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from hverdag.model.artifact import Paper
from hverdag.model.texts.body import Body, Element
from hverdag.paper.letters import SHOWN, missing_letters
from hverdag.parse import clean_html, markdown
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests.bare_paper import TEXT, bare
from tests.conftest import GOLDEN, Publication
from tests.guide_papers import DOEREN, VINDUET, guide_papers, picture, plan_of
from tests.markdown_blocks import BLOCK, body_of


@pytest.fixture(scope="module")
def one_paper() -> Paper:
    """What is set of the first guide of the golden publication."""
    return next(guide_papers(plan_of(GOLDEN / "good")))


def set_markdown(text: str, tmp_path: Path) -> str:
    body, problems = markdown.Converter().convert(text, "stories/x.md", 1)
    assert problems == []
    found, refused = bare(TEXT.tree(body), tmp_path)
    assert refused == []
    return "\n".join(found)


def test_a_letter_that_no_font_has_is_a_problem_with_its_line(good: Publication) -> None:
    text = (good.root / VINDUET).read_text("utf-8")
    good.write(VINDUET, text + "\nHun hedder 李娜, og han 王 伟.\n")
    found = [problem for problem in good.problems() if problem.rule == "text-letter"]
    line = len(text.split("\n")) + 1
    assert [(problem.source.line, problem.source.column) for problem in found] == [(line, 12), (line, 23), (line, 25)]
    assert [problem.parameters["given"] for problem in found] == ["李娜", "王", "伟"]
    assert found[0].parameters["code"] == "U+674E"
    assert not good.build().built


def test_a_letter_written_as_an_entity_is_found_too(good: Publication) -> None:
    good.write(VINDUET, (good.root / VINDUET).read_text("utf-8") + "\nHun hedder &#26446;.\n")
    assert "text-letter" in good.rules()


def test_every_letter_that_is_said_to_be_printed_is(tmp_path: Path) -> None:
    """All 7,000 of them under PDF/UA-1, each in both type families."""
    letters = sorted(SHOWN - {" "})
    chunks = ["a".join(letters[at : at + 50]) for at in range(0, len(letters), 50)]
    _, problems = bare([{"t": "p", "c": [chunk]} for chunk in chunks], tmp_path)
    assert problems == []
    assert not any(missing_letters("æøå ÆØÅ »«–…€½ \n\t"))


@pytest.mark.parametrize(
    "content", [picture("GIF"), picture("TIFF"), b"", b"ikke et billede", picture("PNG")[:60], b"<svg/>"], ids=range(6)
)
def test_a_picture_that_paper_cannot_hold_is_a_problem_with_its_line(good: Publication, content: bytes) -> None:
    (good.root / "stories/doer.png").write_bytes(content)
    found = [problem for problem in good.problems() if problem.rule == "image-format"]
    assert {problem.source.path for problem in found} == {DOEREN}
    assert (good.root / DOEREN).read_text("utf-8").split("\n")[found[0].source.line - 1].startswith("image:")
    assert not good.build().built


def test_a_broken_template_names_the_template_and_not_the_story(one_paper: Paper) -> None:
    whole = one_paper.template
    files = tuple(
        (name, "\n\n#ukendt()\n" + text if name == "guides/guide.typ" else text) for name, text in whole.files
    )
    broken = replace(one_paper, template=replace(whole, files=files))
    made, problems = pdfs([broken], GOLDEN / "good", cache_folder())
    assert made == []
    assert [(problem.rule, problem.source.path, problem.source.line) for problem in problems] == [
        ("paper-template", "guides/guide.typ", 3)
    ]


def test_every_tag_that_a_text_can_hold_has_a_form_on_paper() -> None:
    for tag in sorted(clean_html.TAGS - {"tbody", "thead", "td", "th", "tr", "li"}):
        list(TEXT.tree(Body((Element(tag, (), ("x",)),))))


def test_what_a_text_says_is_never_code(tmp_path: Path) -> None:
    evil = 'Se #let x = 1 #panic("x") $ x^2 $ @ref `#raw` \\ _a_ *b* // c /* d */ ~ --- "'
    found = set_markdown(evil.replace("_a_ *b*", "a b").replace("`#raw`", "raw"), tmp_path)
    assert "Se #let x = 1 #panic" in found.replace("\n", " ")


def test_a_broken_file_in_the_cache_is_made_again(one_paper: Paper, tmp_path: Path) -> None:
    """In a cache of its own: what is broken in the shared one, the tests beside this meet."""
    (made,), _ = pdfs([one_paper], GOLDEN / "good", tmp_path)
    assert isinstance(made.content, Path)
    made.content.write_bytes(b"")
    (again,), problems = pdfs([one_paper], GOLDEN / "good", tmp_path)
    assert problems == []
    assert isinstance(again.content, Path)
    assert again.content.read_bytes()[:4] == b"%PDF"


def test_a_cache_that_cannot_be_written_stops_nothing(one_paper: Paper, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("en fil", encoding="utf-8")
    with pytest.raises(OSError, match="cache"):
        (tmp_path / "cache" / "x").mkdir(parents=True)
    (made,), problems = pdfs([one_paper], GOLDEN / "good", tmp_path / "cache")
    assert problems == []
    assert isinstance(made.content, bytes)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(some.lists(BLOCK, min_size=1, max_size=8))
@pytest.mark.slow
def test_no_word_of_any_markdown_is_lost_on_paper(tmp_path: Path, blocks: list[str]) -> None:
    body = body_of(blocks)
    if body is None:
        return
    assert not any(missing_letters(body.text))
    found, refused = bare(TEXT.tree(body), tmp_path)
    assert refused == []
    assert _latin(body.text) in _latin("\n".join(found))


_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzæøABCDEFGHIJKLMNOPQRSTUVWXYZÆØ")


def _latin(text: str) -> str:
    """Latin letters alone: numbers of lists come between, and other scripts are turned around when they are read."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter in _LATIN)
