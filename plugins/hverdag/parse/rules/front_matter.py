"""What reading refuses in front matter as YAML."""

from .form import error

FIELDS_TOO_LONG = error(
    "front-matter-size",
    "The fields are too long: at most {limit},000 letters can be read.",
    "Make them shorter; a story's text belongs below the second line of three dashes.",
    """
    Fields that are longer than a whole handbook's.
    """,
)
COLON = error(
    "front-matter-colon",
    "The text has a colon in it, so it must be in quotation marks.",
    "{advice}",
    """
    A text with a colon followed by a space, without quotation marks.

    Good:

        title: "Trust: we dare"

    Bad:

        title: Trust: we dare
    """,
)
TAB = error(
    "front-matter-tab",
    "The line is indented with a tab.",
    "{advice}",
    """
    A line of front matter indented with a tab instead of spaces.
    """,
)
SYNTAX = error(
    "front-matter-syntax",
    "{cause}",
    "{advice}",
    """
    A line of front matter that is not `field: text` or `- text`, a quotation mark without its partner, or a text that
    begins with a quotation: then the whole text must be in single quotation marks.

    Good:

        title: '"Good morning" in the hall'

    Bad:

        title: "Good morning" in the hall
    """,
)
COMMENT = error(
    "front-matter-comment",
    "Everything after # on this line would be left out.",
    "Write it as {better}, or put the comment on a line of its own.",
    """
    A `#` after a text: the rest of the line would silently disappear.

    Good:

        title: "Number #47"

    Bad:

        title: Number #47
    """,
)
DUPLICATE = error(
    "field-duplicate",
    'The field "{given}" is there twice; the first is on line {first}.',
    "Delete one of them.",
    """
    The same field twice in one file.
    """,
)
ALIAS = error(
    "front-matter-alias",
    "A text that begins with {sign} must be in quotation marks.",
    "{advice}",
    """
    A text that begins with `&` or `*`, which mean something else to the computer.

    Good:

        title: "*The key*"

    Bad:

        title: *The key*
    """,
)
TAG = error(
    "front-matter-tag",
    "A text that begins with ! must be in quotation marks.",
    "{advice}",
    """
    A text that begins with `!`, which means something else to the computer.

    Good:

        title: "!Important"

    Bad:

        title: !Important
    """,
)
DEPTH = error(
    "front-matter-depth",
    "The fields are nested too deeply.",
    "Compare with a story that works.",
    """
    Lists inside lists inside lists: no field needs it.
    """,
)

BRACKET = error(
    "front-matter-bracket",
    "A list in brackets is never ended.",
    "Write it as {better}",
    """
    A list that begins with `[` and has no `]`.

    Good:

        values: [trust, courage]

    Bad:

        values: [trust, courage
    """,
)
SPACE = error(
    "front-matter-space",
    "There is no space after the colon.",
    "Write a space after {given}:",
    """
    A field without a space between its colon and its text.

    Good:

        state: published

    Bad:

        state:published
    """,
)
DASH = error(
    "front-matter-dash",
    "The line must begin with a dash and a space, as the others of the list.",
    "Write it as {better}, with {count} spaces in front.",
    """
    A line of a list that begins with nothing, or with a sign other than a dash.

    Good:

        questions:
          - Who?
          - What?
          - When?

    Bad:

        questions:
          - Who?
          • What?
          - When?
    """,
)
