"""What a proposal may not bring along, found before anything of it could run.

What the branch that everyone shares has already was read by an engineer before it came there. What the proposal changes
of it must be so that files alone decide (plain_site.py): everything else may be code.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ..features.registry import registry
from ..model.artifact import Progress
from ..model.declared import Place
from ..model.files import PICTURES, RECORDINGS
from ..model.own_look import FOLDER as LOOK
from ..model.own_look import NO_LOOK
from ..model.problem import Problem, Source
from ..model.suggest import suggestion
from ..parse.composed import Composed, composed
from ..parse.files import MOST_LOOKED_THROUGH, entries, file_lines, read_text, rough_text
from ..parse.pages.site import LISTED, PLUGIN
from ..vcs.base import shared_base
from ..vcs.git import GitError, Repository
from . import proposal_rules as rules
from .page_macros import not_known
from .plain_site import MKDOCS, MODULES, has_module, unknown_settings
from .read import ReadPublication, folders
from .result import HostResult, SiteRenderer

if TYPE_CHECKING:
    from .render import RenderedSite

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of what MkDocs takes for a page."""

_TEXTS = (*PAGES, *PICTURES, *RECORDINGS, ".docx", ".pdf", ".pptx", ".xlsx")
_DECIDES = ("requirements", "constraints", "codeowners")
"""How the names begin of texts that say which program is installed, and who is asked."""
_MOST_SHOWN = 60


@dataclass(frozen=True)
class Changes:
    """What a proposal changes: the paths, or None where nobody knows and everything counts as new; and what mkdocs.yml
    was before."""

    paths: frozenset[str] | None = None
    config: str = ""

    def has(self, path: str) -> bool:
        """Return True if a file is another than before."""
        return self.paths is None or path in self.paths


@dataclass(frozen=True)
class InProposal:
    """A renderer that renders a site only where nothing of the proposal could run, and else says what could."""

    renderer: SiteRenderer

    def __call__(self, site: "RenderedSite", folder: Path, progress: Progress) -> HostResult:
        """Write the whole site."""
        refused = tuple(refused_in_proposal(site.publication))
        return HostResult(refused) if refused else self.renderer(site, folder, progress)


def without_proposed_look(publication: ReadPublication, renderer: SiteRenderer) -> ReadPublication:
    """Return a publication without a look of its own that a proposal brings along: its templates are code, and pages
    are rendered with them before a renderer is called. Those of earlier commits may be the proposal's too."""
    if not isinstance(renderer, InProposal):
        return publication
    is_proposed = any(_look(publication.root, _changes(publication.root, "")))
    return replace(publication, look=NO_LOOK if is_proposed else publication.look, is_proposal=True)


def refused_in_proposal(publication: ReadPublication, base: str = "") -> Iterator[Problem]:
    """Yield a problem for everything that could run code and that the publication did not have at `base`: the commit
    where the work left the branch that everyone shares, unless another is named."""
    root = publication.root
    changes = _changes(root, base)
    config, before = composed(rough_text(root, MKDOCS)), composed(changes.config)
    if changes.has(MKDOCS):
        yield from _settings(root, config, before, changes.config.splitlines())
    yield from _files(root, config, changes)
    yield from (rules.CODE.at(Source(path), given=path) for path in _look(root, changes))
    # Another setting of main's may give the signs another meaning, or read macros in a page that does not ask.
    is_read_otherwise = any(_is_macros(config.data, place) for place in unknown_settings(config.data))
    for path in sorted((*publication.handbook.files, *publication.handbook.marked)):
        if path.startswith("docs/") and path.endswith(PAGES) and changes.has(path):
            if is_read_otherwise:
                yield rules.MACRO.at(Source(path), given=path)
            else:
                yield from _macros(root, path)


def _macros(root: Path, path: str) -> Iterator[Problem]:
    """Yield a problem for each place where a page asks for something else than our macros."""
    text, known = rough_text(root, path), registry().macros
    for asked in not_known(path, text, known):
        yield rules.MACRO.at(Source(path, asked.line, asked.column), given=asked.given, **suggestion(asked.name, known))
    if (root / path).stat().st_size > MOST_LOOKED_THROUGH:
        yield rules.MACRO.at(Source(path, text.count("\n") + 1), given=path)


def _changes(root: Path, base: str) -> Changes:
    try:
        repository = Repository(root)
        commit = repository.commit(base) if base else shared_base(repository)
        if not commit:
            return Changes()
        before = repository.read(commit, MKDOCS) or b""
        return Changes(frozenset(repository.changed(commit)), before.decode("utf-8-sig", "replace"))
    except GitError:
        return Changes()


