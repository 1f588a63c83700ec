"""The rule of the consent gate."""

from ..model.problem import Level, Rule, Tag

EMPTIED = Rule(
    "consent-view",
    Level.ERROR,
    'The part of the program called "{given}" tells of a story that may not be met here.',
    "Show this to whoever runs the handbook. The texts are not at fault.",
    """A page or a file that names a story which consent does not hold for, or one on paper without consent to paper.

The story itself has been taken out before anything is laid out.
What tells of it all the same is a fault in the program.
""",
    (Tag.IN_GIT_TOO, Tag.ABOUT_PEOPLE),
)
RULES = (EMPTIED,)
