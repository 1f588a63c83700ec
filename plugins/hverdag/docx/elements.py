"""The parts of a Word file: paragraphs, runs, tables, lists, links and pictures, as Word's own elements.

Elements are made directly: python-docx looks a style up, and a cell in its table, anew for every one.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlsplit

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.shape import CT_Inline
from docx.shared import Mm, Pt

from .styles import STEP, TEXT_WIDTH

Part = Any
"""An element of Word's. Any, since lxml has no types."""

WIDEST, TALLEST = Mm(120), Mm(230)
SHARPEST = 1417
"""Pixels over 120 mm at 300 to the inch: a converted picture has no more."""
LONGEST_ADDRESS = 2000
"""Letters; Word calls a file damaged for a longer one."""

_NAMES = {"w": nsmap["w"]}
_UNSAFE = re.compile(r'[\s"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})')
_name = cache(qn)


def el(tag: str, *inside: Part | None, **attributes: str | int) -> Part:
    """Return an element of Word's own names, with attributes of the same names; what is None is left out."""
    given = {_name(f"w:{name}"): str(value) for name, value in attributes.items()}
    made = oxml_parser.makeelement(_name(f"w:{tag}"), given, _NAMES)
    made.extend([one for one in inside if one is not None])
    return made


@dataclass(frozen=True)
class Look:
    """How letters look."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    code: bool = False
    link: bool = False
    sans: bool = False

    def marks(self) -> Iterator[Part]:
        """Yield what Word calls the look, in the order that its schema wants."""
        if self.code or self.link:
            yield el("rStyle", val="HTMLCode" if self.code else "Hyperlink")
        if self.sans:
            yield el("rFonts", ascii="Calibri", hAnsi="Calibri", eastAsia="Calibri", cs="Calibri")
        if self.bold:
            yield from (el("b"), el("bCs"))
        if self.italic:
            yield from (el("i"), el("iCs"))
        if self.code and self.link:
            yield el("u", val="single")
        if self.raised:
            yield el("vertAlign", val="superscript")


PLAIN, BOLD, ITALIC = Look(), Look(bold=True), Look(italic=True)
SANS, SANS_BOLD = Look(sans=True), Look(bold=True, sans=True)


def run(words: str, look: Look = PLAIN) -> Part:
    """Return letters that look alike. White space is kept; a new line is a line break."""
    made = el("r", None if look is PLAIN else el("rPr", *look.marks()))
    for at, line in enumerate(words.split("\n")):
        if at:
            made.append(el("br"))
        for column, piece in enumerate(line.split("\t")):
            if column:
                made.append(el("tab"))
            if piece:
                text = el("t")
                text.text = piece
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                made.append(text)
    return made


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
    """Return a paragraph; `number` is a list and a level in it, and `keep` holds it on the page of the next one."""
    if isinstance(inside, str):
        inside = [run(inside, look)] if inside else ()
    listed = el("numPr", el("ilvl", val=number[1]), el("numId", val=number[0])) if number else None
    indent = {"left": left or 0} | ({"hanging": hanging} if hanging else {})
    own = (
        el("pStyle", val=style) if style else None,
        el("keepNext") if keep else None,
        el("pageBreakBefore") if new_page else None,
        listed,
        None if left is None else el("ind", **indent),
        el("jc", val=side) if side else None,
    )
    return el("p", el("pPr", *own) if any(one is not None for one in own) else None, *inside)


def together(*parts: Part) -> Iterator[Part]:
    """Yield parts that stand on one page: each of their paragraphs keeps to the next."""
    lines = [line for part in parts for line in part.iter(_name("w:p"))]
    for line in lines[:-1]:
        line.get_or_add_pPr().get_or_add_keepNext()
    yield from parts


@dataclass(frozen=True)
class Row:
    """A row of a table: what stands in each cell. `height` is in twentieths of a point, at least."""

    cells: Sequence[Sequence[Part]]
    head: bool = False
    whole: bool = False
    height: int = 0


def table(style: str, widths: Sequence[int], rows: Iterable[Row], left: int = 0) -> Iterator[Part]:
    """Yield a table and some air. Without a paragraph between them Word makes two tables one."""
    held = list(rows)
    first = int(bool(held) and held[0].head)
    about = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblInd", w=left, type="dxa"),
        el("tblLayout", type="fixed"),
        el("tblLook", val="0020" if first else "0000", firstRow=first, lastRow=0, firstColumn=0, lastColumn=0),
    )
    grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
    yield el("tbl", about, grid, *(_row(row, widths) for row in held))
    yield paragraph(style="Spacer")


def _row(row: Row, widths: Sequence[int]) -> Part:
    about = el(
        "trPr",
        el("cantSplit") if row.whole else None,
        el("trHeight", val=row.height, hRule="atLeast") if row.height else None,
        el("tblHeader") if row.head else None,
    )
    cells = (
        el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *(inside or [paragraph(style="Cell")]))
        for inside, width in zip(row.cells, widths, strict=True)
    )
    return el("tr", about if len(about) else None, *cells)


@dataclass
class Parts:
    """Makes what a file must hold beside its text: numbering, links and pictures."""

    document: WordDocument
    _pictures: int = field(default=0, init=False)

    def numbered(self, kind: int, level: int = 0, start: int = 1) -> int:
        """Return a list of its own: in Word, all lists of one style else count on from each other."""
        lists = self.document.part.numbering_part.element
        number = len(lists.findall(_name("w:num"))) + 1
        begins = el("lvlOverride", el("startOverride", val=start), ilvl=level)
        # Word counts the looks of lists anew whenever it keeps a file; what it calls the lists themselves stands.
        look = lists.num_having_numId(kind).abstractNumId.val
        lists.append(el("num", el("abstractNumId", val=look), begins, numId=number))
        return number

    def link(self, address: str, inside: Iterable[Part]) -> Part:
        """Return text that leads to an address, which is one that target() has made."""
        made = el("hyperlink", *inside, history=1)
        made.set(_name("r:id"), self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return made

    def picture(self, held: bytes, words: str, room: int = TEXT_WIDTH) -> Part:
        """Return a picture with its words for those who cannot see it, no wider than the room for it."""
        ready, wide, high = _ready(held)
        scale = min(1.0, min(WIDEST, Pt(room / 20)) / Pt(wide * 0.75), TALLEST / Pt(high * 0.75))
        width, height = Pt(wide * 0.75 * scale), Pt(high * 0.75 * scale)
        id, _ = self.document.part.get_or_add_image(io.BytesIO(ready))
        self._pictures += 1
        drawn: Part = CT_Inline.new_pic_inline(self._pictures, id, "", width, height)
        drawn.docPr.set("descr", words)
        return el("r", el("drawing", drawn))


def target(address: str) -> str:
    """Return an address as Word takes it, or an empty text: Word calls a file damaged for one it cannot read."""
    safe = _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)
    try:
        found = urlsplit(safe)
        leads = found.port is None or found.port >= 0
    except ValueError:
        return ""
    host = found.hostname or ""
    leads = leads and "%" not in host and (bool(host) or found.scheme not in ("http", "https"))
    return safe if leads and len(safe) <= LONGEST_ADDRESS else ""


@lru_cache(maxsize=16)  # a story's pictures stand in every guide for it
def _ready(held: bytes) -> tuple[bytes, int, int]:
    """Return a picture that Word can show, and its size in pixels as it was. It has been cleaned already, so it stands
    upright, and a JPEG is of the kind that python-docx knows."""
    # Imported here: most publications have no pictures.
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(held)) as picture:
        size = picture.size
        if picture.format != "WEBP":
            return held, *size
        picture.thumbnail((SHARPEST, SHARPEST * 4))
        kept = io.BytesIO()
        picture.save(kept, "PNG")
    return kept.getvalue(), *size


def deeper(left: int, width: int) -> int:
    """Return where the next level stands; the deepest keep room for a line of words."""
    return min(left + STEP, width // 2)
