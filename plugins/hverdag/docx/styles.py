"""The empty Word file that guides are written into: its styles, lists, page and settings, and how it is kept as bytes.

What is fixed is written as Word's own XML, in the order that its schema wants; python-docx reads and keeps the file.
It is made once for each language, and every guide opens it anew from memory.
"""

import io
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm

MARGIN = 18
TEXT_WIDTH = 9865
"""What stands between the margins of A4, in twentieths of a point, Word's own measure."""
STEP = 340
"""6 mm: how far each level of a list stands in."""
LEVELS = 9
"""Word's lists have no more levels."""
BULLETS, NUMBERS, LETTERS = 1, 2, 3
"""Kinds of list."""
WHEN = datetime(2000, 1, 1)
"""The date in every file, so that the same guide is the same bytes."""

_SERIF, _SANS, _FIXED, _SIGNS = (
    f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    # What every Office has; our own family it has not.
    for font in ("Georgia", "Calibri", "Consolas", "Segoe UI Symbol")
)


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _space(before: int, after: int, line: str = "") -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"{line}/>'


def _line(side: str, kind: str = "single", size: int = 4) -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="1" w:color="auto"/>'


_KEEP, _BOLD, _WHOLE = "<w:keepNext/>", "<w:b/><w:bCs/>", "<w:suppressAutoHyphens/>"
_FACING = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_SET_IN = f'<w:ind w:left="{STEP}" w:right="{STEP}"/>'
_RULE_OF_NOTES = f'{_KEEP}<w:pBdr>{_line("bottom")}</w:pBdr>{_space(120, 80)}<w:ind w:right="{TEXT_WIDTH * 3 // 4}"/>'
_RULE = f'<w:pBdr>{_line("bottom")}</w:pBdr>{_space(0, 240)}<w:ind w:left="3450" w:right="3450"/>'
_LINES_TO_FILL = f"<w:pBdr>{_line('bottom')}{_line('between')}</w:pBdr>"


def _numbered(kind: int, level: int, after: int = 60) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{kind}"/></w:numPr>{_space(0, after)}'


# Id, name, what it is based on, what the paragraph is like, what its letters are like.
_PARAGRAPHS = (
    *(
        (f"Heading{level}", f"heading {level}", "Normal", f"{_KEEP}<w:keepLines/>{_WHOLE}{_space(before, 100)}"
         f'<w:outlineLvl w:val="{level - 1}"/>', _BOLD + _size(size))
        for level, size, before in ((1, 20, 0), (2, 13, 280), (3, 11.5, 240), (4, 11, 200), (5, 11, 200), (6, 11, 200))
    ),
    *((f"ListBullet{level or ''}", f"List Bullet {level or ''}".strip(), "Normal", _numbered(BULLETS, at), "")
      for at, level in enumerate((0, 2, 3))),
    *((f"ListNumber{level or ''}", f"List Number {level or ''}".strip(), "Normal", _numbered(NUMBERS, at), "")
      for at, level in enumerate((0, 2, 3))),
    ("ListContinue", "List Continue", "Normal", f'{_space(0, 60)}<w:ind w:left="{STEP}"/>', ""),
    ("Quote", "Quote", "Normal", _SET_IN, ""),
    ("HTMLPreformatted", "HTML Preformatted", "Normal", _WHOLE + _space(0, 120, ' w:line="240" w:lineRule="auto"'),
     _FIXED + _size(9)),
    ("Term", "Term", "Normal", _KEEP + _space(60, 0), _BOLD),
    ("Cell", "Cell", "Normal", _space(40, 40), ""),
    ("Choice", "Choice", "Cell", '<w:jc w:val="center"/>', _SIGNS + _size(14)),
    ("NoteText", "Note Text", "ListNumber", _space(0, 40), _size(9.5)),
    ("Small", "Small", "Normal", _WHOLE + _space(0, 70, ' w:line="240" w:lineRule="auto"'), _SANS + _size(9)),
    ("Eyebrow", "Eyebrow", "Small", _KEEP + _space(0, 80), '<w:spacing w:val="8"/>'),
    ("TableHead", "Table Head", "Small", _KEEP + _space(40, 40), _BOLD),
    ("PlanText", "Plan Text", "Normal", _WHOLE + _space(20, 60, ' w:line="245" w:lineRule="auto"'), _size(9.5)),
    ("PlanCell", "Plan Cell", "PlanText", '<w:suppressAutoHyphens w:val="0"/>', ""),
    ("PlanNumber", "Plan Number", "ListNumber", _WHOLE + _space(0, 40, ' w:line="245" w:lineRule="auto"'), _size(9.5)),
    ("CardName", "Card Name", "Normal", _KEEP + _space(60, 120), _BOLD + _size(14)),
    # 8 mm, which is what a hand needs; a longer answer that is typed makes room for itself.
    ("NoteLine", "Note Line", "Normal", _LINES_TO_FILL + _space(0, 0, ' w:line="454" w:lineRule="atLeast"'), ""),
    ("LastNoteLine", "Last Note Line", "NoteLine", _space(0, 140), ""),
    ("Rule", "Rule", "Normal", _RULE, ""),
    ("NotesRule", "Notes Rule", "Normal", _RULE_OF_NOTES, _size(4)),
    ("Spacer", "Spacer", "Normal", _space(0, 0, ' w:line="120" w:lineRule="exact"'), _size(4)),
    ("Header", "header", "Small", _FACING, ""),
    ("Footer", "footer", "Small", _FACING, ""),
)  # fmt: skip
_CHARACTERS = (
    ("Hyperlink", "Hyperlink", '<w:u w:val="single"/>'),
    ("HTMLCode", "HTML Code", f"{_FIXED}<w:noProof/>{_size(9.5)}"),
)
_ACROSS, _EDGES = ("top", "bottom", "insideH"), ("top", "left", "bottom", "right", "insideH", "insideV")


