"""What reading refuses in the text itself."""

from .form import error, hint, warning

UNSAFE = error(
    "text-unsafe",
    'This cannot be in a text: "{what}".',
    "Delete it. If it is a tag between < and >, delete all of it and its partner, and keep the words between them.",
    """
    Code, forms, frames, or links that do something other than lead to a page. Readers trust the handbook; a text in it
    must be a text and nothing more.

    Good:

        [Health and Safety Executive](https://www.hse.gov.uk)

    Bad:

        <script>alert("hello")</script>
    """,
)
UNBALANCED = error(
    "text-tag",
    "A tag here has no partner, or is where it cannot be.",
    "Write both tags, as in <u>word</u>, within one paragraph, or delete them.",
    """
    A tag that begins and never ends, or ends without having begun.

    Good:

        She said <u>no</u>.

    Bad:

        She said <u>no.
    """,
)
NESTING = error(
    "text-nesting",
    "Lists or quotations are nested {depth} deep; at most {limit} can be read.",
    "Make the list flatter.",
    """
    Lists inside lists so deep that no reader could follow.
    """,
)
TOO_LONG = error(
    "text-size",
    "The text has {count} characters; at most {limit} can be read.",
    "Make the text shorter, or divide it.",
    """
    A text far longer than a story that can be read aloud.
    """,
)
SIGNS = error(
    "text-signs",
    "There are {count} of the sign {sign} in the text; at most {limit} can be read.",
    "Divide the text, or delete the signs.",
    """
    So many signs in one text that a computer would be busy looking for their meaning.
    """,
)
INDENTED = error(
    "text-indented",
    "Four spaces or a tab in front of a line make it computer code.",
    "Delete the spaces in front of the line. For code, put ``` on a line above and below.",
    """
    A line that begins with four spaces or more. It would be shown in a box, as code, and its line breaks would stay.

    Good:

        She went home.

    Bad:

        She went home.

            We waited for a long time.
    """,
)
FENCE_OPEN = warning(
    "text-fence",
    "The code that begins here never ends, so the rest of the text is code.",
    "Put ``` on a line of its own where the code ends.",
    """
    A line of three backticks or tildes without its partner.

    Bad:

        ```
        She went home.
    """,
)
DEFINITION = error(
    "text-definition",
    "A list of words with explanations cannot be written with a colon.",
    "Write each as **word** and then what it means, on one line.",
    """
    A colon at the beginning of a line. GitHub and GitLab show it as running text.

    Good:

        **Nod**: a yes to a text.

    Bad:

        Nod
        :   A yes to a text.
    """,
)
ADMONITION = error(
    "text-admonition",
    'The line begins with "{given}", which GitHub and GitLab show as it is typed.',
    "Write > [!NOTE] on a line of its own, and > in front of each line below.",
    """
    A box written with `!!!`. GitHub and GitLab have another sign for it.

    Good:

        > [!NOTE]
        > Ring first.

    Bad:

        !!! note
            Ring first.
    """,
)
EDITOR_COMMENT = hint(
    "text-comment",
    "The comment is left out: readers do not see it.",
    "Delete all of it, from <!-- to -->, when it has been dealt with.",
    """
    A comment for other editors, between `<!--` and `-->`. It is on no page and on no paper.

    Bad:

        <!-- Ask Hannah about this. -->
    """,
)
