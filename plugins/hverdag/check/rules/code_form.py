"""A code that cannot be printed, read aloud and typed.

One letter or two, then two to four digits.

Good:

    code: F07

Bad:

    code: nøglen-2026
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "code-form",
    Level.ERROR,
    '"{given}" cannot be a code.',
    "Write one or two letters A to Z and two to four digits, as F07.",
    __doc__,
    (Tag.OF_AN_ADDRESS,),
)

_FORM = re.compile(r"[A-Z]{1,2}[0-9]{2,4}")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each code of another form."""
    for document in handbook.documents:
        if document.code and not _FORM.fullmatch(document.code):
            yield RULE.at(document.at("code"), given=document.code)
    settings = handbook.settings
    for number, code in enumerate(settings.retired):
        if not _FORM.fullmatch(code):
            yield RULE.at(settings.at("retired", number), given=code)
