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
_OTHER_DANISH = (
    ("dag", "siden", "aftalt", "aftalt den"),
    ("arbejdssted", "enhed", "institution"),
    ("aftalen", "vi gør", "hvad gør vi?", "hvad har I aftalt?"),
    ("fortællingen", "værdi", "fortælling eller værdi"),
    ("metoden", "guide"),
    ("ses igen den", "næste gang", "opfølgning"),
    ("resultat", "hvad blev det til?"),
    ("hvad skete", "sætning"),
)
_OTHER_ENGLISH = (
    ("day", "since", "agreed on"),
    ("unit", "institution"),
    ("we do", "what do we do?", "what we do"),
    ("story or value",),
    ("guide",),
    ("look at it again", "review date", "follow-up"),
    ("result",),
    ("what happened", "sentence"),
)
HEADINGS: Mapping[Language, tuple[str, ...]] = {Language.DANISH: _DANISH, Language.ENGLISH: _ENGLISH}
"""The headings that we write, in the order of IDS."""
OUTCOME_BY_KEY = {squeezed(word): outcome for word, outcome in OUTCOMES.items()}
"""The outcomes by what two ways of writing them have in common."""
_KNOWN: Mapping[Language, tuple[tuple[str, ...], ...]] = {
    Language.DANISH: tuple((own, *others) for own, others in zip(_DANISH, _OTHER_DANISH, strict=True)),
    Language.ENGLISH: tuple((own, *others) for own, others in zip(_ENGLISH, _OTHER_ENGLISH, strict=True)),
}


def labels(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Return what each column may be called for readers of a language, by its id: first our heading in it, last what it
    is called in English, which forms and spreadsheets may have in any country."""
    languages = dict.fromkeys((language, Language.ENGLISH))
    return {
        id: tuple(dict.fromkeys(name for one in languages for name in _KNOWN[one][at])) for at, id in enumerate(IDS)
    }


def outcome_keys(language: Language) -> Mapping[str, str]:
    """Return the outcomes by what readers of a language may write for them, as keys of `squeezed`."""
    return {
        key: outcome.value for key, outcome in OUTCOME_BY_KEY.items() if language is Language.DANISH or key == outcome
    }
