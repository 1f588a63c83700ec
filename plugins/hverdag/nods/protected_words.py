"""Words that no language correction may change, in Danish and English."""

import re
from collections.abc import Callable, Iterable

_NEGATIONS = """
    aldrig dårligt ej færrest foruden hverken ikke imod ingen ingenlunde ingensinde ingensteds ingenting intet knap
    mangler mindst mod modsat nej næppe sjælden sjældent sjældne skønt trods uden udover undtagen
    against although barely can't cannot couldn't despite didn't doesn't don't except hadn't hardly hasn't haven't
    isn't least neither never no nobody none nor not nothing nowhere rarely scarcely seldom shouldn't unless wasn't
    weren't without won't wouldn't
"""
NEGATIONS = frozenset(_NEGATIONS.split())
"""Words that reverse the meaning of a sentence, or nearly."""

_NUMBERS = """
    nul en én et ét to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten
    tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede hundreder tusind tusinde tusinder million
    millioner milliard milliarder halv halve halvanden halvandet første anden andet andre tredje fjerde femte sjette
    syvende ottende niende tiende ellevte tolvte begge dobbelt dusin par kvart
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion half first second third fourth fifth sixth seventh eighth ninth tenth both double dozen couple
    quarter once twice
"""
NUMBERS = frozenset(_NUMBERS.split())

_TURNING = ("u", "mis", "van", "ikke", "anti", "kontra", "de", "des", "dis", "il", "im", "in", "ir", "non", "un")
"""Prefixes that reverse the meaning of a word, as in venlig and uvenlig."""

_LACKING = ("løs", "løse", "løst", "fri", "frit", "frie", "tom", "less", "free")
"""Suffixes that reverse the meaning of a word."""

_FIXED = NEGATIONS | NUMBERS
_LONGEST = max(map(len, _FIXED))
_ROMAN = re.compile(r"[ivxlcdm]{2,}")


def fixed_parts(word: str) -> tuple[str, ...]:
    """Return the parts of a lower-case word that no correction may change, each as long as possible: a number or a
    negation at its start, such as `tre` in treårig, a prefix that reverses its meaning, and a suffix that does."""
    if word in _FIXED or _ROMAN.fullmatch(word):
        return (word,)
    number = next((word[:length] for length in range(min(_LONGEST, len(word)), 1, -1) if word[:length] in _FIXED), "")
    return number, _longest(_TURNING, word.startswith), _longest(_LACKING, word.endswith)


def _longest(parts: Iterable[str], is_there: Callable[[str], bool]) -> str:
    return max(filter(is_there, parts), key=len, default="")


def turned(word: str, other: str) -> bool:
    """Return True if two words differ only by a reversing prefix, anywhere in the word, as in brugeruvenlig."""
    short, long = sorted((word, other), key=len)
    return any(
        long == short[:at] + part + short[at:] for part in ("u", "un", "in", "im") for at in range(len(short) + 1)
    )
