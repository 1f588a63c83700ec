"""What is said once for all languages, as it is read in one of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from ...model.declared import Declared, Place, fields
from ...model.edition_name import edition_in
from ...model.handbook import Handbook
from ...model.language import Language, with_mark
from ...model.problem import Problem
from ...model.settings import PATH as SETTINGS
from ...model.settings import Settings
from . import rules
from .composed import Composed

D = TypeVar("D", bound=Declared)

_SAME_PARTS: tuple[tuple[Place, tuple[str, ...]], ...] = (
    (("contact",), ("name", "phone", "mail")),
    (("protection", "officer"), ("phone", "mail")),
)
"""Settings with parts that are the same in every language: a telephone number has no language."""


def in_own_words(handbook: Handbook, first: Settings, composed: Composed) -> Handbook:
    """Return the texts of a language with the settings as it reads them: it says only what is another word in it. The
    name of the edition is translated where it is no more than a number or a date, and a telephone number or a mail
    address that is not written again is that of the first language."""
    settings = handbook.settings.model_copy(update={"written_in": with_mark(SETTINGS, composed.language)})
    for place, names in _SAME_PARTS:
        settings = _with_parts(settings, first, place, names)
    return replace(handbook, settings=_with_edition(settings, first, composed))


def untranslated(handbook: Handbook, first: Settings, composed: Composed) -> Iterator[Problem]:
    """Yield a hint where the name of the edition stands in the words of another language."""
    edition = first.edition
    if edition and not _is_own(handbook.settings, "edition", composed) and not edition_in(composed.language, edition):
        path = with_mark(SETTINGS, composed.language)
        yield rules.EDITION.at(first.at("edition"), given=edition, language=rules.NAMES[composed.language], path=path)


def _with_edition(settings: Settings, first: Settings, composed: Composed) -> Settings:
    named = {first.edition: settings.edition}
    if not _is_own(settings, "edition", composed):
        named[first.edition] = _named(first.edition, composed.language)
    update: dict[str, object] = {"edition": named[first.edition]}
    if not _is_own(settings, "selections", composed):
        update["selections"] = tuple(
            one.model_copy(update={"edition": named.get(one.edition) or _named(one.edition, composed.language)})
            for one in settings.selections
        )
    return settings.model_copy(update=update)


def _named(edition: str, language: Language) -> str:
    return edition_in(language, edition) or edition


def _is_own(settings: Settings, name: str, composed: Composed) -> bool:
    """Return True if a setting is written in the file of the language."""
    return settings.has(name) and composed.place(settings.at(name)).path != SETTINGS


def _with_parts(settings: Settings, first: Settings, place: Place, names: tuple[str, ...]) -> Settings:
    """Return the settings with the parts of one that are not written again, each at the place of the whole."""
    theirs, own = _part(first, place), _part(settings, place)
    if theirs is None or own is None or settings.is_faulty(place[0]) or settings.is_faulty(*place):
        return settings
    lacking = {
        name: getattr(theirs, name)
        for name in names
        if not settings.has(*place, name) and name in fields(type(own)) and getattr(theirs, name)
    }
    if not lacking:
        return settings
    at = next((settings.places[place[:length]] for length in (2, 1) if place[:length] in settings.places), (1, 1))
    places = (
        {**settings.places, **{(*place, name): at for name in lacking}} if settings.has(*place) else settings.places
    )
    return _filled(settings.model_copy(update={"places": places}), place, lacking)


def _part(whole: Declared, place: Place) -> Declared | None:
    found: object = whole
    for step in place:
        found = getattr(found, str(step), None)
    return found if isinstance(found, Declared) else None


def _filled(whole: D, place: Place, lacking: Mapping[str, object]) -> D:
    """Return declared fields with some of those of one part filled in."""
    if not place:
        return whole.model_copy(update=lacking)
    name, *inside = map(str, place)
    return whole.model_copy(update={name: _filled(getattr(whole, name), tuple(inside), lacking)})
