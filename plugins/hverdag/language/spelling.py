"""Spelling: a form is a word if it is in the dictionary, or is a compound of words that are."""

from functools import cache

from ..model.slug import spelt_out
from .compounds import Splitter
from .dictionary import dictionary


class Spelling:
    """The words of a language, compounds included."""

    def __init__(self, language: str) -> None:
        self._known = dictionary(language)
        self._splitter = Splitter(self._known)

    def is_word(self, form: str) -> bool:
        """Return True if a form, in lower case, is a word."""
        return bool(self._known.words(form)) or self._splitter.split(form) is not None

    def misspelt(self, form: str, other: str) -> bool:
        """Return True if `form` is no word and `other` is one. `paa` is no word: the dictionary has it only as `på`
        spelt without å."""
        is_spelt_out = form != other and spelt_out(form) == spelt_out(other) and self._known.words(form) == (other,)
        return is_spelt_out or (self.is_word(other) and not self.is_word(form))


@cache
def spelling(language: str) -> Spelling:
    """Return the spelling of a language; its dictionary is read once."""
    return Spelling(language)
