"""A review says first where a change touches what engineers answer for."""

import json
from pathlib import Path

import pytest

from hverdag.pipeline.page_macros import may_ask
from tests.conftest import ROOT, Publication
from tests.course import Course
from tests.forge import owners

FIRST = "En tekniker skal se dette"
TEMPLATE = "---\nrender_macros: true\n---\n\n# Priser\n\n{{ value_tiles() }}\n"


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


def told_of(course: Course, **files: str) -> list[str]:
    """Return the lines that tell an engineer what has changed, after files are written and committed."""
    for path, text in files.items():
        course.write(path, text)
    course.commit("x")
    report = course.review(base="HEAD~1")
    if FIRST not in report:
        return []
    parts = report.split("\n\n")
    assert FIRST in parts[3], "it comes before anything but the verdict"
    assert "Klar" not in parts[2]
    return parts[4].split("\n")


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("mkdocs.yml", "", "- håndbogens opsætning (mkdocs.yml)"),
        ("docs/priser.md", TEMPLATE, "- siden docs/priser.md, der kan hente andet ind, end der står i den"),
        ("docs/overrides/main.html", "x", "- håndbogens udseende: docs/overrides/main.html"),
        ("theme/story.html", "x", "- håndbogens udseende: theme/story.html"),
        ("docs/extra.js", "x", "- programmet eller det, der hører til: docs/extra.js"),
        ("main.py", "x", "- programmet eller det, der hører til: main.py"),
        ("plugins/hverdag/evil.py", "x", "- programmet eller det, der hører til: plugins/hverdag/evil.py"),
        (".github/workflows/x.yml", "x", "- programmet eller det, der hører til: .github/workflows/x.yml"),
        ("requirements/build.txt", "x", "- programmet eller det, der hører til: requirements/build.txt"),
        ("requirements.txt", "x", "- programmet eller det, der hører til: requirements.txt"),
        ("wheels/hverdag.whl", "x", "- programmet eller det, der hører til: wheels/hverdag.whl"),
        (".github/CODEOWNERS", "x", "- programmet eller det, der hører til: .github/CODEOWNERS"),
        ("CODEOWNERS", "x", "- programmet eller det, der hører til: CODEOWNERS"),
        ("Makefile.am", "x", "- programmet eller det, der hører til: Makefile.am"),
    ],
)
def test_what_runs_is_told_first_and_in_words(course: Course, path: str, text: str, told: str) -> None:
    assert told_of(course, **{path: text or course.read(path) + "# en note\n"}) == [told]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/priser.md", "# Priser\n\nTekst\n"),
        ("README.md", "x"),
        ("LICENSE", "x"),
        ("values/addresses.yml", "F01: []\n"),
    ],
)
def test_what_only_tells_something_is_not(course: Course, path: str, text: str) -> None:
    assert told_of(course, **{path: text}) == []


def test_a_page_that_was_a_template_or_becomes_one_is_told(course: Course) -> None:
    plain = "# Priser\n\nTekst\n"
    assert told_of(course, **{"docs/priser.md": plain}) == []
    assert len(told_of(course, **{"docs/priser.md": TEMPLATE})) == 1
    assert len(told_of(course, **{"docs/priser.md": plain})) == 1


def test_a_page_that_may_hold_code_is_told(course: Course) -> None:
    listed = "  - hverdag: {frame: own, pages_allowed: [{page: kort.md, by: IT}]}\n"
    course.write("mkdocs.yml", course.read("mkdocs.yml").replace("  - hverdag: {frame: own}\n", listed))
    assert len(told_of(course, **{"docs/kort.md": "# Kort\n"})) == 2
    assert told_of(course, **{"docs/kort.md": "# Kort\n\n<script>1</script>\n"}) == [
        "- siden docs/kort.md, der kan hente andet ind, end der står i den"
    ]


def test_programs_are_told_it_too(course: Course) -> None:
    course.write("main.py", "x")
    course.commit("x")
    data = json.loads(course.review("--format", "json", base="HEAD~1"))
    assert data["code_changes"] == [{"kind": "program", "path": "main.py"}]
    assert data["verdict"] == "Der mangler ikke noget, men læg mærke til det, der står nedenfor."


def test_a_proposal_is_told_what_its_build_would_refuse(course: Course) -> None:
    course.write("docs/priser.md", TEMPLATE.replace("value_tiles()", "config"))
    course.commit("x")
    assert "I et forslag kan en side kun hente det" not in course.review(base="HEAD~1")
    told = course.review("--proposal", base="HEAD~1")
    assert "docs/priser.md, linje 7: I et forslag kan en side kun hente det" in told
    assert "Ikke klar" in told


def test_engineers_own_every_page_that_is_a_template() -> None:
    pages = [path for path in (ROOT / "docs").rglob("*.md") if may_ask(path.read_text("utf-8"))]
    assert len(pages) >= 5
    paths = [path.relative_to(ROOT).as_posix() for path in pages]
    assert [path for path in paths if owners(ROOT, path) != ["@fjordby/engineers"]] == []
