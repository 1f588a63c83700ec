"""The Typst templates in theme/: whether what they import and show is there. Whether Typst can set a paper with them is
seen when it is set (publish/own_templates.py)."""

import re
from collections.abc import Iterator

from ...features.registry import registry
from ...model.message import message
from ...model.own_look import FOLDER, PAPERS, OwnLook, own_path
from ...model.problem import Problem
from ...model.suggest import suggestion
from ...paper.data import ImportedPackageError, imports, package_file
from ...publish.typst_compiler import TEMPLATE
from ...web.look_rules import MISSING
from .places import place

_FILE = re.compile(rf"""["']/(?P<path>{FOLDER}/[^"']+)["']""")


def problems(look: OwnLook) -> Iterator[Problem]:
    """Yield the problems of all Typst templates."""
    for name in look.named(PAPERS):
        text = look.text(name) or ""
        yield from _of_imports(name, text, look)
        for found in _FILE.finditer(text):
            path = found["path"]
            if path.removeprefix(f"{FOLDER}/") not in look.files:
                near = suggestion(path, map(own_path, look.files))
                yield MISSING.at(place(name, text, found.start("path")), given=path, **near)


def _of_imports(name: str, text: str, look: OwnLook) -> Iterator[Problem]:
    try:
        imported = list(imports(name, text))
    except ImportedPackageError as error:
        given = str(error).rpartition(": ")[2]
        detail = message('it can only import files of theme/ and of Hverdag, and "{given}" is none.', given=given)
        yield TEMPLATE.at(place(name, text, max(text.find(given), 0)), detail=detail)
        return
    for at, other in imported:
        if not (other in look.files or _is_ours(other)):
            detail = message('there is no template "{given}".', given=other)
            yield TEMPLATE.at(place(name, text, at), detail=detail)


def _is_ours(name: str) -> bool:
    try:
        return package_file(name, registry().template_folders).is_file()
    except KeyError:
        return False
