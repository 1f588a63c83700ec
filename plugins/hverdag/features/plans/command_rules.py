"""The rules of `hverdag plans`: what stops it from making a file for each workplace, and what it tells of receipts that
only the workplaces themselves may see."""

from ...model.problem import Level, Rule, Tag

PLACE = Rule(
    "plans-place",
    Level.ERROR,
    'The workplaces\' files cannot be in "{given}": there, they would get into git or the site.',
    "Leave out --output, or choose a folder outside the publication.",
    """`hverdag plans --output` with a folder of the publication, or of another repository.

What concerns one workplace is for that workplace. It is in `private/`, which git ignores and no site holds.
""",
)
FOLDER = Rule(
    "plans-folder",
    Level.ERROR,
    'The folder "{given}" holds something that `hverdag plans` has not made.',
    "Choose an empty folder with --output, or one that is not there yet.",
    """`hverdag plans` replaces the whole folder that it writes into. It will not do that to a folder it does not know.
""",
)
CHANGED = Rule(
    "plans-changed",
    Level.ERROR,
    'Somebody has written in the folder "{given}" since the files were made: {names}.',
    "Move what you want to keep somewhere else, delete it from the folder, and try again.",
    """A file in the folder that a workplace or an editor has changed or added. `hverdag plans` would delete it.
""",
)
BUSY = Rule(
    "plans-busy",
    Level.ERROR,
    "The workplaces' files are being made by someone else right now.",
    "Wait a minute, and run the command again.",
    """`hverdag plans` twice at once, into the same folder. The second one gives way.
""",
)
UNWRITABLE = Rule(
    "plans-unwritable",
    Level.ERROR,
    'The workplaces\' files cannot be written to "{given}".',
    "Choose another folder with --output, or ask for the right to write there.",
    """A folder that cannot be made or written to.
""",
)
NO_WORKPLACES = Rule(
    "plans-without-workplaces",
    Level.ERROR,
    "There are no open workplaces in values/workplaces.yml, so there is nobody to make a file for.",
    "Write the workplaces there first.",
    """`hverdag plans` in a publication that does not say which workplaces there are, or where all have closed.
""",
)
WORKPLACE = Rule(
    "private-receipt-workplace",
    Level.ERROR,
    'The receipt names "{given}", which is not a workplace.',
    "Write the id of a workplace in values/workplaces.yml.",
    """A receipt in `private/receipts` from a workplace that nobody knows. It would be in no workplace's file.
""",
)
FUTURE = Rule(
    "private-receipt-date",
    Level.WARNING,
    "The receipt is from {day}, which has not come yet. It is left out.",
    "Write the day it happened.",
    """A receipt in `private/receipts` from a day that has not come yet.
""",
)
EARLY = Rule(
    "private-receipt-early",
    Level.WARNING,
    "The receipt is for {day}, before there was anything to count. It is left out.",
    "Write the day it happened.",
    """A receipt in `private/receipts` for a day before the year 2000, such as 0206 for 2026. It would be the first that
the workplace reads about itself.
""",
)
NUMBER = Rule(
    "private-receipt-number",
    Level.ERROR,
    "The receipt holds what may be a personal number.",
    "Write the sentence without it. A receipt names nobody.",
    """A personal number in a receipt in `private/receipts`, which would be handed on to a whole workplace.
""",
    (Tag.ABOUT_PEOPLE,),
)
RULES = (PLACE, FOLDER, CHANGED, BUSY, UNWRITABLE, NO_WORKPLACES, WORKPLACE, FUTURE, EARLY, NUMBER)
