"""The words of a language: which word a form is a form of, and which forms a word has."""

import hashlib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files

_ENDINGS = ("s", "e", "n", "t", "r", "en", "et", "er", "ne", "te", "de", "ene", "erne", "ing", "ed")
"""The Danish and English endings that show if a form is a word of its own, and how the word is inflected."""


class Dictionary:
    """The dictionary of simplemma for a language. It gives each form one word; here a form may have two."""

    def __init__(self, language: str) -> None:
        # Imported here: it compiles its rules for fifty languages, and most builds find their lexicon in the cache.
        from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415

        self._word_of: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary(language)
        self._forms: dict[str, list[str]] = {}

    def words(self, form: str) -> tuple[str, ...]:
        """Return the words that a form may belong to: `bad` to `bede` and `bad`; none for an unknown form."""
        word = self._word_of.get(form)
        if word is None:
            return ()
        return (word,) if word == form or not self.endings(form) else (word, form)

    def endings(self, word: str) -> frozenset[str]:
        """Return the endings that a word takes in the dictionary; a form that is no word of its own takes none."""
        return frozenset(ending for ending in _ENDINGS if self._word_of.get(word + ending) == word)

    def forms(self, words: Collection[str]) -> dict[str, list[str]]:
        """Return all forms of each word, from one pass through the whole dictionary. A word that was asked for before
        is known: a preview asks of almost the same words again and again."""
        new: dict[str, list[str]] = {word: [] for word in words if word not in self._forms}
        for form, word in self._word_of.items() if new else ():
            if word in new:
                new[word].append(form)
        self._forms |= new
        return {word: self._forms[word] for word in words}


@cache
def dictionary(language: str) -> Dictionary:
    """Return the dictionary of a language; it is read once."""
    return Dictionary(language)


@cache
def edition() -> str:
    """Return a hex digest of all that decides what is in a lexicon: the dictionary's version, and this room's files."""
    digest = hashlib.sha256(version("simplemma").encode())
    for part in sorted(files(__package__).iterdir(), key=lambda entry: entry.name):
        if part.is_file():
            digest.update(part.read_bytes())
    return digest.hexdigest()
