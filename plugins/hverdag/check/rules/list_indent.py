"""A list inside a list that is not indented far enough.

Four spaces make it a list of its own; with fewer, it runs on as text in the item above.

Good:

    - Stav højt.
        - Først den ene.
        - Så den anden.

Bad:

    - Stav højt.
      - Først den ene.
      - Så den anden.
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.document import Document

RULE = Rule(
    "list-indent",
    Level.WARNING,
    "The list inside the list is not indented far enough.",
    "Put four spaces in front of it.",
    __doc__,
)

_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d{1,4}[.)])\s")
_FEWEST, _MOST = 2, 3


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for the first such line of each list."""
    for document in handbook.documents:
        for number in _lines(document):
            yield RULE.at(Source(document.path, number))


def _lines(document: Document) -> Iterator[int]:
    in_list = told = in_code = False
    for number, line in document.body.lines():
        if line.lstrip().startswith(("```", "~~~")):
            in_code = not in_code
        item = None if in_code else _ITEM.match(line)
        if item:
            if in_list and not told and _FEWEST <= len(item["indent"]) <= _MOST:
                told = True
                yield number
            in_list = True
        elif not line.strip() or in_code:  # an item may run on for lines, but an empty one ends what we look at
            in_list = told = False
