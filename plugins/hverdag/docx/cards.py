"""Cards to cut out of a Word file."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from .elements import Part, Row, table


def cards_to_cut(
    cards: Sequence[Sequence[Part]], width: int, height: int, together: int, caption: str = ""
) -> Iterator[Part]:
    """Yield tables of cards, two beside each other. `width` is that of the line and `height` the least of a card, in
    twentieths of a point. `together` is the most cards of a table: LibreOffice keeps a table of cards on one page, and
    one that is longer than its page would leave a page empty."""
    half, empty = width // 2, list[Part]()
    for at in range(0, len(cards), together):
        sheet = cards[at : at + together]
        rows = [Row(pair, whole=True, height=height) for pair in zip_longest(sheet[::2], sheet[1::2], fillvalue=empty)]
        yield from table("TableCards", [half, width - half], rows, caption=caption)
