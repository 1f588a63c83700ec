"""A story's passport: where it came from, who said yes to it, and what was answered, as far as readers may know."""

from dataclasses import dataclass
from datetime import date

from ...model.settings import Goal
from ...model.texts.answers import Decision, Response, Selection
from ...model.texts.consent import Consent, Mentioned


@dataclass(frozen=True)
class Nodded:
    """How many of those who took part have nodded to the text as it is, and the day of the latest such nod.

    Never who: not even by role.
    """

    given: int
    of: int
    latest: date | None = None


@dataclass(frozen=True)
class Passport:
    """What is known of a story's course; what it has not been through is None.

    `doubts` are pairs: the name of a criterion that the group doubted, and why.
    """

    invented: bool
    told: date | None = None
    review_by: date | None = None
    nodded: Nodded | None = None
    decision: Decision | None = None
    doubts: tuple[tuple[str, str], ...] = ()
    response: Response | None = None
    goal: Goal | None = None
    selection: Selection | None = None
    consent: Consent | None = None
    mentioned: Mentioned | None = None
