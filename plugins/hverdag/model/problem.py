"""What is wrong, where, and what to do: the nouns every room speaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Parameter = str | int


class Level(StrEnum):
    """How much a problem matters. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in a file: path from the publication's root, line and column from 1.

    `field` is the front matter field the place belongs to, as `values`, or empty.
    """

    path: str
    line: int = 1
    column: int = 1
    field: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one place. Its words are found by rule id when it is shown."""

    rule: str
    level: Level
    source: Source
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.level is Level.ERROR

    @property
    def order(self) -> tuple[Source, str]:
        """Reading order: by file, line and column."""
        return (self.source, self.rule)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's id, level and words in English; the words are also their own translation keys.

    `message` and `remedy` may name parameters, as `{given}`. Where a problem has the parameter
    `suggestion`, "Did you mean ...?" is said instead of the remedy. `manual` is the rule's page.
    """

    id: str
    level: Level
    message: str
    remedy: str
    manual: str

    def at(self, source: Source, **parameters: Parameter) -> Problem:
        """Build the problem of this rule at a place."""
        return Problem(self.id, self.level, source, parameters)
