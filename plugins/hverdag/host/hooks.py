"""What other plugins do in an event, with something of ours around it."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection

Hook = Callable[..., Any]


def wrap_hooks(plugins: PluginCollection, event: str, around: Callable[[str, Hook], Hook | None]) -> None:
    """Put `around(name, hook)` in the place of each hook for an event, such as `post_page`, by the name of its plugin;
    where that is None, the hook stays. A fault in what comes in its place is still the plugin's."""
    methods, origins = plugins.events[event], plugins._event_origins
    for number, method in enumerate(methods):
        name = origins.get(method, "")
        wrapped = around(name, method) if name else None
        if wrapped is not None:
            methods[number] = wrapped
            origins[wrapped] = name


def replace_hooks(config: MkDocsConfig, plugin: str, event: str, around: Callable[[Hook], Hook]) -> None:
    """Put `around(hook)` in the place of each hook that a plugin has for an event."""
    wrap_hooks(config.plugins, event, lambda name, hook: around(hook) if name == plugin else None)
