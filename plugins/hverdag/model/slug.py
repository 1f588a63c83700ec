"""Names for addresses and files. The Danish letters æ, ø and å become ae, oe and aa."""

import re
import unicodedata

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""The file names that Windows reserves, with any ending."""


def slug(text: str) -> str:
    """Return an address part: `Spørgsmål og svar` becomes `spoergsmaal-og-svar`. It may be empty."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_DANISH))
    return re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode()).strip("-")


def squeezed(text: str) -> str:
    """Return what two ways of writing a name have in common: capital letters, spaces and signs make no difference."""
    return slug(text).replace("-", "")


def is_file_name(text: str) -> bool:
    """Return True if a text is an address part as it stands, and so the name of a file on every computer."""
    return bool(text) and text == slug(text) and not RESERVED.fullmatch(text)


def spelt_out(word: str) -> str:
    """Return a word, in lower case, as it is typed on a keyboard without æ, ø and å."""
    return word.translate(_DANISH)
