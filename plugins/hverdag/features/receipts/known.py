"""What receipts can name, as far as it could be read."""

from collections.abc import Iterator
from typing import NamedTuple

from ...model.handbook import Handbook
from ...model.problem import Source
from ...model.uptake.receipts import Receipt, ReceiptFile


class PlacedReceipt(NamedTuple):
    """A receipt, the file that it is in, and its number there."""

    file: ReceiptFile
    number: int
    receipt: Receipt

    def at(self, *place: str | int) -> Source:
        """Return the source of the receipt, or of one of its fields."""
        return self.file.at("receipts", self.number, *place)


def placed_receipts(handbook: Handbook) -> Iterator[PlacedReceipt]:
    """Yield every receipt with its place."""
    for file in handbook.data_of(ReceiptFile):
        for number, receipt in enumerate(file.receipts):
            yield PlacedReceipt(file, number, receipt)
