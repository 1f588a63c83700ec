"""HTML that an editor typed in a text: what is harmless is kept or translated, and everything else is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from ..model.web_address import SCHEMES

TRANSLATED = {"b": "strong", "i": "em", "del": "s", "strike": "s", "ins": "u"}
"""Tags that mean the same as one of ours."""

KEPT = frozenset(
    {"a", "blockquote", "br", "code", "details", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "kbd", "li"}
    | {"mark", "ol", "p", "pre", "s", "small", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead"}
    | {"tr", "u", "ul"}
)
ATTRIBUTES = {"a": {"href", "title"}, "img": {"alt", "src", "title"}, "ol": {"start"}, "details": {"open"}}
VOID = frozenset({"br", "hr", "img"})

_PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"  # a comment
    r"|<[!?].*?(?:>|\Z)"  # a declaration, or an instruction to a program
    r"|</?[A-Za-z][^\s/>]*(?:\"[^\"]*\"|'[^']*'|[^'\">])*>"  # a tag
    r"|<(?=[A-Za-z/])",  # the beginning of a tag that never ends
    re.DOTALL,
)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)(.*?)/?>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s*([^\s=/"'>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_WEB = re.compile(r"https?://(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-f:.]+\])(?::\d+)?(?:[/?#]|\Z)", re.IGNORECASE)
"""An address with a computer's name in it, and without a user's: `https://kl.dk@evil.example` is not what it seems."""
_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\s-]*):")


@dataclass(frozen=True)
class HtmlPiece:
    """A stretch of HTML: its position in the text it stands in, and the HTML to show for it.

    `refused` is what must not be there, as an editor can search for it, such as `onclick=`; it is empty for what is
    harmless. `tag` is the name of a tag, with a slash in front where it ends an element."""

    at: int
    html: str
    refused: str = ""
    tag: str = ""
    is_comment: bool = False


def pieces(html: str) -> Iterator[HtmlPiece]:
    """Yield the pieces of raw HTML in order: tags, comments, and the text between them."""
    end = 0
    for found in _PIECE.finditer(html):
        if found.start() > end:
            yield HtmlPiece(end, _text(html[end : found.start()]))
        yield _piece(found[0], found.start())
        end = found.end()
    if end < len(html):
        yield HtmlPiece(end, _text(html[end:]))


def _text(text: str) -> str:
    return escape(unescape(text), quote=False).replace("\u00a0", "&nbsp;")


def _piece(written: str, at: int) -> HtmlPiece:
    if written.startswith("<!--"):
        is_whole = written.endswith("-->")
        return HtmlPiece(at, "", "" if is_whole else "<!--", is_comment=is_whole)
    if written[1:2] in "!?":
        return HtmlPiece(at, "", written[:2])
    tag = _TAG.fullmatch(written)
    if tag is None:
        return HtmlPiece(at, "", "<")
    slash, name, rest = tag[1], tag[2].lower(), tag[3]
    name = TRANSLATED.get(name, name)
    if name not in KEPT:
        return HtmlPiece(at, "", f"<{slash}{name}", f"{slash}{name}")
    if slash:
        refused = rest.strip()[:20]
        return HtmlPiece(at, "" if refused or name in VOID else f"</{name}>", refused, f"/{name}")
    return _opening(at, name, rest)


def _opening(at: int, name: str, rest: str) -> HtmlPiece:
    attributes = ""
    for found in _ATTRIBUTE.finditer(rest):
        attribute, text = found[1].lower(), unescape((found[2] or "").strip("\"'"))
        if attribute not in ATTRIBUTES.get(name, ()):
            return HtmlPiece(at, "", f"{found[1]}=" if found[2] else found[1], name)
        scheme = refused_scheme(text) if attribute in ("href", "src") else ""
        if scheme:
            return HtmlPiece(at, "", scheme, name)
        attributes += f' {attribute}="{escape(text)}"'
    return HtmlPiece(at, f"<{name}{attributes}>", "", name)


def refused_scheme(link: str) -> str:
    """Return what is wrong with a link that leads to something else than a page, such as `javascript:`, or that is no
    address; otherwise an empty string."""
    found = _SCHEME.match(link)
    scheme = re.sub(r"\s", "", found[1]) if found else ""
    if scheme and scheme.lower() not in SCHEMES:
        return f"{scheme}:"
    is_web = scheme.lower() in ("http", "https")
    return "" if not is_web or _WEB.match(link) else f"{scheme}:"
