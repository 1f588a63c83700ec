"""The site as chapters: values with their stories, and stories with their neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..features.outcome.model import Outcome
from ..features.passport.model import Passport
from .addresses import is_page
from .artifact import Addresses
from .handbook import Handbook
from .meeting import Guide, Plan
from .printable import Printable
from .protection import Protection
from .settings import Goal, Kind, Settings
from .shortcut import Shortcut
from .texts.consent import Channel, Withheld
from .texts.story import Story
from .texts.value import Value

STORY_LIST = "stories/"
VALUE_LIST = "values/"
COMPOSER = "guides/compose"
DRAW = "cards/draw"
PROTECTION = "protection"


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
    """Everything that the pages of a site are made from. `gone` are the stories whose pages only say that they are not
    here; `lost` are the addresses that are missing for consent's sake."""

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
    gone: tuple[Story, ...] = ()
    protection: Protection = field(default_factory=Protection)
    lost: Mapping[str, Withheld] = field(default_factory=dict)

    @cached_property
    def notices(self) -> tuple[tuple[str, Withheld], ...]:
        """The addresses of the pages that only say that something is not here, and why."""
        stories = [(self.addresses.by_target[story.path], story.withheld or Withheld.ENDED) for story in self.gone]
        guides = [(one, why) for one, why in self.lost.items() if why is Withheld.ENDED and is_page(one)]
        return (*stories, *guides)

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

    @cached_property
    def _held(self) -> dict[str, tuple[str, ...]]:
        """The codes of the stories behind everything that can be linked to: stories, their pictures and recordings, and
        guides with their files."""
        found: dict[str, tuple[str, ...]] = {}
        for story in (chapter.story for chapter in self.stories):
            for path in (story.path, story.audio_path, *story.pictures):
                found[path] = (*found.get(path, ()), story.code)
        for guide in self.guides:
            found |= dict.fromkeys(guide.targets, guide.story_codes)
        return found

    def story_codes(self, target: str) -> tuple[str, ...]:
        """Return the codes of the stories that a file of the publication, or a guide, tells of."""
        return self._held.get(target, ())

    @cached_property
    def on_paper(self) -> tuple[StoryChapter, ...]:
        """The stories that may be printed."""
        return tuple(chapter for chapter in self.stories if chapter.story.allows(Channel.PRINT))

    @property
    def story_now(self) -> StoryChapter | None:
        """The story to read now: another one each week, the same for everyone, and never a draft."""
        shown = [chapter for chapter in self.stories if not chapter.is_preview]
        return shown[self.today.toordinal() // 7 % len(shown)] if shown else None
