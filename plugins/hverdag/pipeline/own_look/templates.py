"""The templates for pages in theme/: whether they can be read, the blocks that they fill or lack, and what they load.
What a template asks for while a page is made is found there (web/own_look.py)."""

import re
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from ...features.registry import registry
from ...model.message import message
from ...model.own_look import FOLDER, OURS, PAGES, OwnLook, own_path
from ...model.problem import Problem, Source
from ...model.suggest import choices, suggestion
from ...verify import SiteCode, outside_in_tags
from ...web.look_rules import BLOCK, LACKING, MISSING, REQUEST, TEMPLATE
from ...web.own_look import FRAME, syntax_detail
from ...web.templates import OWN
from .names import ours
from .places import place

_READ = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
"""Reads templates; it runs none."""
_FILE = re.compile(rf"""["'](?P<path>{FOLDER}/[^"']+)["']""")
_MAIN, _CONTENT = "main.html", "page.content"
_AROUND_CONTENT = ("container", "content")


def problems(look: OwnLook) -> Iterator[Problem]:
    """Yield the problems of all templates for pages."""
    for name in look.named(PAGES):
        text = look.text(name) or ""
        try:
            tree = _READ.parse(text)
        except TemplateSyntaxError as error:
            yield TEMPLATE.at(Source(own_path(name), error.lineno), detail=syntax_detail(str(error.message)))
            continue
        yield from _of_blocks(name, tree)
        yield from of_code(name, text)
        for found in _FILE.finditer(text):
            path = found["path"]
            if path.removeprefix(f"{FOLDER}/") not in look.files:
                near = suggestion(path, map(own_path, look.files))
                yield MISSING.at(place(name, text, found.start("path")), given=path, **near)


def _of_blocks(name: str, tree: nodes.Template) -> Iterator[Problem]:
    """Yield the problems of blocks: one that is filled and never shown, and one that other pages need."""
    extended = _extended(tree)
    if extended is not None:
        known = blocks(extended)
        for block in _outermost(tree):
            if known and block.name not in known:
                source, given = Source(own_path(name), block.lineno), {"given": block.name, "template": extended}
                yield BLOCK.at(source, **given, blocks=choices(sorted(known), 12), **suggestion(block.name, known))
        if name == _MAIN:
            yield from _without_content(tree)
        return
    own = {block.name for block in tree.find_all(nodes.Block)}
    for other, filled in _fillers(name):
        lacking = sorted(filled - own)
        if lacking:
            yield LACKING.at(Source(own_path(name)), given=f"{{% block {lacking[0]} %}}", template=name, pages=other)
    if name == _MAIN and not _shows_content(tree):
        yield _no_content(1)


def _without_content(tree: nodes.Template) -> Iterator[Problem]:
    """Yield a problem for each block that takes the place of the one with the page's text, and shows none."""
    for block in tree.find_all(nodes.Block):
        is_super = any(
            isinstance(one.node, nodes.Name) and one.node.name == "super" for one in block.find_all(nodes.Call)
        )
        if block.name in _AROUND_CONTENT and not (is_super or _shows_content(block)):
            yield _no_content(block.lineno)


def _shows_content(tree: nodes.Node) -> bool:
    found = tree.find_all(nodes.Getattr)
    return any(isinstance(one.node, nodes.Name) and f"{one.node.name}.{one.attr}" == _CONTENT for one in found)


def _no_content(line: int) -> Problem:
    given, pages = f"{{{{ {_CONTENT} }}}}", message("every page of the handbook")
    return LACKING.at(Source(own_path(_MAIN), line), given=given, template=_MAIN, pages=pages)


def of_code(name: str, text: str) -> Iterator[Problem]:
    """Yield the problems of what the template has a browser load or run."""
    found = SiteCode().note(name, text)
    for at, address in outside_in_tags(text):
        yield REQUEST.at(place(name, text, max(at, 0)), given=address)
    for address in found.loads:
        yield REQUEST.at(place(name, text, max(text.find(address), 0)), given=address)
    for rule, code in dict.fromkeys(found.pieces):
        yield rule.at(place(name, text, max(text.find(code), 0)), given=code[:60])


def _extended(tree: nodes.Template) -> str | None:
    """Return the name of the template that one begins with, if it is one of ours."""
    found = next(iter(tree.find_all(nodes.Extends)), None)
    given = found.template.value if found and isinstance(found.template, nodes.Const) else ""
    name = str(given).removeprefix(f"{OURS}/")
    return name if name in ours() else None if not found else name


def _outermost(tree: nodes.Node) -> Iterator[nodes.Block]:
    """Yield the blocks that stand in no other block: those inside one are the template's own."""
    for child in tree.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


@cache
def blocks(name: str) -> frozenset[str]:
    """Return the blocks of one of our own templates, with those of the template that it begins with."""
    tree = _tree(name)
    if tree is None:
        return frozenset()
    extended = _extended(tree)
    own = frozenset(block.name for block in tree.find_all(nodes.Block))
    return own | (blocks(extended) if extended else frozenset())


@cache
def _fillers(name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return our own templates that begin with another, each with the blocks that it fills."""
    found = []
    for other in sorted(ours()):
        tree = _tree(other)
        if tree is not None and _extended(tree) == name:
            found.append((other, frozenset(block.name for block in _outermost(tree))))
    return tuple(found)


@cache
def _tree(name: str) -> nodes.Template | None:
    if not name.endswith(PAGES):
        return None
    folder, slash, rest = name.partition("/")
    of_feature = dict(registry().template_folders).get(folder) if slash else None
    places = [of_feature / rest] if of_feature else [OWN / name, FRAME / name]
    found = next((path for path in places if path.is_file()), None)
    return _READ.parse(found.read_text("utf-8")) if found else None
