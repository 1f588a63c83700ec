"""What mkdocs.yml must say for a handbook to come of it, and the lines that say it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.structure.nav import Navigation

from ..model.message import Message, message
from ..model.problem import Parameter, Problem, Source
from ..model.yaml_text import bracketed
from ..parse import rules as parse_rules
from ..parse.files import read_text
from ..parse.front_matter import read_fields
from ..parse.tree import Tree
from ..web import page_rules
from .doors import MOST as MOST_DOORS
from .doors import leads_somewhere

MKDOCS = "mkdocs.yml"
PLUGIN, THEME = "hverdag", "material"

STAND_IN = b"""
site_name: "-"
theme: {name: material}
plugins: [search, {macros: {render_by_default: false}}, {hverdag: {frame: own}}]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc]
"""
"""What stands in for a mkdocs.yml that cannot be used, so that the pages are looked over all the same."""

_THEME = f"theme:\n  name: {THEME}"
_PLUGINS = f"plugins:\n  - search\n  - macros:\n      render_by_default: false\n  - {PLUGIN}"
_ALLOWED_HERE = frozenset(rule.id for rule in (parse_rules.TAG, parse_rules.ALIAS, parse_rules.DEPTH))
"""MkDocs reads more of YAML than a handbook's own files may hold."""


def root_of(config: Any) -> Path:
    """Return the folder of a publication, given the configuration of MkDocs or of a plugin."""
    return Path(str(config.config_file_path)).parent


def config_problems(root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with mkdocs.yml: lines that cannot be read, or else the theme or plugin that it lacks."""
    text, problems = read_text(root, MKDOCS)
    if text is None:
        return tuple(problems)
    tree = read_fields(text, MKDOCS)
    slips = tuple(_slip(problem) for problem in tree.problems if problem.rule not in _ALLOWED_HERE)
    if slips or "INHERIT" in tree.data:
        return slips
    return tuple(_missing(tree))


def door_hints(root: Path, nav: Navigation) -> Iterator[Problem]:
    """Yield a hint where mkdocs.yml has more doors than a reader takes in at a glance."""
    drawn = [number for number, item in enumerate(nav.items) if leads_somewhere(item)]
    if len(drawn) <= MOST_DOORS:
        return
    text, _ = read_text(root, MKDOCS)
    tree = read_fields(text or "", MKDOCS)
    line, column = next((tree.places[at] for at in (("nav", drawn[MOST_DOORS]), ("nav",)) if at in tree.places), (1, 1))
    yield page_rules.NAV_DOORS.at(Source(MKDOCS, line, column, "nav"), count=len(drawn), limit=MOST_DOORS)


def _slip(problem: Problem) -> Problem:
    """Return a slip in the form of a file as one of mkdocs.yml."""
    if problem.rule == parse_rules.CONFLICT.id:
        return problem
    rule = next(rule for rule in parse_rules.RULES if rule.id == problem.rule)
    given = tuple(problem.parameters.items())
    detail, advice = Message(rule.message, given), Message(rule.remedy, given)
    return page_rules.CONFIG.at(problem.source, detail=detail, advice=advice)


def _missing(tree: Tree) -> Iterator[Problem]:
    absent = {name: sample for name, sample in (("theme", _THEME), ("plugins", _PLUGINS)) if name not in tree.data}
    if absent:
        advice = message("Write these lines at its end:")
        yield _problem(tree, *absent, advice=advice, sample="\n".join(absent.values()))
    theme = tree.data.get("theme", THEME)
    if isinstance(theme, str) and theme != THEME:
        yield _problem(tree, "theme", **_line(f"theme: {THEME}"))
    elif isinstance(theme, dict) and theme.get("name") != THEME:
        yield _problem(tree, "theme", "name", **_line(f"name: {THEME}"))
    plugins = tree.data.get("plugins", [PLUGIN])
    if not _is_used(plugins):
        yield _problem(tree, "plugins", **_with_plugin(plugins, tree))


def _is_used(plugins: object) -> bool:
    if isinstance(plugins, dict):
        return PLUGIN in plugins
    return isinstance(plugins, list) and any(
        one == PLUGIN or (isinstance(one, dict) and PLUGIN in one) for one in plugins
    )


def with_plugin(root: Path, name: str) -> dict[str, Parameter]:
    """Return the remedy for a mkdocs.yml whose plugins lack one."""
    tree = read_fields(read_text(root, MKDOCS)[0] or "", MKDOCS)
    plugins = tree.data.get("plugins")
    return _with_plugin(plugins, tree, name) if plugins else {"advice": message("Write it as {better}", better=name)}


def _with_plugin(plugins: object, tree: Tree, new: str = PLUGIN) -> dict[str, Parameter]:
    """Return the remedy for plugins without a `new` one, in the form in which they are written."""
    (line, _), (first, column) = tree.keys[("plugins",)], tree.places[("plugins",)]
    if isinstance(plugins, str) or first == line:
        names = plugins if isinstance(plugins, list) else [plugins]
        return _line(f"plugins: {bracketed([str(name) for name in (*names, new)])}")
    form = f"{new}: {{}}" if isinstance(plugins, dict) else f"- {new}"
    return {"advice": message("Write this below line {line}:", line=line), "sample": " " * (column - 1) + form}


def _line(better: str) -> dict[str, Parameter]:
    return {"advice": message("Write it as {better}", better=better)}


def _problem(tree: Tree, *names: str, **parameters: Parameter) -> Problem:
    place = next((names[:length] for length in (2, 1) if names[:length] in tree.places), ())
    line, column = tree.places.get(place, (1, 1))
    source = Source(MKDOCS, line, column, names[0])
    detail = message("it does not say what makes it a handbook ({given}).", given=" / ".join(names))
    return page_rules.CONFIG.at(source, detail=detail, **parameters)
