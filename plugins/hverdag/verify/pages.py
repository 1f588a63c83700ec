"""Checks that the links of all pages resolve, and that no page loads anything from another host."""

import os
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..model.addresses import stem
from ..model.outside import is_outside, outside_in_css
from ..model.web_address import SCHEMES
from .known_files import KnownFiles
from .link_finding import LinkFinding
from .link_rules import DEAD_LINK, GONE, OUTSIDE
from .page_code import SiteCode

# The lookahead lets the regex engine skip most other tags quickly.
_NAMES = (
    r"(?=[abefilmostuvABEFILMOSTUV])"
    r"(?P<tag>a|area|base|link|img|input|script|iframe|source|track|video|audio|object|embed|form|use|image|feimage|"
    r"meta)\b"
)
_TAG = re.compile(rf"<{_NAMES}[^>]*>", re.IGNORECASE)
_REFERENCE = re.compile(
    rf"<{_NAMES}"
    r"(?P<attributes>[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r'(?P<name>[^\s"\'<>/=]+)\s*=\s*(?:"(?P<double>[^"]*)"|\'(?P<single>[^\']*)\'|(?P<bare>[^\s"\'>]+))'
)
_LINKING = frozenset({"href", "xlink:href", "src", "srcset", "data", "poster", "action", "formaction", "background"})
_ID = re.compile(r"""id=["']?([^"'\s>]+)""")
"""An id, or the end of another attribute's name: a pattern that begins with a word's edge is far slower."""
_WORD = re.compile(r"\w")
_LEADING = frozenset({"a", "area"})
_REFRESH = re.compile(r"""\bhttp-equiv\s*=\s*["']?refresh\b""", re.IGNORECASE)
_LED_ON = re.compile(r"""\bcontent\s*=\s*["'][^"']*?\burl\s*=\s*(?P<address>[^"']+)""", re.IGNORECASE)
"""Where a page that leads on by itself leads to: our own do so at a former address, within the site."""

# A page's canonical address is for search engines; browsers do not load it. Of the site in another language Material
# asks for its map.
_NAMING = re.compile(r'rel="?(?:(?:canonical|prev|next)\b|alternate\b(?!.*\bhreflang))')


def verify(  # noqa: PLR0917 called once, by the build
    folder: Path,
    sources: Mapping[str, str],
    lost: Collection[str] = (),
    notices: Collection[str] = (),
    retired: Collection[str] = (),
    code: SiteCode | None = None,
    known: KnownFiles | None = None,
    beside: frozenset[str] = frozenset(),
) -> Iterator[LinkFinding]:
    """Yield a finding for each dead link and each request to another host, page by page. What pages have of scripts and
    styles is noted in `code`, so that nobody has to read them again. `known` are files that are only linked to, and
    `beside` those of other sites that may be."""
    files, code = _files(folder), code or SiteCode()
    stems = (frozenset(map(stem, addresses)) for addresses in (lost, notices, retired))
    links = _Links(folder, files | beside, known or KnownFiles(), *stems)
    for path in sorted(files):
        if path.endswith(".html"):
            yield from _page(folder, path, sources.get(path, path), links, code)
        elif path.endswith(".css"):
            address = outside_in_css((folder / path).read_text("utf-8"))
            if address:
                yield LinkFinding(OUTSIDE, path, address, address)


def outside_in_tags(html: str) -> Iterator[tuple[int, str]]:
    """Yield each address that a page loads from another computer, and where it stands in its text."""
    for tag in (one for one in _REFERENCE.finditer(html) if one["tag"].lower() not in _LEADING):
        for address in filter(is_outside, _addresses(tag["attributes"])):
            yield html.find(address, tag.start()) if address in tag[0] else tag.start(), address


def _files(folder: Path) -> frozenset[str]:
    top = len(str(folder)) + 1
    return frozenset(
        f"{where}{os.sep}{name}"[top:].replace(os.sep, "/") for where, _, names in os.walk(folder) for name in names
    )


def _page(folder: Path, path: str, source: str, links: "_Links", code: SiteCode) -> Iterator[LinkFinding]:
    text = (folder / path).read_text("utf-8")
    good = links.known_good(path)
    unknown = [tag for tag in dict.fromkeys(match[0] for match in _TAG.finditer(text)) if tag not in good]
    read = [_REFERENCE.fullmatch(tag) for tag in unknown]
    # A `>` inside an attribute breaks the fast pattern; then the page is read with the one that respects quotes.
    for match in read if all(read) else _REFERENCE.finditer(text):
        findings = list(_in_tag(match, path, source, text, links)) if match else []
        if match and not findings and _is_valid_on_sibling_pages(match):
            good.add(match[0])
        yield from findings
    for address in code.note(path, text).loads:
        yield LinkFinding(OUTSIDE, source, address, address)


def _is_valid_on_sibling_pages(tag: re.Match[str]) -> bool:
    """Return True if the links of a tag resolve to the same targets on sibling pages: upwards, or absolute."""
    return "#" not in tag[0] and all(
        address.startswith("../") or ":" in address for address in _addresses(tag["attributes"])
    )


