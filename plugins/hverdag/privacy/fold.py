"""A text as a reader sees it: invisible signs gone, signs that look alike made one, and every place known again.

A number can be spelt with full-width digits, cut by a soft hyphen, or have half of it in bold. Only what matters to
the detectors is folded, and only where it stands, so that a plain text costs next to nothing.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape

CELL = "|"
"""Stands for what parts two things without joining them: a table's bar, a tag that ends a block."""

# A set of letters comes first: the scanner passes all others by without a look at what may follow.
_SIGNS = r"&<%\\*_~`=²³¹⁰⁴-⁹\x00-\x08\n\x0b-\x1f\x7f-\xa0\xa6\xad\xaf\xb7\xd7"
_FOLLOWED = (
    r"(?<=&)(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?"  # an entity
    r"|(?<=<)(?:!--[^<>]{0,2000}--|/?[A-Za-z][^<>]{0,2000})>"  # a tag or a comment
    r"|(?<=%)[0-9A-Fa-f]{2}"  # a letter of an address
    r"|(?<=\\)\\*(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|U[0-9A-Fa-f]{8}|[nrt](?![a-z])|\n|[^\w\s])"  # an escape
    r"|(?<=[*_~`])[*_~`]+"  # emphasis
    r"|(?<==)=+"
    r"|(?<=\n)[ \t>]+"  # how far a line is set in, or whom it quotes
    r"|(?<=[²³¹⁰⁴-⁹])[²³¹⁰⁴-⁹]+"
)
_LINKED = (
    r"|(?<=\])(?:\((?=[^()\n]{0,300}[A-Za-z#])[^()\n]{1,300}\)|\[[^\[\]\n]{1,200}\])"  # where a link leads
    r"|(?<=\[)(?:\^[^\[\]\s]{1,40}\]|(?P<begins>(?=[^\[\]\n]{1,200}\][\[(])))"  # a footnote; a link
    r"|(?<=\()[^()\s]{1,200}\.(?:md|html?)(?:\#[^()\s]{0,99})?\)"  # a link as a review tells of it
    r"|(?<=\{)[:.\#][^{}\n]{1,200}\}"  # attributes
)
_OTHERS = r"|[^\x00-\u024f’‘“”„…‚‛‹›⁰⁴-⁹]"
_SPECIAL = re.compile(rf"[{_SIGNS}](?:{_FOLLOWED})?{_OTHERS}")
_SPECIAL_AND_LINKS = re.compile(rf"[{_SIGNS}\[\](){{}}](?:{_FOLLOWED}{_LINKED})?{_OTHERS}")
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|dl|dt|dd|t[dhr]|table|tbody|thead|h[1-6]|section|article|figure|figcaption|main|nav|aside|header"
    r"|footer|form|label|option|select|button|input|blockquote|pre|hr|title|meta|summary|details)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_DOTS = "·․‧∙⋅・。．｡"
_SLASHES = "⁄∕／╱⧸"
_BARS = "│┃｜¦"
_RAISED = "²³¹⁰⁴⁵⁶⁷⁸⁹"
_SPELT_OUT = 4
_ALONE = frozenset("=&<%\\\n[](){}")
"""Signs that mean something only by what follows them."""
_THROWING = frozenset("<[](){")
_FEWEST = 10
"""Signs of a place that no reader sees, below which no number fits in it."""
_MARKS = "•×●∗＊⁎✕✖✗✘█■"
"""What stands for a digit that is hidden."""


