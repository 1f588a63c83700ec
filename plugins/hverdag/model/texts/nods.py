"""Contributors and their nods: who took part in a story, and the exact text that each of them said yes to."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..declared import Day, Declared, Number, Text, Verbatim, declared
from ..editorial.change import Change

ACCOUNT = re.compile(r"[1-9][0-9]{0,17}")
"""The number of an account in a forge."""

COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
"""A commit, by its whole digest."""


class NodKind(StrEnum):
    """How a nod came into the story: by an approval in the forge, or written down by the editors, with or without a
    record of where it is kept."""

    FORGE = "forge"
    RECORDED = "recorded"
    NOTED = "noted"


class Nod(Declared):
    """One contributor's yes to one exact text. `version` is that of the rules which say what is nodded to.

    A nod from the forge names the account that approved, by its number, and the commit that was approved. One that the
    editors have written down may name its record instead.
    """

    date: Day | None = declared("Date", "The day of the nod.", default=None, required=True)
    text: Text = declared(
        "Text",
        "The fingerprint of the text nodded to and of the role; `hverdag nod` writes it.",
        default="",
        required=True,
    )
    version: Number = declared(
        "Version", "Which rules the fingerprint was made by; `hverdag nod` writes it.", default=1
    )
    account: Text = declared("Account", "The number of the account that approved on GitHub; the robot writes it.")
    commit: Text = declared("Commit", "The commit that was approved on GitHub; the robot writes it.")
    record: Text = declared("Record", "Where a nod given at a meeting or on paper is kept, such as a case number.")

    @property
    def kind(self) -> NodKind:
        """How the nod came into the story. One that names both an account and a record is the editors' own."""
        if self.record:
            return NodKind.RECORDED
        return NodKind.FORGE if self.account or self.commit else NodKind.NOTED


class Contributor(Declared):
    """Someone who took part in a story, named by role."""

    role: Text = declared("Role", "What the contributor does, such as `night nurse`; never who it is.", required=True)
    nod: Nod | None = declared("Nod", "The contributor's yes to the text; `hverdag nod` writes it.", default=None)


class Was(Declared):
    """A word of the text as it was before a language correction."""

    word: Number = declared("Word", "Which word of the text, from 0.", default=0, required=True)
    text: Verbatim = declared("Text", "How it was written, with the signs before it.", default="", required=True)


class Correction(Declared):
    """A language correction, from which the earlier text can be restored and its fingerprint checked."""

    of: Text = declared("Of", "The fingerprint of the text before the correction.", required=True)
    version: Number = declared(
        "Version", "Which rules the fingerprint was made by; `hverdag nod` writes it.", default=1
    )
    was: tuple[Was, ...] = declared("Was", "How the words that were corrected were written.", default=(), required=True)


class Standing(StrEnum):
    """The status of a contributor's nod, or of an answer.

    RENEWED is a nod to a text that differs by a language correction only, STALE to an earlier text, and UNKNOWN to a
    text that is not in the history of this clone. OUTDATED is a nod from when other rules said what is nodded to, and
    NEWER one by rules that this program does not know yet. UNAPPROVED is a nod that names a commit of this clone at
    which the text was another one.
    """

    GIVEN = "given"
    RENEWED = "renewed"
    STALE = "stale"
    UNKNOWN = "unknown"
    MISSING = "missing"
    OUTDATED = "outdated"
    NEWER = "newer"
    UNAPPROVED = "unapproved"

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


class AnswerField(StrEnum):
    """The fields of a story that hold an answer to its text: the group's decision, management's response, and the
    second person's answer about those who are mentioned."""

    DECISION = "decision"
    RESPONSE = "response"
    MENTIONED = "mentioned"


@dataclass(frozen=True)
class StandingAnswer:
    """An answer to a story, the day it was given, and its standing: MISSING if it does not say which text it is about,
    STALE if that is another text than the one that is here."""

    field: AnswerField
    day: date
    standing: Standing


@dataclass(frozen=True)
class Standings:
    """The standings of the nods to a story: the fingerprint of its text, a nod for each contributor, the teller first,
    the numbers of its corrections that are invalid, and the standings of its answers."""

    fingerprint: str
    nods: tuple[StandingNod, ...] = ()
    broken: tuple[int, ...] = ()
    answers: tuple[StandingAnswer, ...] = ()

    @property
    def given(self) -> int:
        """The number of contributors who have nodded to the text as it is."""
        return sum(nod.standing.counts for nod in self.nods)

    @property
    def complete(self) -> bool:
        """True if there are contributors and all have nodded."""
        return bool(self.nods) and self.given == len(self.nods)

    @property
    def has_newer(self) -> bool:
        """True if a newer program has written a nod or an answer here."""
        every = (*(nod.standing for nod in self.nods), *(answer.standing for answer in self.answers))
        return Standing.NEWER in every
