"""The languages that a handbook can be read in, and the mark of a file in another than its own: `noeglen.en.md`."""

import re
from enum import StrEnum


class Language(StrEnum):
    """The readers' language."""

    DANISH = "da"
    ENGLISH = "en"


_MARKED = re.compile(rf"(?P<name>.*[^/])\.(?P<mark>{'|'.join(Language)})(?P<ending>\.(?:md|yml))", re.DOTALL)


def language_mark(path: str) -> Language | None:
    """Return the language that a text's file is marked with, as English for `stories/noeglen.en.md`; None if it is in
    the publication's own."""
    found = _MARKED.fullmatch(path)
    return Language(found["mark"]) if found else None


def without_mark(path: str) -> str:
    """Return the path of a text without the mark of its language: `stories/noeglen.md`."""
    return _MARKED.sub(r"\g<name>\g<ending>", path)


def with_mark(path: str, language: Language) -> str:
    """Return the path that a text has in another language than the publication's own: `stories/noeglen.en.md`."""
    name, dot, ending = path.rpartition(".")
    return f"{name}.{language}{dot}{ending}"
