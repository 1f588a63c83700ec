"""The page that the sheets are fetched from, and the sheets themselves."""

import hashlib
import json
from collections.abc import Iterator

from markupsafe import Markup

from ...docx.program import program
from ...model.addresses import printed_address
from ...model.artifact import Output, WebPage, WordFile
from ...model.search import PAGE, SearchEntry
from ...model.view import View
from ...paper.data import written
from ...paper.print_job import PrintJob, papers
from ...web.page import Page
from ..kit import Kit, Views
from .addresses import ANCHORS, APPRAISAL
from .model import FIRST, POLICY_PARTS, SheetKind
from .paper import data, places
from .paper_data import SheetData
from .plan import AppraisalView, SheetView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render a sheet on paper and as a Word file, or the page with all of them."""
    if isinstance(view, AppraisalView):
        yield _page(view, kit)
    elif isinstance(view, SheetView) and view.printable:
        sheet = data(view, kit.paper)
        yield from papers(PrintJob(view.printable, sheet, "appraisal/appraisal.typ", places(view)), kit.paper)
        yield _word_file(view, sheet, kit)


def appraisal_link(_: Views, page: Page, kit: Kit) -> Markup:
    """Return a link to the page; nothing if there is none."""
    return page.fragment("appraisal/link.html") if kit.addresses.knows(APPRAISAL) else Markup()


def _page(view: AppraisalView, kit: Kit) -> WebPage:
    tell, page = kit.words.tell, kit.page(view)
    title = kit.words.say("Values in appraisals")
    lead = kit.words.say(
        "Something to talk about in appraisals, when leaders are assessed, and in the personnel policy."
    )
    content = page.fragment(
        "appraisal/page.html",
        title=title,
        lead=lead,
        first=[tell(line) for line in FIRST],
        sheets=[
            {
                "title": tell(one.sheet.title),
                "lead": tell(one.sheet.lead),
                "pdf": page.relative(_address(one, kit)),
                "word": page.relative(_word_address(one, kit)),
                "asks": [tell(ask) for ask in one.sheet.asks],
                "parts": [(tell(name), tell(text)) for name, text in POLICY_PARTS]
                if one.sheet.kind is SheetKind.POLICY
                else [],
            }
            for one in view.sheets
        ],
    )
    return WebPage(page.origin, title, content, lead, anchors=frozenset(ANCHORS), entry=SearchEntry(PAGE, title, lead))


def _address(view: SheetView, kit: Kit) -> str:
    assert view.printable is not None, "a sheet is printed"  # noqa: S101
    return printed_address(view.printable, view.printable.variants[0], kit.settings)


def _word_address(view: SheetView, kit: Kit) -> str:
    return f"{_address(view, kit).removesuffix('.pdf')}.docx"


def _word_file(view: SheetView, sheet: SheetData, kit: Kit) -> WordFile:
    text, base = written(sheet), kit.look.base

    def make() -> bytes:
        # Imported here: python-docx takes as long to load as a whole check, and most builds find every file cached.
        from .word import word  # noqa: PLC0415

        return word(json.loads(text), base)

    key = hashlib.sha256(f"{program(__package__, base=base)}\0{text}".encode()).hexdigest()
    return WordFile(_word_address(view, kit), key, make, view.story_codes)
