"""The life of plugins around a build: MkDocs' own commands begin and end them, and so do ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig


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
