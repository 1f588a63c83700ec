"""Synonyms that name only one word.

Each line of synonyms holds words that mean the same to your readers. A word that is given alone, or beside itself,
leads nowhere.

Good:

    synonyms:
      - [boss, manager]

Bad:

    synonyms:
      - [boss, Boss]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..model import SearchSection

RULE = Rule(
    "synonym-words",
    Level.ERROR,
    "The line holds fewer than two different words.",
    "Write two or more different words, such as [boss, manager], or take the line out.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each line with fewer than two different words."""
    settings = handbook.settings
    for number, group in enumerate(settings.of(SearchSection).synonyms):
        different = {" ".join(word.casefold().split()) for word in group}
        if len(different) < 2 and not settings.is_faulty("synonyms", number):
            yield RULE.at(settings.at("synonyms", number))
