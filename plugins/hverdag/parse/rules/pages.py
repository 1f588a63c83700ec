"""What reading refuses in hand-written pages, and what it tells of them."""

from textwrap import dedent

from ...model.problem import Level, Rule, Tag


def _rule(id: str, level: Level, message: str, remedy: str, manual: str, *tags: Tag) -> Rule:
    return Rule(id, level, message, remedy, dedent(manual).strip(), tags)


OTHERWISE = _rule(
    "page-otherwise",
    Level.WARNING,
    "Here on the site this is {here}; on GitHub and GitLab it is {there}.",
    "{remedy}",
    """
    A block of a hand-written page that GitHub and GitLab show differently from the site.

    Whoever reads a proposal there sees a different page from the readers. Nothing is said about what only the site
    knows, such as boxes that begin with `!!!`.

    Good:

        We agreed on three things:

        - Ring first
        - Write it down
        - Go home

    Bad:

        We agreed on three things:
        - Ring first
        - Write it down
        - Go home
    """,
)
MISSING = _rule(
    "page-missing",
    Level.ERROR,
    'GitHub and GitLab show "{given}"; readers of the site do not.',
    "Put an empty line above and below it. If it still is not there, write it in other words.",
    """
    Words of a hand-written page that are shown in a proposal, and are lost on the site.
    """,
)
FIELDS = _rule(
    "page-fields",
    Level.ERROR,
    'The page begins with "{given}". That is read as a field, and readers do not see it.',
    "Put an empty line above it if it is text. If it is a field, put a line of three dashes above the fields and one "
    "below them.",
    """
    A hand-written page whose first line is a word with a colon after it. MkDocs takes such lines for fields.
    """,
)
UNSAFE = _rule(
    "page-unsafe",
    Level.ERROR,
    'This cannot be in a page: "{given}".',
    "Delete it, or ask whoever runs the handbook to put the page on the list pages_allowed in mkdocs.yml.",
    """
    Code, forms, frames and links that do something other than lead to a page. Readers trust the handbook, so a page is
    refused what a story is refused.

    A page that must have code can be put on the list `pages_allowed` in mkdocs.yml, together with who answers for it.
    Whoever runs the handbook does that. What is on the list may still ask no other computer for anything.

    Good:

        [Health and Safety Executive](https://www.hse.gov.uk)

    Bad:

        <script>alert("hello")</script>
    """,
)
REQUEST = _rule(
    "page-request",
    Level.ERROR,
    'The page asks another computer for "{given}".',
    "Put the file in docs/ and use it from there.",
    """
    A hand-written page that shows a picture, a film or a sound from another computer. A reader's visit is nobody else's
    business, and the handbook must work without the internet. Links that a reader chooses to follow are fine.

    Good:

        [The map at the map office](https://maps.example)

    Bad:

        ![A map](https://maps.example/map.png)
    """,
    Tag.ABOUT_PEOPLE,
)
MARKUP = _rule(
    "page-markup",
    Level.ERROR,
    'There is markup in the field: "{given}".',
    "Write it as plain text.",
    """
    A title or a description with HTML in it. Both are shown as they are written.
    """,
)
HEAVY = _rule(
    "page-size",
    Level.ERROR,
    "There are {count} of the sign {sign}; at most {limit} can be read here.",
    "Divide the page, or delete the signs.",
    """
    So many of one sign in a hand-written page, or in one paragraph or list of it, that a computer could spend minutes
    looking for their meaning. ⏎ is the end of a line.
    """,
)
DEEP = _rule(
    "page-nesting",
    Level.ERROR,
    "Lists or quotations are nested {count} deep; at most {limit} can be read.",
    "Make the list flatter.",
    """
    Lists inside lists on a hand-written page, so deep that no reader could follow.
    """,
)
ALLOWED = _rule(
    "page-allowed",
    Level.ERROR,
    'In the list pages_allowed, "{given}" is not a page of docs/ with someone who answers for it.',
    "Write page: and the file's name in docs/, and by: and who answers for the page.",
    """
    An entry in the list of pages that may hold code which names no page, or nobody who answers for it.
    """,
)
ANALYTICS = _rule(
    "page-counting",
    Level.ERROR,
    "mkdocs.yml tells another computer of every visit to the handbook.",
    "Delete analytics and the lines that belong to it.",
    """
    A service that counts readers, such as Google Analytics. No page of a handbook asks another computer for anything.
    """,
    Tag.ABOUT_PEOPLE,
)
TEMPLATE = _rule(
    "page-template",
    Level.ERROR,
    'The template "{given}" is not in the folder that custom_dir names in mkdocs.yml.',
    "Delete the line, or ask whoever runs the handbook to put the template there.",
    """
    A hand-written page that asks for a template of another theme, or for one that is not there. Templates are code:
    they lie in a folder that engineers answer for.
    """,
)
RULES = (OTHERWISE, MISSING, FIELDS, UNSAFE, REQUEST, MARKUP, HEAVY, DEEP, ALLOWED, ANALYTICS, TEMPLATE)
