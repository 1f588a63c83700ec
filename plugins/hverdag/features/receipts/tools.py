"""Tools that belong to no other feature: what workplaces do of their own, and what has been taken out."""

from collections.abc import Iterator

from ...model.handbook import Handbook
from ...model.message import message
from ...model.uptake.receipts import own_ways
from ...model.uptake.tools import Tool, ToolKind


def tools(handbook: Handbook) -> Iterator[Tool]:
    """Yield something of their own, in both languages, and the codes that are retired. The word in the readers'
    language comes first."""
    for word in own_ways(handbook.settings.language):
        yield Tool(word, ToolKind.OWN_WAY, message("Something of their own"))
    for code in handbook.settings.retired:
        yield Tool(code, ToolKind.GONE, message("Taken out of the handbook ({code})", code=code))
