"""The changes in a passage: the words that were kept, removed and added."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..message import Message, Words, message


class Fate(StrEnum):
    """The change to a stretch of words: kept, removed or added."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive words with the same fate."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A changed line: its field, and its words, old and new, in reading order. `exchanged` is True if it shows another
    picture than before, or is about another recording, whatever became of the words."""

    field: str
    stretches: tuple[Stretch, ...]
    exchanged: bool = False

    @property
    def note(self) -> Message | None:
        """The note that a picture or the recording was exchanged, or None if it was not."""
        if not self.exchanged:
            return None
        return message("the recording was exchanged") if self.field == "audio" else message("the picture was exchanged")

    def of(self, fate: Fate) -> str:
        """Return the words of all stretches with a fate."""
        return " … ".join(stretch.text for stretch in self.stretches if stretch.fate is fate)


MOST_TOLD = 3
LONGEST_TOLD = 60


def excerpt(changes: Iterable[Change]) -> Words:
    """Return what was exchanged and the first MOST_TOLD changes, on one line, such as “lay” → “lies”; “not” → –."""
    changes = tuple(changes)
    pairs = [pair for change in changes for pair in _pairs(change)]
    shown = [exchange(_short(gone), _short(new)) for gone, new in pairs[:MOST_TOLD]]
    notes = dict.fromkeys(change.note for change in changes if change.note)
    return in_a_row((*reversed(notes), *shown, *(["…"] if len(pairs) > MOST_TOLD else []))) or "…"


def in_a_row(parts: Sequence[Words]) -> Words:
    """Return the parts with a semicolon between them; an empty text if there are none."""
    words: Words = ""
    for part in reversed(parts):
        words = message("{one}; {other}", one=part, other=words) if words else part
    return words


def exchange(gone: str, new: str) -> Message:
    """Return removed words and those that replaced them, in the quotation marks of the reader's language; a dash stands
    where there are none."""
    if not new:
        return message("“{gone}” → –", gone=gone)
    return message("“{gone}” → “{new}”", gone=gone, new=new) if gone else message("– → “{new}”", new=new)


def _pairs(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the removed words and the words that replaced them; either may be empty."""
    gone = ""
    for stretch in (*change.stretches, Stretch(Fate.KEPT, "")):
        if stretch.fate is Fate.GONE:
            gone = stretch.text
        elif stretch.fate is Fate.NEW:
            yield gone, stretch.text
            gone = ""
        elif gone:
            yield gone, ""
            gone = ""


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST_TOLD else f"{one_line[:LONGEST_TOLD].rstrip()} …"
