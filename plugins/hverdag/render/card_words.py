"""What cards say alike on paper and on a screen."""

from collections.abc import Mapping

from ..features.cards.model import CardKind
from ..locale import Catalogue


def card_kinds(words: Catalogue) -> Mapping[CardKind, str]:
    """Return what each kind of card is called."""
    say = words.say
    return {
        CardKind.VALUE: say("Value"),
        CardKind.DILEMMA: say("Dilemma"),
        CardKind.QUESTION: say("Question"),
    }
