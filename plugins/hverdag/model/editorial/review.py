"""The review of a proposed change: for each story, what is new, who has nodded, what is missing, and who can give
it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..goals import Direction
from ..printable import Product
from ..problem import Problem
from ..settings import Criterion
from ..texts.nods import StandingAnswer, Standings
from ..texts.story import Story
from .change import Change
from .outside import FieldChange, OutsideChange


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
    NOD_OUTDATED = "nod-outdated"
    NOD_NEWER = "nod-newer"
    NOD_UNAPPROVED = "nod-unapproved"
    NOD_UNCONFIRMED = "nod-unconfirmed"
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
    BECAUSE = "because"
    DECISION_REWORDED = "decision-reworded"
    RESPONSE_REWORDED = "response-reworded"
    MENTIONED_REWORDED = "mentioned-reworded"


class Note(StrEnum):
    """A change that the reviewer must see although nothing is missing: a contributor who was removed, another
    contributor who now is the teller, a collected story that now is called made-up, so that nothing is demanded of it,
    a story that is taken out because its consent has ended, or contributors whose nods were given by one account."""

    LEFT = "contributor-left"
    TELLER = "another-teller"
    ORIGIN = "origin"
    ENDED = "consent-ended"
    ONE_ACCOUNT = "one-account"


class CodeKind(StrEnum):
    """What runs, or decides what runs, when the handbook is built, and is engineers' to answer for."""

    SETUP = "setup"
    PAGE = "page"
    LOOK = "look"
    PROGRAM = "program"


@dataclass(frozen=True)
class CodeChange:
    """A changed file that engineers answer for."""

    kind: CodeKind
    path: str


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
    Want.NOD_OUTDATED: Giver.CONTRIBUTOR,
    Want.NOD_UNAPPROVED: Giver.CONTRIBUTOR,
    Want.NOD_UNCONFIRMED: Giver.CONTRIBUTOR,
    Want.CORRECTION: Giver.CONTRIBUTOR,
    Want.DECISION: Giver.GROUP,
    Want.RESPONSE: Giver.MANAGEMENT,
    Want.SELECTION: Giver.PROCESS,
    Want.CONSENT: Giver.CONTRIBUTOR,
    Want.BECAUSE: Giver.CONTRIBUTOR,
    Want.MENTIONED: Giver.SECOND,
    Want.DECISION_REWORDED: Giver.GROUP,
    Want.RESPONSE_REWORDED: Giver.MANAGEMENT,
    Want.MENTIONED_REWORDED: Giver.SECOND,
}


class ForgeAnswer(StrEnum):
    """What the forge says of a nod that is written as one from it. UNREADABLE is an approval of a commit that is not in
    this clone, so that nobody can see which text it was of, and NOT_ASKED a nod of which nobody asked the forge."""

    CONFIRMED = "confirmed"
    NO_APPROVAL = "no-approval"
    TAKEN_BACK = "taken-back"
    OTHER_TEXT = "other-text"
    OTHER_ROLE = "other-role"
    UNREADABLE = "unreadable"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True)
class Missing:
    """Something that is missing. `role` is the contributor who can give it; `given` are the parameters of its sentence:
    the number of faults, the states of a step, a code."""

    want: Want
    role: str = ""
    given: tuple[str, ...] = ()

    @property
    def giver(self) -> Giver:
        """Who can give it: the editors, unless GIVERS names another."""
        return GIVERS.get(self.want, Giver.EDITORS)


@dataclass(frozen=True)
class Touched:
    """The outputs that contain a story: its pages as title and address, the number of guides, and the printed
    products."""

    pages: tuple[tuple[str, str], ...] = ()
    guides: int = 0
    products: tuple[Product, ...] = ()


@dataclass(frozen=True)
class StoryReview:
    """A story that a change touches. `before` is None for a new story, `after` for a removed one. `text` is the text of
    a new story, as pairs of field and line, `notes` are pairs of a note and the role it is about, and `loose` the
    answers that may not be to the text as it is. `forge` is what the forge says of the new nods that are written as
    ones from it, by role, and `approvers` the names of the accounts whose approvals it confirms. `unasked` is how many
    contributors had nodded, of whom nothing is asked any more."""

    before: Story | None
    after: Story | None
    events: tuple[Event, ...]
    text: tuple[tuple[str, str], ...] = ()
    changes: tuple[Change, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    standings: Standings = field(default_factory=lambda: Standings(""))
    problems: tuple[Problem, ...] = ()
    touched: Touched = Touched()
    missing: tuple[Missing, ...] = ()
    goal: Direction | None = None
    notes: tuple[tuple[Note, str], ...] = ()
    loose: tuple[StandingAnswer, ...] = ()
    forge: Mapping[str, ForgeAnswer] = field(default_factory=dict)
    approvers: Mapping[str, str] = field(default_factory=dict)
    unasked: int = 0

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The roles whose nods are written as ones from the forge, which does not confirm them."""
        sound = (ForgeAnswer.CONFIRMED, ForgeAnswer.NOT_ASKED)
        return tuple(role for role, answer in self.forge.items() if answer not in sound)

    @property
    def is_noted(self) -> bool:
        """True if there is something that the reviewer must see, whether or not anything is missing."""
        return bool(self.notes or self.loose)

    @property
    def story(self) -> Story:
        """The story after the change, or before it if it was removed."""
        story = self.after or self.before
        assert story is not None  # noqa: S101 one of them is there
        return story

    @property
    def has_ended(self) -> bool:
        """True if the story is taken out of the handbook because its consent has ended."""
        return any(note is Note.ENDED for note, _ in self.notes)

    @property
    def is_ready(self) -> bool:
        """True if nothing is missing."""
        return not self.missing


@dataclass(frozen=True)
class Review:
    """The review of a whole change: its stories, the errors in other files, and the other changed files. `loosened`
    names the demands that handbook.yml no longer makes, `outside` is what nobody nods to, `ended` are the addresses
    that lead nowhere any more, and `code` is what engineers answer for."""

    stories: tuple[StoryReview, ...]
    problems: tuple[Problem, ...] = ()
    others: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    loosened: tuple[str, ...] = ()
    outside: tuple[OutsideChange, ...] = ()
    ended: tuple[Problem, ...] = ()
    code: tuple[CodeChange, ...] = ()

    @property
    def unconfirmed(self) -> tuple[tuple[StoryReview, str], ...]:
        """The nods that are written as ones from the forge, which does not confirm them: their stories and roles."""
        return tuple((story, role) for story in self.stories for role in story.unconfirmed)

    @property
    def is_forge_unasked(self) -> bool:
        """True if there are new nods from the forge, and nobody asked the forge about them."""
        return any(answer is ForgeAnswer.NOT_ASKED for story in self.stories for answer in story.forge.values())

    @property
    def is_ready(self) -> bool:
        """True if nothing is missing in any story, and no other file has an error."""
        return all(story.is_ready for story in self.stories) and not any(problem.is_error for problem in self.problems)
