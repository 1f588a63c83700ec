"""What hand-written pages may write between {{ and }}. Only pages that ask for it are read for macros at all.

A macro leaves an empty element with a number in the page's Markdown; what it stands for is set in when Markdown is
done. So no Markdown extension ever reads what a story, a value or a setting holds.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from ..features.registry import registry
from ..features.unknown_name import UnknownNameError
from ..model.problem import Problem, Source
from ..pipeline.on_request import Site
from ..web import page_rules
from .expressions import Expression, has_statements, set_in
from .faults import macro_problem, problem_of

_SLOT = re.compile(r'<div data-hverdag="(\d+)"></div>')


class Macros:
    """The macros of one build: what they were asked for, and the problems they met."""

    def __init__(self, site: Site, part: Callable[[str], str] = str) -> None:
        """`part` returns a piece of ours as it stands in a hand-written page."""
        self._part = part
        self._site = site.macros
        self._handbook = site.publication.handbook
        self._met = 0
        self._forgiving = site.preview
        self._pieces: list[str] = []
        self._plugin: Any = None
        self.problems: list[Problem] = []

    def register(self, config: MkDocsConfig) -> None:
        """Give the macros plugin, where the publication uses it, our names."""
        self._plugin = config.plugins.get("macros")
        if self._plugin is None:
            return
        _ask_git_on_request()
        self._plugin.config["render_by_default"] = False
        self._plugin.config["on_error_fail"] = False
        self._plugin.config["on_undefined"] = "strict"
        self._plugin.config["verbose"] = False
        self._plugin.register_macros({name: self._macro(name) for name in self._site.names})

    def begin(self) -> None:
        """Begin a page: the problems that are met from now on are its own."""
        self._met = len(self.problems)

    @property
    def met(self) -> list[Problem]:
        """The problems of the page that is being read."""
        return self.problems[self._met :]

    def looked_at(self, markdown: str, page: Page) -> tuple[str, list[Problem]]:
        """Return the text of a page that the macros plugin is done with, and, if it has failed, the problems.

        Where the plugin has put a stack trace in its place, or a macro met a fault, every expression is looked at by
        itself, so that each fault is told where it is, and the rest of the page is read too. The text is empty where
        that cannot be done.
        """
        problem = macro_problem(markdown, self._handbook)
        if not problem and len(self.problems) == self._met:
            return markdown or " ", []
        source = get_data(page.file.content_string)[0]
        alone = not has_statements(source)
        if alone:
            del self.problems[self._met :]
            markdown = self._one_by_one(source, page)
        lines = {one.source.line for one in self.problems[self._met :]}
        if problem and not (lines if problem.source.line == 1 else lines & {problem.source.line}):
            self.problems.append(problem)
        return ("" if problem and not alone else markdown or " "), self.met if problem else []

    def _one_by_one(self, markdown: str, page: Page) -> str:
        """Return a page with what each of its expressions gives, and note the problem of each at its own place."""
        path, begins = f"docs/{page.file.src_uri}", _first_line(markdown, page)

        def piece(expression: Expression) -> str:
            met = len(self.problems)
            try:
                given = str(self._plugin.env.from_string(expression.text).render(**self._plugin.variables, **page.meta))
            except Exception as error:  # a macro may raise anything
                given = ""
                self.problems.append(problem_of(str(error), Source(path)))
            source = Source(path, begins + expression.line - 1, expression.column)
            self.problems[met:] = [replace(problem, source=source) for problem in self.problems[met:]]
            return given

        return set_in(markdown, piece)

    def set_in(self, html: str) -> str:
        """Set what was asked for into a page that Markdown is done with."""
        return _SLOT.sub(lambda found: self._part(self._pieces[int(found[1])]), html)

    def left_out(self, html: str) -> str:
        """Return a page without the elements that stand for what was asked for."""
        return _SLOT.sub("", html)

    def _macro(self, name: str) -> Callable[..., str]:
        def macro(*given: Any, **named: Any) -> str:
            page = self._plugin.page
            source = Source(f"docs/{page.file.src_uri}")
            try:
                piece = str(self._site.render(name, page.url, *given, **named))
            except UnknownNameError as error:
                section = registry().macros[name][0].id
                self.problems.append(page_rules.PAGE_NAME.at(source, section=section, **error.parameters))
            except TypeError:
                self.problems.append(page_rules.PAGE_MACRO.at(source, detail=f"{name}()", given=f"{name}("))
            else:
                return piece if self._site.is_inline(name) else self.slot(piece)
            return self.slot(f'<p class="hv-flag hv-flag--preview">{name}: ?</p>') if self._forgiving else ""

        macro.__name__ = name
        return macro

    def slot(self, piece: str) -> str:
        """Keep a piece of HTML, and return the element that stands for it until Markdown is done."""
        self._pieces.append(piece)
        return f'<div data-hverdag="{len(self._pieces) - 1}"></div>'


def _first_line(markdown: str, page: Page) -> int:
    """Return the line of a page's file that its text begins on."""
    whole = page.file.content_string
    return whole[: len(whole) - len(markdown)].count("\n") + 1 if whole.endswith(markdown) else 1


class _GitFacts(Mapping[str, Any]):
    """What git knows of the commit, asked for when a page wants it: hardly any does, and the macros plugin would start
    a dozen processes at each reading."""

    def __init__(self, ask: Callable[[], dict[str, Any] | None]) -> None:
        self._ask = ask

    def __getitem__(self, name: str) -> Any:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> dict[str, Any]:
        return self._ask() or {}


def _ask_git_on_request() -> None:
    from mkdocs_macros import context  # noqa: PLC0415 loaded by now, and only where the publication uses it

    if not isinstance(context.get_git_info, partial):
        context.get_git_info = partial(_GitFacts, context.get_git_info)
