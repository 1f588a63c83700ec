"""Links that the plugin autorefs sets into a page when all pages are drawn: until then they stand there as elements of
its own, which no browser knows."""

import re

from mkdocs.config.defaults import MkDocsConfig

_PLUGIN = "autorefs"
_NAMES = "identifier|optional|hover|class|title|domain|role|origin|filepath|lineno|slug|backlink-type|backlink-anchor"
_MARK = re.compile(rf"<autoref(?:\s+(?:{_NAMES})(?:=(?:\"[^\"<>]*\"|[^\s\"'<>=`]+))?)*\s*>|</autoref>")
"""With nothing else in them: what a page may not have is not to hide in one."""


def without_marks(html: str, config: MkDocsConfig) -> str:
    """Return a page without the marks of links that are still to be set in, where that plugin is there to do so."""
    return _MARK.sub("", html) if _PLUGIN in config.plugins else html
