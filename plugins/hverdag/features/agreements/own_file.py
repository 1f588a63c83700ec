"""The CSV file of one workplace's own agreements: the leader's page reads it, and so does `hverdag agreements`."""

from collections.abc import Mapping

from ...locale import Catalogue
from ...model.csv_text import csv_bytes, delimiter
from ...model.language import Language
from ...model.uptake.agreement_columns import HEADINGS
from ...model.uptake.agreements import OUTCOME_NAMES, Agreement
from ...model.uptake.own_agreements import OwnAgreements
from ...model.uptake.tools import Tool


def own_csv(
    held: OwnAgreements, workplace: str, tools: Mapping[str, Tool], words: Catalogue, language: Language
) -> bytes:
    """Return the file: a row for each agreement whose wording is known. `tools` are those that may be named, by code in
    lower case."""
    rows = [_cells(one, workplace, tools, words) for one in held if one.agreement]
    return csv_bytes([HEADINGS[language], *rows], delimiter(language))


def _cells(one: Agreement, workplace: str, tools: Mapping[str, Tool], words: Catalogue) -> list[str]:
    return [
        one.date.isoformat() if one.date else "",
        workplace,
        one.agreement,
        source_name(one.story, tools, words),
        source_name(one.method, tools, words),
        one.review.isoformat() if one.review else "",
        words.tell(OUTCOME_NAMES[one.result]) if one.result else "",
        one.happened,
    ]


def source_name(code: str, tools: Mapping[str, Tool], words: Catalogue) -> str:
    """Return what an agreement came from, as `Nøglen (F07)`; the code alone where the name may not be told."""
    tool = tools.get(code.casefold())
    return f"{words.tell(tool.name)} ({code})" if tool and code else code
