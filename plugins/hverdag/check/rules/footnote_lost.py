"""A note that nothing in the text leads to.

Good:

    Ordet[^1] har en note.

    [^1]: Noten selv.

Bad:

    Ordet har ingen note.

    [^1]: Noten selv.
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.document import Document

RULE = Rule(
    "footnote-lost",
    Level.ERROR,
    'Nothing in the text leads to the note "{given}".',
    "Write {given} in the text where the note belongs, or take the note out.",
    __doc__,
)

_NOTE = re.compile(r"^[ ]{0,3}(?P<mark>\[\^[^\]\n]+\]):", re.MULTILINE)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each note without its mark in the text."""
    for document in handbook.documents:
        if "[^" in document.body.source:
            yield from _lost(document)


def _lost(document: Document) -> Iterator[Problem]:
    held = {element.get("href") for element in document.body.elements() if element.get("class") == "footnote-ref"}
    for found in _NOTE.finditer(document.body.source):
        mark = found["mark"]
        if f"#fn:{mark[2:-1]}" not in held:
            line = len(document.body.source[: found.start("mark")].split("\n")) - 1
            column = found.start("mark") - found.start() + 1
            yield RULE.at(Source(document.path, document.body.line + line, column), given=mark)
