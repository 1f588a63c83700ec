"""Finds in a text what tells who somebody is: personal numbers above all, and how a person can be reached.

Text in, findings out: nothing is read, written or printed here. `masked` is what every text must pass that may hold
someone else's words and is shown: in a report, a review, a letter or an error.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

from . import contacts
from .finding import ADDRESS, CONTACTS, CPR, CPR_LIKE, MAIL, NAME, NUMBERS, PHONE, Finding
from .fold import Folded, fold
from .mask import bare, covered, holds_number, masked, masked_all
from .names import names as full_names
from .numbers import numbers
from .rules import RULES

__all__ = [
    "ADDRESS",
    "CONTACTS",
    "CPR",
    "CPR_LIKE",
    "MAIL",
    "NAME",
    "NUMBERS",
    "PHONE",
    "RULES",
    "Finding",
    "bare",
    "covered",
    "find",
    "holds_number",
    "masked",
    "masked_all",
]

_DETECTORS: Mapping[str, Callable[[Folded], Iterator[Finding]]] = {
    MAIL: contacts.mails,
    PHONE: contacts.phones,
    ADDRESS: contacts.addresses,
}


def find(text: str, *, people: bool = False, apart: Collection[str] = ()) -> list[Finding]:
    """Return what a text holds that it should not, in reading order: personal numbers, and with `people` also how a
    person can be reached, and full names. `apart` are words that are no surnames here."""
    found = list(numbers(text))
    if people:
        plain = fold(text)
        taken = [(one.start, one.end) for one in found]
        others = [one for detector in _DETECTORS.values() for one in detector(plain)]
        others += full_names(plain, apart)
        found += [one for one in others if not any(one.start < end and start < one.end for start, end in taken)]
    return sorted(found, key=lambda one: (one.start, one.end))
