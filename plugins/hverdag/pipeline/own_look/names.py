"""Which files in theme/ take the place of something, or are named by one that does. A slip in a name is told: it would
change nothing and say nothing."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ...features.registry import registry
from ...model.message import message
from ...model.own_look import BASE, FONTS, OURS, PAGES, PAPERS, PICTURES, SHEETS, OwnLook, own_path
from ...model.problem import Problem, Source
from ...model.suggest import nearest
from ...paper.data import OWN as PAPER
from ...web.look_rules import FILE
from ...web.look_sheets import named_in_sheet
from ...web.own_look import FRAME
from ...web.templates import OWN as WEB

NOT_TO_BE_REPLACED = frozenset({"finished.html"})
"""Sets pages into frames that were drawn before: it shows nothing."""
LIKE = 0.75
"""How like another name must be to be what was meant: many of ours differ in one word."""
_INSIDE = re.compile(r"""["']/?([\w./ -]+\.(?:html|typ))["']""")


@cache
def ours() -> frozenset[str]:
    """Return the names of the package's own templates: of the frame, of the toolkits, and of each feature."""
    folders = (("", FRAME), ("", WEB), ("", PAPER), *((f"{name}/", at) for name, at in registry().template_folders))
    found = {f"{begins}{_inside(path, folder)}" for begins, folder in folders for path in folder.rglob("*.*")}
    return frozenset(name for name in found if name.endswith((PAGES, PAPERS))) - NOT_TO_BE_REPLACED


def _inside(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def problems(look: OwnLook) -> Iterator[Problem]:
    """Yield a problem for each file that takes the place of nothing, and that nothing else in theme/ names."""
    named = set(_named(look))
    for name in sorted(look.files):
        is_used = name in ours() or name in named or name.endswith(SHEETS) or name == BASE
        if is_used:
            continue
        if name.endswith((PAGES, PAPERS)):
            near = nearest(name, [one for one in ours() if one.endswith(name[-5:])], LIKE)
            cause = message('Hverdag has no template "{given}", so the file takes the place of nothing.', given=name)
            advice = message("Delete it, or give it the name of the template whose place it is to take.")
            suggestion = {"suggestion": own_path(near)} if near else {}
            yield FILE.at(Source(own_path(name)), cause=cause, advice=advice, **suggestion)
        else:
            cause = message('No template and no style sheet in theme/ names "{given}".', given=own_path(name))
            advice = message("Delete it, or name it where it is to be shown.")
            yield FILE.at(Source(own_path(name)), cause=cause, advice=advice)


def _named(look: OwnLook) -> Iterator[str]:
    """Yield the files that others in theme/ name: a part that a template includes, a picture, a font."""
    for name in look.named(PAGES, PAPERS):
        text = look.text(name) or ""
        yield from (found.removeprefix(f"{OURS}/") for found in _INSIDE.findall(text))
        yield from (one for one in look.named(*PICTURES, *FONTS) if own_path(one) in text)
    for name in look.named(SHEETS):
        yield from (found for _, _, found in named_in_sheet(name, look.text(name) or ""))
