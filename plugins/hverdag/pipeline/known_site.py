"""Remembers what the last site without problems was made of, file by file, so that the next run has to look only at
what is another since.

Where all that decides how hand-written pages and frames look is as it was then, each page of ours is its frame with the
page set into it. What has changed is staged alone, and passes the same gates; the rest of the site is only linked to. A
check needs no more; a build writes the rest beside it. Where something is found so, the whole site is made: what is
told never depends on what is remembered.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..features.search.data import ADDRESS
from ..model.artifact import Artifact, Progress, WebPage
from ..model.manifest import NAME
from ..model.search import FoundPage, SearchEntry
from ..parse.files import rough_text
from ..publish.cache.folder import cache_folder
from ..publish.cache.memo import Memo
from ..publish.cache.store import is_changed
from ..publish.cache.story_index import StoryIndex
from ..verify.known_files import KnownFiles
from .known_pages import RememberedPages, digest_of, digests, found_in, path_of, write
from .page_macros import calls
from .program import program
from .render import RenderedSite, codes_of
from .result import HostResult, SiteRenderer
from .search_index import search_data, search_rows
from .unchanged_site import UnchangedSite
from .withheld import withheld_texts


class KnownSite:
    """A host that writes what has changed since a site had no problems, or the whole site by another host: that when
    it is asked a second time. `live` is the site that a build will take the place of."""

    def __init__(self, renderer: SiteRenderer, unchanged: UnchangedSite, root: Path, live: Path | None = None) -> None:
        self._whole, self._unchanged, self._live = renderer, unchanged, live
        self._memo = Memo(cache_folder(), root, "site")
        self._found: dict[str, Any] = {}
        self._key: str | None = None
        self._result = HostResult()

    @property
    def is_part(self) -> bool:
        """Whether what was written last is not the whole site."""
        return bool(self._result.known.paths)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is remembered."""
        return self._memo.is_empty

    def __call__(self, site: RenderedSite, folder: Path, progress: Progress) -> HostResult:
        """Write a site, or what has changed of it, to a folder."""
        is_first, self._key = self._key is None, self._key or self._key_of(site)
        part = self._part(site, folder) if is_first and self._key in self._memo else None
        self._result = part or self._whole(site, folder, progress)
        if not part:
            framed = self._result.framed
            is_framed = framed.keys() == set(site.addresses) and all(one.frame for one in framed.values())
            self._found = found_in(site, folder, self._result) if self._key and is_framed else {}
        return self._result

    def write_rest(self, site: RenderedSite, folder: Path) -> bool:
        """Write the rest of a site beside what has changed. Returns False if the live site is not what it was."""
        known = RememberedPages(site, self._found, self._memo)
        return bool(self._live and known.write_rest(folder, self._live)) and not is_changed(folder, site.artifacts)

    def keep(self, site: RenderedSite) -> None:
        """Remember the site that was made, unless files have changed meanwhile: it has no problems."""
        if not (self._found and self._key and self._unchanged.is_still()):
            return
        linked = self._found["linked"]
        for path, places in self._result.known.linked.items():
            linked[path] = sorted({*linked.get(path, ()), *places})
        self._memo[self._key] = self._found
        frames = {digest_of(frame): frame for frame in {framed.frame for framed in self._result.framed.values()}}
        for digest in {page[1] for page in self._found["pages"].values()}:
            if digest not in self._memo:
                self._memo[digest] = frames[digest]
        self._memo.save(StoryIndex(cache_folder(), site.settings.organisation), codes_of(site.plan))

    def _part(self, site: RenderedSite, folder: Path) -> HostResult | None:
        """Write what has changed of a known site; None if pages that are the same would have to be looked at too."""
        found = self._memo[str(self._key)]
        known, files, linked = RememberedPages(site, found, self._memo), digests(site.artifacts), found["linked"]
        gone = found["files"].keys() - files.keys()
        if known.pages.keys() != set(site.addresses) or not gone.isdisjoint(linked):
            return None
        if self._live and not self._live.is_dir():
            return None
        changed = [page for page in site.pages if not known.pages[page.address].is_same(page)]
        if not all(known.pages[page.address].has_place_for(page) for page in changed):
            return None
        new = {file.path: file.content for file in site.artifacts if files[file.path] != found["files"].get(file.path)}
        new |= {path_of(page.address): known.html(page) for page in changed}
        if any(not known.places(path).issuperset(linked.get(path, ())) for path in new):
            return None
        searched = self._search(site, found, changed) if ADDRESS in found["paths"] else ()
        for path, content in (*new.items(), *((file.path, file.content) for file in searched)):
            write(folder, path, content)
        paths = {*found["paths"], *files} - gone
        pages = found["pages"] | {page.address: list(known.pages[page.address].of(page)) for page in changed}
        self._found = {**found, "pages": pages, "files": files, "paths": sorted(paths)}
        return HostResult((), found["sources"], known=KnownFiles(frozenset(paths - {*new, NAME}), known.places))

    def _search(self, site: RenderedSite, found: dict[str, Any], changed: list[WebPage]) -> tuple[Artifact, ...]:
        """Return what search looks in, or for a check what of it is to be looked over."""
        if self._live is None:
            return (search_rows(site, [FoundPage(page.address, page.entry) for page in changed if page.entry]),)
        own = [FoundPage(page.address, page.entry) for page in site.pages if page.entry]
        return search_data(site, [*own, *(_found_page(*written) for written in found["written"])])

    def _key_of(self, site: RenderedSite) -> str:
        """Return a digest of all that decides how hand-written pages and frames look, and what may stand in the site.
        It is empty if something else may decide, or if there is something to tell."""
        publication, plan = site.publication, site.plan
        handbook, guard = publication.handbook, publication.guard
        is_clean = not (publication.errors or site.met or site.preview or guard.keys or guard.left)
        if not (is_clean and self._unchanged.is_known(handbook)):
            return ""
        try:
            asked = [(at, site.macros.render(name, at, *given, **named)) for at, name, given, named in _calls(site)]
        except Exception:  # the host will tell
            return ""
        decides = (
            program(),
            getattr(self._whole, "__qualname__", ""),  # that of a proposal refuses more
            plan.shown.today.isoformat(),
            datetime.now(UTC).date().isoformat(),  # MkDocs writes it into the site's map
            publication.language,
            [(path, digest) for path, digest in self._unchanged.files.items() if handbook.kind_of(path) is None],
            sorted(handbook.files),
            sorted(plan.addresses.by_target.items()),
            sorted(site.assets.contents.items()),
            sorted(guard.words),
            [sorted(plan.lost), sorted(plan.notices)],
            asked,
            [sorted(site.languages.elsewhere.items()), site.languages.fronts],
            withheld_texts(site).digest,
        )
        return digest_of(json.dumps(decides, default=str))


def _found_page(address: str, entry: list[Any]) -> FoundPage:
    parts: list[Any] = [tuple(one) if isinstance(one, list) else one for one in entry]
    return FoundPage(address, SearchEntry(*parts))


def _calls(site: RenderedSite) -> Iterator[tuple[str, str, list[Any], dict[str, Any]]]:
    """Yield the address of each hand-written page with each macro that it calls, and what it is called with."""
    root, handbook = site.publication.root, site.publication.handbook
    for path in handbook.page_paths:
        for name, given, named in calls(rough_text(root, path)):
            yield site.plan.addresses.by_target[path], name, given, named
