"""The rules of `hverdag agreements`: what it refuses as a whole, rows that it does not take in, and what it tells of
the wordings that only the workplaces themselves may see."""

from ...model.problem import Level, Rule, Tag

NO_WORKPLACES = Rule(
    "agreements-without-workplaces",
    Level.ERROR,
    "There are no workplaces in values/workplaces.yml, so nobody can have made an agreement.",
    "Write the workplaces there first.",
    """`hverdag agreements` in a publication that does not say which workplaces there are.
""",
)
FAULTY = Rule(
    "agreements-faulty",
    Level.ERROR,
    "Something in {given} cannot be read, so nothing was done.",
    "Run hverdag check, correct what it says about the file, and try again.",
    """`hverdag agreements` while there are faults in the agreements or the workplaces that are there already. Doubles
    could not be recognised then, and old agreements would not be counted.
""",
)
CHANGED = Rule(
    "agreements-changed",
    Level.ERROR,
    "Somebody has changed {given} meanwhile. Nothing was written.",
    "Run the command again.",
    """A file that somebody changed while `hverdag agreements` was asking.
""",
)
UNWRITABLE = Rule(
    "agreements-unwritable",
    Level.ERROR,
    "{given} cannot be written. Nothing was written.",
    "See whether it is open in another program, and whether the disk is full, or ask for the right to write there.",
    """A file of agreements that cannot be written.
""",
)
PRIVATE = Rule(
    "agreements-private",
    Level.ERROR,
    'The words hold {kind}: "{given}"',
    "Write it so that nobody can be found in it, such as the colleague or the neighbour.",
    """The wording of an agreement with a number, an address or the full name of somebody. An agreement is about what a
workplace does, never about a person, so the row is kept out until it is corrected.
""",
)
OLD = Rule(
    "agreements-old",
    Level.WARNING,
    "The row is from {day}, and agreements are kept for 24 months. None of it is kept.",
    "Is the day wrong? Then write the right one in your own file, and run the command again.",
    """A row for something that was agreed more than 24 months ago. It may be counted already, and its words have had
    their time, so the row does not come into the file to correct either.
""",
)
SEVERAL = Rule(
    "agreements-several",
    Level.ERROR,
    'More than one workplace may be meant by "{given}".',
    "Write a row for each of them: an agreement belongs to one workplace.",
    """A row of a CSV file that names several workplaces.
""",
)
ANSWERED = Rule(
    "agreements-answered",
    Level.WARNING,
    'The agreement already has the outcome "{known}", and the file says "{given}". It stays as it was.',
    "If the file is right, change the outcome in values/agreements yourself.",
    """A row with a different outcome from the one that was taken in before. The first answer may have been corrected
    by hand, so it is not overwritten.
""",
)
MEND_FAULTY = Rule(
    "agreements-to-mend",
    Level.ERROR,
    "{given} cannot be read, so nobody knows how old its rows are. Nothing was done.",
    "Run hverdag agreements {given} and correct what it says about the file, or delete the file.",
    """A file with rows to correct that somebody has saved in another way, while `hverdag agreements --fold` looks for
rows older than 24 months.
""",
)
PLACE = Rule(
    "agreements-place",
    Level.ERROR,
    'The workplaces\' files cannot be in "{given}": there, they would get into git or the site.',
    "Leave out --output, or choose a folder outside the publication.",
    """`hverdag agreements --output` with a folder of the publication, or of another repository.

What concerns one workplace is for that workplace. It is in `private/`, which git ignores and no site holds.
""",
)
FOLDER = Rule(
    "agreements-folder",
    Level.ERROR,
    'The folder "{given}" holds something that `hverdag agreements` has not made.',
    "Choose an empty folder with --output, or one that is not there yet.",
    """`hverdag agreements` replaces the whole folder that it writes into. It will not do that to a folder it does not
    know.
""",
)
TOUCHED = Rule(
    "agreements-touched",
    Level.ERROR,
    'Somebody has written in the folder "{given}" since the files were made: {names}.',
    "Move what you want to keep somewhere else, delete it from the folder, and try again.",
    """A file in the folder that a workplace or an editor has changed or added. `hverdag agreements` would delete it.
""",
)
BUSY = Rule(
    "agreements-busy",
    Level.ERROR,
    "The workplaces' files are being made by someone else right now.",
    "Wait a minute, and run the command again.",
    """`hverdag agreements` twice at once, into the same folder. The second one gives way.
""",
)
CLOSED_FOLDER = Rule(
    "agreements-folder-unwritable",
    Level.ERROR,
    'The workplaces\' files cannot be written to "{given}".',
    "Choose another folder with --output, or ask for the right to write there.",
    """A folder that cannot be made or written to.
""",
)
WORKPLACE = Rule(
    "private-agreement-workplace",
    Level.ERROR,
    'The agreement names "{given}", which is not a workplace.',
    "Write the id of a workplace in values/workplaces.yml.",
    """An agreement in `private/wordings` of a workplace that nobody knows. It would be in no workplace's file.
""",
)
FUTURE = Rule(
    "private-agreement-date",
    Level.WARNING,
    "The agreement is from {day}, which cannot be right. It is left out.",
    "Write the day it was agreed.",
    """An agreement in `private/wordings` from a day that has not come yet, or from before the year 2000, such as 0206
    for 2026.
""",
)
NUMBER = Rule(
    "private-agreement-number",
    Level.ERROR,
    "The agreement holds what may be a personal number.",
    "Write it without the number. An agreement names nobody.",
    """A personal number in an agreement in `private/wordings`, which would be handed on to a whole workplace.
""",
    (Tag.ABOUT_PEOPLE,),
)
RULES = (
    *(NO_WORKPLACES, FAULTY, CHANGED, UNWRITABLE, PRIVATE, OLD, SEVERAL, ANSWERED, MEND_FAULTY, PLACE, FOLDER),
    *(TOUCHED, BUSY, CLOSED_FOLDER, WORKPLACE, FUTURE, NUMBER),
)
