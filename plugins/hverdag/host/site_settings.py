"""What mkdocs.yml may set in a handbook. Each setting works, or is refused in one sentence that names what to do; the
list for readers is in CONTRIBUTING.md, under "An existing site"."""

import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from pathspec import GitIgnoreSpec

from ..model.handbook import Handbook
from ..model.message import message
from ..model.outside import is_outside
from ..model.own_look import FOLDER as OWN_LOOK
from ..model.problem import Problem
from ..model.suggest import path_suggestion
from ..pipeline.proposal import PAGES
from ..pipeline.read import folders
from ..web import page_rules
from .config_file import PLUGIN, THEME, config_problems
from .inclusions import fetched
from .macro_settings import MACROS, Found, Given
from .refused_plugins import refused_plugins
from .search import search_plugins
from .setting_faults import refused, setting_source
from .unknown_settings import unknown_settings

DOCS = "docs"
_PRIVATE = ("private", "site", "site-preview", ".git", ".hverdag", ".site")
"""Folders beside the texts that nothing may be published from."""
_DRAWN_OTHERWISE = frozenset({"features", "palette", "icon", "font", "direction"})
_PATTERNS = ("exclude_docs", "draft_docs")
_LISTS = ("extra_css", "extra_javascript", "extra_templates")


def settled(config: MkDocsConfig, handbook: Handbook, *, told: bool) -> list[Problem]:
    """Return what is wrong with the settings of a site, and take what is refused out of its configuration, so that
    nothing else is told because of it. `told` if the lines of mkdocs.yml itself have been looked over already."""
    root = Path(config.config_file_path).parent
    faults = config_problems(root)
    if faults:
        config.theme["logo"] = config.theme["favicon"] = None
        return [] if told else list(faults)
    found = Found(config, _given(config), root, handbook)
    if not told:  # MkDocs' own commands have taken it as it is written
        config.use_directory_urls = True
    checks: tuple[Callable[[Found], Iterator[Problem]], ...] = (
        _theme,
        _custom_dir,
        _addresses,
        _docs_dir,
        _patterns,
        _lists,
        _theme_files,
        _search,
        *MACROS,
        refused_plugins,
        fetched,
        _unused,
        _frame,
        *(() if told else (unknown_settings,)),
    )
    return [problem for check in checks for problem in check(found)]


def _given(config: MkDocsConfig) -> Given:
    try:
        with Path(config.config_file_path).open("rb") as opened:
            return yaml_load(opened)
    except (OSError, ConfigurationError):
        return {}


def _theme(found: Found) -> Iterator[Problem]:
    if found.config.theme.name != THEME:
        detail = message(
            'the theme is "{given}", and a handbook is made with material.', given=str(found.config.theme.name)
        )
        yield refused(found.root, detail, message("Write it as {better}", better=f"name: {THEME}"), "theme", "name")


def _custom_dir(found: Found) -> Iterator[Problem]:
    """Yield a problem where templates lie among texts, or where MkDocs would publish what lies beside them."""
    folder = found.config.theme.custom_dir
    if folder is None:
        return
    place = Path(folder).resolve()
    near = ((name, (found.root / name).resolve()) for name in (*folders(), OWN_LOOK, *_PRIVATE))
    inside = next((name for name, other in near if place.is_relative_to(other) or other.is_relative_to(place)), "")
    if not inside:
        return
    if inside == OWN_LOOK and place.name == OWN_LOOK:
        detail = message("the folder theme/ is used without custom_dir.")
        advice = message("Take the line out.")
    else:
        detail = message("the folder of custom_dir holds {given}/, or lies in it.", given=inside)
        advice = message(
            "Put the templates in a folder of their own beside mkdocs.yml, such as overrides/, and name that."
        )
    yield refused(found.root, detail, advice, "theme", "custom_dir")
    found.config.theme.dirs = [one for one in found.config.theme.dirs if one != folder]


def _addresses(found: Found) -> Iterator[Problem]:
    if found.given.get("use_directory_urls", True) is False:
        detail = message("with use_directory_urls: false, pages would have other addresses than those on paper.")
        yield refused(found.root, detail, message("Take the line out."), "use_directory_urls")


def _docs_dir(found: Found) -> Iterator[Problem]:
    written = str(found.given.get("docs_dir", DOCS))
    if (found.root / written).resolve() != (found.root / DOCS).resolve():
        detail = message("the hand-written pages of a handbook lie in docs/.")
        advice = message('Give the folder "{given}" the name docs, and take the line out.', given=written)
        yield refused(found.root, detail, advice, "docs_dir")
        if (found.root / DOCS).is_dir() and found.config.docs_dir == str(found.root / written):
            found.config.docs_dir = str(found.root / DOCS)


