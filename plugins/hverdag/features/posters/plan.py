"""Handbook to posters: one of all the values, one for each, one for each method with stop signs, and the agreement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...model.language import Language
from ...model.message import Words, message
from ...model.printable import Printable, Product
from ...model.shown import Shown
from ...model.texts.method import Method
from ...model.texts.value import Value
from ...model.view import NO_STORIES, View
from ...paper.print_job import printed_code
from ..index import Index
from .printed import AGREEMENT, GROUP, POSTER, ROAD_POSTERS, VALUE_POSTERS, VALUES, VARIANTS


class Whole(StrEnum):
    """A poster that is about no single value or method."""

    VALUES = "values"
    AGREEMENT = "agreement"


@dataclass(frozen=True, kw_only=True)
class PosterView(View):
    """A poster: its subject, its code, and all the values, for their shapes."""

    of: Value | Method | Whole
    code: str
    values: tuple[Value, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view for each poster, unless the settings leave posters out."""
    settings, values = shown.settings, shown.values
    if not values or GROUP.id not in settings.printed:
        return

    def poster(
        of: Value | Method | Whole, code: str, names: Sequence[str], title: Words, product: Product
    ) -> PosterView:
        printable = Printable(names[0], title, product, GROUP, VARIANTS, tuple(names[1:]))
        return PosterView(
            story_codes=NO_STORIES,
            subject="" if isinstance(of, Whole) else of.path,
            coded=printed_code(code, printable, settings),
            printable=printable,
            of=of,
            code=code,
            values=values,
        )

    def names(of: Value | Method) -> list[str]:
        return [_name(of, id, language) for id in (of.id, *shown.handbook.former_ids(of))]

    language = settings.language
    name, title = VALUES[language], message("All the values")
    yield poster(Whole.VALUES, name, [name], title, Product("values-poster", title))
    for value in values:
        title = message("The value {name}", name=value.heading)
        yield poster(value, value.code, names(value), title, VALUE_POSTERS)
    for method in shown.handbook.methods:
        if method.stops:
            yield poster(method, method.code, names(method), method.heading, ROAD_POSTERS)
    name, title = AGREEMENT[language], message("The values agreement")
    yield poster(Whole.AGREEMENT, name, [name], title, Product("agreement", title))


def _name(document: Value | Method, id: str, language: Language) -> str:
    return f"{POSTER[language]}-{document.code}-{id}".casefold()