@dataclass(frozen=True, repr=False)
class Folded:
    """A text in its plain form. It is never shown: a folded number is still a number."""

    text: str
    thrown: tuple[tuple[int, int], ...] = ()
    """Where something stands in the text as it was given that no reader sees: inside of tags, and where links lead."""
    _starts: list[int] = field(default_factory=lambda: [0])
    _sources: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in the text as it was given."""
        return self._first(start), self._last(end - 1)

    def _first(self, position: int) -> int:
        number = bisect_right(self._starts, position) - 1
        source, width = self._sources[number]
        return source if width else source + position - self._starts[number]

    def _last(self, position: int) -> int:
        number = bisect_right(self._starts, position) - 1
        source, width = self._sources[number]
        return source + width if width else source + position - self._starts[number] + 1


def fold(text: str, emphasis: bool = False, links: bool = False) -> Folded:
    """Fold a text. With `emphasis`, stars and underscores stay: they may stand for hidden digits. With `links`, it is
    left out where they lead, and so are marks of footnotes."""
    parts: list[str] = []
    starts, sources = [0], [(0, 0)]
    thrown: list[tuple[int, int]] = []
    length = done = 0
    for found in (_SPECIAL_AND_LINKS if links else _SPECIAL).finditer(text):
        begins = links and found["begins"] is not None
        plain = "" if begins else _plain(found[0], emphasis)
        if plain == found[0]:
            continue
        if found[0][0] in _THROWING and len(found[0]) > _FEWEST:
            thrown.append((found.start() + (2 if found[0][0] == "]" else 1), found.end() - 1))
        parts += (text[done : found.start()], plain)
        length += found.start() - done
        done = found.end()
        if plain:
            starts.append(length)
            sources.append((found.start(), done - found.start()))
            length += len(plain)
        starts.append(length)
        sources.append((done, 0))
    parts.append(text[done:])
    return Folded("".join(parts), tuple(thrown), starts, sources)


def _plain(found: str, emphasis: bool) -> str:  # noqa: PLR0911 one line for each kind of sign
    first = found[0]
    if found in _ALONE:
        return found
    if first in "[](){}":
        return ""
    if first == "\n":
        return "\n"
    if first in "*_~`=":
        return found if emphasis else "_" if set(found) == {"_"} else ""
    if first == "<":
        return "\n" if _BREAK.match(found) else CELL if _BLOCK.match(found) else ""
    if first == "&" and len(found) > 1:
        return _folded(unescape(found))
    if first == "%" and len(found) > 1:
        code = int(found[1:], 16)
        return chr(code) if 0x20 <= code < 0x7F else found
    if first == "\\" and len(found) > 1:
        return _escape(found.lstrip("\\") or "\\")
    if first in _RAISED and len(found) < _SPELT_OUT:
        return found  # the mark of a footnote, which is no part of the number before it
    return _folded(found)


def _escape(told: str) -> str:
    if told[0] in "uUx" and len(told) > 1:
        code = int(told[1:], 16)
        return _folded(chr(code)) if code <= 0x10FFFF else ""
    return {"n": "\n", "r": "\n", "t": " "}.get(told, told)


def _folded(text: str) -> str:
    """A few signs in their plain form."""
    return "".join(map(_sign, text))


def _sign(sign: str) -> str:  # noqa: PLR0911 as above
    if sign.isascii():
        return sign if sign.isprintable() or sign in "\n\t" else "\n" if sign in "\r\x0b\x0c\x1c\x1d\x1e" else ""
    for signs, plain in ((_DOTS, "."), (_SLASHES, "/"), (_BARS, CELL), (_MARKS, "•")):
        if sign in signs:
            return plain
    category = unicodedata.category(sign)
    if category == "Pd" or sign in "−‑˗⁃➖ー─━⁒～¯⎯۔" or "\u2190" <= sign <= "\u21ff":
        return "-"
    if category in ("Zl", "Zp") or sign == "\x85":
        return "\n"
    if category in ("Cf", "Cc", "Mn", "Me", "Lm") or sign in "\u115f\u1160\u3164\uffa0\u2800":
        return " " if sign == "\u2800" else ""
    if category == "Zs":
        return " "
    digit = unicodedata.digit(sign, None)
    return str(digit) if digit is not None else unicodedata.normalize("NFKC", sign)
