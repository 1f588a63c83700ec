"""A story's passport: its origin, nods, decision and response, as far as readers may know them."""

from dataclasses import dataclass
from datetime import date

from ...model.goals import Direction
from ...model.texts.answers import Decision, Response, Selection
from ...model.texts.consent import Consent, Mentioned
from ...model.texts.nods import StandingAnswer


@dataclass(frozen=True)
class Nodded:
    """The number of contributors who have nodded to the current text, of all contributors, and the day of the latest
    nod; how many of them approved in the forge, how many the editors wrote down, and the records of those.

    It never says who nodded, not even by role, and nothing of an account.
    """

    given: int
    of: int
    latest: date | None = None
    approved: int = 0
    noted: int = 0
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passport:
    """A story's editorial process; a step that it has not been through is None.

    `because` is the teller's own reason; a made-up story has no teller. `doubts` are pairs: the name of a criterion
    that the group doubted, and why. `loose` are the answers that may not be to the text as it is.
    """

    invented: bool
    told: date | None = None
    because: str = ""
    review_by: date | None = None
    nodded: Nodded | None = None
    decision: Decision | None = None
    doubts: tuple[tuple[str, str], ...] = ()
    response: Response | None = None
    goal: Direction | None = None
    selection: Selection | None = None
    consent: Consent | None = None
    mentioned: Mentioned | None = None
    loose: tuple[StandingAnswer, ...] = ()
