"""Limits on a page before it is read: Python-Markdown's time grows with the square of some signs, and its depth is
that of the stack.

They are far above any page that people read.
"""

import re
from collections.abc import Iterator
from itertools import islice

from ...model.problem import Problem, Source
from ..rules import pages as rules

MOST_IN_A_BLOCK = {
    "[": 400,
    "![": 400,
    "](": 400,
    "*[": 200,
    "<": 1_500,
    "`": 2_000,
    "{": 1_000,
    "*": 3_000,
    "&": 3_000,
    "|": 8_000,
    "\n": 2_000,
}
"""The most of each sign between two empty lines."""
MOST_IN_ALL = {
    "[": 4_000,
    "<![": 20,
    "<?": 100,
    "<!--": 500,
    "*[": 400,
    "<": 20_000,
    "*": 20_000,
    "&": 10_000,
    "|": 20_000,
    "\n:": 1_500,
    "\n": 20_000,
}
MOST_OPEN = 100
"""The most tags that no `>` ends."""
MOST_LEVELS = 12
"""Signs of quotations and lists at the beginning of one line."""
_LEVELS = re.compile(r"(?:[ \t]|>|[-*+:](?=[ \t])|\d{1,9}[.)](?=[ \t]))*")
_LEVEL = re.compile(r">|[-*+:](?=[ \t])|\d{1,9}[.)](?=[ \t])")
_UNENDED = re.compile(r"<[A-Za-z/!?][^<>]*(?=<|\Z)")
_SIGN = {"\n": "⏎", "\n:": ":"}


def exceeded(text: str, path: str, first_line: int) -> list[Problem]:
    """Return a problem for the first limit that a page exceeds; an empty list if it exceeds none."""
    return list(islice(_exceeded(text, path, first_line), 1))


def _exceeded(text: str, path: str, first_line: int) -> Iterator[Problem]:
    for sign, most in MOST_IN_ALL.items():
        if text.count(sign) > most:
            yield _heavy(sign, text.count(sign), most, Source(path, first_line))
    unended = len(_UNENDED.findall(text))
    if unended > MOST_OPEN:
        yield _heavy("<", unended, MOST_OPEN, Source(path, first_line))
    line = first_line
    for block in re.split(r"\n[ \t]*\n", text):
        for sign, most in MOST_IN_A_BLOCK.items():
            if block.count(sign) > most:
                yield _heavy(sign, block.count(sign), most, Source(path, line))
        yield from _too_deep(block, path, line)
        line += block.count("\n") + 2


def _heavy(sign: str, count: int, most: int, source: Source) -> Problem:
    return rules.HEAVY.at(source, sign=_SIGN.get(sign, sign), count=count, limit=most)


def _too_deep(block: str, path: str, line: int) -> Iterator[Problem]:
    for number, text in enumerate(block.split("\n"), line):
        opening = _LEVELS.match(text[:2_000])
        start = opening[0] if opening else ""
        depth = len(_LEVEL.findall(start + text[len(start) : len(start) + 1]))
        if depth > MOST_LEVELS:
            yield rules.DEEP.at(Source(path, number), count=depth, limit=MOST_LEVELS)
            return
