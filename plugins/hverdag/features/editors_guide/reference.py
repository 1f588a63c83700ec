"""The editors' reference, generated from the declarations and the rules, so that it is always up to date."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from pydantic.fields import FieldInfo

from ...locale import Catalogue
from ...model.declared import CLOCK, Day, Declared, Number, Truth, fields, is_list, is_required, nested
from ...model.problem import Rule
from ...reports.manual import manual

_TYPES = {Day: "date", Number: "number", Truth: "true or false"}
TYPES = (
    *_TYPES.values(),
    "text",
    "time of day",
    "one word",
    "fields",
    "list of fields",
    "list of texts",
    "list of lists",
)


def rule_groups(groups: Mapping[str, Iterable[Rule]], words: Catalogue) -> list[dict[str, Any]]:
    """Return the rules by their headings, for the template."""
    return [
        {
            "id": str(number),
            "title": words.say(title),
            "rules": [{"id": rule.id, "manual": manual(rule, words)} for rule in sorted(rules, key=lambda r: r.id)],
        }
        for number, (title, rules) in enumerate(groups.items(), 1)
    ]


def field_tables(tables: Mapping[str, tuple[str, type[Declared]]], words: Catalogue) -> list[dict[str, Any]]:
    """Return every field that an editor may write, for the template."""
    return [{"id": id, "title": words.say(title), "fields": _rows(kind, words)} for id, (title, kind) in tables.items()]


def _rows(kind: type[Declared], words: Catalogue) -> list[dict[str, Any]]:
    return [_row(name, info, words) for name, info in fields(kind).items()]


def _row(name: str, info: FieldInfo, words: Catalogue) -> dict[str, Any]:
    inner = nested(info)
    return {
        "name": name,
        "label": words.say(info.title or ""),
        "type": words.say(_type(info)),
        "required": is_required(info),
        "meaning": words.say(info.description or ""),
        "choices": _choices(info),
        "inner": _rows(inner, words) if inner else [],
    }


def _type(info: FieldInfo) -> str:
    if is_list(info):
        return "list of fields" if nested(info) else "list of lists" if _is_deep(info) else "list of texts"
    if nested(info):
        return "fields"
    if CLOCK in info.metadata:  # to pydantic, a time of day is a text like any other
        return "time of day"
    if _choices(info):
        return "one word"
    return next((name for type, name in _TYPES.items() if _holds(info, type)), "text")


def _holds(info: FieldInfo, declared_type: Any) -> bool:
    base = declared_type.__origin__
    return (
        info.annotation is base
        or base in getattr(info.annotation, "__args__", ())
        or (declared_type in getattr(info.annotation, "__args__", ()))
    )


def _is_deep(info: FieldInfo) -> bool:
    """Return True if the items of a list are lists."""
    return any(getattr(argument, "__origin__", None) is tuple for argument in getattr(info.annotation, "__args__", ()))


def _choices(info: FieldInfo) -> list[str]:
    arguments = getattr(info.annotation, "__args__", ()) if is_list(info) else ()
    kind = arguments[0] if arguments else info.annotation
    return [str(choice) for choice in kind] if isinstance(kind, type) and issubclass(kind, StrEnum) else []
