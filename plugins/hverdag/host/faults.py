"""Exceptions and warnings of MkDocs and its plugins as Problems, so that no stack trace reaches an editor."""

import logging
import re
from collections.abc import Iterable
from dataclasses import replace

from mkdocs.exceptions import Abort

from ..features.registry import registry
from ..model.addresses import stem
from ..model.artifact import Artifact
from ..model.handbook import Handbook
from ..model.message import message
from ..model.problem import Level, Problem, Source
from ..model.suggest import suggestion
from ..publish.cache.store import LOST
from ..web import page_rules

# What the macros plugin writes in a page's place, and logs, where it fails.
_MACRO_ERROR = re.compile(r"# _Macro (?:Rendering|Syntax) Error_\s+_File_: `(?P<page>[^`]*)`\s+(?P<told>[^\n]*)")
_UNDEFINED = re.compile(r"'(?P<name>[^']+)' is undefined")
_LINE = re.compile(r"_Line (?P<line>\d+) in Markdown file:_ \**(?P<told>[^*]*)")


class Warnings(logging.Handler):
    """Gathers the warnings of MkDocs; each becomes a Problem."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._log = logging.getLogger("mkdocs")

    def __enter__(self) -> "Warnings":
        self._before = (self._log.level, self._log.propagate)
        self._log.addHandler(self)
        self._log.setLevel(logging.WARNING)
        self._log.propagate = False
        return self

    def __exit__(self, *error: object) -> None:
        self._log.removeHandler(self)
        self._log.level, self._log.propagate = self._before

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message, unless it is a macro's error, which is found in its page."""
        if not _MACRO_ERROR.search(record.getMessage()):
            self.messages.append(record.getMessage())

    def problems(self, lost: Iterable[str] = ()) -> tuple[Problem, ...]:
        """Return a problem for each warning. One about an address that is lost for consent's sake stops nothing."""
        stems = [stem(address) for address in lost]
        return tuple(self._problem(text, any(one in text for one in stems)) for text in self.messages)

    def _problem(self, text: str, harmless: bool) -> Problem:
        problem = page_rules.PAGE_WARNING.at(Source("docs"), detail=_first_line(text))
        return replace(problem, level=Level.WARNING) if harmless else problem


def macro_problem(markdown: str, handbook: Handbook) -> Problem | None:
    """Return the problem behind a page that the macros plugin has given up on, if it has."""
    found = _MACRO_ERROR.match(markdown)
    if not found:
        return None
    source = Source(f"docs/{found['page']}")
    undefined, at_line = _UNDEFINED.search(found["told"]), _LINE.search(found["told"])
    if undefined:
        name = undefined["name"]
        return page_rules.PAGE_NAME.at(source, given=name, **suggestion(name, registry().macros))
    if at_line:
        begins = next((page.body.line for page in handbook.pages if page.path == source.path), 1)
        line = begins - 1 + int(at_line["line"])
        return page_rules.PAGE_MACRO.at(Source(source.path, line), detail=at_line["told"].strip())
    return page_rules.PAGE_MACRO.at(source, detail=found["told"].replace("_", ""))


def explain(error: BaseException, heard: Warnings, artifacts: Iterable[Artifact] = ()) -> Problem:
    """Return the problem behind an exception of MkDocs': most often mkdocs.yml, or one of `artifacts` that went away
    while it was being copied."""
    if isinstance(error, FileNotFoundError) and error.filename in {str(artifact.content) for artifact in artifacts}:
        return LOST.at(Source("site"))
    detail = "; ".join(heard.messages) if isinstance(error, Abort) and heard.messages else str(error)
    advice = message("Show the message to whoever runs the handbook.")
    return page_rules.CONFIG.at(Source("mkdocs.yml"), detail=_first_line(detail), advice=advice)


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0]
