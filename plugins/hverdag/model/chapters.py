"""The site as chapters: values with their stories, and stories with their neighbours."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .artifact import Addresses
from .content import Story, Value
from .guide import Guide, Plan
from .handbook import Handbook
from .outcome import Outcome
from .passport import Passport
from .printable import Printable
from .settings import Goal, Kind, Settings
from .shortcut import Shortcut

STORY_LIST = "stories/"
VALUE_LIST = "values/"
COMPOSER = "guides/compose"
DRAW = "cards/draw"


@dataclass(frozen=True)
class Neighbours:
    """The stories before and after a story among those of one value."""

    value: Value
    previous: Story | None
    next: Story | None


@dataclass(frozen=True)
class StoryChapter:
    """A story, and what leads on from it."""

    story: Story
    values: tuple[Value, ...]
    kind: Kind | None
    neighbours: tuple[Neighbours, ...] = ()
    related: tuple["StoryChapter", ...] = ()
    passport: Passport | None = None

    @property
    def is_preview(self) -> bool:
        """Whether the story is shown to its editor only."""
        return not self.story.is_published


@dataclass(frozen=True)
class ValueChapter:
    """A value and the stories that carry it; those for whom it is the chief value come first."""

    value: Value
    stories: tuple[StoryChapter, ...]


@dataclass(frozen=True)
class GoalChapter:
    """A result goal, and the published stories that management chose because they point to it."""

    goal: Goal
    stories: tuple[StoryChapter, ...] = ()


@dataclass(frozen=True)
class Site:
    """Everything that the pages of a site are made from."""

    handbook: Handbook
    values: tuple[ValueChapter, ...]
    stories: tuple[StoryChapter, ...]
    addresses: Addresses
    media: tuple[str, ...]
    today: date
    guides: tuple[Guide, ...] = ()
    plans: tuple[Plan, ...] = ()
    printed: tuple[Printable, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    goals: tuple[GoalChapter, ...] = ()
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def settings(self) -> Settings:
        """The handbook's settings."""
        return self.handbook.settings

    @cached_property
    def chapter_by_id(self) -> dict[str, StoryChapter]:
        """Story chapters by the story's id."""
        return {chapter.story.id: chapter for chapter in self.stories}

    @cached_property
    def value_chapter_by_id(self) -> dict[str, ValueChapter]:
        """Value chapters by the value's id."""
        return {chapter.value.id: chapter for chapter in self.values}

    @cached_property
    def guide_by_path(self) -> dict[str, Guide]:
        """The guides that are made ahead, by their name."""
        return {guide.path: guide for guide in self.guides}

    @cached_property
    def guides_of(self) -> dict[str, list[Guide]]:
        """The guides of each story, value and method, by its path."""
        found: dict[str, list[Guide]] = {}
        for guide in self.guides:
            found.setdefault(guide.subject.path, []).append(guide)
            found.setdefault(guide.method.path, []).append(guide)
        return found

    @property
    def story_now(self) -> StoryChapter | None:
        """The story to read now: another one each week, the same for everyone, and never a draft."""
        shown = [chapter for chapter in self.stories if not chapter.is_preview]
        return shown[self.today.toordinal() // 7 % len(shown)] if shown else None


@dataclass(frozen=True)
class NewStory:
    """A story that is about to be written, and what its writer can choose among."""

    path: str
    title: str
    code: str
    told: date
    review_by: date
    kinds: tuple[str, ...]
    values: tuple[str, ...]
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
