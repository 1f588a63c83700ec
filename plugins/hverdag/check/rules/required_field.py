"""A field that must be filled in, and is not.

Good:

    title: The key

Bad:

    title:
"""

from collections.abc import Iterator, Mapping
from datetime import date

from ...model.declared import Declared, Place, Placed, fields, is_required
from ...model.handbook import Handbook
from ...model.message import message
from ...model.once import once_for_each
from ...model.problem import Level, Parameter, Problem, Rule, Source, Tag
from ...model.samples import example, lines
from ...model.texts.answers import Selection
from ...model.texts.consent import Consent
from ...model.texts.nods import Correction, Nod, Was
from ...model.yaml_text import Data
from ..known_fields import KnownFields

RULE = Rule(
    "required-field",
    Level.ERROR,
    'The field "{given}" is missing or empty.',
    "{advice}",
    __doc__,
    (Tag.DRAFT_MAY_LACK,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each empty required field, also inside other fields.

    A file without any fields, or with a line that could not be read, has its problem already.
    """
    known = KnownFields(handbook, today)
    for placed in handbook.declared:
        if (placed.places or placed is handbook.settings) and not placed.is_faulty():
            for kind, place in _all_missing(placed):
                remedy = _remedy(placed, kind, place, known.of(placed))
                yield RULE.at(_nearest(placed, place), given=str(place[-1]), **remedy)


@once_for_each
def _all_missing(placed: Placed) -> tuple[tuple[type[Declared], Place], ...]:
    """Return the places of the empty required fields, each with the model that the field is one of."""
    return tuple(_missing(placed, placed, ()))


def _missing(placed: Placed, part: Declared, place: Place) -> Iterator[tuple[type[Declared], Place]]:
    for name, info in fields(type(part)).items():
        here = (*place, name)
        held = getattr(part, name)
        if placed.is_faulty(*here):
            continue
        if is_required(info) and (not placed.has(*here) or held in (None, "", ())):
            yield type(part), here
        elif isinstance(held, Declared) and placed.has(*here):
            yield from _missing(placed, held, here)
        elif isinstance(held, tuple):
            for number, item in enumerate(held):
                if isinstance(item, Declared):
                    yield from _missing(placed, item, (*here, number))


def _remedy(placed: Placed, kind: type[Declared], place: Place, known: Mapping[str, Data]) -> dict[str, Parameter]:
    """Return what to write, which can be copied as it is: on one line, or as lines with their indentation."""
    if issubclass(kind, Selection):
        return {"advice": message("Write what the group has answered, or delete the selection from handbook.yml.")}
    if issubclass(kind, (Nod, Correction, Was)):
        return {"advice": message("Delete the lines it belongs to, and let the command `hverdag nod` write them.")}
    if issubclass(kind, Consent) and place[-1] == "reference":  # a made-up number must not pass for a consent
        return {"advice": message("Write the number that the consent has in your own register, such as SAM-2026-014.")}
    name, depth = str(place[-1]), 2 * (len(place) - 1)
    sample = lines(name, example(kind, name, known), depth)
    if depth and not placed.has(*place):
        return {"advice": message("Write this below line {line}:", line=_nearest(placed, place).line), "sample": sample}
    if "\n" in sample or depth:
        return {"advice": message("Write it like this:"), "sample": sample}
    return {"advice": message("Write it like this: {example}", example=sample)}


def _nearest(placed: Placed, place: Place) -> Source:
    for length in range(len(place), 0, -1):
        if placed.has(*place[:length]):
            found = placed.at(*place[:length])
            return Source(found.path, found.line, found.column, str(place[-1]))
    return Source(placed.path, 1, 1, str(place[-1]))
