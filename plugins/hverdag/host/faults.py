"""What MkDocs and its plugins raise or warn about, as Problems: no one else's stack trace reaches an editor."""

import logging
import re
from pathlib import Path

from jinja2 import TemplateSyntaxError, UndefinedError
from mkdocs.exceptions import Abort, ConfigurationError

from ..build import NAMES, page_rules
from ..model.problem import Problem, Source
from ..model.suggest import suggestion

_UNDEFINED = re.compile(r"'([^']+)' is undefined")


class Warnings(logging.Handler):
    """Gathers what MkDocs warns about: a warning is a Problem here, never a line that scrolls by."""

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
        """Keep the message."""
        self.messages.append(record.getMessage())

    def problems(self) -> tuple[Problem, ...]:
        """Return a problem for each warning."""
        return tuple(page_rules.PAGE_WARNING.at(Source("docs"), detail=_first_line(text)) for text in self.messages)


def explain(error: BaseException, root: Path, page: str, markdown: str | None, heard: Warnings) -> Problem:
    """Return the problem behind an exception. `page` is the page at work, if any; the macros plugin leaves the
    real fault behind SystemExit."""
    fault = error.__context__ if isinstance(error, SystemExit) and error.__context__ else error
    if not page or isinstance(fault, ConfigurationError):
        detail = "; ".join(heard.messages) if isinstance(fault, Abort) and heard.messages else str(fault)
        return page_rules.CONFIG.at(Source("mkdocs.yml"), detail=_first_line(detail))
    source = Source(f"docs/{page}")
    undefined = _UNDEFINED.search(str(fault)) if isinstance(fault, UndefinedError) else None
    if undefined:
        return page_rules.PAGE_NAME.at(source, given=undefined[1], **suggestion(undefined[1], NAMES))
    if isinstance(fault, TemplateSyntaxError):
        source = Source(source.path, fault.lineno + _lines_above(root / source.path, markdown or ""))
    return page_rules.PAGE_MACRO.at(source, detail=_first_line(str(fault)))


def _lines_above(path: Path, markdown: str) -> int:
    """How many lines of front matter stand above a page's text."""
    return max(0, path.read_text("utf-8-sig").count("\n") - markdown.count("\n"))


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0]