def _in_tag(tag: re.Match[str], path: str, source: str, text: str, links: "_Links") -> Iterator[LinkFinding]:
    for address in _addresses(tag["attributes"]):
        if is_outside(address):
            if tag["tag"].lower() not in _LEADING:
                yield LinkFinding(OUTSIDE, source, address, address)
        elif links.lead_to_a_notice(path, address):
            # Such a link in a story or a value is reported at its position in the text.
            if source.startswith("docs/"):
                yield LinkFinding(GONE, source, address, links.resolved(path, address))
        elif links.lead_to_something_retired(path, address):
            if source.startswith("docs/"):
                yield LinkFinding(DEAD_LINK, source, address, links.resolved(path, address))
        elif path != "404.html" and not links.lead_somewhere(path, address, text):
            lost = links.are_lost(path, address) or links.are_lost(source.removeprefix("docs/"), address)
            target, places = links.resolved(path, address), links.places_beside(path, address)
            yield LinkFinding(GONE if lost else DEAD_LINK, source, address, target, places)


class _Links:
    """Resolves links. Most pages share most of their links, so each target is looked up once."""

    def __init__(self, folder: Path, files: frozenset[str], known: KnownFiles, *stems: frozenset[str]) -> None:
        self._folder, self._known = folder, known
        self._files = files | known.paths
        self._lost, self._notices, self._retired = stems
        self._targets: dict[tuple[str, str], str | None] = {}
        self._ids: dict[str, frozenset[str]] = {}
        self._good: dict[tuple[str, int], set[str]] = {}

    def known_good(self, path: str) -> set[str]:
        """Return the link tags already verified on sibling pages; relative links in them resolve to the same target
        here."""
        return self._good.setdefault((posixpath.dirname(posixpath.dirname(path)), path.count("/")), set())

    def lead_somewhere(self, path: str, address: str, text: str) -> bool:
        """Return True if an address on the page at `path`, with content `text`, resolves to a file and an id in it."""
        if address.startswith("#") and f'id="{address[1:]}"' in text:
            return True
        try:
            parts = urlsplit(address)
        except ValueError:
            return False
        if parts.scheme:
            return parts.scheme in SCHEMES
        target = self._target(path, unquote(parts.path))
        # What a picture or a PDF makes of it is its own: `photo.png#only-light`, `plan.pdf#page=2`.
        places = {unquote(parts.fragment)} - {""} if target and target.endswith(".html") else set()
        if target:
            self._known.linked.setdefault(target, set()).update(places)
        return target is not None and (not places or places <= self._places(target))

    def resolved(self, path: str, address: str) -> str:
        """Return the path in the site that an address on the page at `path` leads to, with #place, there or not."""
        link, sign, place = address.partition("#")
        file = self._target(path, unquote(link)) or posixpath.normpath(
            posixpath.join(posixpath.dirname(path), unquote(link))
        )
        return f"{file}{sign}{unquote(place)}"

    def places_beside(self, path: str, address: str) -> frozenset[str]:
        """Return the places that the target of an address has, if it is a page."""
        target = self._target(path, unquote(address.partition("#")[0])) if "#" in address else None
        return self._places(target) if target else frozenset()

    def lead_to_a_notice(self, path: str, address: str) -> bool:
        """Return True if an address resolves to a notice that a page was removed. Fragments are ignored."""
        return bool(self._notices) and self._stem(path, address) in self._notices

    def lead_to_something_retired(self, path: str, address: str) -> bool:
        """Return True if an address resolves to the notice of a text that was taken out of the handbook."""
        return bool(self._retired) and self._stem(path, address) in self._retired

    def are_lost(self, path: str, address: str) -> bool:
        """Return True if the target of an address, relative to a page or a source file, was left out because consent
        has ended."""
        return bool(self._lost) and self._stem(path, address) in self._lost

    def _stem(self, path: str, address: str) -> str:
        link = unquote(address.partition("#")[0].partition("?")[0])
        return stem(posixpath.normpath(posixpath.join(posixpath.dirname(path), link))) if link else ""

    def _target(self, path: str, link: str) -> str | None:
        if not link:
            return path
        key = (posixpath.dirname(path), link)
        if key not in self._targets:
            target = posixpath.normpath(posixpath.join(*key))
            target = target if target.startswith("..") else target.removeprefix("./").removeprefix(".")
            index = posixpath.join(target, "index.html")
            is_file = target in self._files and not link.endswith("/")
            self._targets[key] = target if is_file else index if index in self._files else None
        return self._targets[key]

    def _places(self, target: str) -> frozenset[str]:
        if target not in self._ids:
            is_known, file = target in self._known.paths, self._folder / target
            text = file.read_text("utf-8") if file.suffix == ".html" and not is_known else ""
            self._ids[target] = self._known.places(target) if is_known else places_in(text)
        return self._ids[target]


def places_in(html: str) -> frozenset[str]:
    """Return the places of a page that a link can lead to: its ids."""
    return frozenset(unescape(match[1]) for match in _ID.finditer(html) if not _WORD.match(html, match.start() - 1))


def _addresses(attributes: str) -> Iterator[str]:
    if _NAMING.search(attributes):
        return
    if _REFRESH.search(attributes) and (leads := _LED_ON.search(attributes)):
        yield unescape(leads["address"]).strip()
    for match in _ATTRIBUTE.finditer(attributes):
        if match["name"].lower() in _LINKING:
            yield unescape(match["double"] or match["single"] or match["bare"] or "").strip()
