"""Words of the sample handbook in the handbook of another organisation.

The program comes with the handbook of a made-up municipality: its contact, its data protection officer and hotline, its
goals and numbers, its pages, values and stories. Whoever begins with it must write their own. What is left of it is an
error in everything that is published, and a note in a preview and in a draft.

You may keep the kinds, the criteria and the words that mean the same, the methods in `docs/metoder/`, the pages
`docs/samtale.md` and `docs/print-selv.md`, and the guide for editors. They say nothing of anybody.

Good:

    notice: Spørg os, hvis du er i tvivl.

Bad:

    notice: Fjordby Kommune er opdigtet. Det er fortællingerne og tallene også.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.problem import Level, Problem, Rule, Tag
from ...model.texts.story import Story
from ..left_over import LeftOver, left_over

RULE = Rule(
    "sample-text",
    Level.ERROR,
    '"{given}" came with the sample handbook.',
    "{advice}",
    __doc__,
    (Tag.NOTE_IN_PREVIEW,),
)

_MOST_LETTERS = 80


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each place with words of the sample, where the organisation is another."""
    unseen = {story.path for story in handbook.of(Story) if not story.is_published}
    for found in left_over(handbook):
        problem = RULE.at(found.source, given=_short(found.text), advice=_advice(found))
        yield replace(problem, level=Level.HINT) if found.source.path in unseen else problem


def _short(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"


def _advice(found: LeftOver) -> Message:
    if found.is_whole_text:
        return message("The whole text is the sample's. Write your own, or delete the file.")
    return message("Write your own. If it is the same with you by chance, say it in other words.")
