"""mkdocs.yml as MkDocs reads it, by PyYAML's own composer, and without making anything of what it says.

Our reader of fields works on libyaml and mends as it goes. Where it decides what may run, what it reads must be exactly
what MkDocs will read, so here nothing is mended.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.declared import Place

_PLAIN = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
)
_MOST_NODES = 20_000


@dataclass
class Composed:
    """Texts, lists and mappings; the line and column of each setting and of each item of its list; and those of
    everything that asks for more than text, such as a tag. All of it is empty for what is no mapping or no YAML.
    `is_endless` tells that it was too much to be read."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)
    asks: list[tuple[int, int]] = field(default_factory=list)
    is_endless: bool = False


def composed(text: str) -> Composed:
    """Return what a text of YAML says."""
    reader = _Reader()
    try:
        data = reader.plain(yaml.compose(text, Loader=yaml.SafeLoader), ())
    except yaml.YAMLError:
        return Composed()
    except (RecursionError, ValueError):  # nested without end, or expanded beyond measure
        return Composed(is_endless=True)
    return Composed(data if isinstance(data, dict) else {}, reader.places, reader.asks)


class _Reader:
    def __init__(self) -> None:
        self.places: dict[Place, tuple[int, int]] = {}
        self.asks: list[tuple[int, int]] = []
        self._count = 0

    def plain(self, node: yaml.Node | None, place: Place) -> Any:
        """Return a node as texts, lists and mappings. Raises ValueError if there are too many."""
        self._count += 1
        if self._count > _MOST_NODES:
            raise ValueError
        if node is not None and node.tag not in _PLAIN:
            self.asks.append(_at(node))
        if isinstance(node, yaml.SequenceNode):
            return [self._placed(item, item, (*place, number)) for number, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return {key: self._placed(name, value, (*place, key)) for key, name, value in self._pairs(node)}
        return str(node.value) if node is not None else None

    def _pairs(self, node: yaml.MappingNode) -> list[tuple[str, yaml.Node, yaml.Node]]:
        return [(str(self.plain(name, ())), name, value) for name, value in node.value]

    def _placed(self, shown: yaml.Node, node: yaml.Node, place: Place) -> Any:
        if len(place) < 3:
            self.places[place] = _at(shown)
        return self.plain(node, place)


def _at(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
