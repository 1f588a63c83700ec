"""What reading asks about, since the forge cannot tell it from prose."""

from .form import error, warning

NUMBER = error(
    "list-number",
    "Readers would see {shown}, but you wrote {given}.",
    "If it is a date or a number in the text, write {escaped} instead. If it is a list, number it {shown}",
    """
    A line that begins with a number and a full stop is an item of a list, and a list counts by itself. So the number
    that readers see may be another than the one you typed.

    Good:

        24\\. december kom hun.

        31\\. december gik hun.

    Bad:

        24. december kom hun.

        31. december gik hun.
    """,
)
NUMBER_ALONE = error(
    "list-ordinal",
    "{given} begins a list here, and there is only one item in it.",
    "Is it a date, a floor or a number in the text? Then write {escaped} instead.",
    """
    A line that begins with a number and a full stop is an item of a list.

    Good:

        Vi mødtes i
        1\\. sal.

    Bad:

        Vi mødtes i
        1. sal.
    """,
)
MINUS = error(
    "list-minus",
    "Readers would see a bullet instead of {sign} in front of the number.",
    "Is it a minus or a plus? Then write \\{sign} instead. Is it a list with one item? Then begin it with *",
    """
    A minus at the beginning of a line makes a list, and readers would not see it.

    Good:

        \\- 5 grader var det om natten.

    Bad:

        - 5 grader var det om natten.
    """,
)
SPEECH = warning(
    "list-speech",
    "The dash makes this line an item of a list.",
    "Does somebody speak? Then write – instead of the dash, and put an empty line above each line of speech. Is it a "
    "list? Then put an empty line above it.",
    """
    A line that begins with a dash is an item of a list, also in the middle of a text. After a line that ends with a
    colon, we take it to be what you meant.

    Good:

        Hun sagde

        – nej, ikke i dag.

    Bad:

        Hun sagde
        - nej, ikke i dag.
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

        Hun gik hjem.

        ---

        Næste dag ringede hun.

    Bad:

        Hun gik hjem.
        ---
        Næste dag ringede hun.
    """,
)
QUOTED_NUMBER = warning(
    "quote-number",
    "Readers would see a quotation instead of the sign > in front of the number.",
    "Does it mean more than? Then write \\> instead, or say it in words.",
    """
    A line that begins with > is a quotation.

    Good:

        \\> 38 grader er feber.

    Bad:

        > 38 grader er feber.
    """,
)
STARRED_NUMBER = warning(
    "emphasis-number",
    "The stars beside the number make what is between them stand out, and readers do not see them.",
    "Write \\* for a star, or × for times.",
    """
    Stars between numbers are taken for emphasis.

    Good:

        Rummet er 5×3×2 meter.

    Bad:

        Rummet er 5*3*2 meter.
    """,
)
