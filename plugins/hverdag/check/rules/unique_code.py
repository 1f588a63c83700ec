"""Two stories or values with the same code.

Codes are printed on paper and cards, so each must lead to one thing. Capital and small letters are the same. A code
that is retired in handbook.yml is no one's any more.

Good:

    code: F07
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ...model.codes import FORM, free_codes
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Tag
from ...model.texts.document import Document
from ...model.texts.story import State, Story

RULE = Rule(
    "unique-code",
    Level.ERROR,
    'The code "{given}" is also in {other}.',
    "Give the newest of the two a code that no one has; {free} is the next.",
    __doc__,
    (Tag.OF_AN_ADDRESS,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each code that was seen before, with one that is free."""
    settings = handbook.settings
    holders = _holders(handbook.documents)
    retired = [(number, holders.get(code.casefold())) for number, code in enumerate(settings.retired)]
    taken = [(number, holder) for number, holder in retired if holder and not _is_gone(holder, today)]
    free = free_codes(handbook, {holder.path for _, holder in taken})
    for document in handbook.documents:
        other = holders.get(document.code.casefold())
        if other is not None and other is not document and FORM.fullmatch(document.code):
            code = free.get(document.path, "")
            yield RULE.at(document.at("code"), given=document.code, other=other.path, free=code)
    for number, holder in taken:
        code = free.get(holder.path, "")
        yield RULE.at(settings.at("retired", number), given=settings.retired[number], other=holder.path, free=code)


def _holders(documents: Iterable[Document]) -> dict[str, Document]:
    """Return the first document with each code, in lower case. A malformed code is no one's: it must be changed."""
    holders: dict[str, Document] = {}
    for document in documents:
        if FORM.fullmatch(document.code):
            holders.setdefault(document.code.casefold(), document)
    return holders


def _is_gone(document: Document, today: date) -> bool:
    return isinstance(document, Story) and (document.state is State.RETIRED or document.has_ended(today))
