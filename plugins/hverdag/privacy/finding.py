"""What the detectors find. A finding knows where it stands and what it breaks, and never shows what it found."""

from dataclasses import dataclass, field

CPR = "privacy-cpr"
CPR_LIKE = "privacy-cpr-like"
MAIL = "privacy-mail"
PHONE = "privacy-phone"
ADDRESS = "privacy-address"
NAME = "privacy-name"

NUMBERS = frozenset({CPR, CPR_LIKE})
"""What must not be printed anywhere, not even in a report."""

CONTACTS = frozenset({MAIL, PHONE, ADDRESS, NAME})
"""What belongs on a page with contacts, and in no story."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of a text, from `start` up to `end`, and the id of the rule that it breaks. `key` tells whether two
    findings are of the same number or address; it lives in memory only, and no message may hold it."""

    rule: str
    start: int
    end: int
    key: str = field(default="", repr=False)
