"""The findings of the detectors. A finding has a position and a rule, and its repr never shows the personal data."""

from dataclasses import dataclass, field

CPR = "privacy-cpr"
CPR_LIKE = "privacy-cpr-like"
MAIL = "privacy-mail"
PHONE = "privacy-phone"
ADDRESS = "privacy-address"
NAME = "privacy-name"

NUMBERS = frozenset({CPR, CPR_LIKE})
"""Rules for personal numbers, which must not be printed anywhere, not even in a report."""

CONTACTS = frozenset({MAIL, PHONE, ADDRESS, NAME})
"""Rules for what may be on a contact page, but not in a story."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of a text, from `start` up to `end`, and the id of the rule that it breaks.

    `key` is equal for findings of the same number or address. It is kept in memory only; no message may contain it."""

    rule: str
    start: int
    end: int
    key: str = field(default="", repr=False)
