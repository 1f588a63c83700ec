"""The columns of a file of agreements: the leader's own from the device, a workplace's from us, or a spreadsheet."""

from ...model.settings import Language
from ...model.uptake.agreement_columns import REQUIRED, labels
from ...parse.csv_headings import Column


def columns(language: Language) -> tuple[Column, ...]:
    """Return the columns, with the headings of a language first."""
    return tuple(Column(id, names, required=id in REQUIRED) for id, names in labels(language).items())
