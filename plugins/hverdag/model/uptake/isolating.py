"""Where frozen counts tell of few people: in a cell, in what is left of a total, or in what has changed since.

Anybody may edit a file of counts, so these are asked of every file at every build, not only when one is written.
"""

from collections.abc import Iterable, Iterator

from .counts import CountFile, CountRow, Numbered, whole_rows
from .floor import Cells, is_safe, reveals, total


def small_cells(file: CountFile, fewest: int) -> Iterator[Numbered]:
    """Yield the rows with a cell that is about fewer people than `fewest`, but not about none."""
    for number, row in enumerate(file.rows):
        if not is_safe(row.cells, fewest):
            yield Numbered(number, row)


def revealing_parts(file: CountFile, fewest: int) -> Iterator[Numbered]:
    """Yield the rows about everybody from which the parts leave fewer people than `fewest`, or fewer than none."""
    for whole in whole_rows(file):
        parts = file.parts(whole.row.count, whole.row.question)
        left = _left(whole.row.cells, parts.values())
        if not is_safe(left, fewest) or any(count < 0 for count in left):
            yield whole


def revealing_editions(file: CountFile, earlier: CountFile, fewest: int) -> Iterator[Numbered]:
    """Yield the rows of a file that, laid beside an earlier file of the same year, tell of fewer people than `fewest`.

    Compared are the same groups in both, and what is left of everybody in one of them when the parts that stand in
    either are subtracted.
    """
    for number, row in enumerate(file.rows):
        before = earlier.cells(row.count, row.question, row.part)
        is_alike = before is not None and len(before) == len(row.cells)
        is_told = is_alike and before is not None and reveals(row.cells, before, fewest)
        if is_told or (not row.part and row.cells and _mixed_reveals(file, earlier, row, fewest)):
            yield Numbered(number, row)


def _mixed_reveals(file: CountFile, earlier: CountFile, whole: CountRow, fewest: int) -> bool:
    mine, theirs = (one.parts(whole.count, whole.question) for one in (file, earlier))
    if not mine.keys() ^ theirs.keys():
        return False
    before = earlier.cells(whole.count, whole.question) or ()
    left = (*_left(whole.cells, {**theirs, **mine}.values()), *_left(before, {**mine, **theirs}.values()))
    return any(0 < count < fewest for count in left)


def _left(whole: Cells, parts: Iterable[Cells]) -> Cells:
    """Return what is left of a whole without its parts; those that are divided in another way are passed over."""
    alike = [part for part in parts if len(part) == len(whole)]
    return tuple(map(int.__sub__, whole, total(alike))) if alike else ()


def differing_numbers(file: CountFile) -> Iterator[Numbered]:
    """Yield the rows of questions whose cells do not come to the number of those who answered at all: the difference
    are those who left the question out."""
    for number, row in enumerate(file.rows):
        everybody = file.cells(row.count, "", row.part)
        if row.question and (everybody is None or sum(row.cells) != sum(everybody)):
            yield Numbered(number, row)
