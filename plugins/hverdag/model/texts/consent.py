"""What may be published of a story: what its teller has consented to, and who else appears in it.

Git forgets nothing, so no name stands here: a person's own consent is a reference to the organisation's register.
"""

from datetime import date
from enum import StrEnum

from ..declared import Day, Declared, Text, Truth, declared


class Channel(StrEnum):
    """Where a story may be met: on the organisation's own network, on paper, or outside the organisation."""

    INTRANET = "intranet"
    PRINT = "print"
    OUTSIDE = "outside"


class Reach(StrEnum):
    """Where a handbook is published: on the organisation's own network, or where anyone can open it."""

    INTRANET = "intranet"
    OUTSIDE = "outside"

    @property
    def channel(self) -> Channel:
        """What a story must allow to be in it."""
        return Channel(self.value)


class Withheld(StrEnum):
    """Why a story's text is not in an edition: consent to it has ended, or does not reach where the edition goes."""

    ENDED = "ended"
    ELSEWHERE = "elsewhere"


class Consent(Declared):
    """What the teller of a story allows, until when, and whether it has been taken back."""

    reference: Text = declared(
        "Reference", "Where the consent is kept in your own register, as SAM-2026-014; never a name.", required=True
    )
    channels: tuple[Channel, ...] = declared(
        "Channels", "Where the story may be: `intranet`, `print`, `outside`.", default=(), required=True
    )
    until: Day | None = declared("Until", "The last day the consent holds.", default=None, required=True)
    withdrawn: Day | None = declared(
        "Withdrawn", "The day the consent was taken back; `hverdag withdraw` writes it.", default=None
    )

    def has_run_out(self, today: date) -> bool:
        """Whether the last day has gone by."""
        return self.until is not None and self.until < today


class Person(Declared):
    """Someone who appears in a story without having told it, named by relation."""

    relation: Text = declared("Relation", "Who it is, as `borgerens datter`; never a name.", required=True)
    changed: Text = declared(
        "Changed", "What was changed to protect the person, as `sted og alder`; never how it was.", required=True
    )
    recognisable: Truth = declared(
        "Recognisable",
        "Could a neighbour or a colleague recognise the person? `true` or `false`.",
        default=False,
        required=True,
    )
    pictured: Truth = declared("Pictured", "`true` where the person can be seen in a picture.", default=False)
    consent: Text = declared("Consent", "The person's own consent in your register, as SAM-2026-015.")

    @property
    def must_consent(self) -> bool:
        """Whether the teller's consent is not enough: this person is asked too."""
        return self.recognisable or self.pictured


class Mentioned(Declared):
    """Everyone else who appears in a story, as a second person has answered for."""

    people: tuple[Person, ...] = declared("People", "Those who appear; `[]` where nobody does.", default=())
    asked: Text = declared(
        "Asked", "Who answered whether anyone can be recognised, by role; not the teller.", required=True
    )
    date: Day | None = declared("Date", "The day it was answered.", default=None, required=True)
