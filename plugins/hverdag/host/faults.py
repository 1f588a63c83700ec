"""Exceptions and warnings of MkDocs and its plugins as Problems, so that no stack trace reaches an editor."""

import logging
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from mkdocs.exceptions import Abort, ConfigurationError

from ..features.registry import registry
from ..model.addresses import stem
from ..model.artifact import Artifact
from ..model.handbook import Handbook
from ..model.message import message
from ..model.problem import Level, Problem, Source
from ..model.suggest import suggestion
from ..parse.files import file_lines
from ..pipeline.plain_site import MKDOCS
from ..publish.cache.store import LOST
from ..web import page_rules
from .culprits import Culprit, causes, culprit, own_place
from .setting_faults import refused, setting_fault, setting_source

# What the macros plugin writes in a page's place, and logs, where it fails.
_MACRO_ERROR = re.compile(r"# _Macro (?:Rendering|Syntax) Error_\s+_File_: `(?P<page>[^`]*)`\s+(?P<told>[^\n]*)")
_UNDEFINED = re.compile(r"'(?P<name>[^']+)' is undefined")
_NAMED = re.compile(r"['\"]([^'\"]+)['\"]")
_LINE = re.compile(r"_Line (?P<line>\d+) in Markdown file:_ \**(?P<told>[^*]*)")


class NotUsedError(ConfigurationError):
    """The plugin `hverdag` is not among the plugins of mkdocs.yml, or of what it inherits, or it is not enabled."""

    def __init__(self) -> None:
        super().__init__("plugins: hverdag")


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
        if not is_macro_error(record.getMessage()):
            self.messages.append(record.getMessage())

    def problems(self, root: Path, lost: Iterable[str] = ()) -> tuple[Problem, ...]:
        """Return a problem for each warning, where what it names is written. One about an address that is lost for
        consent's sake stops nothing."""
        stems = [stem(address) for address in lost]
        return tuple(_problem(text, root, any(one in text for one in stems)) for text in self.messages)


def _problem(text: str, root: Path, harmless: bool) -> Problem:
    if known := setting_fault(text, root):
        return known
    problem = page_rules.PAGE_WARNING.at(_source(text, root), detail=_first_line(text))
    return replace(problem, level=Level.WARNING) if harmless else problem


def _source(text: str, root: Path) -> Source:
    """Return the place of what a warning names: a page of its own, or a line of mkdocs.yml."""
    names = _NAMED.findall(text)
    for name in names:
        for number, line in enumerate(file_lines(root, MKDOCS), 1):
            if name in line:
                return Source(MKDOCS, number, line.index(name) + 1)
    pages = [f"docs/{name}" for name in names if name.endswith(".md")]
    return next((Source(page) for page in pages if (root / page).is_file()), Source(MKDOCS))


def is_macro_error(told: str) -> bool:
    """Return True for what the macros plugin logs where it fails, trace and all. It is told in words at its page."""
    return _MACRO_ERROR.search(told) is not None


def macro_problem(markdown: str, handbook: Handbook) -> Problem | None:
    """Return the problem behind a page that the macros plugin has given up on, if it has."""
    found = _MACRO_ERROR.match(markdown)
    if not found:
        return None
    source, at_line = Source(f"docs/{found['page']}"), _LINE.search(found["told"])
    if at_line:
        begins = next((page.body.line for page in handbook.pages if page.path == source.path), 1)
        line = begins - 1 + int(at_line["line"])
        return page_rules.PAGE_MACRO.at(Source(source.path, line), detail=at_line["told"].strip())
    return problem_of(found["told"].replace("_", ""), source)


def problem_of(error: str, source: Source) -> Problem:
    """Return the problem behind what Jinja says of something that a page asks for."""
    undefined = _UNDEFINED.search(error)
    if undefined:
        name = undefined["name"]
        return page_rules.PAGE_NAME.at(source, given=name, **suggestion(name, registry().macros))
    return page_rules.PAGE_MACRO.at(source, detail=_first_line(error))


def explained(
    error: BaseException, heard: Warnings, root: Path, artifacts: Iterable[Artifact] = ()
) -> tuple[Problem, ...]:
    """Return the problems behind an exception of MkDocs in the publication in `root`: settings of mkdocs.yml, a plugin,
    or one of `artifacts` that went away while it was being copied."""
    if isinstance(error, FileNotFoundError) and error.filename in {str(artifact.content) for artifact in artifacts}:
        return (LOST.at(Source("site")),)
    if isinstance(error, NotUsedError):
        detail = message("it does not say what makes it a handbook ({given}).", given="plugins / hverdag")
        advice = message("Write it as {better}", better="- hverdag")
        return (refused(root, detail, advice, "plugins", "hverdag", "enabled"),)
    told = list(heard.messages) if isinstance(error, Abort) else []
    settings = [problem for problem in (setting_fault(text, root) for text in told) if problem]
    if settings:
        return tuple(settings)
    return tuple(_cause(one, root, told) for one in reversed(list(causes(error))))


def _cause(error: BaseException, root: Path, told: list[str]) -> Problem:
    """Return the problem behind an exception: of the plugin or the file that it came from, or else of mkdocs.yml, with
    what MkDocs has `told` of it."""
    if behind := culprit(error):
        return plugin_problem(error, behind, root)
    detail = _first_line("; ".join(told) or str(error)) or type(error).__name__
    advice = message("Show the message to whoever runs the handbook.")
    return page_rules.CONFIG.at(own_place(error, root) or Source(MKDOCS), detail=detail, advice=advice)


def plugin_problem(error: BaseException, behind: Culprit, root: Path) -> Problem:
    """Return the problem of a plugin or hook that raised an exception."""
    source = own_place(error, root) or setting_source(root, behind.setting, behind.name)
    rule = page_rules.PLUGIN if behind.event else page_rules.PLUGIN_UNREAD
    detail = _first_line(str(error)) or type(error).__name__
    return rule.at(source, given=behind.words, event=behind.event, detail=detail)


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0]
