"""Agreements with their places, as far as they could be read, and what they can name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...model.handbook import Handbook
from ...model.problem import Source
from ...model.uptake.agreements import Agreement, AgreementFile
from ...model.uptake.tools import ToolKind
from ..uptake import tools_of


class PlacedAgreement(NamedTuple):
    """An agreement, the file that it is in, and its number there."""

    file: AgreementFile
    number: int
    agreement: Agreement

    def at(self, *place: str | int) -> Source:
        """Return the source of the agreement, or of one of its fields."""
        return self.file.at("agreements", self.number, *place)


def placed_agreements(handbook: Handbook) -> Iterator[PlacedAgreement]:
    """Yield every agreement with its place."""
    for file in handbook.data_of(AgreementFile):
        for number, agreement in enumerate(file.agreements):
            yield PlacedAgreement(file, number, agreement)


SUBJECTS = frozenset({ToolKind.STORY, ToolKind.VALUE})
"""What an agreement can come from."""


def codes_of(handbook: Handbook, kinds: frozenset[ToolKind]) -> Mapping[str, str]:
    """Return the codes of the tools of some kinds, and those that are retired, by the code in lower case."""
    wanted = kinds | {ToolKind.GONE}
    return {key: tool.code for key, tool in tools_of(handbook).items() if tool.kind in wanted}
