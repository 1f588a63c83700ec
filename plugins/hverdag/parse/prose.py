"""What CommonMark cannot tell from prose: a date that begins a list, a minus, speech, a heading by a line of dashes.

The forge shows these otherwise than they were meant. Where a number or a sign would be lost it is an error, otherwise a
warning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from ..model.problem import Problem
from . import rules
from .reading import Reading, first_line

_NUMBER_FIRST = re.compile(r"[*_]*\d(?!\d*[-/:.]\d)")
"""A number that may have a sign before it: no date, time or telephone number."""
_NUMBER_LAST = re.compile(r"\d$")


@dataclass
class _Item:
    token: Token
    first: Token | None = None

    @property
    def words(self) -> str:
        return self.first.content if self.first else ""


@dataclass
class _List:
    token: Token
    before: Token | None
    depth: int
    items: list[_Item] = field(default_factory=list)
    paragraphs: list[Token] = field(default_factory=list)
    is_loose: bool = False


def prose(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for each block that may have been meant as another."""
    following: dict[int, int] = {}
    for one in _lists(reading.tokens):
        problems = list(_numbers(one, reading, following) if one.token.tag == "ol" else _bullets(one, reading))
        yield from problems
        if problems:
            yield from _indented_below(one, reading)
    for at, token in enumerate(reading.tokens):
        if token.type == "heading_open" and token.markup in ("-", "=") and token.map:
            yield rules.UNDERLINE.at(reading.piece(token.map[1] - 1, token.markup))
        elif token.type == "blockquote_open":
            yield from _quoted_number(reading, token, reading.tokens[at + 1])
        elif token.type in ("code_block", "fence"):
            yield from _code(reading, token)
        elif token.type == "paragraph_open":
            yield from _other_dialects(reading, reading.tokens[at + 1])
    for block in reading.blocks() if "*" in reading.text else ():
        yield from _starred(reading, block)


def _lists(tokens: list[Token]) -> Iterator[_List]:
    """Yield every list, with its items and the paragraph just before it."""
    lists: list[_List] = []
    before: Token | None = None
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append(_List(token, before, len(lists)))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            yield lists.pop()
        elif token.type == "list_item_open":
            lists[-1].items.append(_Item(token))
        elif token.type == "inline" and lists and lists[-1].items and not lists[-1].items[-1].first:
            lists[-1].items[-1].first = token
        elif token.type == "paragraph_open" and lists and token.level == lists[-1].token.level + 2:
            lists[-1].is_loose = lists[-1].is_loose or not token.hidden
            lists[-1].paragraphs.append(token)
        before = token if token.type == "inline" else before if token.type == "paragraph_close" else None


def _numbers(one: _List, reading: Reading, following: dict[int, int]) -> Iterator[Problem]:
    """Yield the problems of a numbered list. `following` is the number after those of the list before, by depth: a list
    may go on after a paragraph."""
    start = int(one.token.attrs.get("start", 1))
    goes_on = following.get(one.depth) == start
    following[one.depth] = start + len(one.items)
    typed = [int(item.token.info or start) for item in one.items]
    is_idiom = not one.is_loose and set(typed) == {1} and not any(item.words[:1].islower() for item in one.items)
    sign = one.token.markup
    for at, item in enumerate(one.items):
        given, shown = f"{typed[at]}{sign}", f"{start + at}{sign}"
        place = reading.piece(first_line(item.token), given)
        if typed[at] != start + at and not is_idiom:
            yield rules.NUMBER.at(place, given=given, shown=shown, escaped=f"{typed[at]}\\{sign}")
        elif len(one.items) == 1 and not goes_on and (start != 1 or (not one.depth and item.words[:1].islower())):
            yield rules.NUMBER_ALONE.at(place, given=given, escaped=f"{typed[at]}\\{sign}")


def _indented_below(one: _List, reading: Reading) -> Iterator[Problem]:
    """Yield a problem for each paragraph that is in an item only because it is indented: without the list, it would be
    code."""
    for paragraph in one.paragraphs:
        if reading.lines[first_line(paragraph)].startswith(("    ", "\t")):
            yield rules.INDENTED.at(reading.begin(first_line(paragraph)))


def _bullets(one: _List, reading: Reading) -> Iterator[Problem]:
    sign, first = one.token.markup, one.items[0]
    place = reading.piece(first_line(one.token), sign)
    is_alone = len(one.items) == 1 and not one.depth
    if sign in "-+" and is_alone and _NUMBER_FIRST.match(first.words):
        yield rules.MINUS.at(place, sign=sign)
    elif sign == "-" and not one.depth and "checked" not in first.token.meta and _runs_on(one):
        yield rules.SPEECH.at(place)


def _runs_on(one: _List) -> bool:
    """Return True if a list begins on the line after a paragraph that does not lead to it with a colon."""
    before = one.before
    if before is None or not before.map or before.map[1] != first_line(one.token):
        return False
    words = before.content.strip()
    return not (words.rstrip("*_ ").endswith(":") or (words.startswith("**") and words.endswith("**")))


def _quoted_number(reading: Reading, token: Token, following: Token) -> Iterator[Problem]:
    found = re.search(r">\s*[\d½¼¾]", reading.lines[first_line(token)])
    if found and following.type == "paragraph_open":
        yield rules.QUOTED_NUMBER.at(reading.at(first_line(token), found.start() + 1))


def _code(reading: Reading, token: Token) -> Iterator[Problem]:
    if token.type == "code_block":
        yield rules.INDENTED.at(reading.begin(first_line(token)))
        return
    last = reading.lines[token.map[1] - 1].strip(" \t>") if token.map else ""
    if token.map and (token.map[1] - token.map[0] < 2 or not last.startswith(token.markup)):
        yield rules.FENCE_OPEN.at(reading.piece(token.map[0], token.markup))


def _other_dialects(reading: Reading, inline: Token) -> Iterator[Problem]:
    if "\n:" not in inline.content and inline.content[:1] not in "!?:":
        return
    lines = inline.content.split("\n")
    for number, line in enumerate(lines):
        if number and re.match(r":[ \t]+\S", line):
            yield rules.DEFINITION.at(reading.piece(first_line(inline) + number, ":"))
    opening = re.match(r"(?:!!!|\?\?\?\+?|:::)[ \t]*\w*", lines[0])
    if opening:
        yield rules.ADMONITION.at(reading.piece(first_line(inline), opening[0]), given=opening[0])


def _starred(reading: Reading, block: Token) -> Iterator[Problem]:
    before = ""
    for token in block.children or ():
        if token.type == "em_open" and token.markup == "*" and _NUMBER_LAST.search(before):
            found = re.search(r"\d\*\d", block.content)
            yield rules.STARRED_NUMBER.at(reading.inside(block, found.start() + 1 if found else 0))
            return
        before = token.content if token.type == "text" else ""
