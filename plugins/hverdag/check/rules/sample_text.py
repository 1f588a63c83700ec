"""Words of the sample handbook in the handbook of another organisation.

The program comes with the handbook of a made-up municipality: its contact, its data protection officer and hotline, its
goals and numbers, its pages, values and stories. Whoever begins with it must write their own. What is left of it is an
error in everything that is published, and a note in a preview and in a draft.

You may keep the kinds, the criteria and the words that mean the same, the methods in `docs/methods/`, the pages
`docs/talk.md` and `docs/print-yourself.md`, and the guide for editors. They say nothing about anybody. You may also
keep what every public body must write, and what the program itself does.

As long as nothing but the sample has been published, its files and codes may go without a notice: nobody has their
addresses.

Good:

    notice: Ask us if you are in doubt.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ...model.declared import fields, is_required
from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.problem import Level, Problem, Rule, Tag
from ...model.texts.story import Story
from ..left_over import Left, LeftOver, left_over

RULE = Rule(
    "sample-text",
    Level.ERROR,
    '"{given}" came with the sample handbook.',
    "{advice}",
    __doc__,
    (Tag.NOTE_IN_PREVIEW,),
)

_MOST_LETTERS = 80

ADVICE = {
    Left.WORDS: message("Write your own, or delete it. If it happens to be true of you too, say it in other words."),
    Left.WHOLE_TEXT: message("The whole text is the sample's. Write your own, or delete the file."),
    Left.NAMED: message("Name stories of your own, or delete the line."),
    Left.SETTING: message("Write your own. What you do not have, you can delete."),
    Left.GOAL: message("Write your own, or delete the whole goal."),
    Left.GOAL_NUMBER: message("Write your own, or delete the line. If it is the same, give the goal an id of its own."),
    Left.STATEMENT: message("It is about the sample. Delete the statement, or write what is true of your goal."),
    Left.STRATEGY: message("It is the sample's strategy. Write your own, or delete the point."),
    Left.ANSWER: message("It is an answer to a story of the sample. Delete its lines, and ask those who know yours."),
    Left.SELECTION: message(
        "It is no yes to your stories. Delete the selection, and write your own when your group has answered."
    ),
}


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each place with words of the sample, where the organisation is another."""
    unseen = {story.path for story in handbook.of(Story) if not story.is_published}
    for found in left_over(handbook):
        problem = RULE.at(found.source, given=_short(found.text), advice=_advice(found, handbook, today))
        yield replace(problem, level=Level.HINT) if found.source.path in unseen else problem


def _short(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"


def _advice(found: LeftOver, handbook: Handbook, today: date) -> Message:
    settings = handbook.settings
    if found.count > 1:
        return message("Here {count} sentences are the sample's. Write your own, or delete them.", count=found.count)
    if found.left is Left.FACT:
        example = f"{found.text.rpartition(': ')[2]} ({today.year})"
        return message("Write your own, or delete the fact. If it is the same, say when: {example}", example=example)
    if found.left is Left.EDITION:
        example = f"{settings.edition}, {settings.organisation}"
        return message("Write your own. If it is the same, say whose it is: {example}", example=example)
    if found.left is Left.SETTING and is_required(fields(type(settings))[found.source.field]):
        return message("Write your own.")
    return ADVICE[found.left]
