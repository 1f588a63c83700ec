"""What can be wrong with the links and the requests of a finished page."""

from ..model.problem import Level, Rule, Tag

DEAD_LINK = Rule(
    "site-link",
    Level.ERROR,
    'The page has a link to "{given}", which is not in the handbook.',
    "Correct the link, or take it out.",
    """A page of the finished site with a link that leads nowhere.

Good:

    [Have a talk](talk.md)

Bad:

    [Have a talk](tlak.md)
""",
)
OUTSIDE = Rule(
    "site-request",
    Level.ERROR,
    'The page asks another computer for "{given}".',
    "Put the file in docs/ and use it from there.",
    """A page that loads a picture, a font or a script from another computer.

A reader's visit is nobody else's business, and the handbook must work without the internet. Links that a reader
chooses to follow are fine.
""",
    (Tag.ABOUT_PEOPLE,),
)
GONE = Rule(
    "site-gone",
    Level.WARNING,
    'The page has a link to "{given}", which is out of the handbook: someone has not consented to it.',
    "Take out the link, and see whether the words around it give the story away.",
    """A hand-written page, or the navigation, that leads to a story, guide, picture or paper that consent no longer
holds for. Whoever follows the link finds a notice, or nothing.
""",
)
RULES = (DEAD_LINK, OUTSIDE, GONE)
