"""Whose fault an exception is: the plugin or hook that was at work, and the file of the publication's own that it came
from. Both are read from the trace, since MkDocs' exceptions name neither."""

import linecache
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from jinja2 import TemplateSyntaxError
from mkdocs.config.config_options import Plugins
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import PluginCollection

from ..model.message import Message, message
from ..model.problem import Source

OURS = "hverdag"
_RUN, _LOAD = PluginCollection.run_event.__code__, Plugins.load_plugin.__code__
_UNKNOWN = "<unknown>"


@dataclass(frozen=True)
class Culprit:
    """A plugin, by its name in mkdocs.yml, or a hook, by its file; and the event that it was called for, such as
    `on_nav`. The event is empty for one that could not be loaded."""

    name: str
    event: str = ""

    @property
    def is_hook(self) -> bool:
        """Return True for a hook."""
        return self.name.endswith(".py")

    @property
    def setting(self) -> str:
        """The setting of mkdocs.yml that it is listed in."""
        return "hooks" if self.is_hook else "plugins"

    @property
    def words(self) -> Message:
        """What it is called in a sentence."""
        if self.is_hook:
            return message('The hook "{given}"', given=self.name)
        return message('The plugin "{given}"', given=self.name)


def culprit(error: BaseException) -> Culprit | None:
    """Return the plugin or hook that raised an exception; None if it was MkDocs, or Hverdag itself."""
    found = None
    for frame in _frames(error):
        given = frame.f_locals
        if frame.f_code is _RUN:
            method = given.get("method")
            name = given["self"]._event_origins.get(method, _UNKNOWN)
            found = Culprit(str(name), f"on_{given['name']}")
        elif frame.f_code is _LOAD:
            found = Culprit(str(given["name"]))
    return found if found and found.name not in (OURS, _UNKNOWN) else None


def own_place(error: BaseException, root: Path) -> Source | None:
    """Return the line of the publication's own code or template that an exception came from, if it did."""
    if isinstance(error, SyntaxError | TemplateSyntaxError) and error.filename and error.lineno:
        place = _within(error.filename, error.lineno, root)
        if place:
            return place
    places = (_within(frame.f_code.co_filename, line, root) for frame, line in _lines(error))
    return next(filter(None, reversed(list(places))), None)


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception, and the one before it where a plugin was told of that one and failed in turn. An Abort says
    nothing but that MkDocs ends: what it ends for is yielded in its place."""
    behind, found = error.__context__, culprit(error)
    if isinstance(error, Abort) and found is None and isinstance(behind, BuildError):
        yield from causes(behind)
        return
    yield error
    if found and found.event in ("on_build_error", "on_shutdown") and behind:
        yield from causes(behind)


def _within(path: str, line: int, root: Path) -> Source | None:
    file = Path(path)
    if not file.is_absolute() or not file.is_relative_to(root) or file.suffix not in (".py", ".html"):
        return None
    is_installed = any(part in ("site-packages", "dist-packages") for part in file.parts)
    return None if is_installed or not linecache.getline(path, 1) else Source(file.relative_to(root).as_posix(), line)


def _frames(error: BaseException) -> Iterator[FrameType]:
    return (frame for frame, _ in _lines(error))


def _lines(error: BaseException) -> Iterator[tuple[FrameType, int]]:
    trace = error.__traceback__
    while trace:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next
