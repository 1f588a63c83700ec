"""The words of a language: which word a form is a form of, and which forms a word has."""

from collections.abc import Collection, Mapping
from functools import cache
from importlib.metadata import version

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

_ENDINGS = ("s", "e", "n", "t", "r", "en", "et", "er", "ne", "te", "de", "ene", "erne", "ing", "ed")
"""Enough of what Danish and English words end with to see that a form is a word of its own, and how it is inflected."""


class Dictionary:
    """What simplemma knows of a language. It gives each form one word; here a form may have several."""

    def __init__(self, language: str) -> None:
        self._word_of: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(language)

    def words(self, form: str) -> tuple[str, ...]:
        """Return the words that a form may be of: `bad` is bede and bad; none for a form that is not known."""
        found = self._word_of.get(form)
        if found is None:
            return ()
        return (found,) if found == form or not self.endings(form) else (found, form)

    def endings(self, word: str) -> frozenset[str]:
        """Return the endings that a word is known to take: what tells a word from a mere form, and `-et` from `-en`."""
        return frozenset(ending for ending in _ENDINGS if self._word_of.get(word + ending) == word)

    def forms(self, words: Collection[str]) -> dict[str, list[str]]:
        """Return all forms of each word. It goes through the whole dictionary, once for all of them."""
        found: dict[str, list[str]] = {word: [] for word in words}
        for form, word in self._word_of.items():
            if word in found:
                found[word].append(form)
        return found


@cache
def dictionary(language: str) -> Dictionary:
    """Return the dictionary of a language; it is read once."""
    return Dictionary(language)


def edition() -> str:
    """Which edition of the dictionary is here: what it says may change with it."""
    return version("simplemma")
