"""Every link of every page leads somewhere, and no page asks another computer for anything."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..model.problem import Level, Problem, Rule, Source

DEAD_LINK = Rule(
    "site-link",
    Level.ERROR,
    'The page has a link to "{given}", which is not in the handbook.',
    "Mend the link, or take it out.",
    """A page of the finished site with a link that leads nowhere.

Good:

    [Hold en samtale](samtale.md)

Bad:

    [Hold en samtale](samtal.md)
""",
)
OUTSIDE = Rule(
    "site-request",
    Level.ERROR,
    'The page asks another computer for "{given}".',
    "Put the file in docs/ and use it from there.",
    """A page that loads a picture, a font or a script from another computer.

A reader's visit is nobody else's business, and the handbook must work without the internet. Links that a reader
chooses to follow are fine.
""",
)
RULES = (DEAD_LINK, OUTSIDE)

_REFERENCE = re.compile(
    r"<(?P<tag>a|area|link|img|script|iframe|source|video|audio|object|embed|form|use|image)\b"
    r'(?P<attributes>(?:[^>"\']|"[^"]*"|\'[^\']*\')*)>',
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r'\b(?P<name>href|src|srcset|data|poster|action)\s*=\s*(?:"(?P<double>[^"]*)"|\'(?P<single>[^\']*)\'|(?P<bare>[^\s"\'>]+))',
    re.IGNORECASE,
)
_CSS_ADDRESS = re.compile(r"url\(\s*[\"']?(?P<address>(?:https?:)?//[^)\"']+)", re.IGNORECASE)
_LEADING = frozenset({"a", "area"})
# A page names its own public address for search engines; browsers do not ask for it.
_NAMING = re.compile(r'rel="?(?:canonical|alternate|prev|next)\b')


def verify(folder: Path, sources: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each dead link and each request to another computer."""
    files = _files(folder)
    verdicts: dict[tuple[str, str], bool] = {}
    for path in sorted(files):
        if path.endswith(".html"):
            yield from _page(folder, path, sources.get(path, path), files, verdicts)
        elif path.endswith(".css"):
            text = (folder / path).read_text("utf-8")
            yield from (OUTSIDE.at(Source(path), given=found["address"]) for found in _CSS_ADDRESS.finditer(text))


def _files(folder: Path) -> frozenset[str]:
    return frozenset(
        posixpath.join(os.path.relpath(where, folder).replace(os.sep, "/"), name).removeprefix("./")
        for where, _, names in os.walk(folder)
        for name in names
    )


def _page(
    folder: Path, path: str, source: str, files: frozenset[str], verdicts: dict[tuple[str, str], bool]
) -> Iterator[Problem]:
    text = (folder / path).read_text("utf-8")
    seen: set[str] = set()
    home = posixpath.dirname(path)
    for tag, address in _references(text):
        if address in seen:
            continue
        seen.add(address)
        if _is_outside(address):
            if tag not in _LEADING:
                yield OUTSIDE.at(Source(source), given=address)
            continue
        key = (home, address)
        if key not in verdicts:
            verdicts[key] = _leads_somewhere(home, address, files)
        if not verdicts[key] and path != "404.html":
            yield DEAD_LINK.at(Source(source), given=address)
    for found in _CSS_ADDRESS.finditer(text):
        yield OUTSIDE.at(Source(source), given=found["address"])


def _references(text: str) -> Iterator[tuple[str, str]]:
    for found in _REFERENCE.finditer(text):
        if _NAMING.search(found["attributes"]):
            continue
        for attribute in _ATTRIBUTE.finditer(found["attributes"]):
            address = attribute["double"] or attribute["single"] or attribute["bare"] or ""
            yield found["tag"].lower(), unescape(address).strip()


def _is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in ("http", "https")


def _leads_somewhere(home: str, address: str, files: frozenset[str]) -> bool:
    parts = urlsplit(address)
    if parts.scheme or not parts.path:
        return True
    path = posixpath.normpath(posixpath.join(home, unquote(parts.path)))
    if parts.path.endswith("/") or path in (".", ""):
        path = posixpath.join("" if path == "." else path, "index.html")
    return path in files or posixpath.join(path, "index.html") in files
