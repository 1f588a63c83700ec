"""Too few values for the board game, or too many.

Every value has its own square on the board, once. With fewer than five, the teams come to the same value again and
again; with more than twelve, there is no room for their names on a board of A3. Then no game is made, and everything
else is made as usual. A handbook with fewer than three published stories is still being set up: nothing is said there.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..model import FEWEST_VALUES, MOST_VALUES
from ..printed import GROUP

RULE = Rule(
    "game-values",
    Level.HINT,
    "The board game is not made: there are {count} values, and it takes {fewest} to {most}.",
    "Have {fewest} to {most} values, or write in handbook.yml what you want to print besides the game:",
    __doc__,
)

FEWEST_STORIES = 3


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem if the game is to be printed and cannot be."""
    if GROUP.id not in handbook.settings.printed or len(handbook.published) < FEWEST_STORIES:
        return
    count, printed = len(handbook.values), handbook.settings.printed
    if count and not FEWEST_VALUES <= count <= MOST_VALUES:
        others = f"printed: [{', '.join(group for group in printed if group != GROUP.id)}]"
        place = handbook.settings.at("values")
        yield RULE.at(place, count=count, fewest=FEWEST_VALUES, most=MOST_VALUES, sample=others)
