"""Fields that MkDocs, its themes and its plugins know of a hand-written page, and that are none of ours."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ...model.problem import Problem, Source
from ..rules import pages as rules
from ..tree import Tree

TEMPLATE = "template"
KNOWN_ELSEWHERE = frozenset(
    "author,authors,categories,comments,created,date,glightbox,icon,ignore_macros,image,keywords,links,pin,"  # noqa: SIM905
    "readtime,revision_date,robots,slug,social,status,subtitle,summary,tags,template,updated".split(",")
)
"""MkDocs, Material, and the plugins macros, rss, glightbox and git-revision-date. Not among them is `draft`: it is
Material's blog that heeds it, and anybody else's page would be published all the same."""
_OF_SEARCH = frozenset({"boost"})


def without_other_fields(tree: Tree) -> Tree:
    """Return the fields of a page without those that others know."""
    data = {name: given for name, given in tree.data.items() if name not in KNOWN_ELSEWHERE}
    search = data.get("search")
    if isinstance(search, dict):
        data["search"] = {name: given for name, given in search.items() if name not in _OF_SEARCH}
        if search and not data["search"]:
            del data["search"]
    return replace(tree, data=data)


def template_problems(tree: Tree, path: str, root: Path, folder: str) -> Iterator[Problem]:
    """Yield a problem for a page that asks for a template which is not in the `folder` of the site's own templates.
    What is in there is read by engineers; what another theme has, our pages have no place for."""
    given = tree.data.get(TEMPLATE)
    if given is None:
        return
    name = str(given)
    is_inside = posixpath.normpath(name) == name and not name.startswith(("/", ".."))
    if not (folder and is_inside and name.endswith(".html") and (root / folder / name).is_file()):
        line, column = tree.places.get((TEMPLATE,), (1, 1))
        yield rules.TEMPLATE.at(Source(path, line, column, TEMPLATE), given=name)
