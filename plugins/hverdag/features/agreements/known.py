"""Agreements with their places, as far as they could be read, and what they can name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...model.handbook import Handbook
from ...model.problem import Problem, Rule, Source
from ...model.suggest import suggestion
from ...model.uptake.agreements import Agreement, AgreementFile
from ...model.uptake.tools import Tool, ToolKind
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
METHODS = frozenset({ToolKind.METHOD})


def codes_of(tools: Mapping[str, Tool], kinds: frozenset[ToolKind]) -> Mapping[str, str]:
    """Return the codes of those tools that are of some kinds, or retired, by the code in lower case."""
    wanted = kinds | {ToolKind.GONE}
    return {key: tool.code for key, tool in tools.items() if tool.kind in wanted}


def unknown_codes(handbook: Handbook, field: str, kinds: frozenset[ToolKind], rule: Rule) -> Iterator[Problem]:
    """Yield a problem for each code in a field of agreements that no tool of some kinds has, once in a file."""
    held = [one for one in placed_agreements(handbook) if getattr(one.agreement, field)]
    if not held:
        return  # to know every tool takes a while
    known, told = codes_of(tools_of(handbook), kinds), set[tuple[str, str]]()
    for one in held:
        code: str = getattr(one.agreement, field)
        if code.casefold() not in known and (one.file.path, code) not in told:
            told.add((one.file.path, code))
            yield rule.at(one.at(field), given=code, **suggestion(code, known.values()))
