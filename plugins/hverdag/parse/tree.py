"""YAML as a tree of texts, lists and mappings with the place of each: no type is guessed, and no alias expanded.

PyYAML's own loader reads `no` as False and `12:30` as 750, accepts duplicate keys, and expands aliases without limit;
so only the events of libyaml's parser are used, and the tree is built here.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..model.declared import Place
from ..model.message import Message, message
from ..model.problem import Parameter, Problem, Source
from ..model.yaml_text import quoted
from . import rules
from .characters import CONTROLS, blanked
from .spaces import bare

MAX_DEPTH = 6
_ITEM_END = re.compile(r"\s*[,\]}]")

NOT_A_FIELD: Mapping[str, Parameter] = {
    "cause": message("The line cannot be understood."),
    "advice": message("Write it as a field, a colon, a space and a text, or compare with a file that works."),
}
"""What is told of a line that is no field."""

Plain = str | list[Any] | dict[str, Any] | None


@dataclass
class Tree:
    """The plain data of a piece of YAML, the line and column of every item and of every key, and its problems.

    `lost` is True if a field had to be removed, so that missing fields must not be reported. `faulty` are the fields
    whose text was not read as it is written.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Place, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lost: bool = False
    faulty: set[Place] = field(default_factory=set)


def read_tree(text: str, path: str, first_line: int) -> Tree:
    """Return the tree of a mapping. `first_line` is the line of the file that the text begins on.

    Raises yaml.MarkedYAMLError if the text is not YAML.
    """
    return _TreeReader(text, path, first_line).read()


class _TreeReader:
    """Builds a tree in one pass over libyaml's events."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._lines = text.split("\n")
        self._with_sign = frozenset(at for at, line in enumerate(self._lines) if "#" in line)
        self._path = path
        self._first = first_line
        # As yaml.parse does, without a step in Python for each event.
        self._events: Iterator[Any] = iter(yaml.CSafeLoader(text).get_event, None)
        self._tree = Tree()

    def read(self) -> Tree:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                data = self._node(next(self._events), ())
                deque(self._events, maxlen=0)  # the rest must be YAML too; it may raise for a slip
                if isinstance(data, dict):
                    self._tree.data = data
                elif data is not None:
                    self._report(rules.SYNTAX, event.start_mark, (), **NOT_A_FIELD)
                break
        return self._tree

    def _node(self, event: Any, place: Place) -> Plain:
        if event.anchor or getattr(event, "tag", None):  # an alias has no tag
            self._refuse_references(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if len(place) > MAX_DEPTH and not isinstance(event, yaml.AliasEvent):
            self._report(rules.DEPTH, event.start_mark, place)
            self._skip(event)
            return None
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        return None

    def _scalar(self, event: Any, place: Place) -> str | None:
        if event.end_mark.line in self._with_sign and place not in self._tree.faulty:
            self._refuse_comment(event, place)
        return None if not event.value and event.implicit[0] else self._text(event, place)

    def _text(self, event: Any, place: Place) -> str:
        """Return a scalar's text on one line, without control characters, which an escape such as "\\e" can insert."""
        if event.style != '"':
            text: str = event.value  # escapes exist only in double quotes
            if "\n" in text:
                text = text.replace("\n", " ")
            return text if event.style == "'" else bare(text)
        hidden = CONTROLS.intersection(event.value)
        if hidden:
            self._report(rules.CHARACTER, event.start_mark, place, code=f"U+{ord(min(hidden)):04X}")
        return blanked(event.value).replace("\n", " ")

    def _sequence(self, place: Place) -> list[Any]:
        items: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            here = (*place, len(items))
            self._tree.places[here] = self._at(event.start_mark)
            item = self._node(event, here)
            items.append("" if item is None else item)
        return items

    def _mapping(self, place: Place) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, place)
            value_event = next(self._events)
            here = (*place, key)
            if key in mapping:
                first = self._tree.places[here][0]
                self._report(rules.DUPLICATE, event.start_mark, here, given=key, first=first)
                self._node(value_event, (*place, f"{key} "))
                continue
            self._tree.keys[here] = self._at(event.start_mark)
            shown = value_event if _has_text(value_event) else event
            self._tree.places[here] = self._at(shown.start_mark)
            mapping[key] = self._node(value_event, here)
        return {key: value for key, value in mapping.items() if value is not None}

    def _key(self, event: Any, place: Place) -> str:
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                self._refuse_references(event, place)
            return self._text(event, place)
        if isinstance(event, yaml.AliasEvent):
            self._refuse_references(event, place)
        else:
            self._report(rules.SYNTAX, event.start_mark, place, **NOT_A_FIELD)
            self._skip(event)
        return "?"

    def _skip(self, event: Any) -> None:
        depth = 1 if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)) else 0
        while depth:
            event = next(self._events)
            depth += isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent))
            depth -= isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent))

    def _refuse_references(self, event: Any, place: Place) -> None:
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._report(rules.ALIAS, event.start_mark, place, sign=sign, advice=self._advice(event, f"&{anchor}"))
        elif tag:
            self._report(rules.TAG, event.start_mark, place, advice=self._advice(event, tag))
        if anchor or tag:
            self._tree.faulty.add(place)

    def _advice(self, event: Any, given: str) -> Message:
        """Return the advice to a text with a sign in front, or to a list or fields with one."""
        if not isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            return message('Delete "{given}".', given=given)
        mark: Any = event.start_mark
        return message("Write it as {better}", better=self._better(mark.line, mark.column, mark.line))

    def _better(self, start: int, column: int, last: int) -> str:
        """Return the line of a text as it must be, by the line and column where the text begins (from 0) and its last
        line; of an item in brackets, the item."""
        before, first = self._lines[start][:column], self._lines[start][column:]
        text = " ".join(line.strip() for line in (first, *self._lines[start + 1 : last + 1]))
        if any(before.count(opening) > before.count(closing) for opening, closing in ("[]", "{}")):
            return quoted(_ITEM_END.split(text, maxsplit=1)[0].rstrip())
        return f"{before.lstrip()}{quoted(text)}"

    def _refuse_comment(self, event: Any, place: Place) -> None:
        """Report a plain text that is followed by ` #`: YAML would drop the rest of the line silently."""
        if event.style is None or event.style == "":
            mark = event.end_mark
            rest = self._lines[mark.line][mark.column :]
            if rest.lstrip(" \t").startswith("#") and rest[:1] in " \t":
                start, column = event.start_mark.line, event.start_mark.column
                if not event.value:
                    start, column = mark.line, mark.column + len(rest) - len(rest.lstrip())
                self._report(rules.COMMENT, mark, place, better=self._better(start, column, mark.line))
                if not event.value:
                    self._tree.faulty.add(place)

    def _at(self, mark: Any) -> tuple[int, int]:
        return mark.line + self._first, mark.column + 1

    def _report(self, rule: Any, mark: Any, place: Place, **parameters: Parameter) -> None:
        line, column = self._at(mark)
        field_name = str(place[0]).strip() if place else ""
        self._tree.problems.append(rule.at(Source(self._path, line, column, field_name), **parameters))


def _has_text(event: Any) -> bool:
    return not (isinstance(event, yaml.ScalarEvent) and event.value == "" and event.implicit[0])
