"""The entries of the journal."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...model.artifact import StoryCodes
from ...model.message import Words


class RecordKind(StrEnum):
    """What an entry is about, in the order of entries of the same day."""

    SELECTION = "selection"
    DECISION = "decision"
    ANSWER = "answer"
    STATEMENT = "statement"
    ENDED = "ended"

    @property
    def order(self) -> int:
        """Its place among the kinds."""
        return tuple(RecordKind).index(self)


@dataclass(frozen=True)
class JournalEntry:
    """What a group or a role decided or said on a day.

    `reference` is the code of a story, an edition or the id of a goal, and `title` what readers know it by. Both are
    empty for a story that was declined, and `who`, `title` and `texts` are for one whose consent has ended.
    `story_codes` are those of the stories whose title or text is in it.
    """

    date: date
    kind: RecordKind
    who: str = ""
    reference: str = ""
    title: str = ""
    texts: tuple[Words, ...] = ()
    story_codes: StoryCodes = ()


@dataclass(frozen=True)
class Journal:
    """The entries of some days, in order, and the day that they were gathered on. `first` and `last` are the days that
    were asked for."""

    entries: tuple[JournalEntry, ...]
    today: date
    first: date | None
    last: date

    @property
    def story_codes(self) -> StoryCodes:
        """The codes of the stories whose title or text is in it."""
        return tuple(sorted({code for entry in self.entries for code in entry.story_codes}))
