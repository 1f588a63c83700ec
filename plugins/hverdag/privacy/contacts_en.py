"""Detects telephone numbers and addresses as they are written in English."""

import re
from collections.abc import Iterator

from .contacts import phone_is_meant
from .finding import ADDRESS, PHONE, Finding
from .fold import Folded

_ABROAD = re.compile(
    r"(?<![\w+])(?:\+|00)[1-9]\d{0,2}[ -]?(?:\(0\)[ -]?)?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,4}(?!\w|[ -]?\d)"
)
_AT_HOME = re.compile(r"(?<![\w+])(?<!\d[ -./])\(?0[1-9]\d{1,3}\)?[ .-]?\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?!\w|[ -]?\d)")
_FEWEST, _MOST = 10, 11
"""How many digits a British number has, with the nought before it."""
_DAY = re.compile(r"[0-3]\d-\d\d-\d{4}")

_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_ADDRESS = re.compile(
    r"\b(?:(?:Flat|Apartment|Apt\.?|Unit) \w{1,4},? )?\d{1,3}[A-Za-z]?,? (?:[A-Z][\w'’.-]{1,30} ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Close|Court|Crescent|Gardens?|Grove|Hill|Mews|Place|Row|Square|Terrace"
    rf"|Walk|Way|Boulevard|Parade|Quay)\b\.?(?:,? [A-Z][a-z]{{2,30}})?(?:,?\s{{1,2}}{_POSTCODE}\b)?"
    rf"|\b{_POSTCODE.replace(' ?', ' ')}\b"
)


def phones(plain: Folded) -> Iterator[Finding]:
    """Yield each telephone number: with a country code, or a British one."""
    for match in (*_ABROAD.finditer(plain.text), *_AT_HOME.finditer(plain.text)):
        digits = re.sub(r"\D", "", match[0])
        if match.re is _AT_HOME and (not _FEWEST <= len(digits) <= _MOST or _DAY.match(match[0])):
            continue
        if match.re is _ABROAD or phone_is_meant(plain.text, *match.span()):
            yield Finding(PHONE, *plain.origin(*match.span()), key=digits)


def addresses(plain: Folded) -> Iterator[Finding]:
    """Yield each street with the number of a house before it, and each British postcode."""
    for match in _ADDRESS.finditer(plain.text):
        yield Finding(ADDRESS, *plain.origin(*match.span()), key=" ".join(match[0].casefold().split()))
