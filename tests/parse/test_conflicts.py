"""Two versions that clashed are told once, at their place, and nothing else is told for their sake."""

import pytest

from hverdag.parse.conflicts import conflicts, settled
from tests.conftest import Publication

STORY = "stories/vinduet.md"
CLASH = "<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> rettelse\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x", [(1, 3, 5)]),
        ("a\n<<<<<<< HEAD\n||||||| base\nb\n=======\n>>>>>>> x (rettelse)", [(2, 3, 5, 6)]),
        ("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b", [(1, 3, 5), (7, 9, 11)]),
        ("<<<<<<< HEAD\na", [(1,)]),
        ("a\n=======\nb\n>>>>>>> x", [(2, 4)]),
        ("a\n>>>>>>> x", [(2,)]),
        ("<<<<<<< HEAD\nOverskrift\n=======\nTekst\n=======\nb\n>>>>>>> x", [(1, 5, 7)]),
        ("Overskrift\n=======\n\nTekst", []),
        ("<<<<<< seks", []),
        ("    <<<<<<< HEAD", []),
        ("Pilen <<<<<<< er lang", []),
    ],
)
def test_a_conflict_is_known_by_its_signs(text: str, lines: list[tuple[int, ...]]) -> None:
    assert [conflict.markers for conflict in conflicts(text)] == lines


def test_the_first_version_is_read_and_every_line_keeps_its_number() -> None:
    text, problems = settled("a\n" + CLASH.format(ours="b", theirs="c") + "d", "x")
    assert text == "a\n\nb\n\n\n\nd"
    assert [(problem.rule, problem.source.line) for problem in problems] == [("conflict-marker", 2)]


def put(good: Publication, path: str, text: str) -> None:
    """Set a clash of a text with itself in its place."""
    good.change(path, text, CLASH.format(ours=text, theirs=text.replace("e", "o")).rstrip())


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (STORY, "title: Vinduet"),
        (STORY, "Vinduet stod åbent. Jeg lukkede det."),
        (STORY, "code: F02\n---\n"),
        (STORY, "---\ntitle: Vinduet"),
        ("values/mod.md", "name: Mod"),
        ("values/handbook.yml", "title: Minihåndbogen"),
        ("values/handbook.yml", "  - id: opgave"),
        ("docs/metoder/vejen.md", "code: M02"),
        ("mkdocs.yml", "site_name: Mini"),
    ],
)
def test_nothing_else_is_told_for_its_sake(good: Publication, path: str, text: str) -> None:
    put(good, path, text)
    assert [(problem.rule, problem.source.path) for problem in good.problems() if problem.is_error] == [
        ("conflict-marker", path)
    ]


@pytest.mark.parametrize("page", ["---\ntitle: Hjælp\n---\n\n# Hjælp\n", "# Hjælp\n"])
def test_a_page_is_looked_through_too(good: Publication, page: str) -> None:
    good.write("docs/hjaelp.md", CLASH.format(ours=page, theirs=page))
    assert [problem.rule for problem in good.problems() if problem.is_error] == ["conflict-marker"]


def test_a_field_that_only_the_other_version_has_is_not_missing(good: Publication) -> None:
    good.change(STORY, "summary: Et vindue, der stod åbent.", CLASH.format(ours="", theirs="summary: Kort").rstrip())
    assert [problem.rule for problem in good.problems() if problem.is_error] == ["conflict-marker"]


def test_what_is_wrong_elsewhere_in_the_file_is_told_as_ever(good: Publication) -> None:
    put(good, STORY, "title: Vinduet")
    good.change(STORY, "kind: opgave", "kind: opgaver")
    assert [problem.rule for problem in good.problems() if problem.is_error] == ["conflict-marker", "story-kind"]
