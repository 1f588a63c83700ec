"""A page as MkDocs reads it here, by Python-Markdown with the extensions of mkdocs.yml."""

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from .site import Site

if TYPE_CHECKING:
    from markdown import Markdown

_UNREAD = frozenset({"pymdownx.emoji", "pymdownx.snippets", "pymdownx.b64", "pymdownx.pathconverter"})
"""What reads other files, or needs what only MkDocs can work out. What comes of it is looked over in the finished
page."""

_ON_PURPOSE = frozenset(
    "abbr,admonition,attr_list,codehilite,def_list,markdown_inline_graphviz,md_in_html,meta,nl2br,smarty,toc,"  # noqa: SIM905
    "wikilinks,pymdownx.arithmatex,pymdownx.caption,pymdownx.caret,pymdownx.critic,pymdownx.details,"
    "pymdownx.escapeall,pymdownx.inlinehilite,pymdownx.keys,pymdownx.mark,pymdownx.progressbar,"
    "pymdownx.smartsymbols,pymdownx.striphtml,pymdownx.tabbed".split(",")
)
"""What a page uses on purpose, and no forge knows: neither reading has it (masks.py), so nothing is told of it."""

KNOWN = (
    _UNREAD
    | _ON_PURPOSE
    | frozenset(
        "fenced_code,footnotes,legacy_attrs,legacy_em,sane_lists,tables,pymdownx.betterem,pymdownx.highlight,"  # noqa: SIM905
        "pymdownx.magiclink,pymdownx.saneheaders,pymdownx.superfences,pymdownx.tasklist,pymdownx.tilde".split(",")
    )
)
"""The extensions that are known not to take words away, but for those that only this site reads."""

SELF_CONTAINED = KNOWN - _UNREAD - {"markdown_inline_graphviz"}
"""Those of the known extensions that make a page of nothing but its text and plain settings."""

_BLOCKS = re.compile(r"pymdownx\.blocks\.\w+")
"""The names of the blocks that pymdownx has."""

_SETTINGS: dict[str, dict[str, Any]] = {
    "pymdownx.highlight": {"linenums_style": "pymdownx-inline"},  # numbers of lines are no words
    "pymdownx.magiclink": {},  # bare addresses, as the forge has them; `#12` and `@name` are used on purpose
}
"""What replaces a site's own settings of an extension."""


def full_reader(site: Site) -> "Markdown":
    """Return the reader of a site's pages, as MkDocs has it."""
    return _reader(site, (name for name in site.extensions if name not in _UNREAD))


def common_reader(site: Site) -> "Markdown":
    """Return the reader of a site's pages without what no forge knows."""
    names = (name for name in site.extensions if name not in _UNREAD | _ON_PURPOSE)
    return _reader(site, (name for name in names if not name.startswith("pymdownx.blocks.")))


def _reader(site: Site, names: Iterable[str]) -> "Markdown":
    """Return a reader with those of the extensions that are known.

    Python-Markdown imports whatever a name says and calls it with the settings beside it, and `subprocess:Popen` is a
    name too. A text is only read here, and may be a proposal's; what another extension makes of it is looked over in
    the finished page.
    """
    from markdown import Markdown  # noqa: PLC0415 most pages are known as they are, and not read

    reader = Markdown(output_format="html")
    configs: dict[str, dict[str, Any]] = deepcopy({**site.configs, **_SETTINGS})
    for name in names:
        if name not in KNOWN and not _BLOCKS.fullmatch(name):
            continue
        try:
            reader.registerExtensions([name], configs)
        except Exception:  # noqa: S112 its settings may be wrong in any way; MkDocs tells of them
            continue
    return reader
