"""A code that cannot be printed, read aloud and typed.

One letter or two, then two to four digits.

Good:

    code: F07

Bad:

    code: the-key-2026
"""

from collections.abc import Iterator
from datetime import date

from ...model.codes import FORM, free_codes
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "code-form",
    Level.ERROR,
    '"{given}" cannot be a code.',
    "Write one or two letters A to Z and two to four digits, such as {free}.",
    __doc__,
    (Tag.OF_AN_ADDRESS,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each code of another form, with one that is free."""
    free = free_codes(handbook)
    for document in handbook.documents:
        if document.code and not FORM.fullmatch(document.code):
            yield RULE.at(document.at("code"), given=document.code, free=free[document.path])
    settings = handbook.settings
    for number, code in enumerate(settings.retired):
        if not FORM.fullmatch(code):
            meant = "".join(code.upper().split())
            yield RULE.at(settings.at("retired", number), given=code, free=meant if FORM.fullmatch(meant) else "F07")
