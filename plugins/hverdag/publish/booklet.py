"""The order of pages on sheets that are printed on both sides, folded in the middle and stapled."""

Side = tuple[int, int]
Sheet = tuple[Side, Side]

PAGES_A_SHEET = 4


def booklet(pages: int) -> tuple[Sheet, ...]:
    """Return, for each sheet from the outermost to the innermost, its front and its back, and on each of them the page
    to the left and the page to the right, counted from 1; 0 is blank.

    The last page is the back cover, so blanks come just before it. Raises ValueError for fewer pages than one.
    """
    if pages < 1:
        raise ValueError(pages)
    blanks = -pages % PAGES_A_SHEET
    inside = [*range(1, pages), *[0] * blanks]
    order = [*inside, pages] if pages > 1 else [1, *[0] * blanks]
    last = len(order) - 1
    return tuple(
        ((order[last - at], order[at]), (order[at + 1], order[last - at - 1])) for at in range(0, len(order) // 2, 2)
    )
