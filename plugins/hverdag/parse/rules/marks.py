"""Signs that survive into what readers see: those of other programs, and our own where a slip has broken them."""

from .foreign_marks import FOREIGN_MARKS
from .mark import mark

MARKS = (
    *FOREIGN_MARKS,
    mark(
        "mark-heading",
        "##",
        r"^(?P<sign>#{2,6})(?=[^\s#])",
        "Write a space after it.",
        """
        Number signs without a space after them make no heading.

        Good:

            ## Afterwards

        Bad:

            ##Afterwards
        """,
    ),
    mark(
        "mark-emphasis",
        "* ~~ _ ==",
        r"(?<![*\\])\*{2,3}(?![*])|(?<![\w*_])[*_](?=[^\W\d_])(?![^\n]*\ufffc)"
        r"|(?<![~\\])~~(?!~)|(?<![\w_\\])__(?=\w)|(?<=\w)__(?![\w_])|==(?=\S)[^=\n]+(?<=\S)==",
        "Put the sign both before and after the words, close to them: **words**.",
        """
        Signs for emphasis that have no partner, or have a space on the wrong side.

        Good:

            She said **no**.

        Bad:

            She said ** no **.
        """,
    ),
    mark(
        "mark-space",
        "^- ^* ^+ ^0 ^1 ^2 ^3 ^4 ^5 ^6 ^7 ^8 ^9",
        r"^(?P<sign>[-*+]|\d{1,3}[.)])(?=[^\W\d_]|\[)[^\n]*\n[ \t]*(?:[-*+]|\d{1,3}[.)])(?:[^\W\d_]|\[)",
        "Write a space after it, and an empty line above the list.",
        """
        Lines that begin with the sign of a list and have no space after it. They run together in one paragraph.

        Good:

            - Ring first.
            - Write it down.

        Bad:

            -Ring first.
            -Write it down.
        """,
    ),
    mark(
        "mark-box",
        "[",
        r"^[ \t]*(?P<sign>\[[ xXvV]?\])[ \t]*[^\s(\[:]",
        "Write - and a space in front of it, as in - [ ] words.",
        """
        A box to tick that is not in a list.

        Good:

            - [ ] Ring first.

        Bad:

            [ ] Ring first.
        """,
    ),
    mark(
        "mark-note",
        "[^ ^[",
        r"\[\^[^\]\s]+\]|\^\[[^\[\]\n]{1,200}\]",
        "Does the note below have another number? Then give both the same. If there is none, write it on a line of its "
        "own with this sign and a colon in front, or delete the sign.",
        """
        The sign of a note that is nowhere in the text.

        Good:

            The word[^1] has a note.

            [^1]: The note itself.

        Bad:

            The word[^2] has no note.
        """,
    ),
    mark(
        "mark-link",
        "] [",
        r"\[[^\[\]\n]{1,200}\](?:\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\])"
        r"|\[[^\[\]\n]{1,200}\][ \t]\([^()\s]*[./#][^()\s]*\)|\([^()\n]{1,200}\)\[[^\[\]\s]{1,200}\]",
        "Write the address without spaces and close to the words: [the words](the-file.md).",
        """
        A link with a space in its address, or one whose address is missing.

        Good:

            See [The door](the-door.md).

        Bad:

            See [The door](my file.md).
        """,
    ),
)
