"""The changes that say nothing else: each is in this list, or is no correction of the language."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ..model.slug import spelt_out
from .passage import Passage
from .protected_words import NEGATIONS, fixed_parts, turned
from .sentence_words import ABBREVIATIONS, ASKING, ASKING_LAST, CLAUSES, FIRST_WORDS, JOINING, NARROWING, NO_COMMA_AFTER
from .units import Unit, quotation, sentence

Misspelt = Callable[[str, str], bool]
"""Returns True if the first of two forms is no word, and can only stand for the second. Both are in lower case, but for
the English `I`. A word twice in a row is asked of as one form."""

_SENTENCE_SIGNS = frozenset(".,;:!?")
_FREE_NEIGHBOURS = frozenset("\"'“”„»«›‹‘’‚.,;:!?…()[]")
_OPENS = re.compile(r"<(?:ul|ol|table|blockquote|pre|div|details)\b")
_IN_CELL = re.compile(r"<t[dh][^>]*>$")
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
        is_gone = now is None or (not has_come and _repeats(before, old) and before[old].letters != now.letters)
        yield Pair(old, new, has_come, is_gone)
        old += not has_come
        new += not is_gone


def is_repeated(word: str, following: str) -> bool:
    """Return True if the second of two words is the first once more; the first may have a capital letter."""
    return following.isalpha() and following in (word, word[:1].lower() + word[1:])


def _repeats(row: Sequence[Unit], at: int) -> bool:
    return at > 0 and row[at].is_spaced and is_repeated(row[at - 1].text, row[at].text)


def is_slight(before: Sequence[Unit], after: Sequence[Unit], pair: Pair, place: Place, misspelt: Misspelt) -> bool:
    """Return True if two units are the same, or differ by a correction of the language."""
    old, new = pair.old, pair.new
    if pair.has_come:
        return not after[new].is_spaced and _may_come(before, old, after[new:], place)
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


def _may_come(before: Sequence[Unit], at: int, come: Sequence[Unit], place: Place) -> bool:
    """Return True if a sign may come before a unit: a comma, or a full stop at the end."""
    if at < len(before):
        return come[0].text == "," and _may_take_comma(before, at)
    return [unit.text for unit in come] == ["."] and place.may_end and _may_end(before)


def _is_about_space(before: Sequence[Unit], at: int, now: Unit) -> bool:
    """Return True if a space was taken out before a comma or another sign, or put in after a comma, between words."""
    if not now.is_spaced:
        following = before[at + 1] if at + 1 < len(before) else Unit("", True)
        stands_free = following.is_spaced or (now.text == "," and following.is_word)
        return now.text in _SENTENCE_SIGNS and at > 0 and before[at - 1].is_word and stands_free
    return now.is_word and at > 1 and before[at - 1].text == "," and before[at - 2].is_word


def _is_respelt(before: Sequence[Unit], at: int, other: str, misspelt: Misspelt) -> bool:
    """Return True if a word is another way to write a unit. Only words that are no names may have a capital letter."""
    word = before[at].letters
    if not (word[0].isalpha() and other[0].isalpha() and _stands_free(before, at)):
        return False
    if (word, other) == ("i", "I"):
        return misspelt(word, other)
    if not other.islower():
        small = other[0].lower() + other[1:]
        if small not in FIRST_WORDS or not (word[1:] or "a").islower():
            return False
        if not word[0].isupper():
            return at == 0 and word == small
        word, other = word.lower(), small
    return word.islower() and _is_safe(word, other) and misspelt(word, other)


def _is_safe(word: str, other: str) -> bool:
    """Return True if no number and no negation comes, goes or changes with a word."""
    if spelt_out(word) == spelt_out(other):
        return True
    return fixed_parts(word) == fixed_parts(other) and not turned(word, other)


def _stands_free(row: Sequence[Unit], at: int) -> bool:
    """Return True if a unit is a word by itself, and no part of an address or of a word with a hyphen."""
    before = row[at - 1].text if at and not row[at].is_spaced else ""
    after, further = [unit.text for unit in row[at + 1 : at + 3] if not unit.is_spaced][:2], row[at + 2 : at + 3]
    is_glued = after[:1] == ["."] and any(unit.is_told and not unit.is_spaced for unit in further)
    return not is_glued and all(not sign or sign in _FREE_NEIGHBOURS or sign[0] == "<" for sign in (before, *after[:1]))


def _may_end(row: Sequence[Unit]) -> bool:
    """Return True if a passage ends with a word, and its last sentence is no question."""
    end = len(row) - 1
    if (
        not row
        or not row[-1].is_word
        or len(row[-1].text) < 2
        or row[-1].text in ASKING_LAST
        or not _stands_free(row, end)
    ):
        return False
    start, _ = sentence(row, end, ABBREVIATIONS)
    last = row[start:]
    first = next(unit.text for unit in last if unit.is_word)
    # "Susanne, kommer du", "Hun kommer, ikke" and "Hun sagde: kommer du" may be questions.
    is_plain = all(unit.is_word or (unit.text == "," and 2 < at < len(last) - 2) for at, unit in enumerate(last))
    return is_plain and first.lower() not in ASKING


def _may_take_comma(row: Sequence[Unit], at: int) -> bool:
    """Return True if a comma was missing before a unit: between a whole clause and one that begins with a word of
    CLAUSES and its subject, in a sentence of words and no signs, without a negation before it, a name, someone spoken
    to, or a third clause."""
    start, end = sentence(row, at, ABBREVIATIONS)
    if not (start < at and at + 2 < end and row[at + 1].text in CLAUSES.get(row[at].text, ())):
        return False
    told = row[start : end - (row[end - 1].text in ".!?…")]
    if not all(unit.is_told and (unit.is_spaced or unit is told[0]) for unit in told):
        return False
    earlier, later = [unit.letters for unit in row[start:at]], {unit.letters for unit in row[at + 2 : end]}
    first, others = earlier[0].lower(), set(earlier[1:])
    has_name = any(not word.islower() and word[0].isalpha() for word in others)
    joined = (others | later | ({first} - {"der", "så"})) & JOINING
    return not (has_name or joined or ({first} | others) & (NEGATIONS | NARROWING) or earlier[-1] in NO_COMMA_AFTER)
