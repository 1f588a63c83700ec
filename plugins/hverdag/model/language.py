"""The languages that a handbook can be read in."""

from enum import StrEnum


class Language(StrEnum):
    """The readers' language."""

    DANISH = "da"
    ENGLISH = "en"
