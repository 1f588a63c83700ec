"""What a field looks like when it is right: samples for remedies, which pass when they are copied as they are."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic.fields import FieldInfo

from .declared import Declared, fields, holds, is_list, is_required, nested
from .yaml_text import Data, block

TO_FILL = "..."
"""Stands where only the editor knows what to write."""

PAST, COMING = date(2025, 11, 21), date(2030, 11, 21)
"""The days of a sample where nobody knows what day it is."""
_DAY = re.compile(rf"(?<=: )(?:{PAST}|{COMING})$", re.MULTILINE)
_LATER = frozenset({"until", "review_by", "due"})
"""Days that are still to come."""

_USUAL: Mapping[str, Data] = {
    "accessibility": "https://www.was.digst.dk/",
    "code": "F01",
    "colour": "#1d6f74",
    "consent": "SAM-2026-015",
    "group": "Værdigruppen",
    "id": "kort-navn",
    "of": 14,
    "nodded": 14,
    "minutes": 20,
    "order": 1,
    "reference": "SAM-2026-014",
    "start": "14:30",
}
_USUAL_LISTS: Mapping[str, list[Data]] = {"channels": ["intranet", "print"]}
"""Lists with more than one: a story that may not be printed gets no guides."""
_NO_CONTENT = frozenset(
    {"yes", "no", "true", "false", "on", "off", "ok", "none", "nobody", "nothing", "null", "unknown", "given"}
    | {"ja", "nej", "sand", "falsk", "ingen", "intet", "ukendt", "givet"}
)
"""Answers to a question, in the place of fields."""
_TAKES_TEXT = frozenset({"name", "one", "question", "relation", "role", "said", "text", "tool", "what", "workplace"})
"""Fields that hold what people would write if they knew of no other."""
_FORMS = {
    "id": re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "reference": re.compile(r"[^\W\d_]+(?:[-/.]?\d+)+"),
}
_HOW_MANY = {"options": 2, "questions": 3, "signs": 3}


def example(kind: type[Declared], name: str, known: Mapping[str, Data] | None = None) -> Data:
    """Return what a declared field may hold; `known` holds what is better than the usual, by the name of the field."""
    given, info = known or {}, kind.model_fields[name]
    if name in given:
        return given[name]
    inner = nested(info)
    if inner:
        filled = required(inner, given)
        return [filled] if is_list(info) else filled
    if is_list(info) and name in _USUAL_LISTS:
        return list(_USUAL_LISTS[name])
    one = _one(name, info)
    return [one] * _HOW_MANY.get(name, 1) if is_list(info) else one


def required(kind: type[Declared], known: Mapping[str, Data] | None = None) -> dict[str, Data]:
    """Return every field that must be filled in, filled in."""
    return {name: example(kind, name, known) for name, info in fields(kind).items() if is_required(info)}


def filled_with(kind: type[Declared], text: str) -> dict[str, Data]:
    """Return the required fields, with a text in the first that holds texts if it is one that may stand there."""
    free = (name for name, info in fields(kind).items() if is_required(info) and _is_free(info))
    name = next(free, "")
    return required(kind, {name: text} if _fits(name, text) else {})


def dated(sample: str, today: date, coming: date) -> str:
    """Return a sample with days that suit the day it is read."""
    return _DAY.sub(lambda found: str(today if found[0] == str(PAST) else coming), sample)


def _fits(name: str, text: str) -> bool:
    """Return True if a text may be what a field holds. A "yes" or "nobody" says nothing that a field could hold, and
    who decided, or what was asked, is not to be taken from a word that somebody wrote in place of it."""
    if text.strip(" .!").casefold() in _NO_CONTENT or not any(map(str.isalpha, text)):
        return False
    return name in _TAKES_TEXT or (name in _FORMS and _FORMS[name].fullmatch(text) is not None)


def lines(name: str, held: Data, indent: int = 0) -> str:
    """Return a field as it is written, with its indentation."""
    return "\n".join(block({name: held}, " " * indent))


def _one(name: str, info: FieldInfo) -> Data:
    choices = next((kind for kind in holds(info) if issubclass(kind, StrEnum)), None)
    if choices:
        usual = info.get_default()
        return str(usual) if isinstance(usual, choices) else str(next(iter(choices)))
    if date in holds(info):
        return COMING if name in _LATER else PAST
    if bool in holds(info):
        return False
    return _USUAL.get(name, 1 if int in holds(info) else TO_FILL)


def _is_free(info: FieldInfo) -> bool:
    return set(holds(info)) == {str} and not is_list(info)
