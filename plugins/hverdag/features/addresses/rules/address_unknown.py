"""Former addresses of something that is not in the handbook.

A story, a value or a method is called by its code, and what has no code by the path of its file or, if it is a result
goal or a point of the strategy, by its id. What has been deleted can be named by its code, if handbook.yml lists the
code under `retired`: then a notice is found at the address.

Good:

    F02: [stories/the-open-window/]
    docs/help.md: [questions/]

Bad:

    F22: [stories/the-open-window/]
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Parameter, Problem, Rule
from ....model.suggest import suggestion
from ...registry import registry

RULE = Rule(
    "address-unknown",
    Level.ERROR,
    'Nothing in the handbook is called "{given}".',
    "Write the code of a text, the path of a page, such as docs/about.md, or the id of a result goal or of a point "
    "of the strategy. Or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown name."""
    if not handbook.formers:
        return
    codes = {document.path: document.code for document in handbook.documents if document.code}
    known = {*(one.key for one in registry().named(handbook)), *handbook.settings.retired}
    named = {former.key: former.named for former in handbook.formers}
    for key, source in named.items():
        if key not in known:
            yield RULE.at(source, given=key, **_meant(key, codes, known))


def _meant(key: str, codes: dict[str, str], known: Iterable[str]) -> dict[str, Parameter]:
    """Return the suggested name: the code of the text with this path or code, or else the most similar name."""
    by_code = {code.casefold(): code for code in codes.values()}
    code = codes.get(key) or by_code.get(key.casefold())
    return {"suggestion": code} if code else suggestion(key, known) if "/" in key else {}
