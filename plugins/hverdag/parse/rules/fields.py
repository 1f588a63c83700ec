"""What reading refuses in the fields in it."""

from .form import error

UNKNOWN = error(
    "field-unknown",
    "{cause}",
    "{advice}",
    """
    A field that does not exist, often a slip of the keyboard or a name from another program. All of a file's are told
    together, with the nearest of ours beside each.

    Good:

        title: Nøglen

    Bad:

        tilte: Nøglen
    """,
)
TEXT = error(
    "field-text",
    "Here must be a text.",
    "{advice}",
    """
    A list where a text belongs.

    Good:

        title: Nøglen

    Bad:

        title: [Nøglen]
    """,
)
EMPTY = error(
    "field-empty",
    "There is an empty text.",
    "Write the text, or delete the line.",
    """
    A list item, or a field, without any text.
    """,
)
LIST = error(
    "field-list",
    "Here must be a list.",
    "{advice}",
    """
    A text where a list belongs.

    Good:

        values: [tillid]

    Bad:

        values: tillid
    """,
)
FIELDS = error(
    "field-fields",
    "Here must be fields, indented on the lines below.",
    "Write it in this form:",
    """
    A text where fields within a field belong.

    Good:

        dilemma:
          question: Hvad gør du?
          options:
            - Bliver
            - Går

    Bad:

        dilemma: Hvad gør du?
    """,
)
DATE = error(
    "field-date",
    '"{given}" is not a date.',
    "Write year, month and day as 2026-11-21.",
    """
    A date in another form, or a day that does not exist.

    Good:

        told: 2026-03-12

    Bad:

        told: 12. marts
    """,
)
INTEGER = error(
    "field-integer",
    '"{given}" is not a whole number.',
    "Write the number in digits.",
    """
    A number that is not a whole number in digits.
    """,
)
BOOLEAN = error(
    "field-boolean",
    '"{given}" is neither true nor false.',
    "Write true or false.",
    """
    A field that is either `true` or `false`, and holds something else.
    """,
)
CLOCK = error(
    "field-clock",
    '"{given}" is not a time of day.',
    'Write hours and minutes as "14:30".',
    """
    A time of day in another form.

    Good:

        start: "14:30"

    Bad:

        start: halv tre
    """,
)
CHOICE = error(
    "field-choice",
    '"{given}" is not one of the choices.',
    "Choose one of these: {choices}.",
    """
    A field with fixed choices that holds something else.

    Good:

        state: published

    Bad:

        state: udgivet
    """,
)
INVALID = error(
    "field-invalid",
    "The field cannot be understood.",
    "Look the field up in the list of fields.",
    """
    A field that is wrong in a way that has no rule of its own.
    """,
)
