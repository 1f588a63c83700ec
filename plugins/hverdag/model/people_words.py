"""What a person can be found by, where a role belongs: a name, a telephone number, an address."""

import re

FINDABLE = re.compile(
    r"@\w|\S+\(at\)\S+"  # an e-mail address, or a name in the forge
    r"|(?<!\d)\d{6}[ ‐‑–-]{0,3}\d{4}(?!\d)"  # a personal number
    r"|(?<!\d)(?<!\d[.-])(?:\+\d\d ?)?(?:\d{8}|\d\d([ ./‐‑-])\d\d\1\d\d\1\d\d|\d\d \d{3} \d{3})(?![.-]?\d)"
)
"""An e-mail address, a personal number, or the eight digits of a telephone number."""

NAME = re.compile(
    r"\b(?:[Ff]ru|[Ff]rk\.?|[Hh]r\.?|Mrs?\.?|Ms\.?)\s+[A-ZÆØÅ]\w+|\b[A-ZÆØÅÄÖÜ][a-zæøåäöüé]+(?:[\s-]+[A-ZÆØÅÄÖÜ][a-zæøåäöüé]*\.?)+"
)
"""What looks like a name: two words in a row that begin with a capital letter, or one after a title."""

_YEARS = re.compile(r"(?:19|20)\d\d[ -](?:(?:19|20)\d\d|\d\d[ -]\d\d)")
"""A span of years, or a date: eight digits that call nobody."""


def is_findable(text: str) -> bool:
    """Return True if a text contains something that identifies a person."""
    return FINDABLE.search(_YEARS.sub("", text)) is not None


def name_in(text: str) -> str:
    """Return the part of a role that looks like a name; an empty string if nothing does."""
    match = NAME.search(text)
    return match[0] if match else ""
