"""What reading asks about, since the forge cannot tell it from prose."""

from .form import error, warning

NUMBER = error(
    "list-number",
    "Readers would see {shown}, but you wrote {given}.",
    "If it is a date or a number in the text, write {escaped} instead. If it is a list, number it {shown}",
    """
    A line that begins with a number and a full stop is an item of a list, and a list counts by itself. So readers may
    see a different number from the one you typed.

    Good:

        24\\. December is when she came.

        31\\. December is when she left.

    Bad:

        24. December is when she came.

        31. December is when she left.
    """,
)
NUMBER_ALONE = error(
    "list-ordinal",
    "{given} begins a list here, and there is only one item in it.",
    "Is it a date, a floor or a number in the text? Then write {escaped} instead.",
    """
    A line that begins with a number and a full stop is an item of a list.

    Good:

        We met in room
        1\\. It was cold.

    Bad:

        We met in room
        1. It was cold.
    """,
)
MINUS = error(
    "list-minus",
    "Readers would see a bullet instead of {sign} in front of the number.",
    "Is it a minus or a plus? Then write \\{sign} instead. Is it a list with one item? Then begin it with *",
    """
    A minus at the beginning of a line makes a list, and readers would not see it.

    Good:

        \\- 5 degrees is what it was that night.

    Bad:

        - 5 degrees is what it was that night.
    """,
)
SPEECH = warning(
    "list-speech",
    "The dash makes this line an item of a list.",
    "Is somebody speaking? Then write – instead of the dash, and put an empty line above each line of speech. Is it "
    "a list? Then put an empty line above it.",
    """
    A line that begins with a dash is an item of a list, even in the middle of a text. After a line that ends with a
    colon, we take it to be what you meant.

    Good:

        She said

        – no, not today.

    Bad:

        She said
        - no, not today.
    """,
)
UNDERLINE = warning(
    "heading-underline",
    "The line below the text makes it a heading.",
    "Is it a heading? Then write ## in front of it and delete this line. Is it a line? Then write --- with an empty "
    "line above it.",
    """
    A line of dashes or equals signs just below a text.

    Good:

        She went home.

        ---

        The next day she rang.

    Bad:

        She went home.
        ---
        The next day she rang.
    """,
)
QUOTED_NUMBER = warning(
    "quote-number",
    "Readers would see a quotation instead of the sign > in front of the number.",
    "Does it mean more than? Then write \\> instead, or say it in words.",
    """
    A line that begins with > is a quotation.

    Good:

        \\> 38 degrees is a fever.

    Bad:

        > 38 degrees is a fever.
    """,
)
STARRED_NUMBER = warning(
    "emphasis-number",
    "The stars beside the number make what is between them stand out, and readers do not see them.",
    "Write \\* for a star, or × for times.",
    """
    Stars between numbers are taken for emphasis.

    Good:

        The room is 5×3×2 metres.

    Bad:

        The room is 5*3*2 metres.
    """,
)
