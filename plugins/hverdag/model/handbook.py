"""The whole publication as it was read: what every later room works on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .files import Entry, EntryKind, Picture, Recording
from .settings import Settings
from .texts.answers import Demands
from .texts.document import Page
from .texts.method import Method
from .texts.nods import Standing, StandingNod, Standings
from .texts.story import SEEN, Origin, State, Story
from .texts.value import Value


@dataclass(frozen=True)
class Handbook:
    """Settings, values, stories, methods and pages, and every name in their folders.

    Faulty fields have been left out of it, and the Problems say so; checks run on what is left.
    """

    settings: Settings
    values: tuple[Value, ...] = ()
    stories: tuple[Story, ...] = ()
    methods: tuple[Method, ...] = ()
    pages: tuple[Page, ...] = ()
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    standings: Mapping[str, Standings] = field(default_factory=dict)

    @cached_property
    def value_by_id(self) -> Mapping[str, Value]:
        """Values by file name, in order."""
        return {value.id: value for value in self.values}

    @cached_property
    def story_by_id(self) -> Mapping[str, Story]:
        """Stories by file name."""
        return {story.id: story for story in self.stories}

    @cached_property
    def story_by_path(self) -> Mapping[str, Story]:
        """Stories by path, as `stories/noeglen.md`."""
        return {story.path: story for story in self.stories}

    @cached_property
    def published(self) -> tuple[Story, ...]:
        """The stories that readers may see."""
        return tuple(story for story in self.stories if story.is_published)

    def withdrawn(self, today: date) -> tuple[Story, ...]:
        """The stories that readers have met, and that consent no longer holds for."""
        return tuple(story for story in self.stories if story.state in SEEN and story.has_ended(today))

    def gone(self, today: date) -> tuple[str, ...]:
        """The codes of the stories that nobody is to meet any more: consent no longer holds, or they have been taken or
        left out."""
        out = (State.RETIRED, State.DECLINED)
        codes = (story.code for story in self.stories if story.has_ended(today) or story.state in out)
        return (*self.settings.retired, *codes)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all regular files."""
        return frozenset(entry.path for entry in self.entries if entry.kind is EntryKind.FILE)

    @property
    def documents(self) -> tuple[Value | Story | Method, ...]:
        """Values, stories and methods: everything contributed."""
        return (*self.values, *self.stories, *self.methods)

    def recording(self, story: Story) -> Recording | None:
        """Return the recording that a story names, if it lies beside the story."""
        return self.recordings.get(story.audio_path)

    def nods(self, story: Story) -> Standings:
        """Return what the nods to a story are worth; none where nobody is named."""
        return self.standings.get(story.path, Standings(""))

    def nods_that_are(self, standing: Standing) -> Iterator[tuple[Story, int, StandingNod]]:
        """Yield the nods of one standing to stories in review or published that nods are demanded of, each with its
        story and the contributor's number."""
        for story in self.stories:
            if story.state in (State.IN_REVIEW, State.PUBLISHED) and self.demands(story).nods:
                nods = enumerate(self.nods(story).nods)
                yield from ((story, number, nod) for number, nod in nods if nod.standing is standing)

    def demands(self, story: Story) -> Demands:
        """Return what is demanded of a story before it is published: of one that was told, all that handbook.yml
        demands; of a made-up one, the nods of the contributors it names."""
        asked = self.settings.demands
        if story.origin is Origin.COLLECTED and not story.is_faulty("origin"):
            return asked
        return Demands(
            nods=asked.nods and bool(story.contributors),
            decision=False,
            response=False,
            selection=False,
            mentioned=False,
            consent=False,
        )

    def showing(self, story: Story) -> tuple[Value, ...]:
        """Return the values of a story, the chief one first."""
        return tuple(self.value_by_id[id] for id in story.values if id in self.value_by_id)
