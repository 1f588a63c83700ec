"""What other plugins do in an event, with something of ours around it."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

Hook = Callable[..., Any]


def replace_hooks(config: MkDocsConfig, plugin: str, event: str, around: Callable[[Hook], Hook]) -> None:
    """Put `around(hook)` in the place of each hook that a plugin has for an event, such as `post_page`. A fault in it
    is still the plugin's."""
    methods, origins = config.plugins.events[event], config.plugins._event_origins
    for number, method in enumerate(methods):
        if origins.get(method) == plugin:
            methods[number] = replaced = around(method)
            origins[replaced] = plugin
