"""What readers meet of a text, in order: its words, the marks and numbers of its lists, its boxes, and its tables.

The same is read off a page, a Word file and a PDF, so that they can be compared with each other and with the source.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table

from hverdag.model.texts.body import HEADINGS, Element, Node

from .normal_form import tree
from .pdf import squeezed

BULLET, OPEN, DONE = "•", "☐", "☑"
_BLOCKS = HEADINGS | frozenset(
    {"blockquote", "details", "div", "li", "notes", "ol", "p", "pre", "summary", "table", "td", "th", "tr", "ul", "hr"}
)
# Places to break in endless words, and the choice of how an emoji looks, are no letters.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u00ad\ufe0e\ufe0f"))


@dataclass
class Seen:
    """Words and marks in reading order, and the rows of every table with the words of each cell."""

    tokens: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Add words; a box among them is a mark."""
        for word in text.translate(_UNSEEN).split():
            self.mark(word) if word in (OPEN, DONE) else self.tokens.append(word)

    def mark(self, mark: str) -> None:
        """Add a list's mark; a box takes the place of the bullet before it."""
        if mark in (OPEN, DONE) and self.tokens[-1:] == [BULLET]:
            self.tokens.pop()
        self.tokens.append(mark)

    @property
    def letters(self) -> str:
        """Letters and digits alone: where spaces are in a PDF is a guess."""
        return squeezed("".join(self.tokens))


def in_html(html: str) -> Seen:
    """What is seen of a page; the titles of alerts, the names of tables and the arrows back from footnotes are the
    page's own."""
    found = Seen()
    _see(found, tree(html))
    return found


def _see(found: Seen, nodes: Iterable[Node]) -> None:
    line = ""
    for node in nodes:
        if isinstance(node, str):
            line += node
        elif node.tag == "br":
            line += "\n"
        elif node.tag in _BLOCKS or node.tag == "input":
            found.say(line)
            line = ""
            _see_block(found, node)
        elif any(part.tag in _BLOCKS for part in _elements(node.children)):
            found.say(line)
            line = ""
            _see(found, node.children)
        elif node.tag != "caption" and "footnote-backref" not in node.get("class"):
            line += _text(node.children)
    found.say(line)


def _see_block(found: Seen, node: Element) -> None:
    if node.tag == "input":
        found.mark(DONE if ("checked", "") in node.attributes else OPEN)
    elif node.tag in ("ol", "ul"):
        first = int(node.get("start") or "1")
        for at, item in enumerate([child for child in node.children if isinstance(child, Element)], first):
            found.mark(f"{at}." if node.tag == "ol" else BULLET)
            _see(found, item.children)
    elif node.get("class") != "admonition-title":
        if node.tag == "tr":
            found.rows.append([_cell(child) for child in node.children if isinstance(child, Element)])
        _see(found, node.children)


def _cell(node: Element) -> str:
    inside = Seen()
    _see(inside, node.children)
    return " ".join(inside.tokens)


def _elements(nodes: Iterable[Node]) -> Iterator[Element]:
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from _elements(node.children)


def _text(nodes: Iterable[Node]) -> str:
    return "".join(
        node if isinstance(node, str) else "\n" if node.tag == "br" else _text(node.children) for node in nodes
    )


def in_word(content: bytes) -> Seen:
    """What is seen of a Word file, with the marks and numbers that Word gives its lists."""
    document = docx.Document(io.BytesIO(content))
    lists = _Lists(document)
    found = Seen()
    for part in document.element.body.iter(qn("w:p"), qn("w:tbl")):
        if part.tag == qn("w:tbl"):
            rows = Table(part, document._body).rows
            found.rows.extend([" ".join(cell.text.translate(_UNSEEN).split()) for cell in row.cells] for row in rows)
            continue
        mark = lists.mark(part)
        if mark:
            found.mark(mark)
        text = "".join(
            "\n" if piece.tag == qn("w:br") else "\t" if piece.tag == qn("w:tab") else piece.text or ""
            for piece in part.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
            if piece.getparent().tag == qn("w:r")
        )
        found.say(text)
    return found


class _Lists:
    """Counts as Word counts: each list and level by itself, from the number that it begins at."""

    def __init__(self, document: Any) -> None:
        self.styles = {style.style_id: style for style in document.styles}
        self.numbering = document.part.numbering_part.element
        self.counted: Counter[tuple[int, int]] = Counter()

    def mark(self, paragraph: Any) -> str:
        """The mark of a paragraph, or nothing where it is no item."""
        found = self._list_of(paragraph)
        if not found or not found[0]:
            return ""
        number, level = found
        held = self.numbering.num_having_numId(number)
        abstract = held.abstractNumId.val
        look = self.numbering.xpath(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']")[0]
        if look.find(qn("w:numFmt")).get(qn("w:val")) == "bullet":
            return BULLET
        own = [one for one in held.findall(qn("w:lvlOverride")) if one.get(qn("w:ilvl")) == str(level)]
        begins = own[0].find(qn("w:startOverride")) if own else look.find(qn("w:start"))
        at = int(begins.get(qn("w:val"))) + self.counted[number, level]
        self.counted[number, level] += 1
        return f"{at}."

    def _list_of(self, paragraph: Any) -> tuple[int, int] | None:
        """The list and level that a paragraph, or the style that it has, stands in."""
        properties = paragraph.pPr
        style = properties.pStyle.val if properties is not None and properties.pStyle is not None else ""
        while True:
            numbers = properties.numPr if properties is not None else None
            if numbers is not None and numbers.numId is not None:
                return numbers.numId.val, numbers.ilvl.val if numbers.ilvl is not None else 0
            if style not in self.styles:
                return None
            held = self.styles[style].element
            properties, style = held.pPr, held.basedOn.val if held.basedOn is not None else ""


def stands_in(wanted: Sequence[str], whole: Sequence[str], spare: int) -> bool:
    """Whether everything wanted stands in order, with at most so many others in between."""
    return any(_begins(wanted, whole[start : start + len(wanted) + spare]) for start in range(len(whole)))


def _begins(wanted: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a piece begins with the first that is wanted, and holds the rest in order."""
    rest = iter(whole)
    return whole[:1] == wanted[:1] and all(token in rest for token in wanted)


def marks_in(text: str) -> Counter[str]:
    """How many bullets and boxes a piece of a PDF has; the second level of a list has a dash."""
    return Counter(re.findall(f"[{BULLET}{OPEN}{DONE}–]", text))
