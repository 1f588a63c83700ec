"""The order of pages on sheets that are printed on both sides, folded in the middle and stapled."""

Side = tuple[int, int]
Sheet = tuple[Side, Side]

PAGES_A_SHEET = 4


def booklet(pages: int) -> tuple[Sheet, ...]:
    """Return the sheets from the outermost to the innermost, each as its front and its back, and each of those as its
    left and right page number, counted from 1; 0 is a blank page.

    The last page is the back cover, so blank pages come just before it. Raises ValueError if `pages` is less than 1.
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
