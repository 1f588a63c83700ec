"""Tools that belong to no other feature: what workplaces do of their own, and what has been taken out."""

from collections.abc import Iterator

from ...model.handbook import Handbook
from ...model.message import message
from ...model.settings import Language
from ...model.uptake.receipts import OWN_WAYS
from ...model.uptake.tools import Tool, ToolKind


def tools(handbook: Handbook) -> Iterator[Tool]:
    """Yield something of their own, in both languages, and the codes that are retired. The word in the readers'
    language comes first."""
    is_danish = handbook.settings.language is Language.DANISH
    for word in OWN_WAYS if is_danish else reversed(OWN_WAYS):
        yield Tool(word, ToolKind.OWN_WAY, message("Something of their own"))
    for code in handbook.settings.retired:
        yield Tool(code, ToolKind.GONE, message("Taken out of the handbook ({code})", code=code))
