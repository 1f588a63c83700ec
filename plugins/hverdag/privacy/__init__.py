"""Finds personal data in texts: personal numbers (CPR), contact details and full names.

The detectors take a text and return findings; they read, write and print nothing. Any contributed text that is shown in
a report, a review, a letter or an error must pass through `masked` first.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from ..model.language import Language
from . import contacts, contacts_en
from .finding import ADDRESS, CONTACTS, CPR, CPR_LIKE, MAIL, NAME, NUMBERS, PHONE, Finding
from .fold import Folded, fold, unwrapped
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

_Detector = Callable[[Folded], Iterator[Finding]]
_DETECTORS: Mapping[Language, tuple[_Detector, ...]] = {
    Language.DANISH: (contacts.mails, contacts.phones, contacts.addresses),
    Language.ENGLISH: (contacts.mails, contacts_en.phones, contacts_en.addresses),
}


def find(
    text: str, *, people: bool = False, apart: Collection[str] = (), language: Language = Language.DANISH
) -> list[Finding]:
    """Return the findings in a text, in reading order: personal numbers, and with `people` also contact details and
    full names as they are written in its language, and that do not overlap them. `apart` are words that are never
    surnames here."""
    findings = list(numbers(text))
    if people:
        plain = fold(text)
        one_line = replace(plain, text=unwrapped(plain.text))
        taken = [(number.start, number.end) for number in findings]
        for page in (plain, one_line) if one_line.text != plain.text else (plain,):
            others = [other for detector in _DETECTORS[language] for other in detector(page)]
            others += full_names(page, apart, language)
            findings += [
                other for other in others if not any(other.start < end and start < other.end for start, end in taken)
            ]
            taken = [(finding.start, finding.end) for finding in findings]
    return sorted(findings, key=lambda finding: (finding.start, finding.end))
