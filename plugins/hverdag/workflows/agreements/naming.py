"""What an agreement came from, as people and the leader's page write it: `Nøglen (F07)`, `F07`, a title, or an
address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...features.agreements.known import codes_of
from ...model.slug import squeezed
from ...model.suggest import nearest
from ...model.uptake.tools import Tool, ToolKind
from ..tables.codes import ADDRESS, CODE


@dataclass(frozen=True)
class SourceNaming:
    """Those of the tools of a handbook that are of some kinds, by what they are called."""

    tools: Mapping[str, Tool]
    kinds: frozenset[ToolKind]

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return codes_of(self.tools, self.kinds)

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """The codes by title, of those whose title no other one has."""
        found: dict[str, list[str]] = {}
        for tool in self.tools.values():
            if tool.kind in self.kinds and isinstance(tool.name, str):
                found.setdefault(squeezed(tool.name), []).append(tool.code)
        return {name: codes[0] for name, codes in found.items() if name and len(codes) == 1}

    def code(self, text: str) -> str:
        """Return the code that a cell means; an empty string if it means none that there is."""
        return next(self._meant(text), "")

    def _meant(self, text: str) -> Iterator[str]:
        address = ADDRESS.search(text)
        for written in (address[1] if address else text.strip(), *reversed(CODE.findall(text))):
            for part in (written, *written.split("-")):
                if part.casefold() in self._codes:
                    yield self._codes[part.casefold()]
        named = self._by_name.get(squeezed(text))
        if named:
            yield named

    def near(self, text: str) -> str:
        """Return the code that is most like a text; an empty string if none is."""
        return nearest(text, self._codes.values()) or self._by_name.get(nearest(squeezed(text), self._by_name), "")
