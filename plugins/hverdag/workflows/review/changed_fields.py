"""Compares the declared fields of a text or of the settings, before and now."""

from collections.abc import Collection, Iterator

from pydantic.fields import FieldInfo

from ...model.declared import Declared, fields, is_list, nested
from ...model.editorial.outside import FieldChange
from ...model.texts.nods import AnswerField
from ...model.texts.story import Story


def changed_fields(old: Declared, new: Declared, unsaid: Collection[str] = ()) -> Iterator[FieldChange]:
    """Yield the fields that differ, except those that are `unsaid`. Fields inside a field are told one by one."""
    for name, info in fields(type(new)).items():
        was, now = getattr(old, name), getattr(new, name)
        if was == now or name in unsaid:
            continue
        inside = nested(info)
        if inside and not is_list(info):
            for part, about in _told(inside):
                yield from _field(part, about, getattr(was, part, None), getattr(now, part, None))
        else:
            yield from _field(name, info, was, now)


def _told(kind: type[Declared]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the fields of a part of a story, without the fingerprint of the text that it is about: what that is worth
    is told in words."""
    answers = {nested(info) for name, info in fields(Story).items() if name in set(AnswerField)}
    unsaid = ("text", "version") if kind in answers else ()
    yield from ((name, info) for name, info in fields(kind).items() if name not in unsaid)


def _field(name: str, info: FieldInfo, was: object, now: object) -> Iterator[FieldChange]:
    if was == now:
        return
    if isinstance(was, tuple) and isinstance(now, tuple) and set(was) != set(now):
        was, now = tuple(item for item in was if item not in now), tuple(item for item in now if item not in was)
    yield FieldChange(name, info.title or name, plain_value(was), plain_value(now))


def plain_value(value: object) -> str:
    """Return a value as text on one line."""
    if isinstance(value, Declared):
        inside = (getattr(value, name) for name in fields(type(value)))
        return ", ".join(filter(None, (plain_value(one) for one in inside if one is not False)))
    if isinstance(value, tuple):
        return "; ".join(map(plain_value, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
