"""What a proposed change means for the stories: what is new, who has nodded, what is missing, and who can give it."""

from dataclasses import dataclass, field
from enum import StrEnum

from ...nods.difference import Told
from ..printable import Product
from ..problem import Problem
from ..settings import Criterion, Goal
from ..texts.nods import Standings
from ..texts.story import Story
from .change import Change


class Event(StrEnum):
    """What has happened to a story."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    REMOVED = "removed"


class Want(StrEnum):
    """What a story may lack before it can be published, or stay so."""

    CONTRIBUTORS = "contributors"
    NOD = "nod"
    NOD_AGAIN = "nod-again"
    NOD_UNKNOWN = "nod-unknown"
    DECISION = "decision"
    RESPONSE = "response"
    SELECTION = "selection"
    FAULTS = "faults"
    STEP = "step"
    CODE = "code"
    STATE = "state"
    CORRECTION = "correction"
    FINISHED = "finished"
    CONSENT = "consent"
    MENTIONED = "mentioned"


class Note(StrEnum):
    """What nobody is asked about, and whoever reviews must see: a contributor who is not named any more, another who
    counts as the teller, answers that were given to an earlier text, a told story that is called made-up, of which
    nothing is demanded, or a story that goes out because consent no longer holds."""

    LEFT = "contributor-left"
    TELLER = "another-teller"
    ANSWERS = "earlier-answers"
    ORIGIN = "origin"
    ENDED = "consent-ended"


class Giver(StrEnum):
    """Who can give what is missing."""

    CONTRIBUTOR = "contributor"
    GROUP = "group"
    MANAGEMENT = "management"
    PROCESS = "process"
    SECOND = "second person"
    EDITORS = "editors"


GIVERS = {
    Want.NOD: Giver.CONTRIBUTOR,
    Want.NOD_AGAIN: Giver.CONTRIBUTOR,
    Want.NOD_UNKNOWN: Giver.CONTRIBUTOR,
    Want.CORRECTION: Giver.CONTRIBUTOR,
    Want.DECISION: Giver.GROUP,
    Want.RESPONSE: Giver.MANAGEMENT,
    Want.SELECTION: Giver.PROCESS,
    Want.CONSENT: Giver.CONTRIBUTOR,
    Want.MENTIONED: Giver.SECOND,
}


@dataclass(frozen=True)
class Missing:
    """Something that is missing. `role` is the contributor who can give it; `given` what it is about: how many faults,
    the states of a step, a code."""

    want: Want
    role: str = ""
    given: tuple[str, ...] = ()

    @property
    def giver(self) -> Giver:
        """Who can give it: the editors, where it is nobody else's."""
        return GIVERS.get(self.want, Giver.EDITORS)


@dataclass(frozen=True)
class FieldChange:
    """A field outside the text that is nodded to: its label in English, how it was, and how it is."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Touched:
    """What a story reaches: its pages (what each is called, and its address), how many guides, and what is printed with
    it."""

    pages: tuple[tuple[str, str], ...] = ()
    guides: int = 0
    products: tuple[Product, ...] = ()


@dataclass(frozen=True)
class StoryReview:
    """A story that a change touches. `before` is nothing for one that is new, `after` for one that is gone. `text` is
    the text of a new one, and `notes` are what must be seen, each with the role that it is about."""

    before: Story | None
    after: Story | None
    events: tuple[Event, ...]
    text: tuple[Told, ...] = ()
    changes: tuple[Change, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    standings: Standings = field(default_factory=lambda: Standings(""))
    problems: tuple[Problem, ...] = ()
    touched: Touched = Touched()
    missing: tuple[Missing, ...] = ()
    goal: Goal | None = None
    notes: tuple[tuple[Note, str], ...] = ()

    @property
    def story(self) -> Story:
        """The story as it is, or as it last was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 one of them is there
        return found

    @property
    def has_ended(self) -> bool:
        """Whether the story goes out of the handbook, because consent no longer holds."""
        return any(note is Note.ENDED for note, _ in self.notes)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True)
class Review:
    """A whole change: its stories, the errors in other files, and the other files that are not as they were. `loosened`
    names what handbook.yml no longer demands."""

    stories: tuple[StoryReview, ...]
    problems: tuple[Problem, ...] = ()
    others: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    loosened: tuple[str, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing anywhere."""
        return all(story.is_ready for story in self.stories) and not any(one.is_error for one in self.problems)
