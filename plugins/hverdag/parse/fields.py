"""Plain data to declared fields: every faulty field is reported with its place and left out; all others are kept."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.declared import Declared, Place, Placed, fields, nested
from ..model.problem import Parameter, Problem, Rule, Source
from ..model.suggest import suggestion
from . import rules
from .repair import in_quotation_marks
from .tree import Tree

P = TypeVar("P", bound=Placed)

_BY_TYPE: Mapping[str, Rule] = {
    "string_type": rules.TEXT,
    "string_too_short": rules.EMPTY,
    "tuple_type": rules.LIST,
    "model_type": rules.FIELDS,
    "model_attributes_type": rules.FIELDS,
    "field-date": rules.DATE,
    "field-integer": rules.INTEGER,
    "field-boolean": rules.BOOLEAN,
    "field-clock": rules.CLOCK,
    "enum": rules.CHOICE,
}


def declare(kind: type[P], tree: Tree, path: str, **known: Any) -> tuple[P, list[Problem]]:
    """Return a model with the fields of a tree, and a Problem for each faulty field, which gets its default.

    `known` holds the attributes that are not read from the tree, such as the body.
    """
    data = {name: value for name, value in tree.data.items() if name in fields(kind)}
    problems = [_unknown(name, kind, (name,), tree, path) for name in tree.data if name not in fields(kind)]
    places = {place: at for place, at in tree.places.items() if place[0] in fields(kind)}
    faulty: set[Place] = {()} if tree.lost else set()
    while True:
        try:
            model = kind.model_validate(data)
            break
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems += [_problem(detail, kind, tree, path) for detail in details]
            faulty |= {tuple(detail["loc"]) for detail in details}
            for place in sorted({_droppable(tuple(d["loc"]), data) for d in details}, key=_deepest_last_first):
                _drop(data, place)
    extra = {"path": path, "places": places, "faulty": frozenset(faulty), **known}
    return model.model_copy(update=extra), problems


def _problem(detail: ErrorDetails, kind: type[Declared], tree: Tree, path: str) -> Problem:
    place: Place = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        return _unknown(str(place[-1]), _declaring(kind, place[:-1]), place, tree, path)
    rule = _BY_TYPE.get(detail["type"], rules.INVALID)
    content = detail["input"]
    if rule is rules.TEXT and isinstance(content, dict) and len(content) == 1 and isinstance(place[-1], int):
        # `- Hvem sagde: kom?` is a mapping in YAML, but was meant as a text.
        ((name, text),) = content.items()
        return rules.COLON.at(_source(place, tree, path), better=f"- {in_quotation_marks(f'{name}: {text}')}")
    parameters: dict[str, Parameter] = {"given": content if isinstance(content, str) else ""}
    if rule is rules.CHOICE:
        parameters |= _choices(detail, str(content))
    return rule.at(_source(place, tree, path), **parameters)


def _choices(detail: ErrorDetails, content: str) -> dict[str, Parameter]:
    choices = [word.strip("'") for word in detail.get("ctx", {}).get("expected", "").replace(" or ", ", ").split(", ")]
    return {"choices": ", ".join(choices), **suggestion(content, choices)}


def _unknown(name: str, kind: type[Declared], place: Place, tree: Tree, path: str) -> Problem:
    source = Source(path, *tree.keys.get(place, (1, 1)), str(place[0]))
    return rules.UNKNOWN.at(source, given=name, **suggestion(name, list(fields(kind))))


def _source(place: Place, tree: Tree, path: str) -> Source:
    """Return the source of a place, or of the nearest place around it that is in the file."""
    for length in range(len(place), 0, -1):
        if place[:length] in tree.places:
            line, column = tree.places[place[:length]]
            return Source(path, line, column, str(place[0]))
    return Source(path, 1, 1, str(place[0]) if place else "")


def _declaring(kind: type[Declared], place: Place) -> type[Declared]:
    for step in place:
        if isinstance(step, str):
            kind = nested(kind.model_fields[step]) or kind
    return kind


def _droppable(place: Place, data: dict[str, Any]) -> Place:
    """Return the longest beginning of a place that exists in the data."""
    here: Any = data
    reached: list[str | int] = []
    for step in place:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            break
        reached.append(step)
    return tuple(reached)


def _deepest_last_first(place: Place) -> tuple[Any, ...]:
    """Return the key that sorts list items last first, so that deleting one does not move the others."""
    return tuple((-step, "") if isinstance(step, int) else (0, step) for step in place)


def _drop(data: Any, place: Place) -> None:
    *path_to_parent, last = place
    for step in path_to_parent:
        data = data[step]
    if isinstance(data, (dict, list)) and (last in data if isinstance(data, dict) else True):
        del data[last]  # type: ignore[arg-type]
