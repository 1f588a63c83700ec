"""Makes the file that Word files begin from, base.docx, fit to be kept.

`python -m tests.base_docx` is run after someone has changed it in Word, or with another file that is to take its place.
It takes out who did so and when, and what Word notes of its own; what stays is styles, lists, page and settings, in
lines that a person can read and compare. A file that it has been through before stays as it is.
"""

import io
import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as LINK
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from hverdag.docx import styles
from hverdag.docx.elements import paragraph
from hverdag.docx.styles import BASE, WHEN, saved

PATH = Path(styles.__file__).with_name(BASE)

PARTS = frozenset(
    {LINK.CORE_PROPERTIES, LINK.OFFICE_DOCUMENT, LINK.STYLES, LINK.SETTINGS, LINK.NUMBERING, LINK.THEME}
    | {LINK.HEADER, LINK.FOOTER}
)
"""What a file consists of; fonts, notes, a picture of the first page and the like go."""
SETTINGS = frozenset(
    {"zoom", "mirrorMargins", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone"}
    | {"doNotHyphenateCaps", "characterSpacingControl", "compat", "themeFontLang", "decimalSymbol", "listSeparator"}
)
"""What is kept of the settings; others name a file's templates and everyone who ever changed it."""

PROPERTIES = frozenset(
    {"title", "subject", "creator", "keywords", "description", "lastModifiedBy", "revision", "created", "modified"}
    | {"category"}
)
"""What is kept of a file's properties, empty or always the same."""


def cleaned(file: bytes) -> bytes:
    """Return a Word file with its styles, lists, page and settings, and nothing else."""
    document = Document(io.BytesIO(file))
    package = document.part.package
    for rels in (package.rels if package else {}, document.part.rels):
        for id in [id for id, rel in rels.items() if rel.reltype not in PARTS]:
            del rels[id]
    body: Any = document.element.body
    body[:] = body[-1:]
    settings: Any = document.settings.element
    settings[:] = [held for held in settings if etree.QName(held).localname in SETTINGS]
    lists: Any = document.part.numbering_part.element
    lists[:] = [held for held in lists if held.tag in (qn("w:abstractNum"), qn("w:num"))]
    section = document.sections[0]
    for edge in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        edge._element[:] = [paragraph(style="Footer" if edge._element.tag == qn("w:ftr") else "Header")]
        edge.part.rels.clear()
    document.part.part_related_by(LINK.SETTINGS).rels.clear()
    for root in (document.element, settings, lists, document.styles.element):
        _without_edits(root)
    _unsigned(document.core_properties)
    return _in_lines(saved(document))


def _without_edits(root: Any) -> None:
    """Take out by which edit each paragraph and style came about."""
    for held in root.iter():
        for name in [name for name in held.keys() if etree.QName(name).localname.startswith("rsid")]:  # noqa: SIM118
            del held.attrib[name]
    for held in list(root.iter(qn("w:rsid"))):
        held.getparent().remove(held)


def _unsigned(about: Any) -> None:
    """Take out who made a file, and when."""
    for name in ("author", "category", "comments", "keywords", "last_modified_by", "subject", "title"):
        setattr(about, name, "")
    about.created, about.modified, about.revision = WHEN, WHEN, 1
    about._element[:] = [held for held in about._element if etree.QName(held).localname in PROPERTIES]


def _in_lines(file: bytes) -> bytes:
    """Return a Word file with its XML set in lines; python-docx takes them away again."""
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(file)) as found, ZipFile(kept, "w") as fixed:
        for old in found.infolist():
            entry = ZipInfo(old.filename, old.date_time)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, old.create_system
            text = found.read(old)
            # The theme is never read, only handed on.
            if "theme/" not in old.filename:
                root: Any = parse_xml(text)
                text = etree.tostring(root, encoding="UTF-8", standalone=True, pretty_print=True)
            fixed.writestr(entry, text)
    return kept.getvalue()


if __name__ == "__main__":
    PATH.write_bytes(cleaned(Path(sys.argv[1]).read_bytes() if len(sys.argv) > 1 else PATH.read_bytes()))
