"""Texts are read as CommonMark says: every example of the specification, each as a story.

What is read otherwise than it says stands with its reason on the editors' page "Sådan skriver du teksten".
"""

import re
from functools import cache

import pytest

from hverdag.parse.markdown import Converter
from tests.conftest import ROOT
from tests.normal_form import form_of, form_of_html

from .commonmark import COUNT, examples

PAGE = "docs/redaktion/tekst.md"
PATH = "stories/x.md"


def exceptions() -> list[int]:
    """The numbers of the examples that the editors' page lists."""
    rows = re.findall(r"^\|([ \d,]+)\|", (ROOT / PAGE).read_text("utf-8"), re.M)
    return [int(number) for row in rows for number in row.split(",")]


@cache
def read(number: int) -> str | None:
    """How an example is read, or None where it is refused."""
    body, problems = Converter().convert(examples()[number - 1].text, PATH, 1)
    return None if any(problem.is_error for problem in problems) else form_of(body)


@pytest.mark.parametrize("number", range(1, COUNT + 1))
def test_an_example_is_refused_or_read_as_the_specification_says(number: int) -> None:
    said = form_of_html(examples()[number - 1].html, "stories")
    if number in exceptions():
        assert read(number) != said, "no longer an exception"
    else:
        assert read(number) in (None, said)


def test_most_examples_are_read() -> None:
    assert sum(read(number) is not None for number in range(1, COUNT + 1)) >= 480


def test_what_is_read_otherwise_stands_once_with_a_reason() -> None:
    numbers = exceptions()
    assert numbers
    assert numbers == sorted(set(numbers))
    assert "](redaktion/tekst.md)" in (ROOT / "docs/redaktion.md").read_text("utf-8")
