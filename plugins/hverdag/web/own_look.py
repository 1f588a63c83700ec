"""An organisation's own templates before the package's own, in the toolkit's environment and in a host's.

A template that fails while a page is made is told with its line, and set aside: the page is made again without it, so
that one run finds the faults of all templates and of everything else.
"""

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FunctionLoader,
    PrefixLoader,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
)

from ..model.message import Message, message
from ..model.own_look import FOLDER, NO_LOOK, OURS, PAGES, OwnLook, own_path
from ..model.problem import Problem, Source
from .look_rules import TEMPLATE

FRAME = Path(str(files("hverdag"))) / "host" / "theme"
"""The templates of the frame, which the host sets pages into."""


class LookError(LookupError):
    """A template of the organisation's own asks for something that is not there. Its message is told."""

    def __init__(self, told: Message) -> None:
        super().__init__(told.text)
        self.told = told


class LookTemplates:
    """The templates of a look in one environment. `problems` are the faults of those that were left out."""

    def __init__(self, look: OwnLook, env: Environment, tell: Callable[[Problem], None] = lambda _: None) -> None:
        ours = env.loader or FunctionLoader(lambda _: None)
        self.problems: list[Problem] = []
        self.loader = ChoiceLoader([FunctionLoader(self._own), ours, PrefixLoader({OURS: ours})])
        self._look, self._env, self._tell = look, env, tell

    def _own(self, name: str) -> tuple[str, str, None] | None:
        text = self._look.text(name) if name.endswith(PAGES) else None
        return None if text is None else (text, own_path(name), None)

    def leave_out(self, problem: Problem) -> None:
        """Tell a problem of a template, and leave that template out."""
        self.problems.append(problem)
        self._tell(problem)
        self._look = self._look.without(problem.source.path.removeprefix(f"{FOLDER}/"))
        if self._env.cache is not None:
            self._env.cache.clear()


class _LookTemplate(Template):
    """A template that is rendered again without those of the look that fail."""

    def render(self, *given: Any, **named: Any) -> str:
        """Render it."""
        try:
            return super().render(*given, **named)
        except Exception as error:
            problem = fault(error)
            if self.name is None or problem is None:
                raise
            templates_of(self.environment).leave_out(problem)
        return self.environment.get_template(self.name).render(*given, **named)


class _Told(Undefined):
    """What a template asks for and is not there. Whether it is there may be asked; it cannot be shown."""

    __str__ = Undefined._fail_with_undefined_error
    __html__ = Undefined._fail_with_undefined_error


_KEPT = "hverdag_look"
_NAMED = re.compile(r"'([^']+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '([^']+)'")


def take_over(env: Environment, look: OwnLook, tell: Callable[[Problem], None] = lambda _: None) -> None:
    """Put the templates of a look before those of an environment. `tell` is called with each fault that is met."""
    templates = LookTemplates(look, env, tell)
    if look.named(PAGES):
        env.loader, env.template_class = templates.loader, _LookTemplate
        env.globals[_KEPT] = templates
        if env.undefined is Undefined:
            env.undefined = _Told


def templates_of(env: Environment) -> LookTemplates:
    """Return the templates of the look in an environment; none if it has no look."""
    found = env.globals.get(_KEPT)
    return found if isinstance(found, LookTemplates) else LookTemplates(NO_LOOK, env)


def fault(error: BaseException) -> Problem | None:
    """Return the problem of a template of the look that has raised an error, or None if none is among those at work."""
    if isinstance(error, TemplateSyntaxError) and _is_own(error.filename):
        return TEMPLATE.at(Source(str(error.filename), error.lineno), detail=_detail(error))
    place, trace = None, error.__traceback__
    while trace:
        if _is_own(trace.tb_frame.f_code.co_filename):
            place = Source(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return TEMPLATE.at(place, detail=_detail(error)) if place else None


def _is_own(filename: str | None) -> bool:
    return bool(filename) and str(filename).startswith(f"{FOLDER}/") and str(filename).endswith(PAGES)


def _detail(error: BaseException) -> str | Message:
    if isinstance(error, LookError):
        return error.told
    if isinstance(error, TemplateNotFound):
        return message('there is no template "{given}".', given=str(error.name))
    if isinstance(error, UndefinedError):
        return message('there is no "{given}".', given=_NAMED.findall(str(error))[-1])
    if isinstance(error, KeyError) and error.args:
        return message('there is no "{given}".', given=str(error.args[0]))
    return syntax_detail(str(error) or type(error).__name__)


def syntax_detail(told: str) -> str | Message:
    """Return what Jinja says of a template that it cannot read, in words that are translated where most slips are."""
    tag = _UNKNOWN_TAG.search(told)
    if tag:
        return message('there is no tag "{given}".', given=tag[1])
    return message("it ends before everything in it is closed.") if "end of template" in told else told.splitlines()[0]
