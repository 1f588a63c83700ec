"""The languages that a handbook can be read in."""

import re
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
