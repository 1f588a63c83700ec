"""A link that leads nowhere.

Link to another story by its file, and to a value through the folder beside.

Good:

    [Nøglen](noeglen.md)

Bad:

    [Nøglen](nogle.md)
"""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from ..model.content import Document
from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Rule, Source
from ..model.suggest import path_suggestion

RULE = Rule(
    "link-target",
    Level.ERROR,
    'The link leads to "{given}", which does not exist.',
    "Link to a file in stories/, values/ or docs/, or to a web address.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each link to a file that is not there."""
    for document in handbook.documents:
        for element in document.body.elements():
            target = element.get("href")
            if element.tag == "a" and target and not _leads_somewhere(target, handbook):
                yield RULE.at(find(document, target), given=target, **path_suggestion(target, handbook.files))


def _leads_somewhere(target: str, handbook: Handbook) -> bool:
    if target.startswith("#"):
        return True
    if ":" in target.partition("/")[0]:
        return _is_address(target)
    path = target.partition("#")[0]
    return path in handbook.files and path != handbook.settings.path


def _is_address(target: str) -> bool:
    try:
        parts = urlsplit(target)
        return parts.scheme not in ("http", "https") or bool(parts.hostname)
    except ValueError:
        return False


def find(document: Document, target: str) -> Source:
    """Return the place in a body where a target stands: Python-Markdown keeps no lines."""
    name = target.partition("#")[0].rpartition("/")[2]
    for number, line in document.body.lines():
        column = line.find(name)
        if column >= 0:
            return Source(document.path, number, column + 1)
    return Source(document.path, document.body.line)
