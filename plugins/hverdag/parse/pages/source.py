"""A page's file as MkDocs and its macros take it apart, with the number of every line kept."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

_FIELDS = re.compile(r"^-{3}[ \t]*\n(?P<fields>.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r" {0,3}(?P<name>[A-Za-z0-9_-]+):")
_MORE = re.compile(r"(?: {4}|\t)")
_OPENING = re.compile(r"\{[{%#]")
_CLOSING = {"{{": re.compile(r"\}\}"), "{%": re.compile(r"%\}"), "{#": re.compile(r"#\}")}
_RAW = re.compile(r"\{%[-+]?\s*raw\s*-?%\}")
_RAW_END = "endraw"
_END_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_PIECE = re.compile(r"[^\s][^\n]*")
STANDS_FOR_A_MACRO = "hverdagmakro"
"""A word in the place of what a macro gives; a letter more for each sign it was written with, so columns are kept."""


@dataclass(frozen=True)
class PageSource:
    """The text of a page below its fields, the number in the file of its first line, and the first of the lines that
    MkDocs takes for fields though they are not between lines of dashes, if there are any.

    `is_sound` is False if MkDocs cannot read the fields. Then it shows them as text, and nothing else is worth telling
    before they are mended."""

    text: str
    line: int = 1
    loose_field: str = ""
    is_sound: bool = True


def page_source(text: str, has_macros: bool) -> PageSource:
    """Return a page's text as MkDocs finds it. With `has_macros`, a word stands for each macro of a page that asks for
    them."""
    found = _FIELDS.match(text)
    if found is None:
        return PageSource(text, is_sound=False) if text.startswith("---") else _without_loose_fields(text)
    fields = _plain(found["fields"])
    if fields is None:
        return PageSource(text, is_sound=False)
    body = text[found.end() :]
    if has_macros and fields.get("render_macros"):
        body = without_macros(body)
    return PageSource(body, found[0].count("\n") + 1)


def _without_loose_fields(text: str) -> PageSource:
    end, first = 0, ""
    for line in text.split("\n"):
        if not line.strip() or not (_FIELD.match(line) or (first and _MORE.match(line))):
            break
        first = first or line.strip()
        end += len(line) + 1
    return PageSource(text[end:], text[:end].count("\n") + 1, first)


def _plain(fields: str) -> dict[str, Any] | None:
    try:
        data = yaml.load(fields, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def without_macros(text: str) -> str:
    """Return a text with a word for each macro. What a macro gives is not Markdown, and is looked over when it is
    set."""
    parts: list[str] = []
    end, unclosed = 0, set[str]()
    while opening := _OPENING.search(text, end):
        sign = opening[0]
        closing = None if sign in unclosed else _CLOSING[sign].search(text, opening.end())
        if closing is None:
            unclosed.add(sign)  # looked for once: a page of nothing but openings would take minutes
            parts.append(text[end : opening.end()])
            end = opening.end()
            continue
        parts.append(text[end : opening.start()])
        end = closing.end()
        written = text[opening.start() : end]
        if _RAW.fullmatch(written):
            last = None if _RAW_END in unclosed else _END_RAW.search(text, end)
            if last is None:
                unclosed.add(_RAW_END)
            parts.append(text[end : last.start() if last else end])
            end = last.end() if last else end
        else:
            parts.append(_opaque(written))
    return "".join((*parts, text[end:]))


def _opaque(macro: str) -> str:
    if not macro.startswith("{{"):
        return "\n" * macro.count("\n")
    return _PIECE.sub(lambda piece: STANDS_FOR_A_MACRO.ljust(len(piece[0]), "o"), macro)
