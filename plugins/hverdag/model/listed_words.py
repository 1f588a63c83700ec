"""Lists and small numbers as people write them in a sentence, in Danish and English."""

import re

from .slug import slug

_BETWEEN = re.compile(r"[,;\n]")
_AND = re.compile(r"\s+(?:og|and|samt)\s+", re.IGNORECASE)
_BEGINS = re.compile(r"(?:og|and|samt)\s+", re.IGNORECASE)
_NUMBERS = (
    ("en", "et", "én", "ét", "een", "one", "a"),
    ("to", "two"),
    ("tre", "three"),
    ("fire", "four"),
    ("fem", "five"),
    ("seks", "six"),
    ("syv", "seven"),
    ("otte", "eight"),
    ("ni", "nine"),
    ("ti", "ten"),
    ("elleve", "eleven"),
    ("tolv", "twelve"),
    ("tretten", "thirteen"),
    ("fjorten", "fourteen"),
    ("femten", "fifteen"),
    ("seksten", "sixteen"),
    ("sytten", "seventeen"),
    ("atten", "eighteen"),
    ("nitten", "nineteen"),
    ("tyve", "twenty"),
)
_NUMBER = {word: number for number, words in enumerate(_NUMBERS, 1) for word in words}
_SAID = re.compile(
    r"(?:(?:vi|der|we|there)\s+(?:har|er|have|are)\s+)?(?P<number>\w+)(?:\s+(?:værdier|værdi|values|value|stk))?[.!]?",
    re.IGNORECASE,
)
_MOST_DIGITS = 4


def listed(text: str, most: int) -> tuple[str, ...]:
    """Return the items of a list as it is written: with commas between, and the last two with "og" or "and".

    Items that themselves hold such a word stay whole where the list would otherwise have more than `most` or one of
    them twice, and where semicolons or lines are between."""
    parts = tuple(filter(None, (part.strip() for part in _BETWEEN.split(text))))
    if not parts or ";" in text or "\n" in text.strip():
        return parts
    last = _BEGINS.sub("", parts[-1], count=1) if len(parts) > 1 and _BEGINS.match(parts[-1]) else parts[-1]
    whole, apart = (*parts[:-1], last), (*parts[:-1], *_AND.split(last))
    names = [slug(part) for part in apart]
    makes_sense = len(apart) <= most and all(names) and len(set(names)) == len(names)
    return apart if makes_sense else whole


def number_in(text: str) -> int | None:
    """Return the number that a text says and nothing else, as `5`, `fem` or `eight values`; None if it says more."""
    found = _SAID.fullmatch(text.strip())
    if not found:
        return None
    word = found["number"].casefold()
    return int(word[:_MOST_DIGITS]) if word.isdecimal() else _NUMBER.get(word)
