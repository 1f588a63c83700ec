"""What is printed besides guides, as data for paper: each printable once, and one paper for each of its forms."""

from collections.abc import Callable, Iterator, Mapping

from ..model.addresses import picture_address, printed_address
from ..model.artifact import DerivedPdf, Paper
from ..model.printable import DECKS, Printable, Product
from ..model.problem import Source
from ..model.settings import PATH
from ..paper.data import Data, Places, pictures, template, written
from ..paper.shared import PaperParts
from . import book, cards, pamphlet, posters

Teller = Callable[[Printable, PaperParts], tuple[Data, Places]]

PIECES: Mapping[Product, tuple[Teller, tuple[str, ...]]] = {
    **dict.fromkeys(DECKS, (cards.data, ("house.typ", "printed.typ", "cards.typ"))),
    Product.BOOK: (book.data, ("house.typ", "printed.typ", "book_text.typ", "book.typ")),
    Product.PAMPHLET: (pamphlet.data, ("house.typ", "printed.typ", "pamphlet.typ")),
    **posters.PIECES,
}
"""What each product says, and the templates that set it."""

SHEETS = ("sheets.typ",)
SMALL_PICTURE = ("picture.typ",)


def printed_papers(printed: tuple[Printable, ...], parts: PaperParts) -> Iterator[Paper | DerivedPdf]:
    """Yield every form of everything that is printed, and a small picture of each printable."""
    settings = parts.site.settings
    for printable in printed:
        tell, templates = PIECES[printable.product]
        data, places = tell(printable, parts)
        first = printed_address(printable, printable.forms[0], settings)
        for form in printable.forms:
            path = printed_address(printable, form, settings)
            if form.sheets:
                yield DerivedPdf(path, first, template(*SHEETS), data["title"], printable.story_codes)
            else:
                shape = {"ink": form.ink.value, "size": form.size.millimetres, "backs": form.backs}
                text = written({**data, **shape})
                yield Paper(
                    path,
                    template(*templates),
                    text,
                    _source(printable),
                    pictures(data),
                    places,
                    story_codes=printable.story_codes,
                )
        yield DerivedPdf(picture_address(printable), first, template(*SMALL_PICTURE), story_codes=printable.story_codes)


def _source(printable: Printable) -> Source:
    """Where a fault is told that belongs to no one text: a guide tells where it is written."""
    return Source(printable.subject.path if printable.subject else PATH)
