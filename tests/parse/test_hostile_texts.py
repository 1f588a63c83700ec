"""Texts that other readers of Markdown are slow at, or fall over, are refused with their line or read to the last word.

Nothing is timed here: `scripts/bench` says how long the slowest takes.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.parse.markdown import Converter
from tests.hostile_texts import HOSTILE, NEWER

CONVERTER = Converter()
TEXTS = HOSTILE | NEWER
# An entity is a sign, and the first line of an alert says which it is.
WORDS = {"alerts": "NOTE" * 2_999, "entities": ""}


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_refused_with_its_line_or_read_to_the_last_word(name: str) -> None:
    text = TEXTS[name]
    body, problems = CONVERTER.convert(text, "stories/x.md", 10)
    last = 10 + text.count("\n")
    assert all(10 <= problem.source.line <= last and problem.source.column >= 1 for problem in problems)
    if not any(problem.is_error for problem in problems):
        assert letters(body.text) == WORDS.get(name, letters(text))


MARKS = "[ ] ( ) ! [^ ]: ![ ]( * ** _ __ ` `` ~~ < > <a <!-- --> <? & &amp; &# ; \\ | - + 1. # http:// www. @ . : a æ"
SPACED = [
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "\u00a0",
    "- [ ] ",
    "> [!NOTE]\n",
    "<details>",
    "</details>",
    "---\n",
    "```\n",
]


@given(some.lists(some.tuples(some.sampled_from([*MARKS.split(), *SPACED]), some.integers(1, 40)), max_size=30))
def test_no_run_of_marks_is_too_much(runs: list[tuple[str, int]]) -> None:
    text = "".join(piece * times for piece, times in runs)
    _, problems = CONVERTER.convert(text, "stories/x.md", 1)
    assert all(1 <= problem.source.line <= text.count("\n") + 1 for problem in problems)
