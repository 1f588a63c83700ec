"""Where frozen counts tell of few people: in a cell, in what is left of a total, or in what has changed since.

Anybody may edit a file of counts, so these are asked of every file at every build, not only when one is written.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from .counts import CountFile, CountRow, Numbered, whole_rows
from .floor import Cells, is_safe, reveals


def misshapen(file: CountFile) -> Iterator[Numbered]:
    """Yield the rows with more or fewer cells than `hverdag counts` writes: two with a question, none where words stand
    in the place of numbers, and else one."""
    for number, row in enumerate(file.rows):
        if len(row.cells) != (0 if row.most is not None else 2 if row.question else 1):
            yield Numbered(number, row)


def small_cells(file: CountFile, fewest: int) -> Iterator[Numbered]:
    """Yield the rows with a cell that is about fewer people than `fewest`, and those in which all answered alike."""
    for number, row in enumerate(file.rows):
        if not is_safe(row.cells, fewest):
            yield Numbered(number, row)


def revealing_parts(file: CountFile, fewest: int) -> Iterator[Numbered]:
    """Yield the rows about everybody from which the parts leave fewer people than `fewest`, or fewer than none, or
    people who all answered alike."""
    for whole in whole_rows(file):
        parts = file.parts(whole.row.count, whole.row.question)
        left = _left(whole.row.cells, parts.values()) if parts else ()
        if not is_safe(left, fewest) or any(count < 0 for count in left):
            yield whole


def revealing_editions(file: CountFile, earlier: CountFile, fewest: int) -> Iterator[Numbered]:
    """Yield the rows of a file that, laid beside an earlier file of the same year, tell of fewer people than `fewest`.

    Compared are the same groups in both, and what is left of everybody in one of them when the parts that stand in
    either are subtracted.
    """
    for number, row in enumerate(file.rows):
        before = earlier.cells(row.count, row.question, row.part)
        is_told = before is not None and reveals(row.cells, before, fewest)
        if is_told or (not row.part and row.cells and _mixed_reveals(file, earlier, row, fewest)):
            yield Numbered(number, row)


def _mixed_reveals(file: CountFile, earlier: CountFile, whole: CountRow, fewest: int) -> bool:
    mine, theirs = (one.parts(whole.count, whole.question) for one in (file, earlier))
    if not mine.keys() ^ theirs.keys():
        return False
    before = earlier.cells(whole.count, whole.question) or ()
    left = (_left(whole.cells, {**theirs, **mine}.values()), _left(before, {**mine, **theirs}.values()))
    return any(_isolates(cells, fewest) for cells in left)


def _isolates(left: Cells, fewest: int) -> bool:
    """Return True if what is left may be a few people, or people who all answered alike. Where less than nothing is
    left, the files are about different people."""
    return any(0 < count < fewest for count in left) or (min(left, default=0) == 0 and not is_safe(left, fewest))


def _left(whole: Cells, parts: Iterable[Cells]) -> Cells:
    """Return what is left of a whole without its parts, cell by cell; where a row has fewer cells, the others are
    empty, so that no cell is passed over."""
    columns = zip_longest(whole, *parts, fillvalue=0)
    return tuple(column[0] - sum(column[1:]) for column in columns)


def differing_numbers(file: CountFile) -> Iterator[Numbered]:
    """Yield the rows of questions whose cells do not come to the number of those who answered at all: the difference
    are those who left the question out."""
    for number, row in enumerate(file.rows):
        everybody = file.cells(row.count, "", row.part)
        is_in_words = everybody is not None and row.most is not None
        if row.question and not is_in_words and (everybody is None or sum(row.cells) != sum(everybody)):
            yield Numbered(number, row)


def words_beside_whole(file: CountFile) -> Iterator[Numbered]:
    """Yield the rows in words about a part, where the numbers of everybody stand beside them: those who are left when
    the other parts are subtracted would be bounded by the words."""
    for number, row in enumerate(file.rows):
        if row.most is not None and (not row.part or file.cells(row.count, row.question) is not None):
            yield Numbered(number, row)


def revealing_silence(file: CountFile, fewest: int) -> Iterator[Numbered]:
    """Yield the rows of how many were asked, from which the parts leave fewer people than `fewest` who did not answer,
    or fewer than none."""
    for whole in whole_rows(file):
        if whole.row.of is not None and not whole.row.question:
            rows = (row for row in file.rows if (row.count, row.question) == (whole.row.count, "") and row.part)
            silent = (row.of - sum(row.cells) for row in rows if row.of is not None)
            left = whole.row.of - sum(whole.row.cells) - sum(silent)
            if left < 0 or not is_safe((left,), fewest):
                yield whole
