"""A word of a theme without a letter in it, or far too long to be one.

Search looks for whole words. Signs alone are never found, and no one types a whole sentence.

Good:

    themes:
      - id: pressure
        name: Pressure and stress
        about: Days when there is too much to do.
        words: [we are busy, pressed for time]

Bad:

    themes:
      - id: pressure
        name: Pressure and stress
        about: Days when there is too much to do.
        words: ["???"]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "theme-words",
    Level.ERROR,
    'No one can look for the theme by "{given}".',
    "Write a word, or a few, with letters: at most {most} characters.",
    __doc__,
)

MOST = 60


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each word of a theme that nobody can type."""
    for number, theme in enumerate(handbook.settings.themes):
        for at, word in enumerate(theme.words):
            if len(word) > MOST or not any(map(str.isalnum, word)):
                yield RULE.at(handbook.settings.at("themes", number, "words", at), given=word[:MOST], most=MOST)
