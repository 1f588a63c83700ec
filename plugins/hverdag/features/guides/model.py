"""A guide: a method applied to a story, to a value with its stories, or to the handbook itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.addresses import HANDBOOK_CODE, HANDBOOK_GUIDE, guide_path
from ...model.language import Language
from ...model.meeting import MeetingPlan
from ...model.settings import Settings
from ...model.texts.method import Method
from ...model.texts.story import Story
from ...model.texts.value import Value

PAPERS = ("pdf", "docx")
"""The endings of a guide's files on paper; its path with an ending is the file's target."""

HANDBOOK_PAGES: Mapping[Language, str] = {Language.DANISH: "haandbogen", Language.ENGLISH: "handbook"}
"""Stands for the handbook in the addresses of its guides, in the readers' language."""


@dataclass(frozen=True)
class WholeHandbook:
    """The handbook itself, as the subject of a guide. `path` is that of the method, whose page is about the guide too.
    `name` stands in addresses."""

    path: str
    heading: str
    name: str
    id: str = HANDBOOK_GUIDE
    code: str = HANDBOOK_CODE
    questions: tuple[str, ...] = ()


Subject = Story | Value | WholeHandbook
"""What a guide is about."""


def source(guide: "Guide") -> str:
    """Return the path of the text that a fault on a guide's page or paper is looked for in: its story, or its method if
    it has none."""
    return guide.stories[0].path if guide.stories else guide.method.path


def whole_handbook(method: Method, settings: Settings) -> WholeHandbook:
    """Return the handbook as the subject of a method's guide."""
    return WholeHandbook(method.path, settings.title, HANDBOOK_PAGES[settings.language])


def name_in_addresses(subject: Subject) -> str:
    """Return what stands for a subject in the addresses of its guides."""
    return subject.name if isinstance(subject, WholeHandbook) else subject.id


@dataclass(frozen=True, kw_only=True)
class Guide(MeetingPlan):
    """Everything a leader needs to hold one meeting: a method applied to a story, to a value with its stories, or to
    the handbook itself."""

    subject: Subject

    @property
    def path(self) -> str:
        """The target of links to the guide: `guides/kort-samtale/noeglen`."""
        return guide_path(self.method.id, self.subject.id)

    @property
    def code(self) -> str:
        """The code on paper: the subject's code and the method's, such as F01-M01."""
        return f"{self.subject.code}-{self.method.code}"

    @property
    def value(self) -> Value | None:
        """The value that the guide is about; None if it is about something else."""
        return self.subject if isinstance(self.subject, Value) else None

    @property
    def story(self) -> Story | None:
        """The story that the guide is about; None if it is about something else."""
        return self.subject if isinstance(self.subject, Story) else None

    @property
    def of_handbook(self) -> bool:
        """True if the guide is about the handbook itself."""
        return isinstance(self.subject, WholeHandbook)

    @property
    def is_open(self) -> bool:
        """False: a guide has the stories that it has."""
        return False

    @property
    def has_sheet(self) -> bool:
        """True if there is anything on the participants' sheet; cards to cut have pages of their own."""
        return not self.of_handbook or bool(self.stories or self.sheet)

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets of links to its page and its files, whatever their addresses are."""
        return (self.path, *(f"{self.path}.{ending}" for ending in PAPERS))

    @property
    def story_codes(self) -> tuple[str, ...]:
        """The codes of the stories that it reveals."""
        return tuple(story.code for story in (*self.stories, *self.more))
