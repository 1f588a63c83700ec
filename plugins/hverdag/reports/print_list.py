"""What a build has printed, as lines for a terminal."""

from collections.abc import Iterator, Sequence

from ..locale import Catalogue
from ..model.printable import Printed, Size


def print_list(printed: Sequence[Printed], words: Catalogue) -> Iterator[str]:
    """Yield a line for each PDF: its path, how many pages it has, its paper and its size."""
    longest = max((len(one.path) for one in printed), default=0)
    for one in printed:
        pages = words.count("{number} page", "{number} pages", one.pages)
        size = words.say("{size} kB", size=round(one.size / 1000))
        yield f"  {one.path:{longest}}  {pages:>10}  {_paper(one)}  {size:>9}"


def _paper(one: Printed) -> str:
    """The paper by its name, whichever way it is turned."""
    sides = tuple(sorted((round(one.width), round(one.height))))
    return next((size.value for size in Size if size.millimetres == sides), f"{one.width:g} x {one.height:g} mm")
