"""What the columns of a file of agreements are called: the page on the leader's device and the command read the same
file, so both know it from here."""

from collections.abc import Mapping

from ..language import Language
from ..slug import squeezed
from .agreements import OUTCOMES

IDS = ("date", "workplace", "agreement", "story", "method", "review", "outcome", "happened")
REQUIRED = ("date", "workplace", "agreement")
"""The columns that a file must have."""
_DANISH = ("Dato", "Arbejdsplads", "Aftale", "Fortælling", "Metode", "Ses igen", "Udfald", "Hvad skete der?")
_ENGLISH = ("Date", "Workplace", "Agreement", "Story", "Method", "Review", "Outcome", "What happened?")
_OTHERS = (
    ("dag", "day", "siden", "since", "aftalt", "aftalt den", "agreed on"),
    ("arbejdssted", "enhed", "unit", "institution"),
    ("aftalen", "vi gør", "hvad gør vi?", "hvad har I aftalt?", "we do", "what do we do?", "what we do"),
    ("fortællingen", "værdi", "story or value", "fortælling eller værdi"),
    ("metoden", "guide"),
    ("ses igen den", "næste gang", "opfølgning", "look at it again", "review date", "follow-up"),
    ("resultat", "hvad blev det til?", "result"),
    ("hvad skete", "sætning", "what happened", "sentence"),
)
HEADINGS: Mapping[Language, tuple[str, ...]] = {Language.DANISH: _DANISH, Language.ENGLISH: _ENGLISH}
"""The headings that we write, in the order of IDS."""
OUTCOME_BY_KEY = {squeezed(word): outcome for word, outcome in OUTCOMES.items()}
"""The outcomes by what two ways of writing them have in common."""


def labels(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Return everything that each column may be called, by its id: first our heading in a language."""
    other = HEADINGS[Language.ENGLISH if language is Language.DANISH else Language.DANISH]
    own = HEADINGS[language]
    return {id: (own[at], other[at], *_OTHERS[at]) for at, id in enumerate(IDS)}
