"""What has changed in a passage: the words that were kept, those that are gone, and those that are new."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that met the same fate."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that is not as it was: the field it belongs to, and its words, old and new, in reading order."""

    field: str
    stretches: tuple[Stretch, ...]

    def of(self, fate: Fate) -> str:
        """Return all the words of one fate."""
        return " … ".join(stretch.text for stretch in self.stretches if stretch.fate is fate)


MOST_TOLD = 3
LONGEST_TOLD = 60


def excerpt(changes: Iterable[Change]) -> str:
    """Return the first changes on one line, as `»lå« → »ligger«; »ikke« → …`: enough to see what it is about."""
    pairs = [pair for change in changes for pair in _pairs(change)]
    told = [f"{_quoted(gone)} → {_quoted(new)}" for gone, new in pairs[:MOST_TOLD]]
    return "; ".join((*told, *(["…"] if len(pairs) > MOST_TOLD else []))) or "…"


def _pairs(change: Change) -> Iterator[tuple[str, str]]:
    """Words that are gone, and those that came in their place."""
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


def _quoted(text: str) -> str:
    one_line = " ".join(text.split())
    short = one_line if len(one_line) <= LONGEST_TOLD else f"{one_line[:LONGEST_TOLD].rstrip()} …"
    return f"»{short}«" if short else "–"
