"""A link that leads nowhere.

Link to another story by its file, and to a value through the folder beside.

Good:

    [The key](the-key.md)

Bad:

    [The key](the-kye.md)
"""

import posixpath
from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.suggest import path_suggestion
from ...model.texts.document import Document
from ...model.texts.locate import source_of

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
        for link in document.body.links:
            target = link.get("href")
            if not _leads_somewhere(target, handbook):
                near = handbook.new_name(target) or path_suggestion(target, handbook.files)
                as_typed = {name: _from(document, str(path)) for name, path in {"given": target, **near}.items()}
                yield RULE.at(source_of(document, link), **as_typed)


def _from(document: Document, target: str) -> str:
    """Return a path as it is written in a document: from the folder that the document is in."""
    if ":" in target.partition("/")[0]:
        return target
    path, sign, place = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(document.path)) + sign + place


def _leads_somewhere(target: str, handbook: Handbook) -> bool:
    if target.startswith("#"):
        return True
    if ":" in target.partition("/")[0]:
        return True  # the reader has refused what is no address
    path = target.partition("#")[0]
    return path in handbook.files and path != handbook.settings.path
