"""What is around the text of a Word file: its properties, and the running heads and feet of its pages."""

from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from .elements import Part, el, paragraph, run
from .styles import WHEN

LONGEST_PROPERTY = 255
"""The most characters of a title or an author in the properties of a file."""


_SHOWN = tuple(map(qn, ("w:t", "w:drawing", "w:pict")))
"""What an organisation's own base.docx may have at the head or foot of its pages: a letterhead stays there."""


def describe(document: WordDocument, title: str, organisation: str, language: str) -> None:
    """Write the properties of a document: its title, the organisation as its author, and its language, a tag such as
    `da-DK`. Nothing in them tells who made it, or when."""
    about = document.core_properties
    about.title, about.language = title[:LONGEST_PROPERTY], language
    about.author = about.last_modified_by = organisation[:LONGEST_PROPERTY]
    about.comments = about.keywords = ""
    about.created = about.modified = WHEN


def running_heads(document: WordDocument, first: str, others: str) -> None:
    """Write the head of the first page and that of the others; a tab parts what stands to the left and to the right."""
    section = document.sections[0]
    _fill(section.first_page_header, "Header", [run(first)])
    _fill(section.header, "Header", [run(others)])


def running_feet(document: WordDocument, imprint: str, page: str, of: str) -> None:
    """Write the foot of every page: an imprint, which may be empty, and the number of the page. `page` and `of` are
    those words in the readers' language."""
    section = document.sections[0]
    for foot in (section.first_page_footer, section.footer):
        _fill(foot, "Footer", [run(f"{imprint}\t{page} "), _counted("PAGE"), run(f" {of} "), _counted("NUMPAGES")])


def _fill(place: _Header | _Footer, style: str, inside: Iterable[Part]) -> None:
    content: Part = place._element
    letterhead = [one for one in content if next(one.iter(*_SHOWN), None) is not None]
    content[:] = [*letterhead, paragraph(inside, style)]


def _counted(what: str) -> Part:
    return el("fldSimple", run("1"), instr=what)
