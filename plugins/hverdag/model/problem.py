"""Problems, their rules and their places, which every room uses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .message import Parameter, message

__all__ = ["Level", "Parameter", "Problem", "Rule", "Source", "Tag"]


CHOICES = ("choices", "free", "blocks")
"""The parameters of a problem that list what may be written instead."""
NO_CHOICES = ("", "-", "–")
"""What such a list is where there is nothing in it."""
NOTHING_TO_CHOOSE = message("There is nothing to choose among here. Take it out.")


class Level(StrEnum):
    """The severity of a problem. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Tag(StrEnum):
    """A property of a rule.

    DRAFT_MAY_LACK: a draft may break it, since no reader sees it. OF_AN_ADDRESS: it also applies to a story that is out
    of the handbook, since a notice is at its address. IN_GIT_TOO: it is reported for such a story all the same, since
    git still has its text. ABOUT_PEOPLE: it protects people rather than texts. TOLD_AS_MISSING: a review lists its
    problems as missing, not as faults. MUST_BE_ANSWERED: a review counts its warnings as faults. UNREADABLE: the file
    that breaks it could not be read completely. NOTE_IN_PREVIEW: it is only a note in a preview, for someone who is
    still setting up the handbook.
    """

    DRAFT_MAY_LACK = "draft-may-lack"
    OF_AN_ADDRESS = "of-an-address"
    IN_GIT_TOO = "in-git-too"
    ABOUT_PEOPLE = "about-people"
    TOLD_AS_MISSING = "told-as-missing"
    MUST_BE_ANSWERED = "must-be-answered"
    UNREADABLE = "unreadable"
    NOTE_IN_PREVIEW = "note-in-preview"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a file: path from the publication's root, line and column from 1.

    `field` is the front matter field of the place, such as `values`, or empty.
    """

    path: str
    line: int = 1
    column: int = 1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one place. Its message is looked up by the id of its rule when it is shown."""

    rule: str
    level: Level
    source: Source
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """True if this problem stops a build."""
        return self.level is Level.ERROR

    @property
    def lacks_choices(self) -> bool:
        """True if there is nothing that could be written instead of what was."""
        return any(self.parameters.get(name) in NO_CHOICES for name in CHOICES if name in self.parameters)

    @property
    def order(self) -> tuple[Source, str]:
        """The sort key of problems: file, line, column, and rule."""
        return (self.source, self.rule)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's id, level and words in English; the words are also their own translation keys.

    `message` and `remedy` may name parameters, such as `{given}`; one that is a Message is translated first. If a
    problem has the parameter `suggestion`, "Did you mean ...?" replaces the remedy; its parameter `sample` holds lines
    that are shown below it, to be copied as they are. `none` is the remedy where there is nothing to choose among,
    so that one of the parameters CHOICES is empty. `manual` is the rule's page in the manual.
    """

    id: str
    level: Level
    message: str
    remedy: str
    manual: str
    tags: tuple[Tag, ...] = ()
    none: str = NOTHING_TO_CHOOSE.text

    def at(self, source: Source, **parameters: Parameter) -> Problem:
        """Return a problem of this rule at a place."""
        return Problem(self.id, self.level, source, parameters)
