"""What is typed and would not be shown, or not as it was meant: cells, definitions, and Markdown within HTML."""

from .form import error, warning

CELL = error(
    "table-cell",
    "The row has {count} cells, but there are only {most} headings, so the cell would be lost.",
    "Move the text into another cell. Or give it a heading in line {head}, and write ---| at the end of line {dashes}.",
    """
    A row of a table with more cells than there are headings.

    Good:

        | Hvem | Hvad |
        |------|------|
        | Lis  | ringer |

    Bad:

        | Hvem | Hvad |
        |------|------|
        | Lis  | ringer | i morgen |
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

        Se [her].

        [her]: https://at.dk

    Bad:

        [Hanne]: ja.
    """,
)
TWICE = error(
    "definition-twice",
    'The name "{given}" is used twice, so readers would not see this line.',
    "Give one of the two another name, here and where the text leads to it.",
    """
    Two notes, or two addresses of links, with the same name.

    Bad:

        Ordet[^1] har en note.

        [^1]: Noten selv.

        [^1]: En note til.
    """,
)
LOST_NOTE = error(
    "footnote-lost",
    'Nothing in the text leads to the note "{given}".',
    "Write {given} in the text where the note belongs, or take the note out.",
    """
    A note that nothing in the text leads to.

    Good:

        Ordet[^1] har en note.

        [^1]: Noten selv.

    Bad:

        Ordet har ingen note.

        [^1]: Noten selv.
    """,
)
MARKDOWN_IN_HTML = warning(
    "mark-html",
    "Readers would see {given} as it is typed, since it stands in a block of HTML.",
    "Put an empty line above the text and one below it.",
    """
    Text on the lines just after a tag such as `<details>` is HTML until the next empty line.

    Good:

        <details>
        <summary>Bagefter</summary>

        Hun sagde *nej*.

        </details>

    Bad:

        <details>
        <summary>Bagefter</summary>
        Hun sagde *nej*.
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

        Se [Døren](doeren.md).

    Bad:

        Se [Døren]().
    """,
)
