"""Plain data to declared fields: every faulty field is reported with its place and left out; all others are kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..model.declared import Declared, Place, Placed, fields
from ..model.message import message
from ..model.other_names import meant, meant_day, meant_number
from ..model.problem import Parameter, Problem, Rule, Source
from ..model.yaml_text import quoted
from . import rules
from .remedies import as_it_must_be, unknown_fields
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


_MEANT: Mapping[Rule, Callable[[str], str]] = {
    rules.BOOLEAN: lambda text: meant(text, ("true", "false")),
    rules.DATE: meant_day,
    rules.INTEGER: meant_number,
}
"""Finds what was probably meant by a text of another form; "" where nobody can tell."""

_REWRITTEN = frozenset(rule.id for rule in (rules.COLON, rules.SYNTAX, rules.ALIAS, rules.TAG, rules.BRACKET))
"""What these rules find is read as a text that nobody wrote; its own form is no fault of anyone's."""


def declare(kind: type[P], tree: Tree, path: str, **known: Any) -> tuple[P, list[Problem]]:
    """Return a model with the fields of a tree, and a Problem for each faulty field, which gets its default. Those
    that we do not have are told in one Problem.

    `known` holds the attributes that are not read from the tree, such as the body.
    """
    names = fields(kind)
    data = {name: value for name, value in tree.data.items() if name in names}
    unknown: list[Place] = [(name,) for name in tree.data if name not in names]
    places = {place: at for place, at in tree.places.items() if place[0] in names}
    faulty: set[Place] = {*tree.faulty, *([()] if tree.lost else [])}
    problems: list[Problem] = []
    while True:
        try:
            model = kind.model_validate(data)
            break
        except ValidationError as error:
            details = error.errors(include_url=False)
            unknown += [tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"]
            problems += [_problem(detail, kind, tree, path) for detail in _untold(details, tree)]
            faulty |= {tuple(detail["loc"]) for detail in details}
            for place in sorted({_droppable(tuple(d["loc"]), data) for d in details}, key=_deepest_last_first):
                _drop(data, place)
    if unknown:
        problem, meant_places = unknown_fields(unknown, kind, tree, path)
        problems.insert(0, problem)
        faulty |= meant_places
    extra = {"path": path, "places": places, "faulty": frozenset(faulty), **known}
    return model.model_copy(update=extra), problems


def _untold(details: Iterable[ErrorDetails], tree: Tree) -> Iterator[ErrorDetails]:
    """Yield what is wrong and has not been told: the text at a place may not be read as it is written, and a list of
    fields that was written as a list of texts is told once."""
    slips = {problem.source.line for problem in tree.problems if problem.rule in _REWRITTEN}
    lists: set[Place] = set()
    for detail in details:
        place: Place = tuple(detail["loc"])
        is_item = detail["type"] in ("model_type", "model_attributes_type") and isinstance(place[-1], int)
        is_told = place in tree.faulty or tree.places.get(place, (0, 0))[0] in slips
        if detail["type"] != "extra_forbidden" and not is_told and not (is_item and place[:-1] in lists):
            yield detail
        if is_item:
            lists.add(place[:-1])


def _problem(detail: ErrorDetails, kind: type[Declared], tree: Tree, path: str) -> Problem:
    place: Place = tuple(detail["loc"])
    rule = _BY_TYPE.get(detail["type"], rules.INVALID)
    content = detail["input"]
    if rule is rules.TEXT and isinstance(content, dict) and len(content) == 1 and isinstance(place[-1], int):
        # `- Hvem sagde: kom?` is a mapping in YAML, but was meant as a text.
        ((name, text),) = content.items()
        advice = message("Write it as {better}", better=f"- {quoted(f'{name}: {text}')}")
        return rules.COLON.at(_source(place, tree, path), advice=advice)
    parameters: dict[str, Parameter] = {"given": content if isinstance(content, str) else ""}
    if rule is rules.CHOICE:
        parameters |= _choices(detail, str(content))
    elif rule in _MEANT:
        near = _MEANT[rule](str(content))
        parameters |= {"suggestion": near} if near else {}
    elif rule in (rules.TEXT, rules.LIST, rules.FIELDS):
        parameters |= as_it_must_be(rule, place, tree, kind)
    return rule.at(_source(place, tree, path), **parameters)


def _choices(detail: ErrorDetails, content: str) -> dict[str, Parameter]:
    choices = [word.strip("'") for word in detail.get("ctx", {}).get("expected", "").replace(" or ", ", ").split(", ")]
    near = meant(content, choices)
    return {"choices": ", ".join(choices), **({"suggestion": near} if near else {})}


def _source(place: Place, tree: Tree, path: str) -> Source:
    """Return the source of a place, or of the nearest place around it that is in the file."""
    for length in range(len(place), 0, -1):
        if place[:length] in tree.places:
            line, column = tree.places[place[:length]]
            return Source(path, line, column, str(place[0]))
    return Source(path, 1, 1, str(place[0]) if place else "")


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
