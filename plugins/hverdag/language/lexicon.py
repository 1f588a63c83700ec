"""The words that stand in a site, and everything a reader may type to mean them."""

import json
import re
from collections.abc import Collection, Iterable, Iterator

from ..model.search import Lexicon, Word
from ..model.settings import Language
from .compounds import Splitter
from .dictionary import Dictionary, dictionary

_TOKEN = re.compile(r"[^\W_]+")
_LONGEST = 40


def tokens(text: str) -> list[str]:
    """Return the words of a text as search sees them: small letters, and nothing between."""
    return _TOKEN.findall(text.lower())


def standing(texts: Iterable[str]) -> frozenset[str]:
    """Return every word that stands in some texts and may be looked up."""
    return frozenset(
        word for text in texts for word in tokens(text) if 2 <= len(word) <= _LONGEST and not word.isdigit()
    )


def lexicon(stood: Collection[str], language: Language) -> Lexicon:
    """Return the words that stand in a site, with their forms and, in Danish, their parts.

    What the dictionary does not know, and is no compound of what it knows, is left out: it is found as it stands.
    """
    known = dictionary(language.value)
    splitter = Splitter(known) if language is Language.DANISH else None
    words = set[str]()
    compounds: dict[str, tuple[str, str]] = {}
    for form in stood:
        found = known.words(form)
        words.update(found)
        if not found and splitter:
            compounds.update(_inflected(form, splitter, known))
    parts = {word: splitter.parts(word) for word in (*words, *compounds)} if splitter else {}
    words.update(part for found in parts.values() for part in found)
    forms = known.forms(words | {last for _, last in compounds.values()})
    made = {name: tuple(prefix + form for form in forms[last]) for name, (prefix, last) in compounds.items()}
    return {
        name: Word(name, tuple(sorted({name, *(made.get(name) or forms[name])})), parts.get(name, ()))
        for name in sorted(words | set(compounds))
    }


def _inflected(form: str, splitter: Splitter, known: Dictionary) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what a form of an unknown compound may be a form of, with its first part as it stands and its last word."""
    split = splitter.split(form)
    if split:
        for word in known.words(split.last):
            yield split.prefix + word, (split.prefix, word)


def written(words: Lexicon) -> str:
    """Return a lexicon as text, to be kept."""
    return json.dumps([[word.name, word.forms, word.parts] for word in words.values()], ensure_ascii=False)


def read(text: str) -> Lexicon:
    """Return a lexicon that was kept. Raises ValueError, TypeError or RecursionError for anything else."""
    words = {name: Word(name, tuple(forms), tuple(parts)) for name, forms, parts in json.loads(text)}
    for word in words.values():
        if not all(isinstance(held, str) for held in (word.name, *word.forms, *word.parts)):
            raise TypeError(word.name)
        if word.name not in word.forms or not words.keys() >= set(word.parts):
            raise ValueError(word.name)
    return words
