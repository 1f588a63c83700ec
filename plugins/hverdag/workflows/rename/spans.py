"""Changes of a few characters in a text, kept only where they mean what they should."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

_LINE = re.compile(r"\r\n|\r|\n")
_PLAIN = re.compile(r"[^\W_][\w ./-]*")
"""A text that YAML reads as it is written."""


class LinkSpan(NamedTuple):
    """A stretch of a text, from `start` to `end`, and what is to stand there instead."""

    start: int
    end: int
    text: str


def applied(text: str, spans: Iterable[LinkSpan]) -> str:
    """Return a text with the spans replaced."""
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + span.text + text[span.end :]
    return text


def meaningful(text: str, spans: Sequence[LinkSpan], meaning: Callable[[str], Any]) -> list[LinkSpan]:
    """Return the spans that do not change the meaning of a text when they are replaced. `meaning` returns something to
    compare, in which the old name and the new one are the same: a name in a link may change, and one that is shown as
    it is written, in code or in a sentence, may not."""
    if not spans:
        return []
    before = meaning(text)
    if meaning(applied(text, spans)) == before:
        return list(spans)
    kept: list[LinkSpan] = []
    for span in spans:
        if meaning(applied(text, [*kept, span])) == before:
            kept.append(span)
    return kept


def scalar(text: str, line: int, column: int, was: str, now: str) -> LinkSpan | None:
    """Return the span of a YAML text at a line and a column, both from 1; None if it is not written as `was`."""
    begins = [0, *(found.end() for found in _LINE.finditer(text))]
    if not 0 < line <= len(begins):
        return None
    start = begins[line - 1] + column - 1 + (text.startswith("\ufeff") and line == 1)
    found = re.compile(rf"(?P<quote>[\"']?){re.escape(was)}(?P=quote)(?=[ \t]*(?:[,\]}}#\r\n]|$))").match(text, start)
    if not found:
        return None
    quote = found["quote"]
    plain = _PLAIN.fullmatch(now)
    written = f"{quote}{now}{quote}" if plain else json.dumps(now, ensure_ascii=False)
    return LinkSpan(found.start(), found.end(), written)
