"""What may be published of a story: what its teller has consented to, and who else appears in it.

Git keeps everything, so no field holds a name: a person's consent is a reference to the organisation's register.
"""

import re
import unicodedata
from datetime import date
from enum import StrEnum

from ..declared import Day, Declared, Number, Text, Truth, declared

_LOOK_ALIKE = str.maketrans("авекмнорстухіѕјαβεικνορτυχoil", "abekmh0pctyx1sjabe1kv0ptyx011")
"""Cyrillic and Greek letters as the Latin ones that they look like, and letters as the digits that they look like."""


_SAID = re.compile(r"(?<![^\W_])(?:nr|no|number|samtykke|consent)(?![^\W_])")
"""What may be said before a number, and is no part of it."""

_PARTS = re.compile(r"[^\W\d_]+|(?:19|20)\d\d(?=\d\d)|\d+")
"""Letters, a year in front of a number, and numbers."""


_PLACEHOLDER = re.compile(
    r"""
    \.{2,} | (?:\.\s+){2} | [•·?] | __ | \#{2,} | \*{2,} | -{2,} | [<>{}] | \[\[  # dots and other signs
    | (?<![^\W\d_])\d*([xnåäyz])\1+(?![^\W_])                            # XXX, 2026-nnn, 20xx
    | (?<![^\W_])x(?![^\W_])                                            # SAM-2026-x
    | (?<!\d)0{3,}(?!\d) | (?<!\d)0+\W*$                                # 0000, SAM-2026-0
    | [-–—/_:]$ | (?:19|20)\d\d\W?n$                                      # SAM-2026-, SAM-2026-n
    | (?<![^\W_])(?:todo|tbd|tba|udfyldes|udfyld|indsæt|indsættes|skriv|mangler|følger|eksempel|placeholder|example
        |sample|dummy|missing|pending)(?![^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What stands where a number is still to be written."""


class Channel(StrEnum):
    """Where a story may be shown: on the organisation's own network, on paper, or outside the organisation."""

    INTRANET = "intranet"
    PRINT = "print"
    OUTSIDE = "outside"


class Reach(StrEnum):
    """Where a handbook is published: on the organisation's own network, or where anyone can open it."""

    INTRANET = "intranet"
    OUTSIDE = "outside"

    @property
    def channel(self) -> Channel:
        """The channel that a story must allow to be in it."""
        return Channel(self.value)


class Unavailable(StrEnum):
    """Why a story's text is not in an edition: its consent has ended, or does not cover the edition's channel."""

    ENDED = "ended"
    ELSEWHERE = "elsewhere"


def folded_reference(reference: str) -> str:
    """Return a reference as it is compared: `sam 2026-O14`, `SAM2026014` and `samtykke nr. SAM-2026-14` are the same
    consent as `SAM-2026-014`. It is empty where there is nothing to compare."""
    plain = (sign for sign in unicodedata.normalize("NFKC", reference).casefold() if unicodedata.category(sign) != "Cf")
    parts = _PARTS.findall(_SAID.sub(" ", "".join(plain)).translate(_LOOK_ALIKE))
    return "-".join(part.lstrip("0") or "0" for part in parts)


def is_placeholder(reference: str) -> bool:
    """Return True if a reference has the form of one and no number yet, as `SAM-2026-...`, `SAM-XXXX-000` or
    `SAM-2026-`."""
    return bool(_PLACEHOLDER.search(unicodedata.normalize("NFKC", reference).strip()))


class Consent(Declared):
    """The teller's consent: its channels, its last day, and the day it was withdrawn, if it was."""

    reference: Text = declared(
        "Reference",
        "Where the consent is kept in your own register, such as SAM-2026-014; never a name.",
        required=True,
    )
    channels: tuple[Channel, ...] = declared(
        "Channels", "Where the story may be: `intranet`, `print`, `outside`.", default=(), required=True
    )
    until: Day | None = declared("Until", "The last day the consent holds.", default=None, required=True)
    withdrawn: Day | None = declared(
        "Withdrawn", "The day the consent was taken back; `hverdag withdraw` writes it.", default=None
    )

    def has_run_out(self, today: date) -> bool:
        """Return True if the last day is past."""
        return self.until is not None and self.until < today


class Person(Declared):
    """Someone else than the teller who appears in a story, named by relation."""

    relation: Text = declared("Relation", "Who it is, such as `a neighbour's daughter`; never a name.", required=True)
    changed: Text = declared(
        "Changed", "What was changed to protect the person, such as `place and age`; never how it was.", required=True
    )
    recognisable: Truth = declared(
        "Recognisable",
        "Could a neighbour or a colleague recognise the person? `true` or `false`.",
        default=False,
        required=True,
    )
    pictured: Truth = declared("Pictured", "`true` where the person can be seen in a picture.", default=False)
    consent: Text = declared("Consent", "The person's own consent in your register, such as SAM-2026-015.")

    @property
    def must_consent(self) -> bool:
        """True if this person's own consent is needed besides the teller's."""
        return self.recognisable or self.pictured


class Mentioned(Declared):
    """Everyone else who appears in a story, confirmed by a second person."""

    people: tuple[Person, ...] = declared("People", "Those who appear; `[]` where nobody does.", default=())
    asked: Text = declared(
        "Asked", "Who answered whether anyone can be recognised, by role; not the teller.", required=True
    )
    date: Day | None = declared("Date", "The day it was answered.", default=None, required=True)
    text: Text = declared("Text", "The fingerprint of the text that was read; `hverdag nod --second` writes it.")
    version: Number = declared(
        "Version", "Which rules the fingerprint was made by; `hverdag nod` writes it.", default=1
    )
