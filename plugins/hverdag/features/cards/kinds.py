"""The names of the kinds of card."""

from collections.abc import Mapping

from ...locale import Catalogue
from .model import CardKind


def card_kinds(words: Catalogue) -> Mapping[CardKind, str]:
    """Return the name of each kind of card."""
    say = words.say
    return {
        CardKind.VALUE: say("Value"),
        CardKind.DILEMMA: say("Dilemma"),
        CardKind.QUESTION: say("Question"),
    }
