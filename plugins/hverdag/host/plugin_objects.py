"""Each publication has plugin objects of its own: MkDocs keeps those of a process by their names alone, and a
publication in several languages is several for MkDocs, which a preview shows side by side."""

from functools import lru_cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

_MOST = 4
"""How many publications' plugins are kept: each holds all of its site."""


def use_plugins_of(config_path: str) -> None:
    """Have MkDocs' next configuration use the plugin objects that were made for the same mkdocs.yml before, if any."""
    MkDocsConfig.plugins.plugin_cache = _plugins(config_path)  # type: ignore[attr-defined]


@lru_cache(_MOST)
def _plugins(config_path: str) -> dict[str, BasePlugin]:  # type: ignore[type-arg]
    del config_path
    return {}
