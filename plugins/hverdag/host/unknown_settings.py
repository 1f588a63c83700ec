"""What MkDocs warns of while it reads mkdocs.yml. Its own commands warn before they call anybody, and go on; here it is
an error, as in `hverdag build`."""

from collections.abc import Iterator

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from ..model.problem import Problem
from .macro_settings import Found
from .setting_faults import unknown_option, unknown_setting


def unknown_settings(found: Found) -> Iterator[Problem]:
    """Yield a problem for each setting, and each option of a plugin, that there is not."""
    known = {name for name, _ in MkDocsConfig._schema} | {"INHERIT"}
    for name in found.given:
        if name not in known:
            yield unknown_setting(found.root, name)
    for name, plugin in found.config.plugins.items():
        config = getattr(plugin, "config", None)  # hooks are among the plugins, and have none
        if isinstance(config, Config):
            options = {option for option, _ in config._schema}
            given = {option for layer in config.user_configs for option in layer}
            for option in sorted(given - options):
                yield unknown_option(found.root, name.removeprefix("material/"), option)
