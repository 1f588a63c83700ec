"""The languages that a handbook can be read in, and the mark of a file in another than its own: `noeglen.en.md`."""

import re
from collections.abc import Collection
from enum import StrEnum


class Language(StrEnum):
    """The readers' language."""

    DANISH = "da"
    ENGLISH = "en"

    @property
    def tag(self) -> str:
        """The language as pages and papers name it."""
        return language_tag(self.value)


def language_tag(language: str) -> str:
    """Return a language by its code as pages and papers name it: the English written here is British."""
    return "en-GB" if language == Language.ENGLISH else language


_NAMES = {
    Language.DANISH: ("da", "dk", "dan", "dansk", "danish"),
    Language.ENGLISH: ("en", "gb", "uk", "us", "eng", "engelsk", "english"),
}
"""What people call each language, in Danish and English, and short for it."""
_REGION = re.compile(r"(?P<language>[^\W\d_]+)(?:[-_ ][\w-]+)?(?:\.[\w-]+)?", re.ASCII)


def language_named(text: str) -> str:
    """Return the code of the language that a text names, as `dansk`, `English` or `en-GB`; "" if it names none."""
    found = _REGION.fullmatch(text.strip())
    word = found["language"].casefold() if found else ""
    return next((language.value for language, names in _NAMES.items() if word in names), "")


_MARKED = re.compile(rf"(?P<name>.*[^/])\.(?P<mark>{'|'.join(Language)})(?P<ending>\.(?:md|yml))", re.DOTALL)


def language_mark(path: str) -> Language | None:
    """Return the language that a text's file is marked with, as English for `stories/noeglen.en.md`; None if it is in
    the publication's own."""
    found = _MARKED.fullmatch(path)
    return Language(found["mark"]) if found else None


def without_mark(path: str) -> str:
    """Return the path of a text without the mark of its language: `stories/noeglen.md`."""
    return _MARKED.sub(r"\g<name>\g<ending>", path)


def in_own_site(path: str, languages: Collection[str] = tuple(Language)) -> str:
    """Return the path that a file of a site has in the folder of its language: `print/pamphlet.pdf` for
    `en/print/pamphlet.pdf`."""
    first, _, inside = path.partition("/")
    return inside if first in languages and inside else path


def with_mark(path: str, language: Language) -> str:
    """Return the path that a text has in another language than the publication's own: `stories/noeglen.en.md`."""
    name, dot, ending = path.rpartition(".")
    return f"{name}.{language}{dot}{ending}"
