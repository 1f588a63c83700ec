"""The words of a site, and all forms that a reader may type for them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from ..model.language import Language
from ..model.search import Lexicon, Word
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


def look_up(forms: Collection[str], language: Language) -> dict[str, list[Word]]:
    """Return what each form brings to a lexicon: the words that it may be a form of, with all their forms, and, in
    Danish, their parts, which are words too. What one brings depends on no other.

    A form that is neither in the dictionary nor a compound of words in it brings nothing: search finds it as written.
    """
    known = dictionary(language.value)
    splitter = Splitter(known) if language is Language.DANISH else None
    own = {form: dict(_words_of(form, known, splitter)) for form in forms}
    parts = {name: splitter.parts(name) if splitter else () for words in own.values() for name in words}
    inside = {part for found in parts.values() for part in found}
    forms_of = known.forms(inside | {last for words in own.values() for _, last in words.values()})

    def brought(words: Mapping[str, tuple[str, str]]) -> Iterator[Word]:
        for name, (prefix, last) in words.items():
            yield Word(name, tuple(sorted({name, *(prefix + form for form in forms_of[last])})), parts[name])
        for part in dict.fromkeys(part for name in words for part in parts[name]):
            if part not in words:
                yield Word(part, tuple(sorted({part, *forms_of[part]})))

    return {form: list(brought(words)) for form, words in own.items()}


def lexicon(brought: Iterable[Iterable[Word]]) -> Lexicon:
    """Return all words that forms bring, by name."""
    words: dict[str, Word] = {}
    for word in (word for words_of_form in brought for word in words_of_form):
        other = words.get(word.name, word)
        same = other == word
        forms = word.forms if same else tuple(sorted({*word.forms, *other.forms}))
        words[word.name] = word if same else Word(word.name, forms, word.parts or other.parts)
    return {name: words[name] for name in sorted(words)}


def _words_of(form: str, known: Dictionary, splitter: Splitter | None) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each word that a form may belong to, as what stands before its last part, and that part: nothing, and the
    word, where the dictionary has it."""
    bases = known.words(form)
    split = splitter.split(form) if splitter and not bases else None
    if split:
        for word in known.words(split.last):
            yield split.prefix + word, (split.prefix, word)
    else:
        yield from ((base, ("", base)) for base in bases)
