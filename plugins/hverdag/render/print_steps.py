"""How each group of printed things is printed, in three lines, in one language."""

from collections.abc import Callable
from typing import NamedTuple

from ..locale import Catalogue
from ..model.printable import DECKS, POSTERS, Product


class Steps(NamedTuple):
    """What a group is called, what it is good for, and how it is printed."""

    name: str
    about: str
    steps: tuple[str, ...]


Teller = Callable[[Catalogue], Steps]


def _pamphlet(words: Catalogue) -> Steps:
    say = words.say
    steps = (
        say("Fetch the one to fold and staple."),
        say("Print on both sides, and choose “short edge”."),
        say("Fold the sheets in the middle, and staple them in the fold."),
    )
    about = say("The values, some of the stories and facts about us. Good for a new colleague.")
    return Steps(say("The pamphlet"), about, steps)


def _posters(words: Catalogue) -> Steps:
    say = words.say
    steps = (
        say("Take A3 if your printer can. A4 is laid out for the smaller sheet."),
        _whole(words),
        say("Some are for writing on. Use a thick pen, and set a day for looking at them again."),
    )
    about = say("For the wall where you all go by. Line art, so that an ordinary printer will do.")
    return Steps(say("Posters"), about, steps)


def _cards(words: Catalogue) -> Steps:
    say = words.say
    steps = (
        say("Print on both sides, and choose “long edge”. If your printer cannot, take the file with one side."),
        _whole(words),
        say("Cut along the lines: across the middle, across the middle again, and then once more."),
    )
    return Steps(say("Cards"), say("Eight to a sheet. Good for pairs and small groups."), steps)


def _book(words: Catalogue) -> Steps:
    say = words.say
    steps = (
        say("Up to 40 pages or so: choose “booklet” when you print, fold the sheets, and staple them."),
        say("More than that: print two pages to each side of a sheet, on both sides, and not as a booklet."),
        say("Then punch the sheets, and put them in a ring binder."),
    )
    about = say("The whole handbook with an index, for those who would rather read on paper.")
    return Steps(say("The book"), about, steps)


def _whole(words: Catalogue) -> str:
    return words.say("Print at actual size (100 %), so that nothing is cut off or made smaller.")


GROUPS: tuple[tuple[tuple[Product, ...], Teller], ...] = (
    ((Product.PAMPHLET,), _pamphlet),
    (POSTERS, _posters),
    (DECKS, _cards),
    ((Product.BOOK,), _book),
)
"""The groups in the order of the page: what is in each, and what tells how it is printed."""
