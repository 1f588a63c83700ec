"""What receipts can name, as far as it could be read."""

from collections.abc import Iterator
from typing import NamedTuple

from ...model.handbook import Handbook
from ...model.problem import Source
from ...model.uptake.receipts import Receipt, ReceiptFile
from ...model.uptake.workplaces import Workplaces


class Placed(NamedTuple):
    """A receipt, the file that it is in, and its number there."""

    file: ReceiptFile
    number: int
    receipt: Receipt

    def at(self, *place: str | int) -> Source:
        """Return the source of the receipt, or of one of its fields."""
        return self.file.at("receipts", self.number, *place)


def placed_receipts(handbook: Handbook) -> Iterator[Placed]:
    """Yield every receipt with its place."""
    for file in handbook.data_of(ReceiptFile):
        for number, receipt in enumerate(file.receipts):
            yield Placed(file, number, receipt)


def is_whole(listed: Workplaces) -> bool:
    """Return True if every workplace's id was read, so that an unknown one is a fault of the receipt."""
    is_lost = (
        place in ((), ("workplaces",)) or (place[0] == "workplaces" and place[2:] in ((), ("id",)))
        for place in listed.faulty
    )
    return bool(listed.workplaces) and not any(is_lost)
