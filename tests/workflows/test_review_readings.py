"""A review reads what both sides have in common once, and lays out only what it tells of."""

from collections import Counter
from pathlib import Path

import pytest

from hverdag.parse.markdown import Converter
from hverdag.parse.pages.reader import PageReader
from hverdag.workflows.review import compare
from tests.conftest import Publication
from tests.course import Course


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many times each text is read, by its path, and how many times a handbook is laid out, as `plan`."""
    count = Counter[str]()
    convert, problems, plan = Converter.convert, PageReader._problems, compare.plan_site

    def converted(self: Converter, markdown: str, path: str, *more: object) -> object:
        count[path] += 1
        return convert(self, markdown, path, *more)  # type: ignore[arg-type]

    def looked_through(self: PageReader, text: str, path: str) -> object:
        count[path] += 1
        return problems(self, text, path)

    def planned(*given: object) -> object:
        count["plan"] += 1
        return plan(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Converter, "convert", converted)
    monkeypatch.setattr(PageReader, "_problems", looked_through)
    monkeypatch.setattr(compare, "plan_site", planned)
    monkeypatch.setattr("hverdag.parse.pages.reader._KEPT", {})
    return count


def test_only_what_has_changed_is_read_on_both_sides(course: Course, readings: Counter[str]) -> None:
    course.write("stories/vinduet.md", course.read("stories/vinduet.md") + "\nEn linje mere.\n")
    course.write("docs/index.md", course.read("docs/index.md") + "\nEn linje mere.\n")
    course.commit("x")
    assert "En linje mere." in course.review(base="HEAD~1")
    assert {path for path, times in readings.items() if times > 1} == {"stories/vinduet.md", "docs/index.md"}
    assert readings["plan"] == 1
    assert len(readings) > 5


def test_nothing_is_laid_out_where_no_story_has_changed(course: Course, readings: Counter[str]) -> None:
    course.write("docs/index.md", course.read("docs/index.md") + "\nEn linje mere.\n")
    course.commit("x")
    assert "En linje mere." in course.review(base="HEAD~1")
    assert readings["plan"] == 0


def test_a_removed_story_is_told_with_the_pages_that_it_had(course: Course) -> None:
    (course.root / "stories/vinduet.md").unlink()
    course.commit("x")
    assert "fortaellinger/vinduet/" in course.review(base="HEAD~1")
