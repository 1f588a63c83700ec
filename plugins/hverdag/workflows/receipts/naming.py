"""What the cells of a receipt name: workplaces and tools, as people and forms write them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...features.uptake import tools_of
from ...model.suggest import nearest
from ...model.uptake.receipts import OWN_WAYS, own_ways
from ...model.uptake.tools import Tool
from ...model.uptake.workplaces import key
from ..tables.codes import ADDRESS, CODE
from ..tables.workplace_names import WorkplaceNames

_OWN = frozenset(
    key(text)
    for text in (
        *OWN_WAYS,
        *("noget eget", "noget af vores eget", "vores eget", "vores egen", "noget vi selv fandt på", "egen måde"),
        *("something of our own", "our own", "own way", "something else of our own"),
    )
)


@dataclass(frozen=True)
class Naming(WorkplaceNames):
    """The names of the workplaces and the tools of a handbook."""

    @cached_property
    def _tools(self) -> Mapping[str, Tool]:
        return tools_of(self.handbook)

    @cached_property
    def _tool_by_name(self) -> Mapping[str, Tool]:
        """The tools whose name no other one has, by that name."""
        found: dict[str, list[Tool]] = {}
        for tool in self._tools.values():
            if isinstance(tool.name, str):
                found.setdefault(key(tool.name), []).append(tool)
        return {name: tools[0] for name, tools in found.items() if name and len(tools) == 1}

    def tool_codes(self, text: str) -> list[str]:
        """Return the codes of all tools that a cell may mean."""
        if key(text) in _OWN:
            return [own_ways(self.handbook.settings.language)[0]]
        return list(dict.fromkeys(tool.code for tool in self._meant(text)))

    def _meant(self, text: str) -> Iterator[Tool]:
        address = ADDRESS.search(text)
        whole = self._tools.get((address[1] if address else text).casefold())
        if whole or address:
            yield from (whole,) if whole else ()
            return
        named = self._tool_by_name.get(key(text))
        if named:
            yield named
            return
        codes = [code.casefold() for code in CODE.findall(text)]
        if all(code in self._tools for code in codes):
            yield from (self._tools[code] for code in codes)

    def near_tool(self, text: str) -> str:
        """Return the code of the tool that is most like a text; an empty string if none is."""
        return nearest(text, [tool.code for tool in self._tools.values()])
