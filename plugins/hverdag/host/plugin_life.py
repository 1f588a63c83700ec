"""The life of plugins around a build: MkDocs' own commands begin and end them, and so do ours."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Literal, NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import PluginCollection

from ..locale import catalogue
from ..model.language import Language, language_named
from ..model.problem import Problem
from ..parse.publication import language_of
from ..pipeline.rule_registry import rules
from ..privacy import masked
from .culprits import OURS, Culprit
from .faults import plugin_problem
from .hooks import Hook, wrap_hooks

_log = logging.getLogger("mkdocs.plugins.hverdag")


@contextmanager
def alive(config: MkDocsConfig, command: Literal["build", "serve"]) -> Iterator[None]:
    """Call every plugin's `on_startup`, and its `on_shutdown` whatever happens between the two: a fault, or Ctrl+C.

    Passes on what a plugin raises. One that fails at the end keeps no other from being called, and hides no fault from
    before it.
    """
    try:
        config.plugins.on_startup(command=command, dirty=False)
        yield
    except BaseException:
        list(_ended(config))
        raise
    else:
        for fault in list(_ended(config)):
            raise fault


def _ended(config: MkDocsConfig) -> Iterator[Exception | SystemExit]:
    """End each plugin, and yield what they raise."""
    plugins = config.plugins
    for method in list(plugins.events["shutdown"]):
        alone = type(plugins)()
        alone._event_origins = plugins._event_origins
        alone.events["shutdown"] = [method]
        try:
            alone.on_shutdown()
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            yield error


def told_in_words(root: Path) -> list[Problem]:
    """See to it, while MkDocs' own commands begin the plugins, that none of the others shows a trace: one that fails at
    the beginning ends the command in words, and of each that fails at the end a problem is in the list that is
    returned. MkDocs calls nobody before us then, and the others are found by who calls."""
    ended: list[Problem] = []
    plugins = _at_work()
    for event, around in (("startup", _beginning), ("serve", _beginning), ("shutdown", partial(_ending, ended))):

        def told(name: str, hook: Hook, event: str = event, around: Callable[..., Hook] = around) -> Hook | None:
            return None if name == OURS else around(root, Culprit(name, f"on_{event}"), hook)

        if plugins:
            wrap_hooks(plugins, event, told)
    return ended


def aborted(root: Path, problems: Iterable[Problem]) -> NoReturn:
    """End one of MkDocs' own commands with problems in words. Raises Abort."""
    words = catalogue(language_named(language_of(root)) or Language.DANISH.value)
    _log.error(masked("\n".join(words.line(problem, rules()[problem.rule]) for problem in problems)))
    raise Abort("Aborted with a BuildError!")


def _at_work() -> PluginCollection | None:
    """Return the plugins of which one is being called for an event."""
    frame = sys._getframe()
    while frame.f_back:
        frame = frame.f_back
        if frame.f_code is PluginCollection.run_event.__code__:
            found: PluginCollection = frame.f_locals["self"]
            return found
    return None


def _beginning(root: Path, who: Culprit, method: Hook) -> Hook:
    def begin(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            aborted(root, [plugin_problem(error, who, root)])

    return begin


def _ending(ended: list[Problem], root: Path, who: Culprit, method: Hook) -> Hook:
    def end(**named: Any) -> None:
        try:
            method(**named)
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            ended.append(plugin_problem(error, who, root))

    return end
