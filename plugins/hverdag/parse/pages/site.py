"""What mkdocs.yml decides of hand-written pages: how their Markdown is read, and which of them may hold code.

The host may ask MkDocs itself; a check must know before anything is built, and most checks build nothing.
"""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ...model.frame_choice import FrameChoice
from ...model.problem import Problem, Source
from ..files import read_text
from ..rules import pages as rules

PATH = "mkdocs.yml"
PLUGIN = "hverdag"
LISTED = "pages_allowed"
FRAME = "frame"
BUNDLES = {
    "extra": ("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html"),
    "pymdownx.extra": (
        "pymdownx.betterem",
        "pymdownx.superfences",
        "footnotes",
        "attr_list",
        "def_list",
        "tables",
        "abbr",
        "md_in_html",
    ),
}
_ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs adds by itself."""
_MOST_PARENTS = 5
_UNKNOWN = object()
"""What stands for a value that only MkDocs can work out, such as `!ENV` or `!!python/name:`."""

Configs = Mapping[str, dict[str, Any]]


@dataclass(frozen=True)
class Site:
    """The Markdown extensions of a site, in order, with the settings of each; the paths of the pages that may hold
    code; whether pages may use macros; the paths of the style sheets, scripts and pictures of the theme that mkdocs.yml
    names in docs/; the folder of the site's own templates, if it has one; what is wrong; and whose frame its pages
    stand in, which is the site's own where nothing is said."""

    extensions: tuple[str, ...] = _ALWAYS
    configs: Configs = field(default_factory=dict)
    allowed: frozenset[str] = frozenset()
    has_macros: bool = False
    listed: frozenset[str] = frozenset()
    templates: str = ""
    problems: tuple[Problem, ...] = ()
    frame: FrameChoice = FrameChoice.SITE

    def listed_in(self, paths: Iterable[str]) -> frozenset[str]:
        """Return the paths of the files that mkdocs.yml names, and of the templates among these paths. That those lie
        in docs/ is told once, of the setting."""
        folder = f"{posixpath.normpath(self.templates)}/"
        return self.listed.union(path for path in paths if path.startswith(folder) and not path.endswith(".md"))


class _Loader(yaml.CSafeLoader):
    """Reads what MkDocs reads, and runs nothing of it."""


_Loader.add_constructor(None, lambda *_: _UNKNOWN)


def read_site(root: Path, pages: Collection[str]) -> Site:
    """Return what the mkdocs.yml of a publication decides. `pages` are the paths of its hand-written pages. Of a file
    that cannot be read, MkDocs tells more than we can."""
    text = read_text(root, PATH)[0] or ""
    data = _merged(root, PATH, _MOST_PARENTS)
    extensions, configs = _extensions(data.get("markdown_extensions"))
    plugins = dict(_named(data.get("plugins")))
    allowed = list(_allowed(plugins.get(PLUGIN), pages, text))
    problems = [one for one in allowed if isinstance(one, Problem)]
    counts = data.get("extra")
    if isinstance(counts, dict) and counts.get("analytics"):
        problems.append(rules.ANALYTICS.at(_source(text, "analytics:")))
    return Site(
        tuple(dict.fromkeys((*_ALWAYS, *extensions))),
        configs,
        frozenset(one for one in allowed if isinstance(one, str)),
        "macros" in plugins,
        frozenset(_listed(data)),
        _templates(data),
        tuple(problems),
        _frame(plugins.get(PLUGIN)),
    )


def _frame(options: dict[str, Any] | None) -> FrameChoice:
    is_own = (options or {}).get(FRAME) == FrameChoice.OWN
    return FrameChoice.OWN if is_own else FrameChoice.SITE


def _templates(data: dict[str, Any]) -> str:
    theme = data.get("theme")
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    return folder if isinstance(folder, str) else ""


def _listed(data: dict[str, Any]) -> Iterator[str]:
    """Yield the path of each file in docs/ that mkdocs.yml names, and that is no page."""
    theme = data.get("theme")
    pictures = (theme.get(name) for name in ("logo", "favicon")) if isinstance(theme, dict) else ()
    lists = (data.get(name) for name in ("extra_css", "extra_javascript", "extra_templates"))
    given = [*pictures, *(one for many in lists if isinstance(many, list) for one in many)]
    for one in given:
        path = one.get("path") if isinstance(one, dict) else one
        if isinstance(path, str):
            yield posixpath.normpath(f"docs/{path.partition('?')[0]}")


def site_setting(root: Path, name: str) -> Any:
    """Return a setting of a publication's mkdocs.yml, or of what it inherits; None if it has none."""
    return _merged(root, PATH, _MOST_PARENTS).get(name)


def settings_in(text: str) -> dict[str, Any]:
    """Return the settings in the text of a mkdocs.yml, without those that it inherits; none where it cannot be read."""
    try:
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 a safe loader, with nothing added that runs
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _merged(root: Path, path: str, parents: int) -> dict[str, Any]:
    """Return the settings in a file, and those of the file that it inherits from."""
    data = settings_in(read_text(root, path)[0] or "")
    parent = data.get("INHERIT")
    if isinstance(parent, str) and parents:
        inherited = posixpath.normpath(posixpath.join(posixpath.dirname(path), parent))
        return {**_merged(root, inherited, parents - 1), **data}
    return data


def _named(given: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the names in a list of extensions or plugins, each with its settings."""
    if isinstance(given, dict):
        given = [{name: settings} for name, settings in given.items()]
    for one in given if isinstance(given, list) else ():
        pairs = one.items() if isinstance(one, dict) else ((one, None),)
        for name, settings in pairs:
            if isinstance(name, str):
                yield name, settings if isinstance(settings, dict) else {}


def _extensions(given: Any) -> tuple[list[str], dict[str, dict[str, Any]]]:
    names: list[str] = []
    configs: dict[str, dict[str, Any]] = {}
    for written, settings in _named(given):
        name = written.removeprefix("markdown.extensions.")
        names += BUNDLES.get(name, (name,))
        if name in BUNDLES:
            configs.update({inner: _known(own) for inner, own in settings.items() if isinstance(own, dict)})
        elif settings:
            configs[name] = _known(settings)
    return names, configs


def _known(settings: dict[str, Any]) -> dict[str, Any]:
    """Return settings without those that only MkDocs can work out."""
    return {str(name): given for name, given in settings.items() if not _is_unknown(given, 5)}


def _is_unknown(given: Any, depth: int) -> bool:
    inner = given.values() if isinstance(given, dict) else given if isinstance(given, list) else ()
    return given is _UNKNOWN or not depth or any(_is_unknown(one, depth - 1) for one in inner)


def _allowed(options: dict[str, Any] | None, pages: Collection[str], text: str) -> Iterator[str | Problem]:
    """Yield the path of each page on the list of those that may hold code, and a problem for each faulty entry."""
    listed = (options or {}).get(LISTED) or []
    for entry in listed if isinstance(listed, list) else [listed]:
        fields = entry if isinstance(entry, dict) else {}
        page, by = fields.get("page"), fields.get("by")
        path = f"docs/{page}"
        named = isinstance(page, str) and isinstance(by, str) and by.strip() and fields.keys() == {"page", "by"}
        if named and path in pages:
            yield path
        else:
            given = page if isinstance(page, str) else entry if isinstance(entry, str) else LISTED
            yield rules.ALLOWED.at(_source(text, given), given=given)


def _source(text: str, given: str) -> Source:
    """Return the first place of some words in mkdocs.yml."""
    before = text[: max(text.find(given), 0)]
    return Source(PATH, before.count("\n") + 1, len(before) - before.rfind("\n"))
