"""Whether something is a word: it stands in the dictionary, or is made of words that do."""

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
        """Whether a form, in small letters, is a word."""
        return bool(self._known.words(form)) or self._splitter.split(form) is not None

    def misspelt(self, one: str, other: str) -> bool:
        """Whether the first form is no word, and the second is one. `paa` is none: the dictionary only knows that it is
        på on another keyboard."""
        keyboard = one != other and spelt_out(one) == spelt_out(other) and self._known.words(one) == (other,)
        return keyboard or (self.is_word(other) and not self.is_word(one))


@cache
def spelling(language: str) -> Spelling:
    """Return the words of a language; its dictionary is read once."""
    return Spelling(language)