def _margins(upright: int, sides: int) -> str:
    widths = (("top", upright), ("left", sides), ("bottom", upright), ("right", sides))
    told = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in widths)
    return f"<w:tblCellMar>{told}</w:tblCellMar>"


def _bordered(lines: str, margins: str = "") -> str:
    return f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>'


_TABLES = (
    ("TableGrid", "Table Grid", _bordered("".join(map(_line, _EDGES)))),
    ("TableLines", "Table Lines", _bordered("".join(map(_line, _ACROSS)))),
    ("TableFill", "Table Fill", _bordered(_line("bottom"))),
    ("TableAside", "Table Aside", _bordered(_line("left", size=8), _margins(57, 170))),
    ("TableCards", "Table Cards", _bordered("".join(_line(side, "dashed") for side in _EDGES), _margins(227, 284))),
)


def _style(kind: str, id: str, name: str, inside: str, default: bool = False) -> str:
    main = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{main} w:styleId="{id}"><w:name w:val="{name}"/>{inside}</w:style>'


def _styles(language: str) -> str:
    spoken = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
    normal = _space(0, 90, ' w:line="252" w:lineRule="auto"')
    found = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_SERIF}{_size(11)}{spoken}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{normal}</w:pPr></w:pPrDefault></w:docDefaults>",
        _style("paragraph", "Normal", "Normal", "<w:qFormat/>", default=True),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", "", default=True),
        _style("numbering", "NoList", "No List", "", default=True),
        _style("table", "TableNormal", "Normal Table", f"<w:tblPr>{_margins(28, 70)}</w:tblPr>", default=True),
    ]
    for id, name, base, paragraph, letters in _PARAGRAPHS:
        own = f'<w:basedOn w:val="{base}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr>'
        found.append(_style("paragraph", id, name, own))
    found += [_style("character", id, name, f"<w:rPr>{letters}</w:rPr>") for id, name, letters in _CHARACTERS]
    found += [_style("table", id, name, own) for id, name, own in _TABLES]
    return "".join(found)


def _kind_of_list(kind: int, form: str, shows: Iterable[str], style: str) -> str:
    def level(at: int, shown: str) -> str:
        own = f'<w:pStyle w:val="{style}{at + 1 if at else ""}"/>' if style and at < 3 else ""
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{own}<w:lvlText w:val="{shown}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{STEP * (at + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
        )

    levels = "".join(level(at, shown) for at, shown in enumerate(shows))
    name = f'<w:nsid w:val="4876720{kind}"/><w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{kind}">{name}{levels}</w:abstractNum>'


def _lists() -> str:
    own_number = [f"%{at + 1}." for at in range(LEVELS)]
    kinds = (
        _kind_of_list(BULLETS, "bullet", ["•–"[at % 2] for at in range(LEVELS)], "ListBullet"),
        _kind_of_list(NUMBERS, "decimal", own_number, "ListNumber"),
        _kind_of_list(LETTERS, "upperLetter", own_number, ""),
    )
    used = (f'<w:num w:numId="{k}"><w:abstractNumId w:val="{k}"/></w:num>' for k in (BULLETS, NUMBERS, LETTERS))
    return "".join((*kinds, *used))


def _settings(language: str) -> str:
    # Mode 15, or Word opens the file as one of an old version and says so.
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:autoHyphenation/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/>'
    )


def _fill(element: Any, xml: str) -> None:
    element[:] = list(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))


@cache
def _base(language: str) -> bytes:
    document = Document()
    _fill(document.styles.element, _styles(language))
    _fill(document.part.numbering_part.element, _lists())
    _fill(document.settings.element, _settings(language))
    # What python-docx's own template brings along, a picture of an empty page among it.
    wanted = {"officeDocument", "core-properties", "styles", "settings", "numbering", "theme"}
    for rels in (document.part.package.rels, document.part.rels) if document.part.package else ():
        for id in [id for id, rel in rels.items() if rel.reltype.rpartition("/")[2] not in wanted]:
            del rels[id]
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(MARGIN // 2)
    section.different_first_page_header_footer = True
    for place in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        place.is_linked_to_previous = False
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def opened(language: str) -> WordDocument:
    """Return an empty file in a language, as `da-DK`, to write in."""
    return Document(io.BytesIO(_base(language)))


def saved(document: WordDocument) -> bytes:
    """Return a file as bytes: the same for the same words, on any day and any computer."""
    written, kept = io.BytesIO(), io.BytesIO()
    document.save(written)
    with ZipFile(written) as found, ZipFile(kept, "w", ZIP_DEFLATED) as fixed:
        for name in found.namelist():
            entry = ZipInfo(name, WHEN.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            fixed.writestr(entry, found.read(name))
    return kept.getvalue()
