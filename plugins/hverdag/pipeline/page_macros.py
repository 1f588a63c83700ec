"""What a hand-written page asks for between {{ and }}, found out by Jinja's own parser without running any of it."""

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..parse.pages.source import page_source

_IS_READ = re.compile(r"render_macros|\\[uUx\n\x85\u2028\u2029]")
"""How a page says that its macros are read; letters may be written as numbers, and a word on two lines."""

_FENCES = ("---", "...")
_JINJA = Environment(autoescape=True)
_OPENING = re.compile(r"\{[{%#]")
_OPENING_IN_FIELDS = re.compile(r"\{[{%#]|\\(?:[uUx]|$)")
"""The same where letters may be written as numbers."""
_MOST_SHOWN = 60


class Asked(NamedTuple):
    """Something that a page asks for: its line and column in the file, how it begins, and the name that it calls, if it
    is a call with nothing but literals."""

    line: int
    column: int
    given: str
    name: str = ""


def may_ask(text: str) -> bool:
    """Return True if a page's file may say that its macros are read. In doubt it does."""
    return bool(_IS_READ.search(text))


def has_signs(text: str) -> bool:
    """Return True if a text holds what Jinja would read."""
    return bool(_OPENING.search(text))


def not_known(path: str, text: str, macros: Collection[str]) -> Iterator[Asked]:
    """Yield what a page asks for that is no call of one of `macros` with literals, if its macros are read.

    Its title is read by itself as a template, and may come from its fields or the name of its file.
    """
    if not may_ask(text):
        return
    if has_signs(path):
        yield Asked(1, 1, path)
    lines = text.split("\n")
    begins = _first_line(text, lines)
    for number, line in enumerate(lines[:begins], 1):
        if _OPENING_IN_FIELDS.search(line):
            yield _asked(lines, number)
    try:
        template = _JINJA.parse("\n".join(lines[begins:]))
    except TemplateSyntaxError as error:
        yield _asked(lines, begins + error.lineno)
    except Exception:  # nested too deeply, or a number too large: what cannot be read is not known
        asks = (number for number, line in enumerate(lines[begins:], begins + 1) if _OPENING.search(line))
        yield _asked(lines, next(asks, begins + 1))
    else:
        for node in template.body:
            for part in node.nodes if isinstance(node, nodes.Output) else (node,):
                name = _called(part)
                if not isinstance(part, nodes.TemplateData) and name not in macros:
                    yield _asked(lines, begins + part.lineno, name)


def calls(text: str) -> Iterator[tuple[str, list[Any], dict[str, Any]]]:
    """Yield the name and the literals of each call on a page that has no others, as `not_known` tells."""
    lines = text.split("\n")
    template = _JINJA.parse("\n".join(lines[_first_line(text, lines) :])) if may_ask(text) else nodes.Template([])
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            named = {pair.key: pair.value.as_const() for pair in call.kwargs}
            yield call.node.name, [one.as_const() for one in call.args], named


def _first_line(text: str, lines: list[str]) -> int:
    """Return how many lines of a page's file may be its fields, however MkDocs or we take it apart."""
    begins = page_source(text, has_macros=False).line - 1
    if text.startswith("---"):
        ends = (number for number, line in enumerate(lines[1:], 2) if line.rstrip() in _FENCES)
        begins = max(begins, next(ends, 0))
    return begins


def _called(node: nodes.Node) -> str:
    """Return the name that a node calls with literals only; an empty text if it is anything else."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
        return ""
    given = (*node.args, *(pair.value for pair in node.kwargs))
    return node.node.name if all(isinstance(one, nodes.Const) for one in given) else ""


def _asked(lines: list[str], number: int, name: str = "") -> Asked:
    line = lines[min(number, len(lines)) - 1]
    found = next((one for one in _OPENING.finditer(line) if name in line[one.start() :]), None)
    column = found.start() if found else 0
    return Asked(number, column + 1, line[column:].strip()[:_MOST_SHOWN], name)
