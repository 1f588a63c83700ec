"""What is Danish in texts in another language: its letters, its words, and whole paragraphs."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from simplemma import is_known, langdetect

from tests.catalogue import known

LETTERS = re.compile("[æøå]", re.IGNORECASE)
WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")
"""A word; letters with digits beside them are a number or a digest."""
_FEWEST_WORDS = 8
"""Words of a paragraph that the language of can be told."""
_FEWEST_KNOWN = 0.5
"""How many of the words of a Danish paragraph are known at least, as a part of 1."""


_SMALL = frozenset({"og", "af", "er", "jeg", "jer", "os", "skal", "eller", "hun"})
"""Danish words that a large dictionary of English has as well, as a name or a rare word."""


@cache
def danish_words() -> frozenset[str]:
    """Return the words of the Danish catalogue that are no English words and in no English message."""
    words, english = set(), set()
    for message, translation in known().items():
        english |= words_of(message)
        for one in (translation,) if isinstance(translation, str) else translation:
            words |= words_of(one)
    rare = {word for word in words - english if len(word) > 1 and not is_known(word, lang="en")}
    return frozenset(rare | (_SMALL - english))


def words_of(text: str) -> set[str]:
    """Return the words of a text, in small letters."""
    return {word.casefold() for word in WORD.findall(text)}


def is_danish(text: str) -> bool:
    """Return True if a text is long enough to tell its language, and is rather Danish than English."""
    if len(WORD.findall(text)) < _FEWEST_WORDS:
        return False
    found = dict(langdetect(text, lang=("en", "da")))
    return found.get("da", 0) >= _FEWEST_KNOWN and found.get("da", 0) > found.get("en", 0)


def danish_in(texts: Iterable[str], names: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield what is Danish in some texts: letters and words with what is around them, and paragraphs. `names` are names
    that are the same in all languages."""
    for text in texts:
        plain = re.sub("|".join(map(re.escape, names)), "", text) if names else text
        yield from (plain[max(0, found.start() - 30) : found.end() + 30] for found in LETTERS.finditer(plain))
        yield from (f"{word}: {_around(word, plain)}" for word in sorted(words_of(plain) & danish_words()))
        if " " in plain and is_danish(plain):
            yield plain


def _around(word: str, text: str) -> str:
    at = text.casefold().find(word)
    return " ".join(text[max(0, at - 40) : at + 60].split())
