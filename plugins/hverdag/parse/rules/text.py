"""What reading refuses in the text itself."""

from .form import error

UNSAFE = error(
    "text-unsafe",
    'This cannot be in a text: "{what}".',
    "Delete it. Write plain text and Markdown.",
    """
    Code, comments, forms, frames, or links that do something else than lead to a page. Readers trust the handbook;
    a text in it must be a text and nothing more.

    Good:

        [Arbejdstilsynet](https://at.dk)

    Bad:

        <script>alert("hej")</script>
    """,
)
SIGNS = error(
    "text-signs",
    "There are {count} of the sign {sign} in one paragraph or list; at most {limit} can be read.",
    "Divide the text, or delete the signs.",
    """
    So many signs in one paragraph that a computer could spend minutes looking for their meaning.
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
