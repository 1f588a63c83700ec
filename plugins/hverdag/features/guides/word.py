"""A guide as a Word file: the same content as the PDF, in the same order, for editing.

guide.typ renders the PDF from the same data; a change in one must be made in the other.
"""

from collections.abc import Callable, Iterable

from docx.document import Document as WordDocument
from docx.section import _Footer, _Header

from ...docx.elements import Part, Parts, el, paragraph, run
from ...docx.styles import WHEN, opened, saved
from ...docx.text import WordText
from ...paper.runs import whole
from .paper_data import GuidePaperData
from .word_around import invitation_part, question_cards
from .word_guide import WordGuide
from .word_page import compact

LONGEST_PROPERTY = 255
"""The most characters of a title or an author in the properties of a file."""


def word(data: GuidePaperData, pictures: Callable[[str], bytes]) -> bytes:
    """Return a guide as a Word file: the leader's page, and the participants' sheet.

    `data` comes from GuideOnPaper.data(); `pictures` returns a picture's bytes by its path in the publication.
    The same data gives the same bytes. Raises UnknownElementError for a tag that has no rendering.
    """
    language = f"{data['language']}-{data['region']}"
    document = opened(language)
    compact(document)
    _properties(document, data, language)
    _running(document, data)
    parts = Parts(document)
    guide = WordGuide(data, parts, WordText(parts, pictures))
    body: Part = document.element.body
    page = body[-1]
    sheet = guide.participants() if data["has_sheet"] else ()
    body[:] = [*guide.leader(), *sheet, *guide.cards(), *question_cards(data), *invitation_part(data), page]
    return saved(document)


def _properties(document: WordDocument, data: GuidePaperData, language: str) -> None:
    about = document.core_properties
    about.title = _property(data["title"])
    about.author = about.last_modified_by = _property(data["organisation"])
    about.language = language
    about.comments = about.keywords = ""
    about.created = about.modified = WHEN


def _property(words: str) -> str:
    return whole(words)[:LONGEST_PROPERTY]


def _running(document: WordDocument, data: GuidePaperData) -> None:
    """Fill the headers and footers. The first page shows the title itself, so its header does not."""
    section, say = document.sections[0], data["labels"]
    _fill(section.first_page_header, "Header", [run(f"\t{data['handbook']}")])
    _fill(section.header, "Header", [run(f"{data['running']}\t{data['handbook']}")])
    for foot in (section.first_page_footer, section.footer):
        pages = run(f"{data['imprint']}\t{say['page']} "), _counted("PAGE"), run(f" {say['of']} "), _counted("NUMPAGES")
        _fill(foot, "Footer", pages)


def _fill(place: _Header | _Footer, style: str, inside: Iterable[Part]) -> None:
    whole: Part = place._element
    whole[:] = [paragraph(inside, style)]


def _counted(what: str) -> Part:
    return el("fldSimple", run("1"), instr=what)
