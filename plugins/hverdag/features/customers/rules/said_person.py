"""A person, or a workplace that has not said yes to be named, in what was said and done.

It hangs on a wall where everyone goes by. Write it so that nobody can be found in it, and the role of whoever did it.
The field that says yes for a workplace is `named` in `values/workplaces.yml`.

Good:

    said:
      - said: Vi ville gerne vide, hvem der kommer.
        did: Der hænger nu billeder af dagens vagt i gangen.
        date: 2026-05-04
        role: Afdelingslederen

Bad:

    said:
      - said: Vi ville gerne vide, hvem der kommer.
        did: Der hænger nu billeder af dagens vagt i gangen.
        date: 2026-05-04
        role: Inger Madsen
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.people_words import is_findable, name_in
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.customers import customers_of
from ....model.uptake.unnamed import unnamed_in
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "said-person",
    Level.ERROR,
    "{what}",
    "Write a role, or we, so that nobody can be found. History keeps what is written here, also when it is deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)
_FINDABLE = message("A person can be found by this: it holds a number or an address that is one person's.")
_NAME = message("This looks like a name.")
_WORKPLACE = message("A workplace is named here that has not said yes to it.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each text that a person or such a workplace can be found by."""
    file, unnamed = customers_of(handbook), unnamed_in(workplaces_of(handbook), today)
    for number, one in enumerate(file.said):
        for field, text in (("said", one.said), ("did", one.did), ("role", one.role)):
            place = file.at("said", number, field)
            if is_findable(text):
                yield RULE.at(place, what=_FINDABLE)
            elif unnamed(text):
                yield RULE.at(place, what=_WORKPLACE)
            elif field == "role" and name_in(text):
                yield RULE.at(place, what=_NAME)
    for number, measurement in enumerate(file.measurements):
        if name_in(measurement.counted_by) or is_findable(measurement.counted_by):
            yield RULE.at(file.at("measurements", number, "counted_by"), what=_NAME)
