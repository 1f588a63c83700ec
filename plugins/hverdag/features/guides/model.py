"""A guide: a method applied to a story, or to a value with its stories."""

from dataclasses import dataclass

from ...model.addresses import guide_path
from ...model.meeting import MeetingPlan
from ...model.texts.story import Story
from ...model.texts.value import Value

PAPERS = ("pdf", "docx")
"""The endings of a guide's files on paper; its path with an ending is the file's target."""


@dataclass(frozen=True, kw_only=True)
class Guide(MeetingPlan):
    """Everything a leader needs to hold one meeting: a method applied to a story, or to a value with its stories."""

    subject: Story | Value

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
        """The value that the guide is about; None if it is about a story."""
        return self.subject if isinstance(self.subject, Value) else None

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets of links to its page and its files, whatever their addresses are."""
        return (self.path, *(f"{self.path}.{ending}" for ending in PAPERS))

    @property
    def story_codes(self) -> tuple[str, ...]:
        """The codes of the stories that it reveals."""
        return tuple(story.code for story in (*self.stories, *self.more))
