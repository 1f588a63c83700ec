"""A synonym without a word in it, or far too long to be one.

Search looks for whole words. Signs alone are never found, and no one types a whole sentence.

Good:

    synonyms:
      - [hca, health care assistant]

Bad:

    synonyms:
      - [hca, "???"]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ..model import SearchSection

RULE = Rule(
    "synonym-letters",
    Level.ERROR,
    'No one can search for "{given}".',
    "Write a word, or a few, with letters: at most {most} characters.",
    __doc__,
)

MOST = 60


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each synonym that is no word."""
    for number, group in enumerate(handbook.settings.of(SearchSection).synonyms):
        for at, word in enumerate(group):
            if len(word) > MOST or not any(map(str.isalnum, word)):
                yield RULE.at(handbook.settings.at("synonyms", number, at), given=word[:MOST], most=MOST)
