"""A workplace that has become part of another one, in a way that leads nowhere.

A workplace that becomes part of another stays in the list, with the day it closed and the id of the other. Its earlier
receipts still count. The other one must be in the list, and must not lead back to itself.

Good:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19", closed: 2026-08-01, became: elmside}
      - {id: elmside, name: Elmside, department: children, staff: "10-19"}

Bad:

    departments:
      - {id: children, name: Children}
    workplaces:
      - {id: larkfield, name: Larkfield, department: children, staff: "10-19", closed: 2026-08-01, became: elmsde}
      - {id: elmside, name: Elmside, department: children, staff: "10-19"}
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import Message, message
from ....model.problem import Level, Problem, Rule
from ....model.suggest import id_suggestion
from ....model.uptake.workplaces import Workplace, Workplaces, workplaces_of

RULE = Rule(
    "workplace-became",
    Level.ERROR,
    "{cause}",
    "{advice}",
    __doc__,
)
_UNKNOWN = message("Write the id of the workplace that it has become part of.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such workplace."""
    listed = workplaces_of(handbook)
    known = {one.id: (one.name, *one.former) for one in listed.workplaces if one.id}
    for number, one in enumerate(listed.workplaces):
        if not one.became:
            continue
        source = listed.at("workplaces", number, "became")
        if one.became not in known:
            others = {id: names for id, names in known.items() if id != one.id}
            cause = message('There is no workplace with the id "{given}".', given=one.became)
            near = id_suggestion(one.became, others)
            yield RULE.at(source, given=one.became, cause=cause, advice=_UNKNOWN, **near)
        elif _is_loop(listed, one):
            yield RULE.at(source, cause=message("It leads back to the workplace itself."), advice=_UNKNOWN)
        elif one.closed is None and not listed.is_faulty("workplaces", number, "closed"):
            yield RULE.at(source, **_without_day())


def _is_loop(listed: Workplaces, one: Workplace) -> bool:
    """Return True if a workplace leads back to itself over those that it has become part of."""
    seen: set[str] = set()
    here: Workplace | None = one
    while here and here.id not in seen:
        seen.add(here.id)
        here = listed.by_id.get(here.became)
    return here is not None and here.id == one.id


def _without_day() -> dict[str, Message]:
    return {
        "cause": message("It has become part of another workplace, but there is no day on which it closed."),
        "advice": message("Write the day under `closed`, as closed: 2026-08-01."),
    }
