"""What the cells of a receipt name: workplaces and tools, as people and forms write them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...features.uptake import tools_of
from ...model.handbook import Handbook
from ...model.suggest import nearest
from ...model.uptake.receipts import OWN_WAYS, own_ways
from ...model.uptake.tools import Tool
from ...model.uptake.workplaces import Workplace, Workplaces, key, workplaces_of

_BETWEEN = re.compile(r"(\s*[,;/+&|]\s*|\s+(?:og|and|samt)\s+)", re.IGNORECASE)
_MOST_PARTS = 24
_ADDRESS = re.compile(r"/f/([^/?#\s]+)", re.IGNORECASE)
_CODE = re.compile(r"(?<![\w-])[A-Z]{1,2}\d{2,4}(?:-[A-Z]{1,2}\d{2,4})?(?![\w-])", re.IGNORECASE)
_OWN = frozenset(
    key(text)
    for text in (
        *OWN_WAYS,
        *("noget eget", "noget af vores eget", "vores eget", "vores egen", "noget vi selv fandt på", "egen måde"),
        *("something of our own", "our own", "own way", "something else of our own"),
    )
)


@dataclass(frozen=True)
class Naming:
    """The names of the workplaces and the tools of a handbook. `accepted` are the ids of workplaces by other names that
    somebody has said they have, each as `key` writes it."""

    handbook: Handbook
    accepted: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def workplaces(self) -> Workplaces:
        """The workplaces."""
        return workplaces_of(self.handbook)

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

    def workplace_ids(self, text: str) -> tuple[list[str], list[str]]:
        """Return the ids of the workplaces that a cell names, and the pieces of it that name none. A name may hold what
        stands between others, so the longest that there is comes first."""
        pieces = _without_empty(_BETWEEN.split(text))
        if len(pieces) <= 2 * _MOST_PARTS:
            ids = self._divided(pieces)
            if ids:
                return list(dict.fromkeys(ids)), []
        parts = [part for part in dict.fromkeys(pieces[::2]) if part][:_MOST_PARTS]
        return [], [part for part in parts if self._workplace(part) is None] or [text]

    def _divided(self, pieces: Sequence[str]) -> list[str] | None:
        """Return the ids of the names that pieces can be divided into; None if that is not possible. Between two pieces
        is what divides them. From the last one on, each is divided once: whatever is before it, the rest is the
        same."""
        rests: dict[int, list[str] | None] = {len(pieces) + 1: []}
        for first in range(len(pieces) - 1, -1, -2):
            rests[first] = None
            for end in range(len(pieces), first, -2):
                found, rest = self._named(pieces[first:end]), rests[end + 1]
                if rest is not None and found is not None:
                    rests[first] = [*found, *rest]
                    break
        return rests[0]

    def _named(self, pieces: Sequence[str]) -> list[str] | None:
        """Return the id of the workplace that pieces name together; none where nothing is written, and None if they
        name none."""
        name = key("".join(pieces))
        found = self._workplace(name)
        if found:
            return [found.id]
        return None if name else []

    def _workplace(self, text: str) -> Workplace | None:
        name = key(text)
        return self.workplaces.by_name.get(name) or self.workplaces.by_id.get(self.accepted.get(name, ""))

    def tool_codes(self, text: str) -> list[str]:
        """Return the codes of all tools that a cell may mean."""
        if key(text) in _OWN:
            return [own_ways(self.handbook.settings.language)[0]]
        return list(dict.fromkeys(tool.code for tool in self._meant(text)))

    def _meant(self, text: str) -> Iterator[Tool]:
        address = _ADDRESS.search(text)
        whole = self._tools.get((address[1] if address else text).casefold())
        if whole or address:
            yield from (whole,) if whole else ()
            return
        named = self._tool_by_name.get(key(text))
        if named:
            yield named
            return
        codes = [code.casefold() for code in _CODE.findall(text)]
        if all(code in self._tools for code in codes):
            yield from (self._tools[code] for code in codes)

    def near_tool(self, text: str) -> str:
        """Return the code of the tool that is most like a text; an empty string if none is."""
        return nearest(text, [tool.code for tool in self._tools.values()])


def _without_empty(pieces: Sequence[str]) -> list[str]:
    """Return pieces and what divides them, without those that are empty: what is on both sides of one becomes one."""
    kept = [""]
    for at, piece in enumerate(pieces):
        if at % 2:
            if kept[0]:  # what divides nothing from the first piece is none
                kept += [piece] if len(kept) % 2 else [f"{kept.pop()}{piece}"]
        elif piece.strip():
            kept = [*kept, piece] if kept[0] else [piece]
    return kept if len(kept) % 2 else kept[:-1]
