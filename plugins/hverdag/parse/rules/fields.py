"""What reading refuses in the fields in it."""

from .form import error

UNKNOWN = error(
    "field-unknown",
    "{cause}",
    "{advice}",
    """
    A field that does not exist, often a slip of the keyboard or a name from another program. All those in a file are
    reported together, each with the nearest of ours.

    Good:

        title: The key

    Bad:

        tilte: The key
    """,
)
TEXT = error(
    "field-text",
    "A text belongs here.",
    "{advice}",
    """
    A list where a text belongs.

    Good:

        title: The key

    Bad:

        title: [The key]
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
    "A list belongs here.",
    "{advice}",
    """
    A text where a list belongs.

    Good:

        values: [trust]

    Bad:

        values: trust
    """,
)
FIELDS = error(
    "field-fields",
    "Fields belong here, indented on the lines below.",
    "Write it in this form:",
    """
    A text where fields within a field belong.

    Good:

        dilemma:
          question: What do you do?
          options:
            - Stay
            - Go

    Bad:

        dilemma: What do you do?
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

        told: 12 March
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

        start: half past two
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

        state: done
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
