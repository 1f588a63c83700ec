"""A letter or a sign that no font on paper has, as an emoji.

On a screen it is drawn by the reader's own device; on paper there would be a hole.

Good:

    summary: Hun smilede.

Bad:

    summary: Hun smilede 😀
"""

from collections.abc import Iterator
from datetime import date

from ...model.declared import Declared, Place, fields
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.document import Document
from ...model.texts.story import State, Story
from ...paper.letters import strange

RULE = Rule(
    "text-letter",
    Level.ERROR,
    'The sign "{given}" ({code}) cannot be printed.',
    "Take it out, or say it in words.",
    __doc__,
)


_AWAY = (State.RETIRED, State.DECLINED)
"""Stories that are on no paper."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for the first such letter in each field, and in each line of a text."""
    for placed in (handbook.settings, *handbook.documents):
        if isinstance(placed, Story) and placed.state in _AWAY:
            continue
        for place, text in texts(placed):
            letter = strange(text)
            if letter:
                yield _problem(placed.at(*place), letter)
        if isinstance(placed, Document) and strange(placed.body.text):
            yield from _in_body(placed)


def _problem(source: Source, letter: str) -> Problem:
    return RULE.at(source, given=letter, code=f"U+{ord(letter):04X}")


def _in_body(document: Document) -> Iterator[Problem]:
    found = False
    for number, line in document.body.lines():
        letter = strange(line)
        if letter:
            found = True
            yield _problem(Source(document.path, number, line.index(letter) + 1), letter)
    if not found:  # written as an entity
        yield _problem(Source(document.path, document.body.line), strange(document.body.text))


def texts(part: Declared, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield every text that an editor has written in fields, and its place."""
    for name in fields(type(part)):
        yield from _held(getattr(part, name), (*place, name))


def _held(held: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(held, str):
        yield place, held
    elif isinstance(held, Declared):
        yield from texts(held, place)
    elif isinstance(held, tuple):
        for number, item in enumerate(held):
            yield from _held(item, (*place, number))
