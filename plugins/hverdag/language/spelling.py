"""Spelling: which misspelt form can stand for one word only.

A form is a word if it is in the dictionary, or may be a compound. What may be one is told generously where a form would
be put right, since it may have been meant.
"""

from collections.abc import Iterable
from functools import cache

from ..model.language import Language
from ..model.slug import spelt_out
from .dictionary import Dictionary, dictionary
from .slips import doubled, holds_spelt_out, is_tripled, near, spelt_in, swapped, undoubled

_DOUBLED = {
    Language.DANISH: frozenset(["og", "at", "eller", "samt", "fordi", "hvis", "mens"]),
    Language.ENGLISH: frozenset(["the", "a", "an", "and", "or", "your", "our", "their", "because"]),
}
"""Words that are never meant twice in a row. `i i` and `at at` may be: "den gade, hun bor i i dag", "what she looked at
at night"."""

_CONTRACTIONS = "didn't doesn't don't isn't aren't wasn't weren't haven't hasn't hadn't couldn't shouldn't wouldn't"
_WITH_A_SIGN = frozenset(["I", *_CONTRACTIONS.split()])
"""English words that are no other words without their sign, as `won't` and `it's` are."""

_SHORTEST = 4
"""Of fewer letters, nearly every form is near some other word."""

_LONG = 12
"""From this length, a word of the dictionary has no compound for a rival that is not in it too."""

_CLEAR_FROM = 6
"""From this length, two letters swapped and a letter that lacks its twin are told from other slips."""

_LONGEST = 40


class Spelling:
    """The words of a language, compounds included."""

    def __init__(self, language: str) -> None:
        self._known = dictionary(language)
        self._language = Language(language)
        # People write English words in Danish texts.
        self._foreign = dictionary(Language.ENGLISH.value) if self._language is Language.DANISH else None

    def misspelt(self, form: str, other: str) -> bool:
        """Return True if `form` is no word, and `other` is the only word that it can stand for, or clearly so.

        They differ by one letter, or `form` is `other` as typed without æ, ø and å. Both are in lower case, or both
        have a capital letter because they begin a sentence. `form` may also be a word twice in a row, `og og`, or
        English that lacks an apostrophe or the capital letter of `I`.
        """
        if form == f"{other} {other}":
            return other in _DOUBLED[self._language]
        if other == "I" or "'" in other or max(len(form), len(other)) > _LONGEST:
            is_plain = form == ("i" if other == "I" else other.replace("'", ""))
            return self._language is Language.ENGLISH and is_plain and other in _WITH_A_SIGN
        if other[:1].isupper():
            return self._is_no_name(form, other) and self.misspelt(form.lower(), other.lower())
        if form != other and spelt_out(form) == spelt_out(other):
            return self._is_spelt_out(form, other)
        # `kraeft` is kræft, and never kraft; no letter too many is told from one spelt out.
        is_meant = self._language is Language.DANISH and holds_spelt_out(form, other)
        return not is_meant and self._is_slip(form, other)

    def _is_no_name(self, form: str, other: str) -> bool:
        """Return True if two forms with a capital letter are not known as names, and the second is a word."""
        is_long = min(len(form), len(other)) >= _CLEAR_FROM
        is_known = any(self._known.words(name) for name in (form, other))
        return is_long and form[:1].isupper() and not is_known and bool(self._known.words(other.lower()))

    def _is_slip(self, form: str, other: str) -> bool:
        """Return True if one letter is wrong, and the form can stand for the other word only."""
        if min(len(form), len(other)) < _SHORTEST or other not in near(form):
            return False
        is_in_dictionary = bool(self._known.words(other))
        is_twin = is_in_dictionary and other in undoubled(form)
        if self._may_be_word(form, 4 if is_twin else 3):
            return False
        if is_tripled(form, other):
            return self._is_word(other)
        # Beside a word of the dictionary, compounds of short words are no rivals: any letters are a compound of some.
        is_clear = is_twin or (is_in_dictionary and len(other) >= _LONG)
        least = None if is_clear else 4 if is_in_dictionary else 3
        rivals = self._words(near(form) | spelt_in(form), least) - {other + "s"}
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

    def _words(self, forms: Iterable[str], least: int | None) -> frozenset[str]:
        """Return the words among some forms, and compounds if the `least` letters of a part are given."""
        return frozenset(form for form in forms if self._is_word(form, least))

    def _is_word(self, form: str, least: int | None = 3) -> bool:
        return bool(self._known.words(form)) or (least is not None and _is_compound(self._known, form, least))

    def _may_be_word(self, form: str, least: int) -> bool:
        """Return True if a form may have been meant: as a word or a name, or in Danish as an English word."""
        is_name = bool(self._known.words(form.capitalize()))
        return is_name or self._is_word(form, least) or (self._foreign is not None and bool(self._foreign.words(form)))


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
