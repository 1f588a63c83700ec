"""The PDFs that a build has printed, as lines for a terminal."""

from collections.abc import Iterator, Sequence

from ..locale import Catalogue
from ..model.printable import Printed, Size


def print_list(printed: Sequence[Printed], words: Catalogue) -> Iterator[str]:
    """Yield a line for each PDF: its path, number of pages, paper size and file size in kB."""
    longest = max((len(pdf.path) for pdf in printed), default=0)
    for pdf in printed:
        pages = words.count("{number} page", "{number} pages", pdf.pages)
        size = words.say("{size} kB", size=round(pdf.size / 1000))
        yield f"  {pdf.path:{longest}}  {pages:>10}  {_paper(pdf)}  {size:>9}"


def _paper(pdf: Printed) -> str:
    """Return the name of the paper size in either orientation, or else its width and height in millimetres."""
    sides = tuple(sorted((round(pdf.width), round(pdf.height))))
    return next((size.value for size in Size if size.millimetres == sides), f"{pdf.width:g} x {pdf.height:g} mm")
