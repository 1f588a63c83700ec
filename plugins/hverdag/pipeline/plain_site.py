"""Tells if a publication is plain: its own files and the installed packages alone decide how its site looks.

A plugin, a hook or a page may ask the computer, git or the clock, and no file shows the answer. A publication where
mkdocs.yml or a page may do that is not plain, nor is one with anything that this module does not know.
"""

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from ..parse.files import rough_text
from ..parse.front_matter import read_fields

MKDOCS = "mkdocs.yml"

_TEXTS = frozenset(
    "site_name,site_url,site_description,site_author,copyright,site_dir,repo_url,repo_name,edit_uri,"  # noqa: SIM905
    "use_directory_urls,not_in_nav,exclude_docs,draft_docs".split(",")
)
_OPTIONS = {
    "search": {"lang"},
    "material/search": {"lang"},
    "macros": {"render_by_default"},
    "hverdag": {"pages_allowed"},
}
_EXTENSIONS = frozenset(
    "abbr,admonition,attr_list,def_list,fenced_code,footnotes,md_in_html,meta,sane_lists,smarty,tables,toc".split(",")  # noqa: SIM905
)
_TAG = re.compile(r"(?:^|[\s\[{,])!", re.MULTILINE)
"""How YAML asks for the environment, or for Python."""

_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_STRING = r"\"[^\"{}\\]*\"|'[^'{}\\]*'|\d+|true|false"
_MACRO = re.compile(rf"\{{\{{\s*(\w+)\(\s*(?:(?:\w+\s*=\s*)?(?:{_STRING})\s*,?\s*)*\)\s*\}}\}}")
_ASKS = re.compile(r"\{[{%]")
_IS_READ = re.compile(r"render_macros|\\[uUx]")
"""How a page says that its macros are read; letters may be written as numbers."""


def is_plain(root: Path, pages: Iterable[str], macros: Collection[str]) -> bool:
    """Return True if files alone decide. `pages` are the paths of the hand-written pages, and `macros` the names that
    they may call. Raises OSError if a file cannot be read."""
    text = rough_text(root, MKDOCS)
    tree = read_fields(text, MKDOCS)
    # The macros plugin runs a module of the publication's own that has this name.
    own = any((root / name).exists() for name in ("main.py", "main"))
    return (
        not (own or tree.problems or tree.lost or _TAG.search(text))
        and bool(tree.data)
        and all(_is_known(name, given) for name, given in tree.data.items())
        and not any(_asks(rough_text(root, page), macros) for page in pages)
    )


def _is_known(name: str, given: Any) -> bool:
    """Return True if a setting of mkdocs.yml is known to depend on files alone."""
    if name == "plugins":
        return isinstance(given, list) and all(map(_is_known_plugin, given))
    if name == "markdown_extensions":
        return isinstance(given, list) and all(isinstance(one, str) and one in _EXTENSIONS for one in given)
    if name == "theme":
        return given in ("material", {"name": "material"})
    return name == "nav" or (name == "docs_dir" and given == "docs") or (name in _TEXTS and isinstance(given, str))


def _is_known_plugin(given: Any) -> bool:
    plugins = {given: {}} if isinstance(given, str) else given
    return isinstance(plugins, dict) and all(
        name in _OPTIONS and (isinstance(options, dict) and options.keys() <= _OPTIONS[name])
        for name, options in plugins.items()
    )


def _asks(text: str, macros: Collection[str]) -> bool:
    """Return True if a page calls anything but our own macros with literal arguments."""
    if not _IS_READ.search(text):
        return False
    left = _MACRO.sub(lambda found: "" if found[1] in macros else found[0], _RAW.sub("", text))
    return bool(_ASKS.search(left))
