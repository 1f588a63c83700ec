"""Spelling: which misspelt form can stand for one word only.

A form is a word if it is in the dictionary, or may be a compound. What may be one is told generously where a form would
be put right, since it may have been meant.
"""

from collections.abc import Iterable
from functools import cache

from ..model.settings import Language
from ..model.slug import spelt_out
from .dictionary import Dictionary, dictionary
from .slips import doubled, near, spelt_in, swapped, tripled

_DOUBLED = {
    Language.DANISH: frozenset(["og", "at", "eller", "samt", "fordi", "hvis", "mens"]),
    Language.ENGLISH: frozenset(["the", "a", "an", "and", "or", "your", "our", "their", "because"]),
}
"""Words that are never meant twice in a row. `i i` and `at at` may be: "den gade, hun bor i i dag", "what she looked at
at night"."""

_SHORTEST = 4
"""Of fewer letters, nearly every form is near some other word."""

_LONGEST = 40
_CLEAR_FROM = 6
"""From this length, two letters swapped and a letter that lacks its twin are told from other slips."""


class Spelling:
    """The words of a language, compounds included."""

    def __init__(self, language: str) -> None:
        self._known = dictionary(language)
        self._language = Language(language)
        # People write English words in Danish texts.
        self._foreign = dictionary(Language.ENGLISH.value) if self._language is Language.DANISH else None

    def misspelt(self, form: str, other: str) -> bool:
        """Return True if `form` is no word, and `other` is the only word that it can stand for, or clearly so. Both are
        in lower case; they differ by one letter, or `form` is `other` as typed without æ, ø and å. `form` may also be a
        word twice in a row, `og og`, or the English `i`."""
        if form == f"{other} {other}":
            return other in _DOUBLED[self._language]
        if other == "I" or max(len(form), len(other)) > _LONGEST:
            return form == "i" and self._language is Language.ENGLISH
        if form != other and spelt_out(form) == spelt_out(other):
            return self._is_spelt_out(form, other)
        return self._is_slip(form, other)

    def _is_slip(self, form: str, other: str) -> bool:
        """Return True if one letter is wrong, and the form can stand for the other word only."""
        if min(len(form), len(other)) < _SHORTEST or other not in near(form) or self._may_be_word(form):
            return False
        if tripled(form):
            return self._words(tripled(form), other) == {other}
        rivals = self._words(near(form), other) - {other + "s"}
        return rivals == {other} or self._is_clear(form, other, rivals)

    def _is_clear(self, form: str, other: str, rivals: frozenset[str]) -> bool:
        """Return True if a slip leads to `other` that leads to no other word, and no other form of the word is near:
        `nøgeln` is nøglen, although nøgen is near; `hjælpre` may be hjælper or hjælpe."""
        clear = swapped(form) | doubled(form)
        words = set(self._known.words(other))
        is_other_form = any(words.intersection(self._known.words(rival)) for rival in rivals - {other})
        return len(form) >= _CLEAR_FROM and rivals & clear == {other} and not is_other_form

    def _is_spelt_out(self, form: str, other: str) -> bool:
        """Return True for `paa` and `på`, and not for `koen` and `køn`. The dictionary has `paa`, but only as a form of
        `på`."""
        if self._is_word(form) and self._known.words(form) != (other,):
            return False
        return {meant for meant in spelt_in(form) if self._is_word(meant)} == {other}

    def _words(self, forms: Iterable[str], other: str) -> frozenset[str]:
        """Return the words among some forms. Beside a word of the dictionary, compounds of short words are no rivals:
        any letters are a compound of some."""
        least = 4 if self._known.words(other) else 3
        return frozenset(form for form in forms if self._known.words(form) or _is_compound(self._known, form, least))

    def _is_word(self, form: str) -> bool:
        return bool(self._known.words(form)) or _is_compound(self._known, form, 3)

    def _may_be_word(self, form: str) -> bool:
        return self._is_word(form) or (self._foreign is not None and bool(self._foreign.words(form)))


def _is_compound(known: Dictionary, form: str, least: int) -> bool:
    """Return True if a form is two words in a row that take endings, each of `least` letters or more; the first is in
    its basic form, or has an s after it."""
    for at in range(least, len(form) - least + 1):
        first, last = form[:at], form[at:]
        firsts = (first, first[:-1]) if first[-1] == "s" else (first,)
        if any(_takes_endings(known, word) for word in known.words(last)) and any(
            len(word) >= least and word in known.words(word) and _takes_endings(known, word) for word in firsts
        ):
            return True
    return False


def _takes_endings(known: Dictionary, word: str) -> bool:
    return bool(known.endings(word) - {"s"})


@cache
def spelling(language: str) -> Spelling:
    """Return the spelling of a language; its dictionary is read once."""
    return Spelling(language)
