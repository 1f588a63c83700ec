"""The plugins of MkDocs that a handbook cannot have, each with what does the same here."""

from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig

from ..model.message import Message, message
from ..model.problem import Problem
from .macro_settings import Found
from .setting_faults import refused

_WHY: Mapping[str, Message] = {
    "i18n": message("A text is nodded to in one language. `hverdag new language` begins another one beside it."),
    "blog": message("Its pages are drawn with scripts and templates of the theme."),
    "privacy": message("It fetches files from other computers: put them in docs/, and use them from there."),
    "offline": message("`hverdag offline` makes an edition that works without a server."),
    "print-site": message("It puts many pages into one. There is already a book to print."),
    "section-index": message("It changes where nav leads. Each door leads to the first of its pages already."),
}

_OF_THEME = frozenset({"blog"})
"""What only the frame of a site has a place for: its templates and scripts are there."""


def refused_plugins(found: Found) -> Iterator[Problem]:
    """Yield a problem for each plugin that a handbook cannot have, and let it do nothing more in this build."""
    config = found.config
    for name, plugin in config.plugins.items():
        short = name.removeprefix("material/")
        why = None if found.is_in_site and short in _OF_THEME else _WHY.get(short)
        if why and plugin.config.get("enabled", True):
            detail = message('the plugin "{given}" cannot be used in a handbook. {why}', given=name, why=why)
            yield refused(found.root, detail, message("Take it out."), "plugins", short)
            silence(config, plugin)


def silence(config: MkDocsConfig, *plugins: object) -> None:
    """Have plugins do nothing more in a build."""
    for methods in config.plugins.events.values():
        # In place: MkDocs is in the midst of one of the lists.
        methods[:] = [method for method in methods if getattr(method, "__self__", None) not in plugins]
