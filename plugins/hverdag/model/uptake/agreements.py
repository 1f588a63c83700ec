"""Agreements: what a workplace has agreed to do from now on, and what became of it. The content of
values/agreements/*.yml."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from ..declared import Day, Declared, Number, Placed, Text, declared
from ..handbook import Handbook
from ..message import Message, message
from .receipts import first_of_month

FOLDER = "values/agreements/"
LONGEST = 200
"""The most characters that read well in the wording of an agreement, or in the sentence on what happened."""


class AgreementOutcome(StrEnum):
    """What became of an agreement."""

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"


OUTCOMES: Mapping[str, AgreementOutcome] = {
    **{one.value: one for one in AgreementOutcome},
    "beholdt": AgreementOutcome.KEPT,
    "ændret": AgreementOutcome.CHANGED,
    "droppet": AgreementOutcome.DROPPED,
}
"""The outcomes by what people write for them, in both languages."""
OUTCOME_NAMES: Mapping[AgreementOutcome, Message] = {
    AgreementOutcome.KEPT: message("Kept"),
    AgreementOutcome.CHANGED: message("Changed"),
    AgreementOutcome.DROPPED: message("Dropped"),
}
"""The names of the outcomes for readers."""


class Agreement(Declared):
    """What one workplace has agreed on a day. Its wording may be about how people speak to each other, so it is here
    only with a yes to publish it."""

    date: Day | None = declared("Date", "The day it was agreed, from which it holds.", default=None, required=True)
    workplace: Text = declared("Workplace", "The id of the workplace, as in values/workplaces.yml.", required=True)
    story: Text = declared("Story", "The code of the story or the value that it came from, such as F07.")
    method: Text = declared("Method", "The code of the method, such as M02.")
    number: Number = declared(
        "Number", "Which one it is, where several were made at one meeting: 2 for the second.", default=1
    )
    review: Day | None = declared("Review", "The day that they will look at it again.", default=None)
    outcome: Text = declared("Outcome", "What became of it: `kept`, `changed` or `dropped`; empty until they know.")
    agreement: Text = declared(
        "Agreement",
        "What they do, in their own words; only where the workplace has said yes to publish it.",
        most=LONGEST,
    )
    happened: Text = declared(
        "What happened", "What came of it, in one sentence; only with the same yes.", most=LONGEST
    )
    yes: Day | None = declared("Yes", "The day that the workplace said yes to publish its wording.", default=None)

    @property
    def result(self) -> AgreementOutcome | None:
        """What became of it; None while nobody has said."""
        return OUTCOMES.get(self.outcome.casefold())

    @property
    def meeting(self) -> tuple[str, ...]:
        """What agreements from one meeting have in common: the day, the workplace, the story and the method."""
        return (str(self.date), self.workplace, self.story.casefold(), self.method.casefold())

    @property
    def identity(self) -> tuple[str, ...]:
        """What the same agreement has in common wherever it is written."""
        return (*self.meeting, str(self.number))


class FoldedAgreements(Declared):
    """How many agreements were made in a month, and how many were due and looked at in it, when they themselves are
    deleted."""

    month: Text = declared("Month", "Such as 2026-11.", required=True)
    made: Number = declared("Made", "How many were made.", default=0)
    due: Number = declared("Due", "How many were to be looked at, or were.", default=0)
    kept: Number = declared("Kept", "How many were kept.", default=0)
    changed: Number = declared("Changed", "How many were changed.", default=0)
    dropped: Number = declared("Dropped", "How many were dropped.", default=0)

    def of(self, outcome: AgreementOutcome) -> int:
        """Return how many had an outcome."""
        number: int = getattr(self, outcome.value)
        return number


class AgreedBefore(Declared):
    """The first month that a workplace made an agreement in, and the first that it looked at one, when those are
    deleted."""

    workplace: Text = declared("Workplace", "The id of the workplace.", required=True)
    month: Text = declared("Month", "The first month with an agreement, such as 2026-11.", required=True)
    reviewed_month: Text = declared("Month of a review", "The first month in which it looked at one.")


class AgreementFile(Placed):
    """The fields of one file in values/agreements/: a month of agreements, or what is left of those that were
    folded."""

    agreements: tuple[Agreement, ...] = declared("Agreements", "One for each.", default=())
    folded: tuple[FoldedAgreements, ...] = declared(
        "Folded", "Counts of agreements older than 24 months; `hverdag agreements --fold` writes them.", default=()
    )
    reached: tuple[AgreedBefore, ...] = declared(
        "Reached", "The workplaces of those agreements; `hverdag agreements --fold` writes them.", default=()
    )


def reviewed_on(one: Agreement, today: date) -> date | None:
    """Return the day that an agreement counts as looked at: that of the review, or that of the agreement where they
    looked earlier or named no day. None is returned if nobody has said what became of it."""
    if one.result is None:
        return None
    return one.review if one.review and one.review <= today else one.date


def is_overdue(one: Agreement, today: date) -> bool:
    """Return True if the day of the review has passed, and nobody has said what became of the agreement."""
    return one.result is None and one.review is not None and one.review < today


def agreements(handbook: Handbook, today: date | None = None) -> Iterator[Agreement]:
    """Yield the agreements with a day and a workplace; with `today`, only those that were made by then."""
    for file in handbook.data_of(AgreementFile):
        for one in file.agreements:
            if one.date and one.workplace and (today is None or one.date <= today):
                yield one


def folded_agreements(handbook: Handbook, today: date) -> Iterator[tuple[date, FoldedAgreements]]:
    """Yield the first day of each month that agreements were folded into, up to a day, and what they come to."""
    for file in handbook.data_of(AgreementFile):
        for row in file.folded:
            day = first_of_month(row.month)
            if day and day <= today:
                yield day, row


def reached(handbook: Handbook) -> Iterator[AgreedBefore]:
    """Yield the workplaces whose agreements were folded, with their first months."""
    for file in handbook.data_of(AgreementFile):
        yield from file.reached


def uses_agreements(handbook: Handbook) -> bool:
    """Return True if a publication has any agreement, or the counts of earlier ones."""
    return any(file.agreements or file.folded or file.reached for file in handbook.data_of(AgreementFile))