def _settings(root: Path, config: Composed, before: Composed, had: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each setting that mkdocs.yml did not have, unless it is known that files alone decide. `had`
    are the lines that it had."""
    yield from (rules.CODE.at(problem.source, given=MKDOCS) for problem in read_text(root, MKDOCS)[1])
    if config.is_endless:
        yield rules.CODE.at(Source(MKDOCS), given=MKDOCS)
    told = set[int]()
    for place in unknown_settings(config.data):
        if not _had(before.data, config.data, place):
            line, column = config.places[place]
            told.add(line)
            yield rules.CODE.at(Source(MKDOCS, line, column), given=_shown(config.data, place))
    for place, page in _newly_allowed(config, before):
        yield rules.ALLOWED.at(Source(MKDOCS, *config.places[place]), given=page)
    lines, known = file_lines(root, MKDOCS), {line.strip() for line in had}
    for line, column in config.asks:
        written = lines[line - 1].strip() if line <= len(lines) else ""
        if line not in told and written not in known:
            yield rules.CODE.at(Source(MKDOCS, line, column), given=written[:_MOST_SHOWN])


def _newly_allowed(config: Composed, before: Composed) -> Iterator[tuple[Place, str]]:
    """Yield the pages that may have code, and could not before, each with the place of our plugin in mkdocs.yml."""
    had = {page for _, page in _allowed(before.data)}
    yield from (one for one in _allowed(config.data) if one[1] not in had)


def _allowed(data: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    plugins = data.get("plugins")
    for number, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        options = plugin.get(PLUGIN) if isinstance(plugin, dict) else None
        pages = options.get(LISTED) if isinstance(options, dict) else None
        for page in pages if isinstance(pages, list) else [pages] if pages else ():
            yield ("plugins", number), str(page.get("page") if isinstance(page, dict) else page)


def _had(before: dict[str, Any], now: dict[str, Any], place: Place) -> bool:
    name = str(place[0])
    if len(place) == 1:
        return name in before and before[name] == now[name]
    had = before.get(name)
    return isinstance(had, list) and now[name][place[1]] in had


def _shown(data: dict[str, Any], place: Place) -> str:
    """Return the name of a setting, a plugin or an extension."""
    given = data[str(place[0])][place[1]] if len(place) > 1 else place[0]
    return str(next(iter(given), place[0]) if isinstance(given, dict) else given)


def _files(root: Path, config: Composed, changes: Changes) -> Iterator[Problem]:
    """Yield a problem for each new file that a build would run: a module for macros, and, where mkdocs.yml runs code of
    the publication's own, everything that is no text."""
    runs = any(place[0] != "extra" for place in unknown_settings(config.data)) or bool(config.asks) or config.is_endless
    if changes.paths is None:
        yield from (rules.CODE.at(Source(name), given=name) for name in MODULES if (root / name).exists())
        return
    for path in sorted(changes.paths):
        is_module = has_module(root) and path.split("/")[0] in MODULES
        if is_module or (
            runs and path != MKDOCS and not (is_text(path) or is_about(path) or path.startswith(f"{LOOK}/"))
        ):
            yield rules.CODE.at(Source(path), given=path)


def _look(root: Path, changes: Changes) -> Iterator[str]:
    """Yield the files in theme/ that are new or changed."""
    paths = (entry.path for entry in entries(root, LOOK)) if changes.paths is None else sorted(changes.paths)
    yield from (path for path in paths if path.startswith(f"{LOOK}/"))


def is_about(path: str) -> bool:
    """Return True for a file about the publication, which lies beside its folders and decides nothing."""
    decides = path.casefold().startswith(_DECIDES)
    return "/" not in path and not decides and PurePosixPath(path).suffix in (*PAGES, ".txt", "")


def is_text(path: str) -> bool:
    """Return True for a file that a handbook tells by: a text, a picture or a recording, where these lie."""
    name = path.casefold()
    if path.startswith("values/") and name.endswith((".yml", ".yaml")):
        return True
    parts = PurePosixPath(path).parts
    return parts[0] in folders() and "overrides" not in parts and name.endswith(_TEXTS)


def _is_macros(data: dict[str, Any], place: Place) -> bool:
    """Return True if a setting is the macros plugin's, or may be."""
    return place[0] == "plugins" and (len(place) == 1 or _shown(data, place) == "macros")
