"""Takes what tells of stories out of a live site as it is, where no texts can be built."""

import os
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from ..features.registry import registry
from ..features.search.data import SearchContent, data_paths, search_script
from ..model.addresses import SHORT
from ..model.artifact import INDEX
from ..model.digest_name import without_digest
from ..model.editorial.takedown import TakenOut
from ..model.language import Language, in_own_site
from ..model.manifest import NAME, Manifest
from ..model.settings import Settings
from ..publish import release, remains
from ..publish.taken_away import replacements, take_away
from ..reports.manifest import manifest_text
from ..vcs.commits import is_shallow
from ..web.assets import FOLDER, ICON, SMALL_STYLE
from ..web.missing_page import missing_page
from . import manifest
from .cut_indexes import cut_indexes
from .read import ReadPublication
from .unlisted import files_with_words_of

MISSING = {Language.DANISH: "mangler.html", Language.ENGLISH: "missing.html"}
"""The page that links to missing files lead to, in each language."""


def cut(publication: ReadPublication, live: Manifest, gone: frozenset[str], site: Path) -> TakenOut | None:
    """Replace the pages of a live site that tell of stories, and delete the other files that do, on a copy of it that
    is then made the site; where there is no room for one, in the site itself. Returns None if nothing can be
    changed."""
    stories = [story for story in publication.every_story if story.code in gone]
    files = sorted({*(file for code in gone for file in live.files_with(code)), *files_with_words_of(stories, site)})
    homes = _homes(publication, live)
    missing_at = _missing_pages(homes)
    ids = {story.id for story in stories} or {id for code in gone for id in live.ids_of(code)}
    own = {file for file in files if _is_own(file, ids, live, gone, homes[_home(file, homes)])}
    look = (_published(SMALL_STYLE, site), _published(ICON, site))

    def page(path: str) -> str:
        home = _home(path, homes)
        return missing_page(path.removesuffix(INDEX), homes[home], *look, home, is_storys_own=path in own)

    searched = set(files).intersection(data_paths(site))
    contents = {
        **replacements([file for file in files if file not in searched], page),
        **dict.fromkeys(searched),
        **_no_search(homes, {_home(path, homes) for path in searched}),
        **cut_indexes(site, files, homes),
        **{path: page(path) for path in missing_at.values()},
        NAME: manifest_text(live.without(files)),
    }

    def missing(path: str) -> str:
        return missing_at[_home(path, homes)]

    try:
        _exchanged(site, contents, missing, own)
    except (*remains.REFUSED, shutil.Error):
        if not _in_place(site, contents, missing, own):
            return None
    left_out = tuple(file for file in files if file not in own)
    return TakenOut((), missing=left_out, is_shallow=is_shallow(publication.root))


def _homes(publication: ReadPublication, live: Manifest) -> Mapping[str, Settings]:
    """Return the settings that pages of the site are made with, by the folder of their language in it; that of the
    first has no name. A language whose own settings cannot be read is spoken all the same."""
    settings = publication.settings.model_copy(update={"title": live.title})
    read = {one.language: one.publication.settings for one in (*publication.unsettled, *publication.others)}
    folders = {path.partition("/")[0] for path in live.outputs if "/" in path}
    others = [language for language in Language if language.value in folders and language is not settings.language]
    spoken = {one: read.get(one, settings).model_copy(update={"language": one}) for one in others}
    return {"": settings, **{f"{language}/": found for language, found in spoken.items()}}


def _home(path: str, homes: Collection[str]) -> str:
    """Return the folder of the language that a file of the site is in."""
    return next((home for home in homes if home and path.startswith(home)), "")


def _missing_pages(homes: Mapping[str, Settings]) -> Mapping[str, str]:
    """Return the path of the page that links to missing files lead to, by the folder of a language."""
    return {home: f"{home}{MISSING[settings.language]}" for home, settings in homes.items()}


def _is_own(file: str, ids: Collection[str], live: Manifest, gone: frozenset[str], settings: Settings) -> bool:
    """Return True if a file is about stories that are gone, and about nothing else: their pages and guides, which are
    named by their `ids`, their short addresses, and files that tell of no other story."""
    path = PurePosixPath(file)
    folder, name = PurePosixPath(in_own_site(file)).parts[0], path.parent.name if path.name == INDEX else path.stem
    if folder == SHORT:
        return name.partition("-")[0] in {code.casefold() for code in gone}
    if not file.endswith(".html"):
        return gone.issuperset(live.outputs.get(file, ("?",)))
    return folder in (settings.address_folders.stories, settings.address_folders.guides) and name in ids


def _exchanged(
    site: Path, contents: Mapping[str, str | None], missing: Callable[[str], str], unnamed: Collection[str]
) -> None:
    """Put other contents in the place of files of a live site, in one step."""
    with release.staging(site) as folder:
        shutil.copytree(site, folder, copy_function=_link, dirs_exist_ok=True)
        take_away(folder, contents, missing, unnamed)
        manifest.lay_beside(folder, site)
        manifest.forget_gone(site, folder)
        release.swap(folder, site, keep_last=False)


def _in_place(
    site: Path, contents: Mapping[str, str | None], missing: Callable[[str], str], unnamed: Collection[str]
) -> bool:
    """Delete files of a live site where no other can be made, as on a full disk: that needs no room. What takes their
    place follows as far as there is room then. Returns False if they cannot be deleted either."""
    try:
        with release.locked(site):
            for path in contents:
                (site / path).unlink(missing_ok=True)
            remains.forget_last(site)
    except remains.REFUSED:
        return False
    with suppress(*remains.REFUSED), release.locked(site):
        take_away(site, contents, missing, unnamed)
        manifest.lay_beside(site, site)
    return True


def _link(source: str, target: str) -> str:
    """Link a file, which takes no room, or copy it where that cannot be done. take_away writes into none of them."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _no_search(settings: Mapping[str, Settings], homes: Collection[str]) -> dict[str, str | None]:
    """Return scripts that find nothing, for some folders of languages; that of the site itself has no name."""
    kinds = registry().search_kinds
    scripts = {home: search_script(SearchContent(()), (), settings[home], kinds) for home in homes}
    return {f"{home}{script.path}": str(script.content) for home, made in scripts.items() for script in made}


def _published(name: str, site: Path) -> str:
    """Return the address that a live site has for one of its own files, whichever program has made the site."""
    paths = (path.relative_to(site).as_posix() for path in sorted((site / FOLDER).glob("*"), key=_time))
    return next((path for path in paths if without_digest(path) == f"{FOLDER}/{name}"), f"{FOLDER}/{name}")


def _time(path: Path) -> float:
    return -path.stat().st_mtime
