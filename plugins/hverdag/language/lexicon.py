"""The words of a site, and all forms that a reader may type for them."""

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
    """Return the words of a text as search sees them: runs of letters and digits, in lower case."""
    return _TOKEN.findall(text.lower())


def standing(texts: Iterable[str]) -> frozenset[str]:
    """Return every word in some texts that is looked up in the dictionary: of 2 to 40 characters, and no number."""
    words = set[str]()
    for text in texts:
        words.update(tokens(text))
    return frozenset(word for word in words if 2 <= len(word) <= _LONGEST and not word.isdigit())


def lexicon(forms_in_site: Collection[str], language: Language) -> Lexicon:
    """Return the words of a site, by name, with their forms and, in Danish, their parts.

    A form that is neither in the dictionary nor a compound of words in it is left out: search finds it as written.
    """
    known = dictionary(language.value)
    splitter = Splitter(known) if language is Language.DANISH else None
    words = set[str]()
    compounds: dict[str, tuple[str, str]] = {}
    for form in forms_in_site:
        bases = known.words(form)
        words.update(bases)
        if not bases and splitter:
            compounds.update(_inflected(form, splitter, known))
    parts = {word: splitter.parts(word) for word in (*words, *compounds)} if splitter else {}
    words.update(part for word_parts in parts.values() for part in word_parts)
    forms = known.forms(words | {last for _, last in compounds.values()})
    compound_forms = {name: tuple(prefix + form for form in forms[last]) for name, (prefix, last) in compounds.items()}
    return {
        name: Word(name, tuple(sorted({name, *(compound_forms.get(name) or forms[name])})), parts.get(name, ()))
        for name in sorted(words | set(compounds))
    }


def _inflected(form: str, splitter: Splitter, known: Dictionary) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each compound that an unknown form may belong to, with its first part as written and its last word."""
    split = splitter.split(form)
    if split:
        for word in known.words(split.last):
            yield split.prefix + word, (split.prefix, word)


def written(words: Lexicon) -> str:
    """Return a lexicon as JSON, for the cache."""
    return json.dumps([[word.name, word.forms, word.parts] for word in words.values()], ensure_ascii=False)


def read(text: str) -> Lexicon:
    """Return a lexicon from the JSON of `written`. Raises ValueError, TypeError or RecursionError for anything else."""
    words = {name: Word(name, tuple(forms), tuple(parts)) for name, forms, parts in json.loads(text)}
    for word in words.values():
        if not all(isinstance(text, str) for text in (word.name, *word.forms, *word.parts)):
            raise TypeError(word.name)
        if word.name not in word.forms or not words.keys() >= set(word.parts):
            raise ValueError(word.name)
    return words
