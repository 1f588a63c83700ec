"""Contributors and their nods: who took part in a story, and the exact text that each of them said yes to."""

from dataclasses import dataclass
from enum import StrEnum

from ..declared import Day, Declared, Number, Text, Verbatim, declared
from ..editorial.change import Change


class Nod(Declared):
    """One contributor's yes to one exact text."""

    date: Day | None = declared("Date", "The day of the nod.", default=None, required=True)
    text: Text = declared(
        "Text",
        "The fingerprint of the text nodded to and of the role; `hverdag nod` writes it.",
        default="",
        required=True,
    )
    record: Text = declared("Record", "Where a nod given at a meeting or on paper is kept, as a journal number.")


class Contributor(Declared):
    """Someone who took part in a story, named by role."""

    role: Text = declared("Role", "What the contributor does, as `nattevagt`; never who it is.", required=True)
    nod: Nod | None = declared("Nod", "The contributor's yes to the text; `hverdag nod` writes it.", default=None)


class Was(Declared):
    """A word of the text as it was before a language correction."""

    word: Number = declared("Word", "Which word of the text, from 0.", default=0, required=True)
    text: Verbatim = declared("Text", "How it was written, with the signs before it.", default="", required=True)


class Correction(Declared):
    """A language correction, from which the earlier text can be restored and its fingerprint checked."""

    of: Text = declared("Of", "The fingerprint of the text before the correction.", required=True)
    was: tuple[Was, ...] = declared("Was", "How the words that were corrected were written.", default=(), required=True)


class Standing(StrEnum):
    """The status of a contributor's nod.

    RENEWED is a nod to a text that differs by a language correction only, STALE to an earlier text, and UNKNOWN to a
    text that is not in the history of this clone.
    """

    GIVEN = "given"
    RENEWED = "renewed"
    STALE = "stale"
    UNKNOWN = "unknown"
    MISSING = "missing"

    @property
    def counts(self) -> bool:
        """True if it is a yes to the text as it is now."""
        return self in (Standing.GIVEN, Standing.RENEWED)


@dataclass(frozen=True)
class StandingNod:
    """A contributor, the standing of the nod, and the changes since it was given, if they are known.

    `correctable` is True if a language correction would renew the nod.
    """

    contributor: Contributor
    standing: Standing
    changes: tuple[Change, ...] = ()
    correctable: bool = False


@dataclass(frozen=True)
class Standings:
    """The standings of the nods to a story: the fingerprint of its text, a nod for each contributor, the teller first,
    and the numbers of its corrections that are invalid."""

    fingerprint: str
    nods: tuple[StandingNod, ...] = ()
    broken: tuple[int, ...] = ()

    @property
    def given(self) -> int:
        """The number of contributors who have nodded to the text as it is."""
        return sum(nod.standing.counts for nod in self.nods)

    @property
    def complete(self) -> bool:
        """True if there are contributors and all have nodded."""
        return bool(self.nods) and self.given == len(self.nods)
