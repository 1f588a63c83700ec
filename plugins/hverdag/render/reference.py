"""The editors' reference, made from the declarations and the rules themselves, so that it is never out of date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic.fields import FieldInfo

from ..locale import Catalogue
from ..model.declared import CLOCK, Day, Declared, Number, Truth, fields, is_list, is_required, nested
from ..model.problem import Rule
from ..model.settings import Settings
from ..model.texts.document import Page
from ..model.texts.method import Method
from ..model.texts.story import Story
from ..model.texts.value import Value

TABLES: Mapping[str, type[Declared]] = {
    "story": Story,
    "value": Value,
    "method": Method,
    "handbook": Settings,
    "page": Page,
}
TITLES = {
    "story": "A story, in stories/",
    "value": "A value, in values/",
    "method": "A method, in docs/metoder/",
    "handbook": "The handbook, in values/handbook.yml",
    "page": "A hand-written page, in docs/",
}
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


@dataclass(frozen=True)
class Manual:
    """A rule's manual page, taken apart: a summary, what follows, and its two examples."""

    summary: str
    text: tuple[str, ...]
    good: str
    bad: str


def manual(rule: Rule, words: Catalogue) -> Manual:
    """Take a rule's manual apart and put it into words. Examples are the same in every language."""
    paragraphs = [part for part in rule.manual.strip("\n").split("\n\n") if part.strip()]
    examples = {"Good:": "", "Bad:": ""}
    said: list[str] = []
    current = ""
    for part in paragraphs:
        if part.strip() in examples:
            current = part.strip()
        elif current and part.startswith("    "):
            examples[current] += ("\n\n" if examples[current] else "") + _dedented(part)
        else:
            current = ""
            said.append(words.say(" ".join(part.split())))
    return Manual(said[0], tuple(said[1:]), examples["Good:"], examples["Bad:"])


def _dedented(part: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in part.split("\n"))


def rule_groups(groups: Mapping[str, Iterable[Rule]], words: Catalogue) -> list[dict[str, Any]]:
    """Return the rules by the part of the work they belong to, ready for the template."""
    return [
        {
            "id": str(number),
            "title": words.say(title),
            "rules": [{"id": rule.id, "manual": manual(rule, words)} for rule in sorted(rules, key=lambda r: r.id)],
        }
        for number, (title, rules) in enumerate(groups.items(), 1)
    ]


def field_tables(words: Catalogue) -> list[dict[str, Any]]:
    """Return every field an editor may write, ready for the template."""
    return [{"id": id, "title": words.say(TITLES[id]), "fields": _rows(kind, words)} for id, kind in TABLES.items()]


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
    """Whether what a list holds is lists."""
    return any(getattr(held, "__origin__", None) is tuple for held in getattr(info.annotation, "__args__", ()))


def _choices(info: FieldInfo) -> list[str]:
    arguments = getattr(info.annotation, "__args__", ()) if is_list(info) else ()
    kind = arguments[0] if arguments else info.annotation
    return [str(choice) for choice in kind] if isinstance(kind, type) and issubclass(kind, StrEnum) else []
