"""The parts of a Word file: paragraphs, runs, tables, lists, links and pictures, as WordprocessingML elements.

Elements are built directly in XML: python-docx looks up the style of every paragraph and the table of every cell again.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.shape import CT_Inline
from docx.shared import Mm, Pt

from .pictures import word_image
from .styles import STEP, TEXT_WIDTH

Part = Any
"""A WordprocessingML element. Any, since lxml has no types."""

WIDEST, TALLEST = Mm(120), Mm(230)
SMALL = 18
"""The size of what is said in small letters, in half points."""
BREAK = "\u200b"
"""Where a word may break on paper, in the data that Word files share with PDFs."""
LONGEST_ADDRESS = 2000
"""Characters; Word reports a file with a longer address as damaged."""

_NAMES = {"w": nsmap["w"]}
_UNSAFE = re.compile(r'[\s"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
_name = cache(qn)


def el(tag: str, *inside: Part | None, **attributes: str | int) -> Part:
    """Return the element `w:tag` with `w:` attributes and children; a child that is None is left out."""
    pairs = {_name(f"w:{name}"): str(value) for name, value in attributes.items()}
    element = oxml_parser.makeelement(_name(f"w:{tag}"), pairs, _NAMES)
    element.extend([child for child in inside if child is not None])
    return element


_FORMATS: tuple[tuple[str, str, Mapping[str, str | int]], ...] = (
    ("sans", "rFonts", dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Calibri")),
    *(("bold", tag, {}) for tag in ("b", "bCs")),
    *(("italic", tag, {}) for tag in ("i", "iCs")),
    ("struck", "strike", {}),
    *(("small", tag, {"val": SMALL}) for tag in ("sz", "szCs")),
    ("marked", "highlight", {"val": "yellow"}),
    ("underlined", "u", {"val": "single"}),
    ("key", "bdr", {"val": "single", "sz": 4, "space": 0, "color": "auto"}),
    ("raised", "vertAlign", {"val": "superscript"}),
    ("lowered", "vertAlign", {"val": "subscript"}),
)


@dataclass(frozen=True)
class Look:
    """The character formatting of a run."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    raised: bool = False
    lowered: bool = False
    marked: bool = False
    small: bool = False
    key: bool = False
    code: bool = False
    link: bool = False
    sans: bool = False

    def marks(self) -> Iterator[Part]:
        """Yield the children of `w:rPr`, in the order that Word's schema requires."""
        if self.code or self.link:
            yield el("rStyle", val="HTMLCode" if self.code else "Hyperlink")
        for name, tag, attributes in _FORMATS:
            if getattr(self, name) or (name == "underlined" and self.code and self.link):
                yield el(tag, **attributes)


PLAIN, BOLD, ITALIC = Look(), Look(bold=True), Look(italic=True)
SANS, SANS_BOLD = Look(sans=True), Look(bold=True, sans=True)


def run(words: str, look: Look = PLAIN) -> Part:
    """Return a run of text with one look. White space is kept, and a newline becomes a line break. Word breaks an
    endless word where the line ends; marks for it in the text would be copied with an address."""
    element = el("r", None if look is PLAIN else el("rPr", *look.marks()))
    for at, line in enumerate(words.replace(BREAK, "").split("\n")):
        if at:
            element.append(el("br"))
        for column, piece in enumerate(line.split("\t")):
            if column:
                element.append(el("tab"))
            if piece:
                text = el("t")
                text.text = piece
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                element.append(text)
    return element


def paragraph(
    inside: Iterable[Part] | str = (),
    style: str = "",
    *,
    look: Look = PLAIN,
    keep: bool = False,
    new_page: bool = False,
    number: tuple[int, int] | None = None,
    left: int | None = None,
    hanging: int = 0,
    side: str = "",
) -> Part:
    """Return a paragraph. `number` is the id of a list and a level in it, `left` and `hanging` are in twentieths of a
    point, and `keep` keeps it on the same page as the next paragraph."""
    if isinstance(inside, str):
        inside = [run(inside, look)] if inside else ()
    numbering = el("numPr", el("ilvl", val=number[1]), el("numId", val=number[0])) if number else None
    indent = {"left": left or 0} | ({"hanging": hanging} if hanging else {})
    properties = (
        el("pStyle", val=style) if style else None,
        el("keepNext") if keep else None,
        el("pageBreakBefore") if new_page else None,
        numbering,
        None if left is None else el("ind", **indent),
        el("jc", val=side) if side else None,
    )
    return el("p", el("pPr", *properties) if any(part is not None for part in properties) else None, *inside)


