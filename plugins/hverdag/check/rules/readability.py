"""A text that is harder to read than it need be.

LIX is the average number of words in a sentence plus the share of words with more than six letters
(Björnsson, 1968). Below 35 is easy, 35 to 45 is a newspaper, above 45 is officialese.
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.once import once_for_each
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.body import Body

RULE = Rule(
    "readability",
    Level.HINT,
    "The text is hard to read (LIX {lix}).",
    "Shorter sentences and shorter words: aim below {most}.",
    __doc__,
)

MOST = 45
FEWEST_WORDS = 50
"""Shorter texts have no meaningful LIX."""

_SIGNS = ".,;:!?()»«\"'“”’–—-"
_SENTENCE_END = re.compile(r"[.!?:]++(?:[\s»\"”)]|$)")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a hint for each text above a newspaper's level."""
    for document in handbook.documents:
        lix = _lix(document.body)
        if lix > MOST:
            yield RULE.at(Source(document.path, document.body.line), lix=lix, most=MOST)


@once_for_each
def _lix(body: Body) -> int:
    return readability(body.text)


def readability(text: str) -> int:
    """Return the LIX of a text, rounded; 0 for a text of under fifty words."""
    words = [word for signs in text.split() if (word := signs.strip(_SIGNS))]
    if len(words) < FEWEST_WORDS:
        return 0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    long_words = [word for word in words if len(word) > 6]
    return round(len(words) / sentences + 100 * len(long_words) / len(words))
