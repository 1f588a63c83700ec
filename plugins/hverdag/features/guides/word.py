"""A guide as a Word file: the same content as the PDF, in the same order, for editing.

guide.typ renders the PDF from the same data; a change in one must be made in the other.
"""

from collections.abc import Callable

from ...docx.elements import Part, Parts
from ...docx.frame import describe, running_feet, running_heads
from ...docx.styles import opened, saved
from ...docx.text import WordText
from ...paper.runs import whole
from .paper_data import GuidePaperData
from .word_around import invitation_part, question_cards, value_cards
from .word_guide import WordGuide
from .word_page import compact


def word(data: GuidePaperData, pictures: Callable[[str], bytes], base: bytes = b"") -> bytes:
    """Return a guide as a Word file: the leader's page, and the participants' sheet.

    `data` comes from GuideOnPaper.data(); `pictures` returns a picture's bytes by its path in the publication, and
    `base` is an organisation's own base.docx.
    The same data gives the same bytes. Raises UnknownElementError for a tag that has no rendering.
    """
    language = f"{data['language']}-{data['region']}"
    document = opened(language, base)
    compact(document)
    describe(document, whole(data["title"]), whole(data["organisation"]), language)
    # The first page shows the title itself, so its head does not.
    running_heads(document, f"\t{data['handbook']}", f"{data['running']}\t{data['handbook']}")
    running_feet(document, data["imprint"], data["labels"]["page"], data["labels"]["of"])
    parts = Parts(document)
    guide = WordGuide(data, parts, WordText(parts, pictures))
    body: Part = document.element.body
    page = body[-1]
    sheet = guide.participants() if data["has_sheet"] else ()
    body[:] = [*guide.leader(), *sheet, *value_cards(data), *question_cards(data), *invitation_part(data), page]
    return saved(document)
