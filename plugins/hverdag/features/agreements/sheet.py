"""The page of A4 that a workplace brings to its meeting: what it agreed last time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from ...model.artifact import Paper
from ...model.problem import Source
from ...model.uptake.agreements import FOLDER, OUTCOME_NAMES, Agreement, is_overdue
from ...model.uptake.own_agreements import OwnAgreements, to_bring
from ...model.uptake.tools import Tool
from ...paper.data import shown_all, written
from ...paper.kit import FrameData, PaperKit
from .own_file import source_name

MOST = 6
"""How many agreements there is room for, each with two lines to write on."""
LONGEST = 220
"""Characters that are shown of a wording."""


class AgreedData(TypedDict):
    """An agreement: its words, empty where they are not known, when and from what it was made, and when it is to be
    looked at; `overdue` is True if that day has passed."""

    words: str
    about: str
    review: str
    overdue: bool


class SheetData(FrameData):
    """The whole page, which agreements.typ reads."""

    about: str
    lead: str
    agreed: list[AgreedData]
    more: str
    outcomes: list[str]
    rest: int
    foot: str
    labels: dict[str, str]


@dataclass(frozen=True)
class SheetWriter:
    """Words the page of each workplace. `tools` are those that may be named, by code in lower case."""

    kit: PaperKit
    tools: Mapping[str, Tool]
    today: date

    def paper(self, name: str, workplace: str, held: OwnAgreements) -> Paper:
        """Return the page of one workplace as a paper called `name`."""
        template = self.kit.template("agreements/agreements.typ")
        return Paper(name, template, written(self.data(workplace, held)), Source(FOLDER))

    def data(self, workplace: str, held: OwnAgreements) -> SheetData:
        """Return what stands on the page of one workplace."""
        words = self.kit.words
        say, coming = words.say, to_bring(held, self.today)
        shown, left = coming[:MOST], len(coming) - MOST
        more = words.count("{number} more is in the file.", "{number} more are in the file.", left) if left > 0 else ""
        lead = say("Look at one at a time: what became of it? There is no wrong answer.")
        whole: SheetData = {
            **self.kit.frame(f"{say('What you agreed last time')}. {workplace}"),
            "about": " · ".join((workplace, words.day(self.today))),
            "lead": lead if shown else say("You have looked at everything that you have agreed."),
            "agreed": [self._agreed(one) for one in shown],
            "more": more,
            "outcomes": [words.tell(name) for name in OUTCOME_NAMES.values()],
            "rest": MOST - len(shown),
            "foot": say("The sheet is your own. Write no names on it."),
            "labels": {
                "title": say("What you agreed last time"),
                "happened": say("What happened?"),
                "unknown": say("We do not have the words. Write what you agreed:"),
                "now": say("What do we do from now on?"),
                "again": say("We look at it again on"),
            },
        }
        return shown_all(whole)

    def _agreed(self, one: Agreement) -> AgreedData:
        say, day, overdue = self.kit.words.say, self.kit.words.day, is_overdue(one, self.today)
        sources = (source_name(code, self.tools, self.kit.words) for code in (one.story, one.method) if code)
        review = ""
        if one.review and overdue:
            review = say("Should have been looked at again on {day}.", day=day(one.review))
        elif one.review:
            review = say("To be looked at again on {day}.", day=day(one.review))
        return {
            "words": one.agreement if len(one.agreement) <= LONGEST else f"{one.agreement[: LONGEST - 1]}…",
            "about": " ".join(
                (say("Agreed on {day}.", day=day(one.date or self.today)), *(f"{it}." for it in sources))
            ),
            "review": review,
            "overdue": overdue,
        }
