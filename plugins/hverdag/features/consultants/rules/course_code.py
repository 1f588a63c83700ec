"""The code of an offer that cannot be one, or that something else has.

Receipts name an offer by its code, and it is printed. So each code leads to one thing, and one that is retired in
handbook.yml is no one's any more.

Good:

    offers:
      - id: the-road
        code: K01
        name: The road
        about: A walk with four stops.
        minutes: 120
        most: 12
    consultants:
      - id: vc-1
        role: teacher
        department: children

Bad:

    offers:
      - id: the-road
        code: V01
        name: The road
        about: A walk with four stops.
        minutes: 120
        most: 12
    consultants:
      - id: vc-1
        role: teacher
        department: children
"""

from collections.abc import Iterator, Mapping
from datetime import date

from ....model.codes import FORM, next_code
from ....model.handbook import Handbook
from ....model.message import Message, message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.courses import courses_of

RULE = Rule(
    "course-code",
    Level.ERROR,
    '"{given}" cannot be the code of an offer: {why}.',
    "Write a code that no one has; {free} is the next.",
    __doc__,
)

LETTER = "K"
"""The first letter of the codes of what is offered."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such code, with one that is free."""
    file = courses_of(handbook)
    codes = [offer.code for offer in file.offers]
    others = {document.code.casefold(): document.path for document in handbook.documents if document.code}
    free = _free(handbook, codes)
    seen: set[str] = set()
    for number, offer in enumerate(file.offers):
        why = _why(offer.code, others, {*map(str.casefold, handbook.settings.retired)}, seen) if offer.code else None
        if why:
            yield RULE.at(file.at("offers", number, "code"), given=offer.code, why=why, free=next(free))
        seen.add(offer.code.casefold())


def _why(code: str, others: Mapping[str, str], retired: set[str], seen: set[str]) -> Message | None:
    key = code.casefold()
    if not FORM.fullmatch(code):
        return message("it is not one or two letters A to Z and two to four digits")
    if key in others:
        return message("{other} has it", other=others[key])
    if key in retired:
        return message("it is retired in values/handbook.yml")
    return message("another offer has it") if key in seen else None


def _free(handbook: Handbook, codes: list[str]) -> Iterator[str]:
    """Yield codes with the letter of offers that nothing has or has had."""
    taken = [*codes, *handbook.settings.retired, *(document.code for document in handbook.documents)]
    while True:
        code = next_code([code for code in taken if code[:1].upper() == LETTER], taken, LETTER)
        taken.append(code)
        yield code
