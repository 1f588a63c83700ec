"""What a person has said about the rows of a file before they are written."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Decisions:
    """The ids of workplaces by the names that are meant for them, as `key` writes them; sentences that were written
    anew, by the number of their row; and the rows that are to wait. Where nobody `is_asked`, nothing is published that
    nobody has seen."""

    workplaces: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[int, str] = field(default_factory=dict)
    waiting: frozenset[int] = frozenset()
    is_asked: bool = True


@dataclass(frozen=True)
class Guess:
    """A name that no workplace has, and the id and the name of the one that may be meant."""

    given: str
    id: str
    name: str
