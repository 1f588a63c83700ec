"""The rules of the consent gate."""

from ..model.problem import Level, Rule, Tag

EMPTIED = Rule(
    "consent-view",
    Level.ERROR,
    'The part of the program called "{given}" mentions a story that may not be shown here.',
    "Show this to whoever runs the handbook. The texts are not at fault.",
    """A page or a file that names a story which consent does not hold for, or one on paper without consent to paper.

The story itself has been taken out before anything is laid out.
Whatever still mentions it is a fault in the program.
""",
    (Tag.IN_GIT_TOO, Tag.ABOUT_PEOPLE),
)
PASSAGE = Rule(
    "consent-passage",
    Level.ERROR,
    'Words of "{given}" are here, and that story may not be shown here.',
    "Take the words out, or the line that fetches the story's file.",
    """A page, a file or a setting that holds a sentence of a story which readers may not see: one that was withdrawn,
whose consent has run out or does not reach here, that has been retired, or is not published yet.

The handbook leaves the story itself out. What somebody has copied from it, or what a plugin fetches from its file, must
be taken out by hand. Eight words in a row are enough, or a whole sentence of six. Words that are also in a text which
may be shown are nobody's secret.

Good:

    A colleague told us about a key.

Bad:

    --8<-- "stories/the-key.md"
""",
    (Tag.IN_GIT_TOO, Tag.ABOUT_PEOPLE),
)
SHARED = Rule(
    "consent-shared",
    Level.WARNING,
    'Here are the same words as in "{given}", whose consent has run out.',
    "Find out whether they were copied from it. If they were, take them out.",
    """A story, a value or another text that is shown, and has sixteen words in a row in common with a story whose
consent has run out. It may be a quotation that both have from elsewhere, or the same story with a new consent.
Nobody but you can tell.
""",
    (Tag.ABOUT_PEOPLE,),
)
COPIED = Rule(
    "consent-copied",
    Level.ERROR,
    'The same words are in "{given}", and whoever told them has taken them back.',
    "Say it in other words. If whoever told it has said yes again, write the number of the new consent in {given}.",
    """A text that is shown, and holds what a withdrawn story said: sixteen words in a row, or, in a value, another
text of the handbook's own or `handbook.yml`, a whole sentence of seven.

Whoever takes a story back takes back its words, under whatever name they are told. When the story's file is deleted,
as `hverdag withdraw` says at the end of its list, nothing is compared with it any more.
""",
    (Tag.ABOUT_PEOPLE,),
)
SHALLOW = Rule(
    "consent-history",
    Level.WARNING,
    "Git has only the newest commits here, so nobody can tell if a consent was withdrawn before them.",
    "Run git fetch --unshallow. In a workflow, write fetch-depth: 0.",
    """A clone without its whole history, of a handbook with consents.

A withdrawn story that was deleted, and a withdrawal that was, are known from git alone: whoever tells the story again
with the same consent is stopped only where git remembers it.
""",
    (Tag.ABOUT_PEOPLE,),
)
CLOCK = Rule(
    "consent-clock",
    Level.WARNING,
    "The handbook was last built on {day}, which is later than today. Consent to this had run out by then.",
    "Set the clock right. If {day} was wrong, delete the folder {given} and build again.",
    """A clock or `--today` that goes back past the end of a consent.

The story stays out: a site goes by the latest day on which it was built. Delete the site's folder where that day lay in
the future by mistake.
""",
    (Tag.ABOUT_PEOPLE,),
)
DEPLOY = Rule(
    "consent-deploy",
    Level.ERROR,
    "With mkdocs gh-deploy everyone can read the handbook, and it is made for the intranet.",
    'Write "reach: outside" in values/handbook.yml. Then only stories whose tellers have said yes to that are in it.',
    """A handbook that is about to be published with `mkdocs gh-deploy`, and does not say that it is for everyone.

Good:

    reach: outside

Bad:

    reach: intranet
""",
    (Tag.ABOUT_PEOPLE,),
)
RULES = (EMPTIED, PASSAGE, SHARED, COPIED, SHALLOW, CLOCK, DEPLOY)
