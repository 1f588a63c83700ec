"""A method that follows or leads to one that does not exist.

Methods are named by their files, without `.md`.

Good:

    leads_to: [short]

Bad:

    leads_to: [shortt]
"""

from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.names import method_names
from ....model.problem import Level, Problem, Rule
from ....model.suggest import choices, id_suggestion
from ....model.texts.method import Method

RULE = Rule(
    "method-unknown",
    Level.ERROR,
    '"{given}" is not a method.',
    "Choose among {choices}.",
    __doc__,
    none="There is no other method yet. Take it out.",
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each unknown method that another one names, with the one that is probably meant."""
    names = method_names(handbook)
    for method in handbook.methods:
        others = {id: known for id, known in names.items() if id != method.id}
        for place, given in named(method):
            if given not in names and not _is_there(handbook, given):
                near = handbook.new_id("method", given) or id_suggestion(given, others)
                yield RULE.at(method.at(*place), given=given, choices=choices(list(others)), **near)


def _is_there(handbook: Handbook, id: str) -> bool:
    """Return True if the method has a file, which may be too faulty to be read."""
    return any(not handbook.files.isdisjoint(kind.paths_of(id)) for kind in handbook.kinds if kind.id == "method")


def named(method: Method) -> Iterator[tuple[Place, str]]:
    """Yield the methods that a method says come before or after it, each with its place."""
    for field in ("follows", "leads_to"):
        yield from (((field, number), given) for number, given in enumerate(getattr(method, field)) if given)
