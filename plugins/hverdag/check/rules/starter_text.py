"""A text that `hverdag new publication` has written for you to fill in.

It says what to write, in two square brackets. Where it is still there, nothing is published; in a preview and in a
draft it is a note.

Good:

    promise: We tell one another, also when it is hard.

Bad:

    promise: "[[Write the promise of Trust]]"
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...model.declared import Placed
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source, Tag
from ...model.texts.body import Body
from ...model.texts.story import Story
from ...starter import unwritten
from ..sentences import blocks, texts_in

RULE = Rule(
    "starter-text",
    Level.ERROR,
    'Here is still "{given}".',
    "Write your own in its place, without the square brackets.",
    __doc__,
    (Tag.NOTE_IN_PREVIEW,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each place that nobody has filled in."""
    unseen = {story.path for story in handbook.of(Story) if not story.is_published}
    for problem in _found(handbook):
        yield replace(problem, level=Level.HINT) if problem.source.path in unseen else problem


def in_text(text: str, path: str, line: int = 1) -> Iterator[Problem]:
    """Yield a problem for each place in the text of a file, whose first line has the number `line`."""
    for found in unwritten().finditer(text):
        before = text[: found.start()]
        source = Source(path, line + before.count("\n"), found.start() - before.rfind("\n"))
        yield RULE.at(source, given=_on_one_line(found))


def _found(handbook: Handbook) -> Iterator[Problem]:
    for placed in (*handbook.declared, *handbook.pages):
        yield from _in_fields(placed)
    for document in handbook.documents:
        yield from _in_body(document.path, document.body)
    for path, body in handbook.page_bodies.items():
        yield from _in_body(path, body)


def _in_fields(placed: Placed) -> Iterator[Problem]:
    for place, text in texts_in(placed):
        if found := unwritten().search(text):
            yield RULE.at(placed.at(*place), given=_on_one_line(found))


def _in_body(path: str, body: Body) -> Iterator[Problem]:
    if unwritten().search(body.source):
        for block in blocks(body):
            yield from in_text(block.text, path, block.line)


def _on_one_line(found: re.Match[str]) -> str:
    return " ".join((found["one"] or found["other"]).split())
