"""Signs of other programs, which survive into what readers see."""

from .mark import mark

WIKI = "mark-wiki"

FOREIGN_MARKS = (
    mark(
        WIKI,
        "[[",
        r"!?\[\[[^\[\]\n]{1,200}\]\]",
        "Make it a link to a file that is there, [the words](the-file.md), or delete [[ and ]] and keep the words.",
        """
        A link as notebooks write it, between double square brackets.

        Good:

            See [The door](the-door.md).

        Bad:

            See [[The door]].
        """,
    ),
    mark(
        "mark-attributes",
        "{",
        r"\{:[^}\n]*\}|(?<!\{)\{ ?[.#][\w-][^{}\n]*\}",
        "Delete it: a text has no classes and no names for its parts.",
        """
        A class or a name in braces, which only hand-written pages know.

        Bad:

            [Read more](the-door.md){ .button } {: .button }
        """,
    ),
    mark(
        "mark-alert",
        "[!",
        r"^\[!\w+\][-+]?",
        "Write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION], alone on its line.",
        """
        A box of a kind that is not known, or with a title of its own.

        Good:

            > [!NOTE]
            > Ring first.

        Bad:

            > [!INFO] Remember
            > Ring first.
        """,
    ),
    mark(
        "mark-comment",
        "%% [TOC] [toc]",
        r"%%[^%\n]+%%|^\[(?:TOC|toc|_TOC_)\]|(?<=\s)\[TOC\]",
        "Delete it. A comment for other editors is written <!-- like this -->.",
        """
        A comment, or the place for a table of contents, as other programs write them.

        Good:

            <!-- Ask Owen about this. -->

        Bad:

            It was a Monday. %%Ask Owen about this%%
        """,
    ),
    mark(
        "mark-script",
        "~ ^ ++",
        r"(?<=\w)(?:~[^\s~]{1,10}~|\^[^\s^]{1,10}\^)|\+\+(?=\w)[^+\n]{1,80}(?<=\w)\+\+",
        "Write <sub>2</sub> for a small number below the line, <sup>2</sup> for one above it, and <u>word</u> for a "
        "line under a word.",
        """
        Small numbers and underlines, as other programs write them.

        Good:

            H<sub>2</sub>O

        Bad:

            H~2~O
        """,
    ),
    mark(
        "mark-emoji",
        ":",
        r":(?<![\w:]:)[a-z][a-z_]+[a-z0-9]:(?![\w:])",
        "Put the picture itself, or say it in words.",
        """
        The name of an emoji between colons. GitHub and GitLab show a picture, and the handbook does not.

        Good:

            She smiled 🙂

        Bad:

            She smiled :smile:
        """,
    ),
    mark(
        "mark-bullet",
        "^• ^● ^▪ ^■ ^◦ ^‣ ^⁃ ^· ^→ ^➢ ^✓ ^✔ ^☐ ^☑ ^☒ o\t §\t",
        r"^[ \t]*(?P<sign>[•●▪■◦‣⁃·→➢✓✔☐☑☒]|[o§](?=\t))[ \t]+\S",
        "Write - and a space instead, here and on the lines below, and put an empty line above the list.",
        """
        A bullet that was pasted from another program. It makes no list, and the items run together.

        Good:

            - Ring first.
            - Write it down.

        Bad:

            • Ring first.
            • Write it down.
        """,
    ),
    mark(
        "mark-letter",
        "^a ^b ^c ^d ^e",
        r"^[ \t]*(?P<sign>[a-e][.)])[ \t]+\S[^\n]*\n[ \t]*[b-f][.)][ \t]",
        "Write 1. and 2. instead, or put an empty line between them.",
        """
        Items that begin with letters. They make no list, and run together in one paragraph.

        Good:

            1. Ring first.
            2. Write it down.

        Bad:

            a) Ring first.
            b) Write it down.
        """,
    ),
    mark(
        "mark-dash",
        "^– ^—",
        r"^[ \t]*(?P<sign>[–—])[ \t]+\S[^\n]*\n[ \t]*[–—][ \t]",
        "Is it a list? Then write - and a space instead. Is somebody speaking? Then put an empty line between the "
        "lines.",
        """
        Lines that begin with a long dash. They make no list, and run together in one paragraph.

        Good:

            - Ring first.
            - Write it down.

        Bad:

            – Ring first.
            – Write it down.
        """,
    ),
    mark(
        "mark-table",
        "| \t",
        r"^[ \t]*(?P<sign>\|)[^|\n]*\|[^\n]*|^[^\t\n]*\S(?P<tab>\t)+\S[^\n]*\n[^\t\n]*\S\t+\S",
        "Write it as a table: a row of headings with | between them, and below it a row such as |---|---| with as many "
        "fields.",
        """
        Columns that are no table: the row of dashes below the headings is missing, or there are tabs between them.

        Good:

            | Who | What   |
            |------|--------|
            | Liz  | rings |

        Bad:

            | Who | What   |
            | Liz  | rings |
        """,
    ),
)
