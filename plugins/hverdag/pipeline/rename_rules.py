"""The rules that can refuse to give a file or a goal another name, with their messages and manual pages."""

from ..model.problem import Level, Rule

UNKNOWN = Rule(
    "rename-unknown",
    Level.ERROR,
    'There is nothing called "{given}" to give another name.',
    "Write the path of the file, such as stories/the-key.md, or a code, such as F07, or the id of a result goal or of "
    "a point of the strategy.",
    """`hverdag rename` with a name that nothing in the handbook has.
""",
)
SEVERAL = Rule(
    "rename-several",
    Level.ERROR,
    'More than one thing may be meant by "{given}": {names}.',
    "Write the one you mean exactly as it is written here.",
    """`hverdag rename` with a name that a story and a value have, for example.
""",
)
SAME = Rule(
    "rename-same",
    Level.ERROR,
    'It is called "{given}" already.',
    "Choose another name.",
    """`hverdag rename` with the name that the file has.
""",
)
FOLDER = Rule(
    "rename-folder",
    Level.ERROR,
    "A file stays in its folder when it gets another name.",
    "Write the new name without a folder: {better}.",
    """`hverdag rename` with a new name in another folder. Links that the file itself holds would lead elsewhere there.
""",
)
INDEX = Rule(
    "rename-index",
    Level.ERROR,
    "A file called index.md is the page of its folder, and no other page can be that.",
    "Leave it where it is, or choose another name.",
    """`hverdag rename` of the page of a folder, or to it.
""",
)
TAKEN = Rule(
    "rename-taken",
    Level.ERROR,
    'There is already something called "{given}".',
    "Choose another name.",
    """`hverdag rename` with a new name that something has. Capital and small letters are the same on many computers.
""",
)
LINK = Rule(
    "rename-link",
    Level.ERROR,
    "This mention of the file is written in a way that the program cannot correct.",
    "Write the name of the file in full, on one line, and try again.",
    """A link to a file, or its name in a field, that cannot be corrected when the file gets another name.

Good:

    [The key](the-key.md)
""",
)
ADDRESSES = Rule(
    "rename-addresses",
    Level.ERROR,
    "The file is written in a way that the program cannot add to.",
    "Write a line for each page, such as F07: [stories/the-key/].",
    """values/addresses.yml with something else in it than a line for each page, or a list below each.
""",
)
GIT = Rule(
    "rename-git",
    Level.ERROR,
    "Git is in the middle of putting two versions together.",
    "Finish that first: git status tells how.",
    """`hverdag rename` during a merge or a rebase. What is renamed then is easily lost.
""",
)
CHANGED = Rule(
    "rename-changed",
    Level.ERROR,
    "The file has changed meanwhile. Nothing was renamed.",
    "Try again.",
    """A file that somebody changed while `hverdag rename` was asking.
""",
)
UNWRITABLE = Rule(
    "rename-unwritable",
    Level.ERROR,
    'The file "{given}" cannot be written. Nothing was renamed.',
    "See whether it is open in another program, and whether the disk is full, or ask for the right to write there.",
    """A file that would have to be corrected, and that cannot be written to.
""",
)
LANGUAGES = Rule(
    "rename-languages",
    Level.ERROR,
    "{given} exists in another language too: {other}.",
    "Move {other} out of the handbook first, and back in as {better} afterwards. Then correct the links in that "
    "language.",
    """`hverdag rename` of a text that has its other language beside it. Both must have the same name.
""",
)
RULES = (UNKNOWN, SEVERAL, SAME, FOLDER, INDEX, TAKEN, LINK, ADDRESSES, GIT, CHANGED, UNWRITABLE, LANGUAGES)
