"""A person, or a workplace that has not said yes to be named, in what is printed.

What was said and done hangs on a wall where everyone goes by, and slips with the id and the questions of a measurement
go from hand to hand. Write it so that nobody can be found in it, and the role of whoever did it.
The field that says yes for a workplace is `named` in `values/workplaces.yml`.

Good:

    said:
      - said: We would like to know who is coming.
        did: There are now pictures of today's staff in the hall.
        date: 2026-05-04
        role: The manager of the ward

Bad:

    said:
      - said: We would like to know who is coming.
        did: There are now pictures of today's staff in the hall.
        date: 2026-05-04
        role: Mary Hughes
"""

from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.message import message
from ....model.people_words import is_findable, name_in
from ....model.problem import Level, Problem, Rule, Tag
from ....model.slug import slug
from ....model.uptake.customers import Customers, customers_of
from ....model.uptake.unnamed import unnamed_in
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "said-person",
    Level.ERROR,
    "{what}",
    "Write a role, or we, or leave it out, so that nobody can be found. "
    "History keeps what is written here, even when it is deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)
_FINDABLE = message("A person can be found by this: it holds a number or an address that is one person's.")
_NAME = message("This looks like a name.")
_WORKPLACE = message("A workplace is named here that has not said yes to it.")


_ROLES = ("role", "counted_by")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each text that a person or such a workplace can be found by."""
    file, listed = customers_of(handbook), workplaces_of(handbook)
    in_sentence, in_id = unnamed_in(listed, today), unnamed_in(listed, today, slug)
    for place, text in _printed(file):
        if is_findable(text):
            yield RULE.at(file.at(*place), what=_FINDABLE)
        elif (in_id if place[-1] == "id" else in_sentence)(text):
            yield RULE.at(file.at(*place), what=_WORKPLACE)
        elif place[-1] in _ROLES and name_in(text):
            yield RULE.at(file.at(*place), what=_NAME)


def _printed(file: Customers) -> Iterator[tuple[Place, str]]:
    """Yield the texts that readers and those who are asked see, with their places in the file."""
    for number, one in enumerate(file.said):
        for field in ("said", "did", "role"):
            yield ("said", number, field), getattr(one, field)
    for number, measurement in enumerate(file.measurements):
        for field in ("id", "hand_in", "counted_by"):
            yield ("measurements", number, field), getattr(measurement, field)
        for at, text in enumerate(measurement.questions):
            yield ("measurements", number, "questions", at), text
