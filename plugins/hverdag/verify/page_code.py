"""What of a finished page is read as CSS or run as a script, and was not looked at as a link."""

import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from html import unescape
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from ..model.frame_choice import FrameChoice
from ..model.outside import outside_in_css
from ..model.problem import Level, Problem, Rule, Source, Tag

_TAG = re.compile(r"<[a-zA-Z][^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_SCRIPT = re.compile(r"<script(?P<attributes>[\s/][^>]*)?>(?P<code>.*?)</script", re.IGNORECASE | re.DOTALL)
_SRC = re.compile(r"[\s/\"']src\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\btype=["']?application/(?:ld\+)?json["'\s>]?""", re.IGNORECASE)
_INLINE = re.compile(r"[\s\"'/](?:style|on[a-z]+)\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'<>/=]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
_IN_SCRIPT = re.compile(r"""["'`]\s*(?:(?:https?|wss?|ftp):|[/\\]{2})""", re.IGNORECASE)
"""An address on another computer in a script. What puts one together from pieces is stopped by the browser: each page
says what it may load."""
_MOST_SHOWN = 60

RULE = Rule(
    "site-script",
    Level.ERROR,
    'The page has a script that nobody answers for: "{given}".',
    "Take it out. If no text holds it, it comes from mkdocs.yml or a template: show this to whoever runs the handbook.",
    """A script that is written into a finished page.

A script can ask another computer for something, and tell it who reads. Pages on the list `pages_allowed` in mkdocs.yml
have someone who answers for theirs; scripts of the whole handbook are files that `extra_javascript` names.
""",
    (Tag.ABOUT_PEOPLE,),
)


INLINE = Rule(
    "page-inline",
    Level.ERROR,
    'The page has "{given}", which browsers leave out where the server allows style sheets and scripts in files alone.',
    "Give it a class instead, and say in a style sheet how that looks: `extra_css` in mkdocs.yml names style sheets of "
    "the handbook's own.",
    """A finished page with a style or a script in its HTML: `style=`, `<style>`, or an attribute such as `onclick=`.

The rules that Hverdag writes for a server (`server` in values/handbook.yml) have browsers follow nothing of the kind,
so that what somebody smuggles into a page does nothing.

Good:

    <p class="large">Come and listen!</p>

Bad:

    <p style="font-size: 2em">Come and listen!</p>
""",
)
BLOCKED = Rule(
    "page-blocked",
    Level.WARNING,
    'The page has "{given}". With the rules of the server, browsers leave it out.',
    "Move it to a file in docs/, and load that: a server may allow what comes from itself.",
    """A page on the list `pages_allowed` in mkdocs.yml with code of its own, in a handbook that names its `server`.

Someone answers for the page, so it is published. But the rules that Hverdag writes for the server allow style sheets
and scripts in files alone, and nothing of other computers. Where the page must have more, whoever runs the server must
allow it for the address of that page.
""",
)
RULES = (RULE, INLINE, BLOCKED)


class PageCode(NamedTuple):
    """What a page has of code: what its style sheets and attributes load from another computer, and the scripts and
    styles that are written into it, each with the rule that it breaks."""

    loads: tuple[str, ...] = ()
    pieces: tuple[tuple[Rule, str], ...] = ()


class KnownPages(Protocol):
    """The log of pages in which no code was found, by a digest of their HTML."""

    def has(self, key: str) -> bool:
        """Return True if no code was found in a page."""

    def add(self, key: str) -> None:
        """Record that no code was found in a page."""


class SiteCode:
    """The code in the pages of a site, page by page. `known` says which pages have none."""

    def __init__(self, known: KnownPages | None = None) -> None:
        self._known = known
        self._plain = set[str]()
        self._found: dict[str, PageCode] = {}

    @classmethod
    def in_folder(cls, folder: Path) -> "SiteCode":
        """Return the code in all pages of a folder."""
        code = cls()
        for page in folder.rglob("*.html"):
            code.note(page.relative_to(folder).as_posix(), page.read_text("utf-8"))
        return code

    def note(self, path: str, html: str) -> PageCode:
        """Note the code in the page at a path, and return it."""
        key = sha256(html.encode("utf-8", "surrogatepass")).hexdigest() if self._known else ""
        if self._known and self._known.has(key):
            return PageCode()
        found = PageCode(tuple(_loads(html)), (*_strange_scripts(html), *_inline(html, self._plain)))
        if any(found):
            self._found[path] = found
        elif self._known:
            self._known.add(key)
        return found

    def problems(
        self,
        sources: Mapping[str, str],
        allowed: Collection[str],
        *,
        has_server: bool = False,
        frame: FrameChoice = FrameChoice.OWN,
    ) -> Iterator[Problem]:
        """Yield a problem for each script or style that is written into a page, where it is first met. `sources` are
        the files that pages were made from, and `allowed` those that may have scripts; with `has_server` it is told
        that these do not run there. In the frame of a site, its theme writes styles and scripts into every page."""
        told = set[str]()
        for path, code in sorted(self._found.items(), key=lambda item: PurePosixPath(item[0])):
            source = sources.get(path, path)
            pieces = dict.fromkeys(
                piece for piece in code.pieces if frame is FrameChoice.OWN or not _is_of_theme(*piece)
            )
            if source in allowed:
                blocked = dict.fromkeys(text for _, text in pieces) if has_server else ()
                yield from (BLOCKED.at(Source(source), given=text[:_MOST_SHOWN]) for text in blocked)
                continue
            for rule, text in pieces:
                if text not in told:
                    told.add(text)
                    yield rule.at(Source(source), given=text[:_MOST_SHOWN])


def _is_of_theme(rule: Rule, text: str) -> bool:
    """Return True for what a theme may write into a page. What Markdown holds of the kind was refused before, and a
    script that names another computer is nobody's theme."""
    return rule is INLINE or not _IN_SCRIPT.search(text)


def _inline(html: str, plain: set[str]) -> Iterator[tuple[Rule, str]]:
    """Yield each style in a page, and each attribute with a style or a script. `plain` are the tags that were met
    before and have none; most tags of a page are those of the page before it."""
    yield from ((INLINE, "<style>") for _ in _STYLE.finditer(html))
    for tag in _TAG.findall(_SCRIPT.sub("", html)):
        if tag in plain:
            continue
        if not _INLINE.search(tag):
            plain.add(tag)
            continue
        for attribute in _ATTRIBUTE.finditer(tag):
            if attribute["name"].lower() == "style" or _HANDLER.fullmatch(attribute["name"]):
                yield INLINE, unescape(attribute[0])


def _loads(html: str) -> Iterator[str]:
    """Yield what the style sheets and attributes of a finished page load from another computer."""
    if not outside_in_css(unescape(html)):
        return
    for sheet in _STYLE.findall(html):
        yield from filter(None, [outside_in_css(sheet)])
    for tag in _TAG.findall(html):
        yield from filter(None, [outside_in_css(unescape(tag))])


def _strange_scripts(html: str) -> Iterator[tuple[Rule, str]]:
    """Yield each script that is written into a page. Data for a script may name no address on another computer."""
    for script in _SCRIPT.finditer(html):
        about, code = script["attributes"] or "", script["code"].strip()
        is_data = _DATA.search(about) and "//" not in code.replace("\\", "/")
        if code and not is_data and not _SRC.search(about):
            yield RULE, code
