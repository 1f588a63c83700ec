"""What readers see of the tools that receipts name."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.artifact import StoryCodes
from ...model.message import Words, message
from ...model.shown import Shown
from ...model.uptake.receipts import OWN_WAYS
from ...model.uptake.tools import Tool, ToolKind
from ..uptake import tools_of


@dataclass(frozen=True)
class ToolNames:
    """The tools of a handbook, by code in lower case. A story's title is told only if it may be printed: the status is
    on paper too. `printed` and `others` are the codes of stories that may be, and of those that may not."""

    tools: Mapping[str, Tool]
    printed: frozenset[str]
    others: frozenset[str]

    def key(self, code: str) -> str:
        """Return what two ways of writing a tool have in common."""
        folded = code.casefold()
        return OWN_WAYS[0] if folded in OWN_WAYS else folded

    def name(self, code: str) -> Words:
        """Return the name of a tool. What is gone says so."""
        tool = self.tools.get(self.key(code))
        if self._story(code) in self.others:
            return message("A story that is not shown here ({code})", code=code.upper())
        return tool.name if tool else message("No longer in the handbook ({code})", code=code.upper())

    def code(self, code: str) -> str:
        """Return a code as it is printed; an empty string for something of their own."""
        tool = self.tools.get(self.key(code))
        return "" if self.key(code) in OWN_WAYS else tool.code if tool else code.upper()

    def order(self, code: str) -> tuple[int, str]:
        """Return a sorting key: by the kind of tool, and then by its code; never by how much it is used."""
        return list(ToolKind).index(self.kind(code)), self.key(code)

    def kind(self, code: str) -> ToolKind:
        """Return the kind of a tool."""
        tool = self.tools.get(self.key(code))
        return tool.kind if tool else ToolKind.GONE

    def story_codes(self, codes: frozenset[str]) -> StoryCodes:
        """Return the codes of the stories whose titles are told by the names of tools."""
        return tuple(sorted({story for code in codes if (story := self._story(code)) in self.printed}))

    def _story(self, code: str) -> str:
        return code.partition("-")[0].upper()


def tool_names(shown: Shown) -> ToolNames:
    """Return the names of the tools that receipts may name."""
    printed = frozenset(story.code for story in shown.to_print if story.code)
    stories = frozenset(story.code for story in shown.handbook.stories if story.code)
    return ToolNames(tools_of(shown.handbook), printed, stories - printed)