def _patterns(found: Found) -> Iterator[Problem]:
    """Yield a problem for a pattern that is to leave out a text of the handbook: consent and state decide that."""
    own = [document.path for document in found.handbook.documents]
    pages = [path for path in found.handbook.files if path.startswith("docs/") and path not in own]
    for name in _PATTERNS:
        spec: Any | None = found.config.get(name)
        met = [path for path in own if spec and spec.match_file(path.removeprefix("docs/"))]
        is_meant = [path for path in met if path.startswith("docs/") or not any(_matches(spec, page) for page in pages)]
        if is_meant:
            pattern = next(
                (line.strip() for line in str(found.given.get(name, "")).splitlines() if _is(line, is_meant[0])), ""
            )
            detail = message(
                "{setting} can only leave out hand-written pages, and {given} is one of the handbook's texts.",
                setting=name,
                given=is_meant[0],
            )
            advice = message("Take the line out, and delete the text if nobody is to see it.")
            yield refused(found.root, detail, advice, name, *([pattern] if pattern else []))


def _is(line: str, path: str) -> bool:
    return bool(line.strip()) and GitIgnoreSpec.from_lines([line]).match_file(path.removeprefix("docs/"))


def _matches(spec: Any, page: str) -> bool:
    return bool(spec.match_file(page.removeprefix("docs/")))


def _lists(found: Found) -> Iterator[Problem]:
    """Yield a problem for each style sheet, script and template that is not a file in docs/."""
    for name in _LISTS:
        kept = []
        for one in found.config[name]:
            path = str(getattr(one, "path", one))
            problem = _file(found, path, name, path)
            if problem is None and name == "extra_templates" and path.endswith(PAGES):
                detail = message('"{given}" is a page, and no template.', given=path)
                problem = refused(found.root, detail, message("Take the line out."), name, path)
            if problem:
                yield problem
            else:
                kept.append(one)
        found.config[name] = kept


def _theme_files(found: Found) -> Iterator[Problem]:
    for name in ("logo", "favicon"):
        path = _of_theme(found.given).get(name)
        problem = _file(found, path, "theme", name) if isinstance(path, str) else None
        if problem:
            yield problem
            found.config.theme[name] = None


def _file(found: Found, path: str, *names: str) -> Problem | None:
    """Return what is wrong with a file that mkdocs.yml names; None if it is in docs/, or beside custom templates."""
    setting = " / ".join(dict.fromkeys(name for name in names if name != path))
    if is_outside(path):
        detail = message('{setting} asks another computer for "{given}".', setting=setting, given=path)
        return refused(found.root, detail, message("Put the file in docs/, and write its path there."), *names)
    wanted = posixpath.normpath(path.partition("?")[0])
    folders = [found.root / DOCS, *(Path(one) for one in (found.config.theme.custom_dir,) if one)]
    if not wanted.startswith(("/", "..")) and any((folder / wanted).is_file() for folder in folders):
        return None
    detail = message('{setting} names "{given}", which is not a file in docs/.', setting=setting, given=path)
    near = path_suggestion(f"docs/{wanted}", found.handbook.files)
    more = {"suggestion": str(near["suggestion"]).removeprefix("docs/")} if near else {}
    return refused(found.root, detail, message("Put the file there, or take the line out."), *names, **more)


def _search(found: Found) -> Iterator[Problem]:
    names = search_plugins(found.config)
    if len({name.partition(" #")[0] for name in names}) > 1:  # of one that is there twice, MkDocs tells
        detail = message("there are two plugins for search: {given}.", given=", ".join(names))
        advice = message("Delete one of them: the handbook has one search, with everything in it.")
        yield refused(found.root, detail, advice, "plugins", "search")


def _unused(found: Found) -> Iterator[Problem]:
    if found.is_in_site:
        return
    theme = {name: value for name, value in _of_theme(found.given).items() if value is not False}
    names = sorted(_DRAWN_OTHERWISE & theme.keys())
    language = theme.get("language")
    names += ["language"] if language and language != found.handbook.settings.language.value else []
    if names:
        yield page_rules.UNUSED.at(setting_source(found.root, "theme", names[0]), given=", ".join(names))


def _frame(found: Found) -> Iterator[Problem]:
    """Yield a hint where nothing says whose frame it is, and where the frame of the site has a font from elsewhere."""
    if found.is_in_site and found.config.plugins[PLUGIN].config["frame"] is None:
        yield page_rules.FRAME.at(setting_source(found.root, "plugins", PLUGIN), better="frame: site")
    font = _of_theme(found.given).get("font")
    if found.is_in_site and font:
        named = ", ".join(map(str, font.values())) if isinstance(font, dict) else str(font)
        yield page_rules.FONT.at(setting_source(found.root, "theme", "font"), given=named, better="font: false")


def _of_theme(given: Given) -> Given:
    theme = given.get("theme")
    return theme if isinstance(theme, dict) else {}
