"""A reference to a consent that does not look like one.

It is the number of the consent in your own register, never the name of whoever gave it. Dots, crosses and noughts in
place of a number are no consent; in a draft they are only a note.

Good:

    consent:
      reference: SAM-2026-014
      channels: [intranet, print]
      until: 2028-05-01

Bad:

    consent:
      reference: Mary Hughes
      channels: [intranet, print]
      until: 2028-05-01
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.consent import is_placeholder
from ....model.texts.story import State

RULE = Rule(
    "consent-reference",
    Level.ERROR,
    "This does not look like a reference to your register.",
    "Write its number there, such as SAM-2026-014. History keeps what is written here, even when it is deleted.",
    __doc__,
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)

MOST_WORDS = 3
"""As in `ESDH 2026-014` or `J.nr. 26/0143`; a sentence tells too much."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each reference without a digit, with more words than numbers have, or with a placeholder."""
    for story in handbook.stories:
        for place, reference in story.consent_references:
            words = reference.split()
            if reference and (len(words) > MOST_WORDS or not any(letter.isdigit() for letter in reference)):
                yield RULE.at(story.at(*place))
            elif is_placeholder(reference):
                problem = RULE.at(story.at(*place))
                yield replace(problem, level=Level.HINT) if story.state is State.DRAFT else problem
