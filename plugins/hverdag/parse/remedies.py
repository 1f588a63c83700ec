"""What a faulty field should have been: the line or lines as they must be, so that they can be copied."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic.fields import FieldInfo

from ..model.declared import Declared, Place, fields, holds, is_list, is_required, nested
from ..model.handbook import Handbook
from ..model.message import Message, listed, message
from ..model.names import story_names, value_names
from ..model.other_names import meant
from ..model.problem import Parameter, Problem, Rule, Source
from ..model.samples import TO_FILL, example, filled_with, lines
from ..model.suggest import AND, ids_of, parted
from ..model.yaml_text import Data, bracketed, scalar
from . import rules
from .tree import Tree

_MOST_TOLD = 20
"""Fields by name: with more than that, the file is most often of another kind."""


def unknown_fields(unknown: Iterable[Place], kind: type[Declared], tree: Tree, path: str) -> tuple[Problem, set[Place]]:
    """Return one problem for all fields that we do not have, with the nearest of ours beside each; and the places of
    the required ones that were meant, since nobody needs to hear that those are missing."""
    ordered = sorted(unknown, key=lambda place: tree.keys.get(place, (0, 0)))
    told, meant_places, nearest = [], set(), ""
    for place in ordered[:_MOST_TOLD]:
        inner, here = declaring(kind, place[:-1]), tree.places
        free = {name: info for name, info in fields(inner).items() if (*place[:-1], name) not in here}
        nearest = meant(str(place[-1]), free or fields(inner))
        if nearest in free and is_required(free[nearest]):
            meant_places.add((*place[:-1], nearest))
        told.append(_unknown(str(place[-1]), tree.keys.get(place, (1, 1))[0], nearest))
    first = ordered[0]
    source = Source(path, *tree.keys.get(first, (1, 1)), str(first[0]))
    if len(ordered) == 1:
        cause = message('There is no field called "{given}".', given=str(first[-1]))
        near = {"suggestion": nearest} if nearest else {}
        advice = message("Delete it, or give it the name of one of ours.")
        return rules.UNKNOWN.at(source, cause=cause, advice=advice, **near), meant_places
    given = listed(told)
    if len(ordered) > len(told):
        given = message("{given}, and {count} more", given=given, count=len(ordered) - len(told))
    cause = message("These fields do not exist: {given}.", given=given)
    advice = message("Delete them, or give them the names of ours.")
    return rules.UNKNOWN.at(source, cause=cause, advice=advice), meant_places


def _unknown(given: str, line: int, nearest: str) -> Message:
    if nearest:
        return message('"{given}" on line {line} (perhaps "{nearest}")', given=given, line=line, nearest=nearest)
    return message('"{given}" on line {line}', given=given, line=line)


def declaring(kind: type[Declared], place: Place) -> type[Declared]:
    """Return the model that declares what is inside a place."""
    for step in place:
        if isinstance(step, str):
            kind = nested(kind.model_fields[step]) or kind
    return kind


def as_it_must_be(rule: Rule, place: Place, tree: Tree, kind: type[Declared]) -> dict[str, Parameter]:
    """Return the parameters of a problem that say how a field of a kind of file must be written."""
    at = max(number for number, step in enumerate(place) if isinstance(step, str))
    name, in_item = str(place[at]), isinstance(place[-1], int)
    kind = declaring(kind, place[:at])
    info = kind.model_fields[name]
    inner, content = nested(info), held_at(tree, place)
    if rule is rules.TEXT:
        text = scalar(_flat(content) or TO_FILL, in_list=in_item)
        return line(text if in_item else f"{name}: {text}")
    if inner:
        parts = held_at(tree, place[:-1]) if in_item else content
        held = [_filled(inner, item) for item in (parts if isinstance(parts, list) and parts else [parts])]
        return form(name, held if is_list(info) else held[0], place)
    items = _items(content, info)
    if in_item:
        return line(bracketed(items))
    if not items:
        return form(name, example(kind, name), place)
    is_deep = any(getattr(one, "__origin__", None) is tuple for one in getattr(info.annotation, "__args__", ()))
    return line(f"{name}: [{bracketed(items)}]" if is_deep else f"{name}: {bracketed(items)}")


def held_at(tree: Tree, place: Place) -> Any:
    """Return what a file holds at a place; None if there is no such place."""
    held: Any = tree.data
    for step in place:
        try:
            held = held[step]
        except (KeyError, IndexError, TypeError):
            return None
    return held


def line(better: str) -> dict[str, Parameter]:
    """Return the parameters of a remedy that is one line."""
    return {"advice": message("Write it as {better}", better=better)}


def form(name: str, held: Data, place: Place) -> dict[str, Parameter]:
    """Return the parameters of a remedy that is a field of several lines."""
    depth = len(place[:-1]) - isinstance(place[-1], int)
    return {"advice": message("Write it in this form:"), "sample": lines(name, held, 2 * depth)}


def _filled(kind: type[Declared], content: Any) -> Data:
    return content if isinstance(content, dict) else filled_with(kind, _flat(content))


def _items(content: Any, info: FieldInfo) -> list[str]:
    """Return the items of a list that was written as something else. Those of a list with choices are choices."""
    items = parted(content) if isinstance(content, str) else [_flat(content)] if content else []
    choices = next((tuple(kind) for kind in holds(info) if issubclass(kind, StrEnum)), ())
    if not choices:
        return items
    words = (meant(word, choices) for item in items for word in AND.split(item))
    return [word for word in dict.fromkeys(words) if word]


def _flat(content: Any) -> str:
    """Return whatever was written as one text."""
    if isinstance(content, dict):
        return ", ".join(f"{name}: {_flat(held)}" for name, held in content.items())
    return ", ".join(map(_flat, content)) if isinstance(content, list) else str(content or "")


def with_ids(problem: Problem, handbook: Handbook) -> Problem:
    """Return a problem of a list written as a text with the ids in its remedy, where people wrote names."""
    kinds = {"values": value_names, "selections": story_names, "pamphlet": story_names}
    top, advice = problem.source.field, problem.parameters.get("advice")
    if problem.rule != rules.LIST.id or top not in kinds or not isinstance(advice, Message):
        return problem
    name = str(dict(advice.parameters).get("better", "")).partition(":")[0]
    ids = ids_of(str(problem.parameters["given"]), kinds[top](handbook))
    if not ids or name not in (top, "stories"):
        return problem
    return replace(problem, parameters={**problem.parameters, **line(f"{name}: {bracketed(ids)}")})
