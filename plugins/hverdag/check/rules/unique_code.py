"""Two stories or values with the same code.

Codes are printed on paper and cards, so each must lead to one thing. Large and small letters are the same. A code that
is retired in handbook.yml is no one's any more.

Good:

    code: F07
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Tag
from ...model.texts.document import Document
from ...model.texts.story import State, Story

RULE = Rule(
    "unique-code",
    Level.ERROR,
    'The code "{given}" is also in {other}.',
    "Give the newest of the two a code that no one has.",
    __doc__,
    (Tag.OF_AN_ADDRESS,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each code that was seen before."""
    seen: dict[str, Document] = {}
    for document in handbook.documents:
        code = document.code.casefold()
        if not code:
            continue
        other = seen.setdefault(code, document)
        if other is not document:
            yield RULE.at(document.at("code"), given=document.code, other=other.path)
    settings = handbook.settings
    for number, retired in enumerate(settings.retired):
        holder = seen.get(retired.casefold())
        gone = isinstance(holder, Story) and (holder.state is State.RETIRED or holder.has_ended(today))
        if holder and not gone:
            yield RULE.at(settings.at("retired", number), given=retired, other=holder.path)
