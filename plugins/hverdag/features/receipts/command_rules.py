"""The rules of `hverdag receipts`: what it refuses as a whole, and rows that it does not take in."""

from ...model.problem import Level, Rule

NO_WORKPLACES = Rule(
    "receipts-without-workplaces",
    Level.ERROR,
    "There are no workplaces in values/workplaces.yml, so nobody can have sent a receipt.",
    "Write the workplaces there first.",
    """`hverdag receipts` in a publication that does not say which workplaces there are.
""",
)
FAULTY = Rule(
    "receipts-faulty",
    Level.ERROR,
    "Something in {given} cannot be read, so nothing was done.",
    "Run hverdag check, correct what it says about the file, and try again.",
    """`hverdag receipts` while there are faults in the receipts or the workplaces that are there already. Doubles could
not be recognised then, and old receipts would not be counted.
""",
)
CHANGED = Rule(
    "receipts-changed",
    Level.ERROR,
    "Somebody has changed {given} meanwhile. Nothing was written.",
    "Run the command again.",
    """A file that somebody changed while `hverdag receipts` was asking.
""",
)
UNWRITABLE = Rule(
    "receipts-unwritable",
    Level.ERROR,
    "{given} cannot be written. Nothing was written.",
    "See whether it is open in another program, and whether the disk is full, or ask for the right to write there.",
    """A file of receipts that cannot be written.
""",
)
PRIVATE = Rule(
    "receipts-private",
    Level.ERROR,
    'The sentence holds {kind}: "{given}"',
    "Write it so that nobody can be found in it, such as the colleague or the neighbour.",
    """A sentence on a receipt with a number, an address or the full name of somebody. A receipt is about a workplace,
never about a person, so the row is kept out until the sentence is corrected.
""",
)
OLD = Rule(
    "receipts-old",
    Level.WARNING,
    "The row is from {day}, and receipts are kept for 24 months. None of it is kept.",
    "Is the day wrong? Then write the right one in your own file, and run the command again.",
    """A row for something that happened more than 24 months ago. What happened then may be counted already, and its
sentence has had its time, so the row does not come into the file to correct either.
""",
)
SEVERAL = Rule(
    "receipts-several-tools",
    Level.ERROR,
    'More than one tool may be meant by "{given}".',
    "Write the code of one of them, and a row for each other one.",
    """A row of a CSV file that names several codes. A receipt is for one of them.
""",
)
WAITING = Rule(
    "receipts-waiting",
    Level.ERROR,
    "The row waits, because you said so.",
    "Correct what you wanted to correct, or delete the row.",
    """A row that whoever took the file in wanted to look at again. It is kept with those that have faults.
""",
)
YES_OR_NO = Rule(
    "receipts-yes-or-no",
    Level.ERROR,
    '"{given}" under "{heading}" is neither yes nor no.',
    "Write yes, no or the day of the yes. Nothing means no.",
    """Whether the workplace has said yes to publish its sentence, in words that say neither. Only the workplace can say
it.
""",
)
MEND_FAULTY = Rule(
    "receipts-to-mend",
    Level.ERROR,
    "{given} cannot be read, so nobody knows how old its rows are. Nothing was done.",
    "Run hverdag receipts {given} and correct what it says about the file, or delete the file.",
    """A file with rows to correct that somebody has saved in another way, while `hverdag receipts --fold` looks for
rows older than 24 months.
""",
)
RULES = (NO_WORKPLACES, FAULTY, CHANGED, UNWRITABLE, PRIVATE, OLD, SEVERAL, WAITING, YES_OR_NO, MEND_FAULTY)
