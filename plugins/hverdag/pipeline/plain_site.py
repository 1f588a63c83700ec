"""Tells if a publication is plain: its own files and the installed packages alone decide how its site looks.

A plugin, a hook or a page may ask the computer, git or the clock, and no file shows the answer. A publication where
mkdocs.yml or a page may do that is not plain, nor is one with anything that this module does not know.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model.declared import Place
from ..parse.files import rough_text
from ..parse.front_matter import read_fields
from ..parse.pages.here import SELF_CONTAINED
from .page_macros import has_signs, not_known

MKDOCS = "mkdocs.yml"
MODULES = ("main.py", "main")
"""What the macros plugin runs where it is there."""

_TEXTS = frozenset(
    "site_name,site_url,site_description,site_author,copyright,site_dir,repo_url,repo_name,edit_uri,"  # noqa: SIM905
    "use_directory_urls,not_in_nav,exclude_docs,draft_docs".split(",")
)
_OPTIONS = {
    "search": {"lang"},
    "material/search": {"lang"},
    "macros": {"render_by_default", "on_error_fail", "on_undefined", "verbose"},  # host/macros.py sets all of them
    "hverdag": {"pages_allowed", "frame"},
}
_THEME = frozenset({"name", "language", "features", "palette", "icon", "font", "logo", "favicon"})
_TAG = re.compile(r"(?:^|[\s\[{,])!", re.MULTILINE)
"""How YAML asks for the environment, or for Python."""


def is_plain(root: Path, pages: Iterable[str], macros: Collection[str]) -> bool:
    """Return True if files alone decide. `pages` are the paths of the hand-written pages, and `macros` the names that
    they may call. Raises OSError if a file cannot be read."""
    text = rough_text(root, MKDOCS)
    tree = read_fields(text, MKDOCS)
    return (
        not (has_module(root) or tree.problems or tree.lost or _TAG.search(text))
        and bool(tree.data)
        and not any(unknown_settings(tree.data))
        and not any(any(not_known(page, rough_text(root, page), macros)) for page in pages)
    )


def has_module(root: Path) -> bool:
    """Return True if there is a module of the publication's own that has the name which the macros plugin runs."""
    return any((root / name).exists() for name in MODULES)


def unknown_settings(data: Mapping[str, Any]) -> Iterator[Place]:
    """Yield the place of each setting of mkdocs.yml, or of each plugin or extension, that is not known to depend on
    files alone."""
    for name, given in data.items():
        is_known = _LISTED.get(name)
        if is_known and isinstance(given, list):
            yield from ((name, number) for number, one in enumerate(given) if not is_known(one))
        elif is_known or not _is_known(name, given):
            yield (name,)


def _is_known(name: str, given: Any) -> bool:
    if has_signs(str(given)):
        return False  # a title in nav is read as a template
    if name == "theme":
        return given == "material" or (
            isinstance(given, dict) and given.keys() <= _THEME and given.get("name") == "material"
        )
    return name == "nav" or (name == "docs_dir" and given == "docs") or (name in _TEXTS and isinstance(given, str))


def _is_known_plugin(given: Any) -> bool:
    plugins = {given: {}} if isinstance(given, str) else given
    return isinstance(plugins, dict) and all(
        name in _OPTIONS and (isinstance(options, dict) and options.keys() <= _OPTIONS[name])
        for name, options in plugins.items()
    )


def _is_known_extension(given: Any) -> bool:
    extensions = (given,) if isinstance(given, str) else given
    return isinstance(extensions, tuple | dict) and SELF_CONTAINED.issuperset(extensions)


_LISTED: Mapping[str, Callable[[Any], bool]] = {
    "plugins": _is_known_plugin,
    "markdown_extensions": _is_known_extension,
}
"""Settings that are lists, and what is known of an item."""
