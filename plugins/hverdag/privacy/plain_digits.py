"""Prepares a folded text for the detectors of personal numbers: letters typed for digits, and times of day."""

import re

_LETTERS = "OoОоΟοØøIlІ"
_TYPED = re.compile(
    rf"(?:(?<![^\W\d_])[{_LETTERS}]{{1,4}})?\d(?:[\d{_LETTERS}]*\d)?(?:[{_LETTERS}]{{1,4}}(?![^\W\d_]))?"
)
"""A run of digits and of letters that look like 0 or 1; those that belong to a word beside it are no part of it."""
_DIGITS = str.maketrans(dict.fromkeys("OoОоΟοØø", "0") | dict.fromkeys("IlІ", "1"))
_UNTYPED = re.compile(rf"\d(?:(?<=[{_LETTERS}]\d)|(?=[{_LETTERS}]))")

_ZONE = r"(?: ?(?:Z|UTC|GMT)? ?[+-](?:0\d|1[0-4]):?(?:00|15|30|45)(?!\d))?"
_TIME = re.compile(rf"\d(?<!\d\d)(?:(?<=[01])\d|(?<=2)[0-3])?:[0-5]\d(?::[0-5]\d(?:[.,]\d{{1,9}})?)?{_ZONE}(?![\d:])")
_BARE_TIME = re.compile(rf"T(?<=\d{{8}}T)(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?{_ZONE}(?!\d)")
_NO_DIGIT = "¤"


def plain_digits(text: str) -> str:
    """Return the text at the same length, with letters typed for digits as digits, and without times of day and their
    zones: together with a date they are no personal number."""
    for pattern in (_TIME, _BARE_TIME):
        text = pattern.sub(lambda match: _NO_DIGIT * len(match[0]), text)
    return typed_digits(text)


def typed_digits(text: str) -> str:
    """Return the text at the same length, with letters that stand among digits as the digits they look like."""
    if not _UNTYPED.search(text):
        return text
    return _TYPED.sub(lambda match: match[0].translate(_DIGITS), text)
