"""Folds a text to what a reader sees: without markup and invisible characters, and with look-alikes unified.

A number can be written with full-width digits, split by a soft hyphen, or half in bold. Only what matters to the
detectors is replaced, so that a plain text costs little. Positions can be mapped back to the original text.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape

CELL = "|"
"""Replaces what separates two things: the bar of a table, or a tag that ends a block."""

# A character class comes first, so that the regex engine skips all other characters quickly.
_SIGNS = r"&<%\\*_~`=²³¹⁰⁴-⁹\x00-\x08\n\x0b-\x1f\x7f-\xa0\xa6\xad\xaf\xb7\xd7"
_FOLLOWED = (
    r"(?<=&)(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?"  # an entity
    r"|(?<=<)(?:!--[^<>]{0,2000}--|/?[A-Za-z][^<>]{0,2000})>"  # a tag or a comment
    r"|(?<=%)[0-9A-Fa-f]{2}"  # a percent-encoded character
    r"|(?<=\\)\\*(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|U[0-9A-Fa-f]{8}|[nrt](?![a-z])|\n|[^\w\s])"  # an escape
    r"|(?<=[*_~`])[*_~`]+"  # emphasis
    r"|(?<==)=+"
    r"|(?<=\n)[ \t>]+"  # indentation, or the marks of a quotation
    r"|(?<=[²³¹⁰⁴-⁹])[²³¹⁰⁴-⁹]+"
)
_LINKED = (
    r"|(?<=\])(?:\((?=[^()\n]{0,300}[A-Za-z#])[^()\n]{1,300}\)|\[[^\[\]\n]{1,200}\])"  # the target of a link
    r"|(?<=\[)(?:\^[^\[\]\s]{1,40}\]|(?P<begins>(?=[^\[\]\n]{1,200}\][\[(])))"  # a footnote; a link
    r"|(?<=\()[^()\s]{1,200}\.(?:md|html?)(?:\#[^()\s]{0,99})?\)"  # a link as a review writes it
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
_WRAP = re.compile(r"(?m)^#.*\n?|(?<=[^\n|])\n(?=[\w»“\"'(])(?!\d{1,3}[.)] |[a-z_]+:)")
"""A line break inside a paragraph, or a heading, which ends where its line does. A list or a field begins anew."""
_DOTS = "·․‧∙⋅・。．｡"
_SLASHES = "⁄∕／╱⧸"
_BARS = "│┃｜¦"
_RAISED = "²³¹⁰⁴⁵⁶⁷⁸⁹"
_SPELT_OUT = 4
_ALONE = frozenset("=&<%\\\n[](){}")
"""Characters that have a meaning only together with what follows them."""
_THROWING = frozenset("<[](){")
_FEWEST = 10
"""Minimum length in characters of an invisible place; a number cannot fit into a shorter one."""
_MARKS = "•×●∗＊⁎✕✖✗✘█■"
"""Characters that stand for a hidden digit."""


@dataclass(frozen=True, repr=False)
class Folded:
    """A folded text. It must never be shown, since a folded personal number is still readable."""

    text: str
    thrown: tuple[tuple[int, int], ...] = ()
    """Ranges of the original text that readers do not see: the inside of tags and the targets of links."""
    _starts: list[int] = field(default_factory=lambda: [0])
    _sources: list[tuple[int, int]] = field(default_factory=lambda: [(0, 0)])

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the original text of a range in the folded text."""
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
    """Return the folded text. With `emphasis`, stars and underscores are kept, since they may stand for hidden digits.
    With `links`, targets of links and marks of footnotes are removed."""
    parts: list[str] = []
    starts, sources = [0], [(0, 0)]
    thrown: list[tuple[int, int]] = []
    length = done = 0
    for match in (_SPECIAL_AND_LINKS if links else _SPECIAL).finditer(text):
        begins = links and match["begins"] is not None
        plain = "" if begins else _plain(match[0], emphasis)
        if plain == match[0]:
            continue
        if match[0][0] in _THROWING and len(match[0]) > _FEWEST:
            thrown.append((match.start() + (2 if match[0][0] == "]" else 1), match.end() - 1))
        parts += (text[done : match.start()], plain)
        length += match.start() - done
        done = match.end()
        if plain:
            starts.append(length)
            sources.append((match.start(), done - match.start()))
            length += len(plain)
        starts.append(length)
        sources.append((done, 0))
    parts.append(text[done:])
    return Folded("".join(parts), tuple(thrown), starts, sources)


def unwrapped(text: str) -> str:
    """Return a folded text at the same length, with the line breaks inside its paragraphs as spaces."""
    return _WRAP.sub(lambda match: " " if match[0] == "\n" else match[0], text) if "\n" in text else text


def _plain(signs: str, emphasis: bool) -> str:  # noqa: PLR0911 one line for each kind of sign
    first = signs[0]
    if signs in _ALONE:
        return signs
    if first in "[](){}":
        return ""
    if first == "\n":
        return "\n"
    if first in "*_~`=":
        return signs if emphasis else "_" if set(signs) == {"_"} else ""
    if first == "<":
        return "\n" if _BREAK.match(signs) else CELL if _BLOCK.match(signs) else ""
    if first == "&" and len(signs) > 1:
        return _folded(unescape(signs))
    if first == "%" and len(signs) > 1:
        code = int(signs[1:], 16)
        return chr(code) if 0x20 <= code < 0x7F else signs
    if first == "\\" and len(signs) > 1:
        return _escape(signs.lstrip("\\") or "\\")
    if first in _RAISED and len(signs) < _SPELT_OUT:
        return signs  # a footnote mark, not part of the number before it
    return _folded(signs)


def _escape(escaped: str) -> str:
    if escaped[0] in "uUx" and len(escaped) > 1:
        code = int(escaped[1:], 16)
        return _folded(chr(code)) if code <= 0x10FFFF else ""
    return {"n": "\n", "r": "\n", "t": " "}.get(escaped, escaped)


def _folded(text: str) -> str:
    """Return characters in their plain form."""
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
