"""A text that `hverdag new publication` has written for you to fill in.

It says what to write, in two square brackets. Where it is still there, nothing is published; in a preview and in a
draft it is a note.

Good:

    promise: We tell one another, also when it is hard.

Bad:

    promise: "[[Write the promise of Trust]]"
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from ...model.declared import Placed
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source, Tag
from ...model.texts.body import Body
from ...model.texts.story import Story
from ...starter import unwritten_in
from ..sentences import TextBlock, blocks, texts_in

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


def in_block(block: TextBlock, path: str) -> Iterator[Problem]:
    """Yield a problem for each place in a block of a file."""
    for start, sentence in unwritten_in(block.text):
        yield RULE.at(Source(path, *block.place(start)), given=sentence)


def _found(handbook: Handbook) -> Iterator[Problem]:
    for placed in (*handbook.declared, *handbook.pages):
        yield from _in_fields(placed)
    for document in handbook.documents:
        yield from _in_body(document.path, document.body)
    for path, body in handbook.page_bodies.items():
        yield from _in_body(path, body)


def _in_fields(placed: Placed) -> Iterator[Problem]:
    for place, text in texts_in(placed):
        for _, sentence in islice(unwritten_in(text), 1):
            yield RULE.at(placed.at(*place), given=sentence)


def _in_body(path: str, body: Body) -> Iterator[Problem]:
    if any(unwritten_in(body.source)):
        for block in blocks(body):
            yield from in_block(block, path)
