"""The columns of a file of agreements: the leader's own from the device, a workplace's from us, or a spreadsheet."""

from ...model.language import Language
from ...model.uptake.agreement_columns import REQUIRED, labels
from ...parse.csv_headings import Column
from ..tables.marks import MARK


def columns(language: Language) -> tuple[Column, ...]:
    """Return the columns, with the headings of a language first."""
    own = (Column(id, names, required=id in REQUIRED) for id, names in labels(language).items())
    return (*own, MARK)
