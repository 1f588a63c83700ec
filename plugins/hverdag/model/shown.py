"""The part of a handbook that one build shows: the handbook after the consent gate, in the order of its codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from .build_target import BuildTarget
from .handbook import Handbook
from .once import Rounds
from .settings import Kind, Settings
from .texts.consent import Channel
from .texts.story import State, Story
from .texts.value import Value
from .themes import Theme, theme_key


@dataclass(frozen=True)
class ShownStory:
    """A story with its values, the chief one first, its kind and its themes."""

    story: Story
    values: tuple[Value, ...]
    kind: Kind | None = None
    themes: tuple[Theme, ...] = ()

    @property
    def is_preview(self) -> bool:
        """True if the story is shown in a preview only."""
        return not self.story.is_published


_ROUNDS = Rounds[ShownStory]()


@dataclass(frozen=True)
class ShownTheme:
    """A theme with the stories about it; at least one is shown."""

    theme: Theme
    stories: tuple[ShownStory, ...]


@dataclass(frozen=True)
class Shown:
    """The input of the features' plans. With `preview`, drafts and stories in review are shown too."""

    handbook: Handbook
    today: date
    preview: bool = False
    target: BuildTarget = BuildTarget.SERVER

    @property
    def settings(self) -> Settings:
        """The handbook's settings."""
        return self.handbook.settings

    @property
    def values(self) -> tuple[Value, ...]:
        """The values, in order."""
        return self.handbook.values

    @cached_property
    def stories(self) -> tuple[ShownStory, ...]:
        """The stories that are shown, in the order of their codes."""
        states = {State.PUBLISHED, State.DRAFT, State.IN_REVIEW} if self.preview else {State.PUBLISHED}
        shown = (story for story in self.handbook.stories if story.state in states)
        ordered = sorted(shown, key=lambda story: (story.code, story.id))
        settings, showing, themes_of = self.settings, self.handbook.showing, self.handbook.themes_of
        names: dict[str, Theme] = {}
        kinds = {kind.id: kind for kind in reversed(settings.kinds)}
        _ROUNDS.begin()
        found = []
        for story in ordered:
            # The first story that names a theme which handbook.yml does not have decides how it is spelt.
            themes = tuple(names.setdefault(theme.id, theme) for theme in themes_of(story))
            given = (story, showing(story), kinds.get(story.kind), themes)
            found.append(_ROUNDS.get(story.path, given, partial(ShownStory, *given)))
        return tuple(found)

    @cached_property
    def themes(self) -> tuple[ShownTheme, ...]:
        """The themes of the stories that are shown: those of handbook.yml in its order, then others by name."""
        found: dict[str, list[ShownStory]] = {theme.id: [] for theme in self.settings.themes}
        names: dict[str, Theme] = {}
        for shown in self.stories:
            for theme in shown.themes:
                names[theme.id] = theme
                found.setdefault(theme.id, []).append(shown)
        own = [id for id in found if id in names and theme_key(names[id].id) in self.handbook.theme_by_key]
        others = sorted((id for id in found if id in names and id not in own), key=lambda id: (id, names[id].name))
        return tuple(ShownTheme(names[id], tuple(found[id])) for id in (*own, *others))

    @cached_property
    def by_id(self) -> Mapping[str, ShownStory]:
        """The stories that are shown, by id."""
        return {shown.story.id: shown for shown in self.stories}

    @cached_property
    def on_paper(self) -> tuple[ShownStory, ...]:
        """The stories that are shown and may be printed."""
        return tuple(shown for shown in self.stories if shown.story.allows(Channel.PRINT))

    @cached_property
    def to_print(self) -> tuple[Story, ...]:
        """The published stories that may be printed, also in a preview: paper cannot be recalled."""
        return tuple(shown.story for shown in self.on_paper if shown.story.is_published)

    @cached_property
    def of_value(self) -> Mapping[str, tuple[ShownStory, ...]]:
        """The stories of each value, by its id; those whose chief value it is come first."""
        return _carrying(self.values, self.stories)

    @cached_property
    def on_paper_of_value(self) -> Mapping[str, tuple[ShownStory, ...]]:
        """The stories of each value that may be printed, by its id."""
        return _carrying(self.values, self.on_paper)

    @property
    def story_now(self) -> ShownStory | None:
        """The story of the week, the same for everyone, and never a draft; None if no story is published."""
        published = [shown for shown in self.stories if not shown.is_preview]
        return published[self.today.toordinal() // 7 % len(published)] if published else None

    @property
    def begun(self) -> ShownStory | None:
        """The story in a preview that is nearest to readers as long as none is published; None if none is begun."""
        if any(not shown.is_preview for shown in self.stories):
            return None
        return min(self.stories, key=lambda shown: shown.story.state is State.DRAFT, default=None)


def _carrying(values: Iterable[Value], stories: Iterable[ShownStory]) -> Mapping[str, tuple[ShownStory, ...]]:
    first: dict[str, list[ShownStory]] = {value.id: [] for value in values}
    rest: dict[str, list[ShownStory]] = {id: [] for id in first}
    for shown in stories:
        for number, id in enumerate(dict.fromkeys(shown.story.values)):
            if id in first:
                (rest if number else first)[id].append(shown)
    return {id: (*own, *rest[id]) for id, own in first.items()}