def together(*parts: Part) -> Iterator[Part]:
    """Yield parts that stay on one page: each of their paragraphs but the last is kept with the next."""
    lines = [line for part in parts for line in part.iter(_name("w:p"))]
    for line in lines[:-1]:
        line.get_or_add_pPr().get_or_add_keepNext()
    yield from parts


@dataclass(frozen=True)
class Row:
    """A row of a table, by the content of its cells. `head` repeats it on every page, `whole` keeps it on one page, and
    `height` is its least height in twentieths of a point."""

    cells: Sequence[Sequence[Part]]
    head: bool = False
    whole: bool = False
    height: int = 0


def table(style: str, widths: Sequence[int], rows: Iterable[Row], left: int = 0, caption: str = "") -> Iterator[Part]:
    """Yield a table and an empty paragraph: without one between them, Word joins two tables.

    `widths` and `left` are in twentieths of a point. Screen readers say the `caption`; it is not seen.
    """
    all_rows = list(rows)
    first = int(bool(all_rows) and all_rows[0].head)
    properties = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblInd", w=left, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0020" if first else "0000", firstRow=first, lastRow=0, firstColumn=0, lastColumn=0),
        el("tblCaption", val=caption) if caption else None,
    )
    grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
    yield el("tbl", properties, grid, *(_row(row, widths) for row in all_rows))
    yield paragraph(style="Spacer")


def _row(row: Row, widths: Sequence[int]) -> Part:
    properties = el(
        "trPr",
        el("cantSplit") if row.whole else None,
        el("trHeight", val=row.height, hRule="atLeast") if row.height else None,
        el("tblHeader") if row.head else None,
    )
    cells = (
        el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *(inside or [paragraph(style="Cell")]))
        for inside, width in zip(row.cells, widths, strict=True)
    )
    return el("tr", properties if len(properties) else None, *cells)


@dataclass
class Parts:
    """Adds numbering, links and pictures to a document, which keeps them outside its text."""

    document: WordDocument
    _pictures: int = field(default=0, init=False)

    def numbered(self, kind: int, level: int = 0, start: int = 1) -> int:
        """Return the id of a new list that counts from `start`: in Word, lists of one style share their numbering."""
        lists = self.document.part.numbering_part.element
        number = len(lists.findall(_name("w:num"))) + 1
        restart = el("lvlOverride", el("startOverride", val=start), ilvl=level)
        # Word renumbers abstractNumId whenever it saves a file, so base.docx is found by numId, which it keeps.
        look = lists.num_having_numId(kind).abstractNumId.val
        lists.append(el("num", el("abstractNumId", val=look), restart, numId=number))
        return number

    def link(self, address: str, inside: Iterable[Part]) -> Part:
        """Return a hyperlink to an address that target() has returned."""
        element = el("hyperlink", *inside, history=1)
        element.set(_name("r:id"), self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return element

    def picture(self, content: bytes, description: str, room: int = TEXT_WIDTH) -> Part:
        """Return a picture with its alternative text, no wider than `room`, which is in twentieths of a point."""
        image, pixels_wide, pixels_high = word_image(content)
        scale = min(1.0, min(WIDEST, Pt(room / 20)) / Pt(pixels_wide * 0.75), TALLEST / Pt(pixels_high * 0.75))
        width, height = Pt(pixels_wide * 0.75 * scale), Pt(pixels_high * 0.75 * scale)
        id, _ = self.document.part.get_or_add_image(io.BytesIO(image))
        self._pictures += 1
        drawn: Part = CT_Inline.new_pic_inline(self._pictures, id, "", width, height)
        drawn.docPr.set("descr", description)
        return el("r", el("drawing", drawn))


def target(address: str) -> str:
    """Return an address as Word accepts it, or an empty string: an address that Word cannot parse damages the file."""
    safe = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address)
    try:
        parts = urlsplit(safe)
        is_valid = parts.port is None or parts.port >= 0
    except ValueError:
        return ""
    host = parts.hostname or ""
    is_valid = is_valid and "%" not in host and (bool(host) or parts.scheme not in ("http", "https"))
    return safe if is_valid and len(safe) <= LONGEST_ADDRESS else ""


def deeper(left: int, width: int) -> int:
    """Return the indent of the next level, in twentieths of a point: at most half of `width`, so that text fits."""
    return min(left + STEP, width // 2)
