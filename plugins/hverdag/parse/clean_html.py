"""Markdown to clean HTML.

It is cleaned by nh3 with an allow-list of what our Markdown can produce. If cleaning would change anything, the text is
refused and the line shown, so that the text that was checked is the text that is published.
"""

import re
from collections.abc import Iterator
from html import unescape

import nh3

from ..model.problem import Problem, Source
from ..model.web_address import SCHEMES
from . import html, rules
from .characters import CONTROLS
from .commonmark import parsed, reader
from .prose import prose
from .raw_html import ATTRIBUTES as TYPED_ATTRIBUTES
from .raw_html import KEPT
from .reading import Reading, first_line
from .token_html import HtmlWriter
from .typed_marks import definitions, lost_cells, marks_in_html, typed_marks

MAX_CHARACTERS = 30_000
MAX_NESTING = 12
MAX_BRACKETS = 3_000
"""Opening square brackets in a text: 28,000 of them, none of which begins a link, took the reader 1.2 s."""
MAX_RUN = 400
"""Signs in a row, without a letter or a space: paper, which looks for the best place to break a line, takes 37 s for
2,000 backslashes."""
_RUN = re.compile(rf"[^\w\s-]{{{MAX_RUN + 1},}}")

TAGS = KEPT | {"div", "input"}
ATTRIBUTES = {
    **TYPED_ATTRIBUTES,
    "a": {*TYPED_ATTRIBUTES["a"], "id"},
    "input": {"type", "checked"},
    "li": {"id"},
    "sup": {"id"},
    "td": {"style"},
    "th": {"style"},
}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote", "admonition", "note", "tip", "important", "warning", "caution"},
}

# An id in a text could shadow one that the page's own script looks for: only those of footnotes are allowed.
_FOOTNOTE = re.compile(r"fn(ref\d*)?:\d{1,5}")
_NO_BREAK_SPACES = re.compile(
    r"(?<=\|)\u00a0+|\u00a0+(?=\|)|^(?:[ \t\u00a0]*(?:[-+*>]|#{1,6}|\d{1,9}[.)])(?=[ \t\u00a0]))*[ \t\u00a0]*|\u00a0+$"
)

_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"*": {html.PLACE}, **{tag: set(names) for tag, names in ATTRIBUTES.items()}},
    allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
    attribute_filter=lambda _, name, text: text if name != "id" or _FOOTNOTE.fullmatch(text) else None,
    filter_style_properties={"text-align"},
)


class Cleaner:
    """Reads texts with one reader of Markdown: making one takes longer than reading a story."""

    def __init__(self) -> None:
        self._markdown = reader()

    def clean_html(self, text: str, source: Source) -> tuple[str, list[Problem]]:
        """Return the clean HTML of a text that begins at a source, and its problems."""
        problems = list(_too_much(text, source))
        if problems:
            return "", problems
        try:
            reading = self._reading(text, source.path, source.line)
            problems = list(_too_deep(reading))
            return ("", problems) if problems else _clean(reading, text)
        except RecursionError:
            return "", [far_too_deep(source)]

    def _reading(self, text: str, path: str, first_line: int) -> Reading:
        lines = text.split("\n")
        if "\u00a0" in text:
            # Word puts them in lines that look empty, and after the signs of lists.
            lines = [_NO_BREAK_SPACES.sub(lambda found: found[0].replace("\u00a0", " "), line) for line in lines]
        tokens, env = parsed(self._markdown, "\n".join(lines))
        return Reading(tokens, env, lines, path, first_line)


_CHECKS = (prose, typed_marks, marks_in_html, lost_cells, definitions)


def _too_much(text: str, source: Source) -> Iterator[Problem]:
    """Yield a problem for a text that is longer than anyone reads, or that would keep the reader busy."""
    brackets = text.count("[")
    if len(text) > MAX_CHARACTERS:
        yield rules.TOO_LONG.at(source, count=len(text), limit=MAX_CHARACTERS)
    elif brackets > MAX_BRACKETS:
        yield rules.SIGNS.at(source, sign="[", count=brackets, limit=MAX_BRACKETS)
    elif run := _RUN.search(text):
        place = Source(source.path, source.line + text[: run.start()].count("\n"))
        yield rules.SIGNS.at(place, sign=run[0][0], count=len(run[0]), limit=MAX_RUN)


def far_too_deep(source: Source) -> Problem:
    """Return the problem of a text that is nested more deeply than can be counted."""
    return rules.NESTING.at(source, depth="?", limit=MAX_NESTING)


def _too_deep(reading: Reading) -> Iterator[Problem]:
    """Yield a problem for the first block that lies in too many lists and quotations."""
    depth = 0
    for token in reading.tokens:
        if token.type in ("list_item_open", "blockquote_open", "alert_open"):
            depth += 1
            if depth > MAX_NESTING:
                yield rules.NESTING.at(reading.at(first_line(token)), depth=depth, limit=MAX_NESTING)
                return
        elif token.type in ("list_item_close", "blockquote_close", "alert_close"):
            depth -= 1


def _clean(reading: Reading, text: str) -> tuple[str, list[Problem]]:
    """Return the clean HTML of a text, and its problems."""
    writer = HtmlWriter(reading)
    raw = writer.html()
    clean = _cleaner.clean(raw)
    problems = [problem for find in _CHECKS for problem in find(reading)] + writer.problems
    problems += [rules.UNBALANCED.at(source) for source in writer.unbalanced]
    if clean != raw and not any(problem.is_error for problem in problems) and html.events(raw) != html.events(clean):
        problems.append(rules.UNBALANCED.at(reading.piece(0, "<", len(reading.lines))))
    if "&#" in text:
        problems += _hidden(clean, reading)
    return clean, problems


def _hidden(clean: str, reading: Reading) -> Iterator[Problem]:
    """Yield a problem for a control character. A file has none after it is read; only an entity can add one."""
    hidden = CONTROLS.intersection(unescape(clean))
    if hidden:
        place = reading.piece(0, "&#", len(reading.lines))
        yield rules.CHARACTER.at(place, code=f"U+{ord(min(hidden)):04X}")
