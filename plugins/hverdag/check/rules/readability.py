"""A text that is harder to read than it need be.

LIX is the average number of words in a sentence plus the share of words with more than six letters
(Björnsson, 1968). Below 35 is easy, 35 to 45 is a newspaper, above 45 is officialese.
"""

import re
from collections.abc import Iterator

from ...model.declared import Placed
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.document import Document

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


def check_text(placed: Placed) -> Iterator[Problem]:
    """Yield a hint for a text above a newspaper's level."""
    if isinstance(placed, Document):
        lix = readability(placed.body.text)
        if lix > MOST:
            yield RULE.at(Source(placed.path, placed.body.line), lix=lix, most=MOST)


def readability(text: str) -> int:
    """Return the LIX of a text, rounded; 0 for a text of under fifty words."""
    words = [word for signs in text.split() if (word := signs.strip(_SIGNS))]
    if len(words) < FEWEST_WORDS:
        return 0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    long_words = [word for word in words if len(word) > 6]
    return round(len(words) / sentences + 100 * len(long_words) / len(words))
