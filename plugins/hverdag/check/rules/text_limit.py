"""A text far too long for the place it is printed in.

A method's names and titles are in narrow columns and at the head of a page. What is a little too long is only a
warning; a whole page pasted into such a field is most often a slip.
"""

from collections.abc import Iterator

from ...model.declared import Place, Placed
from ...model.problem import Level, Problem, Rule
from ...model.settings import Settings
from .text_letter import texts

RULE = Rule(
    "text-limit",
    Level.ERROR,
    "The text has {count} characters; there is room for {most}.",
    "Make it much shorter.",
    __doc__,
)

MOST = 1_500
_MOST = {
    "activity": 300,
    "edition": 100,
    "group": 200,
    "guidance": 6_000,
    "name": 300,
    "network": 100,
    "notice": 400,
    "organisation": 100,
    "responsible": 300,
    "title": 300,
    "workplace": 300,
}
_MOST_IN_SETTINGS = {"title": 100, "site_url": 120}


def check_text(placed: Placed) -> Iterator[Problem]:
    """Yield a problem for each field that is far too long."""
    for place, text in texts(placed):
        most = _most(place, isinstance(placed, Settings))
        if len(text) > most:
            yield RULE.at(placed.at(*place), count=len(text), most=most)


def _most(place: Place, in_settings: bool) -> int:
    name = next(step for step in reversed(place) if isinstance(step, str))
    usual = _MOST.get(name, MOST)
    return _MOST_IN_SETTINGS.get(name, usual) if in_settings and len(place) == 1 else usual
