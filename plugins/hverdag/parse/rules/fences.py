"""What reading refuses around the fields: the lines that they begin and end with, and conflicts."""

from .form import error

NO_FRONT_MATTER = error(
    "front-matter-missing",
    "The file does not begin with fields between two lines of three dashes.",
    "{advice}",
    """
    A file without front matter: the fields between two lines of `---` at the top.

    Good:

        ---
        title: The key
        ---
    """,
)
FRONT_MATTER_OPEN = error(
    "front-matter-open",
    "The fields begin with three dashes but never end.",
    "Write --- on a line of its own below line {line}.",
    """
    Front matter without its second line of `---`.
    """,
)
FENCE = error(
    "front-matter-fence",
    'The fields begin and end with a line of three dashes, not with "{given}".',
    "Write --- there, and nothing else on the line.",
    """
    A line that is meant as the three dashes around the fields, and is not: too many dashes, too few, or other signs.

    Good:

        ---
        title: The key
        ---

    Bad:

        ----
        title: The key
        ----
    """,
)
FORM = error(
    "front-matter-form",
    "The fields are written as {given}, which is not read here.",
    "Write this in place of the lines {first} to {last}:",
    """
    Fields as other programs write them: as TOML between lines of `+++`, or as JSON between curly brackets.

    Good:

        ---
        title: The key
        ---

    Bad:

        +++
        title = "The key"
        +++
    """,
)
CONFLICT = error(
    "conflict-marker",
    "Two versions of the text have clashed here (lines {given}).",
    "Choose the one that is right, and delete the other and these lines.",
    """
    The signs that git leaves where two people have changed the same lines: `<<<<<<<` before the one version, `=======`
    between them, and `>>>>>>>` after the other. Nothing else is reported because of them.

    Good:

        One night she puts the key in my hand.

    Bad:

        <<<<<<< HEAD
        One night she puts the key in my hand.
        =======
        One night she gives me the key.
        >>>>>>> correction
    """,
)
