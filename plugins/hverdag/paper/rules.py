"""Rules for what has a form on the web and none on paper."""

from ..model.problem import Level, Rule

PAPER_ELEMENT = Rule(
    "paper-element",
    Level.ERROR,
    'The text holds "{given}", which has no form on paper.',
    "Write it in another way.",
    """Something that the web can show and paper cannot.
""",
)
