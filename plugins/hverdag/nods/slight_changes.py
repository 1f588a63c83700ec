"""The changes that say nothing else: each is in this list, or is no correction of the language."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from ..model.slug import spelt_out
from .passage import Passage
from .protected_words import NEGATIONS, fixed_parts, turned
from .sentence_words import (
    ASKING,
    ASKING_LAST,
    CLAUSES,
    COMPLEMENTS,
    FIRST_WORDS,
    JOINING,
    MAIN_SUBJECTS,
    MAIN_VERBS,
    NARROWING,
    NEVER_LAST,
    NO_COMMA_AFTER,
    OPENING,
    REPORTING,
    STATING,
    SUBJECTS,
    WITH_ANY_SUBJECT,
)
from .units import SENTENCE_ENDS, Unit, quotation, sentence

Misspelt = Callable[[str, str], bool]
"""Returns True if the first of two forms is no word, and can only stand for the second. Both are in lower case, but for
the English `I`. A word twice in a row is asked of as one form."""

_SENTENCE_SIGNS = frozenset(".,;:!?")
_FREE_NEIGHBOURS = frozenset("\"'“”„»«›‹‘’‚.,;:!?…()[]")
_OPENS = re.compile(r"<(?:ul|ol|table|blockquote|pre|div|details)\b")
_IN_CELL = re.compile(r"<t[dh][^>]*>$")
_NOTHING = Unit("", is_spaced=True)
_THREE = re.compile(r"(.)\1\1")
_BEFORE_WORDS = re.compile(r"<[^>]*>|[\"“”„»«]")


class Place(NamedTuple):
    """Where a passage stands, and the passage after it."""

    name: str
    following: Passage | None

    @property
    def is_verbatim(self) -> bool:
        """True for code, where every space counts."""
        return "<pre" in self.name

    @property
    def may_end(self) -> bool:
        """True if a full stop at the end parts nothing from what it goes on with, and answers no question."""
        if self.name[:1] != "<":
            return self.name not in ("dilemma", "questions")
        if _IN_CELL.search(self.name):
            return False
        if self.following is None or self.following.place[:1] != "<" or not self.following.text:
            return True
        begins = _BEFORE_WORDS.sub("", self.following.text)[:1].isupper()
        return begins and not _OPENS.search(self.following.place)


class Pair(NamedTuple):
    """A unit of the old passage and one of the new, by number. Where a unit has come, the old one is that before which
    it stands; where one is gone, the new one."""

    old: int
    new: int
    has_come: bool = False
    is_gone: bool = False


def aligned(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Pair]:
    """Yield the units of two passages in order, each beside its own; a comma may have come, a repeated word be gone."""
    old = new = 0
    while old < len(before) or new < len(after):
        was = before[old] if old < len(before) else None
        now = after[new] if new < len(after) else None
        has_come = was is None or (now is not None and now.text == "," != was.text)
        is_twice = _repeats(before, old) and not _repeats(after, new)
        is_gone = now is None or (not has_come and is_twice and was is not None and was.letters != now.letters)
        yield Pair(old, new, has_come, is_gone)
        old += not has_come
        new += not is_gone


def is_changed(before: Sequence[Unit], after: Sequence[Unit], pair: Pair) -> bool:
    """Return True if the units of a pair differ, or if one of them is not there."""
    return pair.has_come or pair.is_gone or before[pair.old] != after[pair.new]


def is_repeated(word: str, following: str) -> bool:
    """Return True if the second of two words is the first once more; the first may have a capital letter."""
    return following.isalpha() and following in (word, word[:1].lower() + word[1:])


def _repeats(row: Sequence[Unit], at: int) -> bool:
    return 0 < at < len(row) and row[at].is_spaced and is_repeated(row[at - 1].text, row[at].text)


def is_slight(before: Sequence[Unit], after: Sequence[Unit], pair: Pair, place: Place, misspelt: Misspelt) -> bool:
    """Return True if two units are the same, or differ by a correction of the language."""
    old, new = pair.old, pair.new
    if pair.has_come:
        return not after[new].is_spaced and _may_come(before, old, after, new, place)
    if pair.is_gone:
        word = before[old].text
        stand_free = _stands_free(before, old - 1) and _stands_free(before, old)
        return _repeats(before, old) and stand_free and misspelt(f"{word} {word}", word)
    if before[old].letters == after[new].letters:
        return before[old].is_spaced == after[new].is_spaced or _is_about_space(before, old, after[new])
    if before[old].is_spaced != after[new].is_spaced:
        return False
    mark = quotation(before, old)
    return _is_respelt(before, old, after[new].letters, misspelt) if mark is None else mark == quotation(after, new)


def _may_come(before: Sequence[Unit], old: int, after: Sequence[Unit], new: int, place: Place) -> bool:
    """Return True if a sign may come: the only comma of its sentence, or a full stop at the end."""
    if old == len(before):
        return [unit.text for unit in after[new:]] == ["."] and place.may_end and _may_end(before)
    start, end = sentence(after, new)
    return sum(unit.text == "," for unit in after[start:end]) == 1 and _may_take_comma(before, old)


def _is_about_space(before: Sequence[Unit], at: int, now: Unit) -> bool:
    """Return True if a space was taken out before a sign, or put in after a comma or a full stop, between words."""
    if not now.is_spaced:
        following = (*before[at + 1 : at + 2], _NOTHING)[0]
        stands_free = following.is_spaced or (now.text == "," and following.is_word)
        return now.text in _SENTENCE_SIGNS and at > 0 and before[at - 1].is_word and stands_free
    if not (now.is_word and at > 1 and before[at - 2].is_word):
        return False
    is_sentence = before[at - 1].text == "." and now.text[0].isupper() and now.text.lower() in FIRST_WORDS
    return (is_sentence and len(before[at - 2].text) > 1) or before[at - 1].text == ","


def _is_respelt(before: Sequence[Unit], at: int, other: str, misspelt: Misspelt) -> bool:
    """Return True if a word is another way to write a unit. A capital letter is one that begins a sentence."""
    word = before[at].letters
    if not (word[0].isalpha() and other[0].isalpha() and _stands_free(before, at) and _is_safe(word, other)):
        return False
    if word.islower() and (other.islower() or other == "I"):
        return misspelt(word, other)
    small = other.lower()
    if other != small.capitalize() or word not in (word.lower(), word.capitalize()):
        return False
    if small in FIRST_WORDS:
        return (at == 0 and word == small) or (word[0].isupper() and misspelt(word.lower(), small))
    return word[0].isupper() and _begins(before, at) and misspelt(word, other)


def _begins(row: Sequence[Unit], at: int) -> bool:
    """Return True if a unit is the first word of a sentence, also behind a quotation mark."""
    start, _ = sentence(row, at)
    return at == start or (at == start + 1 and quotation(row, start) is not None)


def _is_safe(word: str, other: str) -> bool:
    """Return True if no number and no negation comes, goes or changes with a word."""
    small, its = word.lower(), other.lower()
    if spelt_out(small) == spelt_out(its) or its == _THREE.sub(r"\1\1", small) or small == its.replace("'", ""):
        return True
    return fixed_parts(small) == fixed_parts(its) and not turned(small, its)


def _stands_free(row: Sequence[Unit], at: int) -> bool:
    """Return True if a unit is a word by itself, and no part of an address or of a word with a hyphen."""
    before = row[at - 1].text if at and not row[at].is_spaced else ""
    after, further = (*row[at + 1 : at + 3], _NOTHING, _NOTHING)[:2]
    if after.text == "." and not after.is_spaced and further.is_told and not further.is_spaced:
        return False
    signs = (before, "" if after.is_spaced else after.text)
    return all(not sign or sign in _FREE_NEIGHBOURS or sign[0] == "<" for sign in signs)


def _may_end(row: Sequence[Unit]) -> bool:
    """Return True if a passage ends with a word, and its last sentence begins as a statement: "Sover hun" may ask."""
    end = len(row) - 1
    if not row or not row[-1].is_word or len(row[-1].text) < 2 or not _stands_free(row, end):
        return False
    start, _ = sentence(row, end)
    last = row[start:]
    # "Du kommer hjem, ikke" and "Hun sagde: du kommer" may ask too.
    is_plain = all(unit.is_told or (unit.text == "," and 2 < at < len(last) - 2) for at, unit in enumerate(last))
    may_ask = row[-1].text in ASKING_LAST or any(unit.text in ASKING for unit in last)
    return is_plain and _is_subject(last[0].text.lower(), STATING) and not may_ask


def _is_subject(word: str, pronouns: Collection[str]) -> bool:
    """Return True for some pronouns, and for a Danish noun in its definite form, which no verb looks like."""
    return word in pronouns or (len(word) > 4 and word.endswith(("en", "et", "erne")))  # `when` is no noun


def _may_take_comma(row: Sequence[Unit], at: int) -> bool:
    """Return True if a comma was missing before a unit: between two clauses, in a sentence that has no third, and no
    name and no sign but the full stop."""
    start, end = sentence(row, at)
    told = row[start : end - (row[end - 1].text in SENTENCE_ENDS)]
    if not (start < at < start + len(told) - 1 and all(unit.is_told and unit.is_spaced for unit in told[1:])):
        return False
    words = [unit.letters for unit in told]
    words[0] = words[0].lower()
    if any(not word.islower() and word != "I" for word in words):
        return False
    return _joins(words, at - start) or _opens(words, at - start)


def _joins(words: Sequence[str], at: int) -> bool:
    """Return True if a clause begins with a word of CLAUSES, and nothing before it is denied or narrowed."""
    joining, subject, earlier = words[at], words[at + 1], set(words[:at])
    is_clause = subject in CLAUSES.get(joining, ()) or joining in WITH_ANY_SUBJECT
    is_reported = words[at - 1] in REPORTING and joining in COMPLEMENTS and _is_subject(subject, SUBJECTS)
    if not (is_clause or is_reported) or words[at - 1] in NEGATIONS | NO_COMMA_AFTER:
        return False
    is_third = (set(words[at + 2 :]) | set(words[1:at]) | ({words[0]} - {"der", "så"})) & JOINING
    is_denied = joining not in COMPLEMENTS and earlier & NEGATIONS
    return not (is_third or is_denied or earlier & NARROWING)


def _may_begin(words: Sequence[str], at: int) -> bool:
    """Return True if a main clause may begin with a word: whatever has a pronoun after it, or a verb with a noun."""
    following = words[at + 1]
    return following in MAIN_SUBJECTS or (words[at] in MAIN_VERBS and _is_subject(following, SUBJECTS))


def _opens(words: Sequence[str], at: int) -> bool:
    """Return True if the sentence opens with a clause that ends before a verb with its subject."""
    if not (words[0] in OPENING and at > 2 and words[at] in MAIN_VERBS and words[at + 1] in MAIN_SUBJECTS):
        return False
    # "Da han kom sagde hun gik han": where a second clause may begin, a comma decides which does.
    if any(place != at and _may_begin(words, place) for place in range(2, len(words) - 1)):
        return False
    return not (words[at - 1] in NEVER_LAST | NEGATIONS | NO_COMMA_AFTER or JOINING.intersection(words[1:]))
