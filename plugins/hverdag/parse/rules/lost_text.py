"""What is typed and would not be shown, or not as it was meant: cells, definitions, and Markdown within HTML."""

from .form import error, warning

CELL = error(
    "table-cell",
    "The row has {count} cells, but there are only {most} headings, so the cell would be lost.",
    "Move the text into another cell. Or give it a heading on line {head}, and write ---| at the end of line {dashes}.",
    """
    A row of a table with more cells than there are headings.

    Good:

        | Who | What |
        |------|------|
        | Liz  | rings |

    Bad:

        | Who | What |
        |------|------|
        | Liz  | rings | tomorrow |
    """,
)
UNUSED_LINK = error(
    "link-unused",
    'Nothing in the text uses the address "{given}", so readers would not see this line.',
    "Is it a text? Then write \\[ instead of [ at its beginning. Is it an address? Then link to it, or delete the "
    "line.",
    """
    A line such as `[here]: address` is the address of a link elsewhere in the text, and is not shown itself.

    Good:

        See [here].

        [here]: https://www.hse.gov.uk

    Bad:

        [Hannah]: yes.
    """,
)
TWICE = error(
    "definition-twice",
    'The name "{given}" is used twice, so readers would not see this line.',
    "Give one of the two another name, here and where the text leads to it.",
    """
    Two notes, or two addresses of links, with the same name.

    Bad:

        The word[^1] has a note.

        [^1]: The note itself.

        [^1]: Another note.
    """,
)
LOST_NOTE = error(
    "footnote-lost",
    'Nothing in the text leads to the note "{given}".',
    "Write {given} in the text where the note belongs, or take the note out.",
    """
    A note that nothing in the text leads to.

    Good:

        The word[^1] has a note.

        [^1]: The note itself.

    Bad:

        The word has no note.

        [^1]: The note itself.
    """,
)
MARKDOWN_IN_HTML = warning(
    "mark-html",
    "Readers would see {given} as it is typed, since it is in a block of HTML.",
    "Put an empty line above the text and one below it.",
    """
    Text on the lines just after a tag such as `<details>` is HTML until the next empty line.

    Good:

        <details>
        <summary>Afterwards</summary>

        She said *no*.

        </details>

    Bad:

        <details>
        <summary>Afterwards</summary>
        She said *no*.
        </details>
    """,
)
EMPTY_LINK = error(
    "link-empty",
    "The link leads nowhere.",
    "Write the address between the round brackets, or delete the link and keep the words.",
    """
    A link without an address.

    Good:

        See [The door](the-door.md).

    Bad:

        See [The door]().
    """,
)
